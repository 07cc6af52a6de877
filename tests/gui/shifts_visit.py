"""The shifts page alone in a window, everything read; what a test does to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.shifts_page import ShiftsWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.shifts.page import ShiftsPage
from workspace_assistant.ui.shifts.session import ShiftsSession

SIZE = QSize(984, 760)


class Visit:
    """Told and warned hold what the window would show as a notice."""

    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        world: ShiftsWorld,
        wording: EnglishWording | None = None,
        size: QSize = SIZE,
    ) -> None:
        self.qtbot = qtbot
        self.world = world
        self.runner = runner
        self.told: list[str] = []
        self.warned: list[str] = []
        self.untold: list[str] = []
        self.host = QWidget()
        self.host.setProperty("part", "page")
        words = wording or EnglishWording()
        self.session = ShiftsSession(world.services, runner, words, self.host)
        self.session.told.connect(self.told.append)
        self.session.warned.connect(self.warned.append)
        self.session.untold.connect(self.untold.append)
        self.page = ShiftsPage(self.session, runner, words, self.host)
        column = QVBoxLayout(self.host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.host.resize(size)
        qtbot.addWidget(self.host, before_close_func=lambda _: self.world.gate.is_open.set())
        self.host.show()
        qtbot.waitUntil(self.host.isActiveWindow)
        self.settle()

    def settle(self) -> None:
        """Until every act is done and what followed is seen."""
        self.qtbot.waitUntil(
            lambda: self.session.is_settled and self.runner.running_count == 0, timeout=5000
        )

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=5000)

    def click(self, button: QWidget) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.host.focusWidget() or self.host, key, held)
        self.settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.host.focusWidget(), text)
