"""Pictures of the shifts page in all its states; `tests.gui.screenshots` takes them.

Run alone, ``python -m tests.gui.shifts_pictures FOLDER [--scale 2] [--long] [--only NAME]`` shows
the page without the window around it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.fakes.shifts_page import ADDRESS, ROSTER, ShiftsWorld, event
from tests.fakes.wording import EnglishWording, LongWording
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.reminders.model import Outcome
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.ui.app import prepare
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.shifts.page import ShiftsPage
from workspace_assistant.ui.shifts.session import ShiftsSession
from workspace_assistant.ui.theme.colors import DARK, LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors

NAVIGATION_PX = 196
FOLDED_PX = 72
SIZES = {
    "": QSize(1180 - NAVIGATION_PX, 760),
    "-narrow": QSize(640 - FOLDED_PX, 520),
    "-tall": QSize(1180 - NAVIGATION_PX, 2000),
}
Act = Callable[["Sitting"], None]
KEYRING_LOCKED = "The system's keyring is locked: unlock it to fetch the calendar."


class Sitting:
    """The page alone, on a world."""

    def __init__(
        self, app: QApplication, world: ShiftsWorld, wording: EnglishWording, size: QSize
    ) -> None:
        self._app = app
        self.world = world
        self.runner = JobRunner()
        self.host = QWidget()
        self.host.setProperty("part", "page")
        self.session = ShiftsSession(world.services, self.runner, wording, self.host)
        self.page = ShiftsPage(self.session, self.runner, wording, self.host)
        column = QVBoxLayout(self.host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.host.resize(size)
        self.host.show()
        self.host.setFocus()
        self.settle()

    def settle(self) -> None:
        """Until every act is done and seen."""
        session = self.session
        self.until(lambda: session.is_settled and self.runner.running_count == 0)

    def until(self, is_so: Callable[[], bool], limit_s: float = 5.0) -> None:
        end = time.monotonic() + limit_s
        while not is_so() and time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.01)
        for _ in range(8):
            self._app.processEvents()
            time.sleep(0.01)

    def leave(self) -> None:
        self.world.gate.is_open.set()
        self.host.close()
        self.runner.shutdown()
        self.host.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def states() -> dict[str, tuple[Callable[[], ShiftsWorld], Act]]:
    return {
        "first": (ShiftsWorld, nothing),
        "first-adding": (ShiftsWorld, add),
        "subscribing": (published, subscribe),
        "looking": (published, look_slowly),
        "previewed": (published, look),
        "nothing-found": (published, look_for_nothing),
        "not-a-calendar": (ShiftsWorld, look),
        "keyring-locked": (keyring_locked, keep),
        "unencrypted": (published, paste_unencrypted),
        "pattern": (ShiftsWorld, write_pattern),
        "full": (full, nothing),
        "editing": (full, edit),
        "removed": (full, remove),
        "removing-source": (full, ask_to_remove),
        "refreshing": (full, refresh_slowly),
        "stale": (stale, nothing),
        "on-shift": (on_shift, nothing),
        "off": (turned_off, nothing),
        "none-coming": (none_coming, nothing),
        "trouble": (troubled, nothing),
        "timer-on": (full, turn_timer_on),
        "timer-by-hand": (by_hand, turn_timer_on),
    }


def nothing(sitting: Sitting) -> None:
    sitting.settle()


def published() -> ShiftsWorld:
    world = ShiftsWorld()
    faults = ("“Swap” on 2026-11-28: its end is no date.",)
    world.desk.publish(*ROSTER, *(one for one in days_off()), faults=faults)
    return world


def days_off():
    return (
        event(f"2026-12-0{day} 08:00", f"2026-12-0{day} 16:30", "Shift (home)") for day in (1, 2, 3)
    )


def full() -> ShiftsWorld:
    world = ShiftsWorld()
    world.subscribe(*ROSTER)
    world.add("2026-11-23 09:00", "2026-11-23 17:30", ("2026-11-23 12:00", "2026-11-23 12:30"))
    world.add("2026-11-28 10:00", "2026-11-28 14:00", name="Help out", place=Place.OFFICE)
    world.add_pattern("6", "18:00-22:00")
    moved = [one for one in ROSTER if one.uid != ROSTER[0].uid]
    world.desk.now.advance(600)
    later = replace(ROSTER[0], starts=ROSTER[0].starts + timedelta(hours=1))
    world.desk.publish(later, *moved)
    world.refresh()
    _why(world)
    return world


def _why(world: ShiftsWorld) -> None:
    day = timedelta(days=1)
    tell, out = world.tell, Outcome
    tell("Ready for the 09:00 shift", out.HELD_BACK, "ready", 3 * day)
    tell("Calls may get choppy", out.HELD_BACK, "single-bad-sample", 2 * day)
    tell(
        "Calls may get choppy while something uploads",
        out.SHOWN,
        "confirmed-2-of-3",
        day,
        "The delay rose from 24 to 182 ms.",
    )
    tell("The line is fine again", out.SHOWN, "recovered", day - timedelta(minutes=10))
    tell("No check before the 08:00 shift", out.HELD_BACK, "in-call", timedelta(minutes=30))


def stale() -> ShiftsWorld:
    world = full()
    world.desk.now.advance(30 * 3600)
    world.desk.feed.answers["*"] = CalendarError(
        "server-trouble", "The calendar's server has a problem of its own (503)."
    )
    world.refresh()
    return world


def keyring_locked() -> ShiftsWorld:
    world = published()
    world.desk.addresses.fault = CalendarError("keyring-locked", KEYRING_LOCKED)
    return world


def on_shift() -> ShiftsWorld:
    world = full()
    world.desk.now.advance(3 * 3600)
    return world


def turned_off() -> ShiftsWorld:
    world = full()
    world.settings = PreshiftSettings(first_s=0)
    return world


def none_coming() -> ShiftsWorld:
    world = ShiftsWorld()
    world.subscribe()
    return world


def troubled() -> ShiftsWorld:
    world = ShiftsWorld()
    world.desk.store.fault = StoreUnavailableError(
        "The disk is full: free some room, and try again."
    )
    return world


def by_hand() -> ShiftsWorld:
    world = full()
    world.timer.is_followed = False
    return world


def add(sitting: Sitting) -> None:
    sitting.page.first.add.click()
    sitting.settle()
    form = sitting.page.form
    form.begin.setText("22:00")
    form.end.setText("6:00")
    form.breaks.setText("1:00-1:30")


def subscribe(sitting: Sitting) -> None:
    sitting.page.first.subscribe.click()
    sitting.settle()


def paste(sitting: Sitting) -> None:
    subscribe(sitting)
    sitting.page.calendar.address.setText(ADDRESS)
    sitting.page.calendar.summary.setText("*shift*")


def look(sitting: Sitting) -> None:
    paste(sitting)
    sitting.page.calendar.look.click()
    sitting.settle()


def look_slowly(sitting: Sitting) -> None:
    sitting.world.gate.is_open.clear()
    paste(sitting)
    sitting.page.calendar.look.click()
    sitting.until(lambda: sitting.session.is_settled)


def look_for_nothing(sitting: Sitting) -> None:
    paste(sitting)
    sitting.page.calendar.summary.setText("duty")
    sitting.page.calendar.look.click()
    sitting.settle()


def keep(sitting: Sitting) -> None:
    look(sitting)
    sitting.page.calendar.keep.click()
    sitting.settle()


def paste_unencrypted(sitting: Sitting) -> None:
    paste(sitting)
    sitting.page.calendar.address.setText("http://calendar.example.com/basic.ics")
    sitting.page.calendar.reveal.setChecked(True)


def write_pattern(sitting: Sitting) -> None:
    sitting.page.first.pattern.click()
    sitting.settle()
    row = sitting.page.pattern.rows[0]
    row.begin.setText("8:00")
    row.end.setText("16:30")
    row.breaks.setText("12:00-12:30")
    sitting.page.pattern.more.click()


def edit(sitting: Sitting) -> None:
    sitting.page.list.rows[1].edit.click()
    sitting.settle()


def remove(sitting: Sitting) -> None:
    edit(sitting)
    sitting.page.form.remove.click()
    sitting.settle()


def ask_to_remove(sitting: Sitting) -> None:
    sitting.page.sources.rows[1].remove.click()
    sitting.settle()


def refresh_slowly(sitting: Sitting) -> None:
    sitting.world.gate.is_open.clear()
    sitting.page.sources.rows[1].refresh.click()
    sitting.until(lambda: sitting.session.is_settled)


def turn_timer_on(sitting: Sitting) -> None:
    sitting.page.system.switch.click()
    sitting.page.system.autostart.click()
    sitting.settle()


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
    wording = LongWording() if options.long else EnglishWording()
    ending = f"{'-long' if options.long else ''}{'-2x' if options.scale == 2 else ''}"
    for scheme, colors in (("light", LIGHT), ("dark", DARK)):
        apply_colors(app, colors)
        for name, (make, act) in states().items():
            for size_name, size in SIZES.items():
                full_name = f"shifts-{name}{size_name}-{scheme}{ending}"
                if options.only in full_name:
                    shoot(app, options.folder / f"{full_name}.png", make(), act, wording, size)


def shoot(
    app: QApplication,
    file: Path,
    world: ShiftsWorld,
    act: Act,
    wording: EnglishWording,
    size: QSize,
) -> None:
    sitting = Sitting(app, world, wording, size)
    act(sitting)
    sitting.until(lambda: True)
    sitting.host.grab().save(str(file))
    sitting.leave()


if __name__ == "__main__":
    main()
