"""Every page in the states of its pictures, for rules that hold on all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize
from PySide6.QtWidgets import QApplication

from tests.fakes.window import WindowWorld
from tests.fakes.wording import EnglishWording
from tests.gui.screenshots import Studio, shoot
from workspace_assistant.core.first_run.steps import Step
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

USUAL = QSize(1180, 760)
NARROW = QSize(640, 520)
# Each page as it is seen most, then the states in which there is more on it than usual.
SCENES = [
    "today-working",
    "today-line-events",
    "caution",
    "voice-wifi",
    "microphone-numbers-tall",
    "microphone-compared-tall",
    "focus-full-day",
    "focus-running",
    "focus-interrupted",
    "focus-correcting",
    "breaks-full",
    "breaks-offered",
    "shifts-full",
    "shifts-editing",
    "shifts-signed-in",
    "week-opened",
    "week-report",
    "history-few",
    "data-open",
    "data-set-up",
    "data-preview",
    "settings-open",
    "help",
]

# The four screens that a fresh data folder begins with.
FIRST_STEPS = [f"first-{step}" for step in Step]

Act = Callable[[MainWindow, WindowWorld], None]


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is outside the window, and what is done in it."""

    world: WindowWorld
    act: Act


class _Gatherer(Studio):
    """Notes what would be taken a picture of, by name."""

    def __init__(self) -> None:
        self._app = cast("QApplication", QApplication.instance())
        self.scenes: dict[str, _Scene] = {}

    def take(self, name: str, world: WindowWorld, act: Act, size: QSize = USUAL) -> None:
        self.scenes.setdefault(name, _Scene(world, act))


@cache
def _gathered() -> _Gatherer:
    gatherer = _Gatherer()
    shoot(gatherer)
    return gatherer


def _first_step(name: str) -> Act:
    step = Step(name.removeprefix("first-"))

    def act(window: MainWindow, world: WindowWorld) -> None:
        window.begin_first_run(step)
        window.sessions.first_run.open()
        _gathered().settle(lambda: bool(window.sessions.first_run.situation.path))

    return act


@contextmanager
def opened(name: str, folder: Path, size: QSize = USUAL) -> Iterator[MainWindow]:
    """The window as on the picture *name*, laid out in *size* whatever it asks for itself."""
    gatherer = _gathered()
    scene = gatherer.scenes.get(name) or _Scene(WindowWorld(), _first_step(name))
    runner = JobRunner()
    settings = QSettings(str(folder / "no.ini"), QSettings.Format.IniFormat)
    window = MainWindow(scene.world.services, runner, EnglishWording(), settings)
    try:
        window.setMinimumSize(size.boundedTo(window.minimumSize()))
        window.resize(size)
        window.show_page(PageName.READINESS)
        window.show()
        gatherer.settle(lambda: not window.session.situation.is_opening)
        scene.act(window, scene.world)
        gatherer.settle(lambda: True)
        yield window
    finally:
        scene.world.release()
        window.leave()
        runner.shutdown()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
