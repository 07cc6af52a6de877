"""What the live picture of the microphone page costs: meter and spectrum at 30 Hz, in a window.

Run ``python -m bench.window_meter [--seconds 5] [--runs 5]``. Readings come 30 times a second from
a job, as those of a real recording do, but made beforehand. Processor time counts all threads of
this process, beyond what it takes to make the same steps and tell nobody: that is a part of what a
recording costs, which `tests/lab/test_sound_servers_alone.py` measures. Platform: the display, or
offscreen, where Qt paints by the processor as well.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from tests.fakes.microphone_page import outcome, take_of
from tests.fakes.window import WindowWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.microphone.texts import STAGE_SPEECH
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.app import prepare
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors

_READINGS_HZ = 30
_BANDS = 21


@dataclass(frozen=True, slots=True)
class Cost:
    """Shares of one processor: readings told to the window, and to nobody."""

    shown: float
    untold: float

    @property
    def picture(self) -> float:
        return self.shown - self.untold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    found = costs(options.seconds, options.runs)
    shares = [cost.picture for cost in found]
    median, worst = 100 * statistics.median(shares), 100 * max(shares)
    print(f"meter and spectrum at {_READINGS_HZ} Hz: {median:.1f} % of a core, worst {worst:.1f} %")
    untold = 100 * statistics.median(cost.untold for cost in found)
    print(f"the same steps, told to nobody: {untold:.1f} %")


def costs(seconds: float, runs: int) -> list[Cost]:
    """One for each window that is opened."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    prepare(app)
    apply_colors(app, LIGHT)
    return [_cost(app, seconds) for _ in range(runs)]


def _cost(app: QApplication, seconds: float) -> Cost:
    """Processor time over wall time, without opening and judging."""
    world = WindowWorld()
    readings = [reading(step, seconds) for step in range(round(seconds * _READINGS_HZ))]
    shares: list[float] = []

    def take(profile: WorkplaceProfile, microphone: str, ctx: JobContext) -> Take:
        ctx.report(STAGE_SPEECH, 0.0, readings[0])
        time.sleep(1.0)  # the window shows the panel, once
        nobody = JobContext(on_progress=lambda _progress: None)
        shares.append(share_of_processor(lambda: feed(nobody, readings)))
        shares.append(share_of_processor(lambda: feed(ctx, readings)))
        return take_of(outcome())

    given = world.services
    services = replace(given, microphone=replace(given.microphone, take=take))
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "no.ini"), QSettings.Format.IniFormat)
        runner = JobRunner()
        window = MainWindow(services, runner, EnglishWording(), settings)
        window.show()
        QTimer.singleShot(500, lambda: window.show_page(PageName.MICROPHONE))
        QTimer.singleShot(1000, lambda: start(window, app))
        app.exec()
        window.close()
        runner.shutdown()
    untold, shown = shares
    return Cost(shown=shown, untold=untold)


def share_of_processor(work: Callable[[], None]) -> float:
    began = time.process_time(), time.perf_counter()
    work()
    return (time.process_time() - began[0]) / (time.perf_counter() - began[1])


def feed(ctx: JobContext, readings: list[LevelReading]) -> None:
    began_s = time.perf_counter()
    for step, one in enumerate(readings):
        ctx.report(STAGE_SPEECH, step / len(readings), one)
        time.sleep(max(0.0, began_s + (step + 1) / _READINGS_HZ - time.perf_counter()))


def start(window: MainWindow, app: QApplication) -> None:
    session = window.sessions.made_microphone
    if session is None:
        raise RuntimeError("the page is not open")
    session.finished.connect(app.quit)
    session.record()


def reading(step: int, seconds: float) -> LevelReading:
    swing = math.sin(step * 0.9)
    return LevelReading(
        rms_dbfs=-28 + 9 * swing,
        peak_dbfs=-14 + 8 * swing,
        phase="speech",
        remaining_s=max(0.0, seconds - step / _READINGS_HZ),
        spectrum_dbfs=tuple(-50 + 15 * math.sin(step * 0.7 + band) for band in range(_BANDS)),
    )


if __name__ == "__main__":
    main()
