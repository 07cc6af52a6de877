"""Pictures of the self-check in all its states: ``python -m tests.gui.ergonomics_pictures FOLDER``.

The options are those of `tests.gui.screenshots`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.fakes.ergonomics import BAD, EXAMPLE, GOOD, ErgonomicsDesk, without
from tests.fakes.wording import EnglishWording, LongWording
from tests.gui.ergonomics_visit import ErgonomicsHost
from workspace_assistant.core.ergonomics.model import Band, Duration, Origin, Sheet, Timed
from workspace_assistant.ui.app import prepare
from workspace_assistant.ui.ergonomics.walk import STEPS
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.theme.colors import DARK, LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors

SIZES = {"": QSize(984, 760), "-narrow": QSize(568, 520), "-tall": QSize(984, 1900)}

LOGGED = {
    Timed.CHAIR: Duration(
        band=Band.LONG,
        origin=Origin.LOGGED,
        basis="From your log: 7.5 h at the computer on a usual day, up to 95 min in one go.",
    ),
    Timed.MONITOR: Duration(
        band=Band.LONG,
        origin=Origin.LOGGED,
        basis="From your log: 7.5 h at the computer on a usual day, up to 95 min in one go.",
    ),
    Timed.PHONE: Duration(
        band=None,
        origin=Origin.LOGGED,
        basis="Not in your log: this computer does not tell when a call goes on.",
    ),
}


class Sitting:
    def __init__(self, app: QApplication, host: ErgonomicsHost, desk: ErgonomicsDesk) -> None:
        self.app = app
        self.host = host
        self.panel = host.panel
        self.session = host.session
        self.desk = desk

    def settle(self, limit_s: float = 5.0) -> None:
        end = time.monotonic() + limit_s
        while not self.session.is_settled and time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.01)
        for _ in range(8):
            self.app.processEvents()
            time.sleep(0.005)

    def begin(self, workplace: str = "home") -> None:
        self.session.begin(workplace)
        self.settle()

    def answer(self, sheet: Sheet, until: str = "") -> None:
        """Every step as in *sheet*, up to the step with that id."""
        for step in STEPS:
            if step.id == until:
                break
            for one in step.questions:
                for option in sheet.answers.get(one.id, ()):
                    self.session.pick(one.id, option)
            if step.question is None:
                for what, duration in sheet.durations.items():
                    if duration.band is not None:
                        self.session.time(what, duration.band)
            self.session.forward()
        self.settle()


Act = Callable[[Sitting], None]


def checked(*sheets: Sheet, workplace: str = "home", days: float = 40) -> ErgonomicsDesk:
    desk = ErgonomicsDesk(logged=LOGGED)
    service = desk.service()
    for number, sheet in enumerate(sheets):
        if number:
            desk.wait(days)
        service.keep(service.assess(workplace, sheet))
    return desk


def several() -> ErgonomicsDesk:
    desk = checked(BAD, EXAMPLE)
    service = desk.service()
    service.keep(service.assess("office", GOOD))
    service.keep(service.assess("Library", without(EXAMPLE, "mouse-grip")))
    desk.wait(20)
    service.mark_changed("home")
    return desk


def at(step: str) -> Act:
    def act(sitting: Sitting) -> None:
        sitting.begin()
        sitting.answer(EXAMPLE, step)

    return act


def chosen(step: str) -> Act:
    def act(sitting: Sitting) -> None:
        at(step)(sitting)
        for one in next(it for it in STEPS if it.id == step).questions:
            for option in EXAMPLE.answers[one.id]:
                sitting.session.pick(one.id, option)

    return act


def finish(sheet: Sheet, workplace: str = "home") -> Act:
    def act(sitting: Sitting) -> None:
        sitting.begin(workplace)
        sitting.answer(sheet)

    return act


def pause(sitting: Sitting) -> None:
    at("monitor")(sitting)
    sitting.session.pause()
    sitting.settle()


def discard(sitting: Sitting) -> None:
    pause(sitting)
    sitting.session.discard()


def add(sitting: Sitting) -> None:
    sitting.panel.overview.add.click()
    sitting.session.begin(" ")
    sitting.settle()


def show_incomplete(sitting: Sitting) -> None:
    sitting.session.show_result("library")
    sitting.settle()


def nothing(_sitting: Sitting) -> None:
    pass


def fresh() -> ErgonomicsDesk:
    return ErgonomicsDesk(logged=LOGGED)


LONG_BAD = replace(BAD, durations=dict.fromkeys(Timed, LOGGED[Timed.CHAIR]))


def states() -> Mapping[str, tuple[Callable[[], ErgonomicsDesk], Act]]:
    steps = {
        f"step-{step.id}": (fresh, chosen(step.id)) for step in STEPS if step.question is not None
    }
    return {
        "first": (fresh, nothing),
        "under-way": (fresh, pause),
        "discarded": (fresh, discard),
        "several": (several, nothing),
        "adding": (several, add),
        "step-unanswered": (fresh, at("seat-height")),
        "step-last-time": (lambda: checked(EXAMPLE), at("monitor")),
        **steps,
        "durations": (fresh, at("durations")),
        "result-bad": (fresh, finish(LONG_BAD)),
        "result-example": (lambda: checked(BAD, BAD, EXAMPLE), finish(EXAMPLE)),
        "result-good": (fresh, finish(GOOD)),
        "result-lower": (lambda: checked(BAD), finish(EXAMPLE)),
        "result-open": (several, show_incomplete),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", default="", help="names that contain this")
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    prepare(app)
    app.setFont(QFont("Inter", 10))
    ending = f"{'-long' if options.long else ''}{'-2x' if options.scale == 2 else ''}"
    wording = LongWording() if options.long else EnglishWording()
    for name, (make, act) in states().items():
        for size_name, size in SIZES.items():
            for scheme, colors in (("light", LIGHT), ("dark", DARK)):
                full = f"ergonomics-{name}{size_name}-{scheme}{ending}"
                if options.only in full:
                    apply_colors(app, colors)
                    _take(app, options.folder / f"{full}.png", make(), act, wording, size)


def _take(
    app: QApplication,
    file: Path,
    desk: ErgonomicsDesk,
    act: Act,
    wording: EnglishWording,
    size: QSize,
) -> None:
    runner = JobRunner()
    host = ErgonomicsHost(desk, runner, wording, size)
    host.show()
    sitting = Sitting(app, host, desk)
    sitting.settle()
    act(sitting)
    sitting.settle()
    host.grab().save(str(file))
    host.close()
    runner.shutdown()
    host.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
