"""The Week page alone in a window, everything read; what a test does to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.week_page import WeekWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.week.page import WeekPage
from workspace_assistant.ui.week.session import WeekSession

SIZE = QSize(984, 760)


class Visit:
    """`told` and `warned` hold what the window would show as a notice."""

    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        world: WeekWorld,
        wording: EnglishWording | None = None,
        size: QSize = SIZE,
    ) -> None:
        self.qtbot = qtbot
        self.world = world
        self.runner = runner
        self.told: list[str] = []
        self.warned: list[str] = []
        self.untold: list[str] = []
        self.pages: list[str] = []
        self.host = QWidget()
        self.host.setProperty("part", "page")
        words = wording or EnglishWording()
        self.session = WeekSession(world.services, runner, words, self.host)
        self.session.told.connect(self.told.append)
        self.session.warned.connect(self.warned.append)
        self.session.untold.connect(self.untold.append)
        self.page = WeekPage(self.session, words, self.host)
        self.page.page_wanted.connect(self.pages.append)
        column = QVBoxLayout(self.host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.host.resize(size)
        qtbot.addWidget(self.host)
        self.host.show()
        qtbot.waitUntil(self.host.isActiveWindow)
        self.settle()

    def settle(self) -> None:
        """Until every act is done and what followed is seen."""
        self.qtbot.waitUntil(
            lambda: self.session.is_settled and self.runner.running_count == 0, timeout=5000
        )

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        button.click()
        self.settle()

    def write(self, field: QLineEdit, text: str) -> None:
        """Into an empty field, and Enter."""
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    @property
    def headline(self) -> str:
        return self.page.hero._headline.text()
