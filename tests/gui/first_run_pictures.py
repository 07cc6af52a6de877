"""Pictures of the first steps; `tests.gui.screenshots` takes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes.window import WindowWorld
from workspace_assistant.core.first_run.steps import Step
from workspace_assistant.ui.main_window import MainWindow

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

SIZES = {"": QSize(1180, 760), "-narrow": QSize(640, 520)}


def shoot_first_run(studio: Studio) -> None:
    def begin(step: Step) -> Callable[[MainWindow, WindowWorld], None]:
        def act(window: MainWindow, world: WindowWorld) -> None:
            window.begin_first_run(step)
            session = window.sessions.first_run
            session.open()
            studio.settle(lambda: bool(session.situation.path))

        return act

    for step in Step:
        for ending, size in SIZES.items():
            studio.take(f"first-{step.value}{ending}", WindowWorld(), begin(step), size)
