"""The check-in's card alone in a window; what a test does to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.check_in import CheckInDesk
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.check_in.card import CheckInCard
from workspace_assistant.ui.check_in.session import CheckInSession
from workspace_assistant.ui.feature_services import CheckInServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.widgets.scroll_column import ScrollColumn

SIZE = QSize(984, 760)
NARROW = QSize(640 - 72, 520)


def check_in_services(desk: CheckInDesk) -> CheckInServices:
    return CheckInServices(
        check_ins=desk.service,
        turn=lambda is_on: desk.service.turn(on=is_on),
        settled=desk.settle,
    )


class CheckInHost(QWidget):
    """The card in a column that scrolls, as on its page."""

    def __init__(
        self, desk: CheckInDesk, runner: JobRunner, wording: EnglishWording, size: QSize
    ) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self.session = CheckInSession(check_in_services(desk), runner, wording, self)
        self.scroll = ScrollColumn(self)
        self.card = CheckInCard(self.session, wording, self.scroll)
        self.scroll.column.addWidget(self.card)
        self.scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.addWidget(self.scroll)
        self.resize(size)


class CheckInVisit:
    """Told and warned hold what the window would show as a notice."""

    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        desk: CheckInDesk,
        wording: EnglishWording | None = None,
        size: QSize = SIZE,
    ) -> None:
        self.qtbot = qtbot
        self.runner = runner
        self.desk = desk
        self.told: list[str] = []
        self.warned: list[str] = []
        self.host = CheckInHost(desk, runner, wording or EnglishWording(), size)
        self.session, self.card = self.host.session, self.host.card
        self.session.told.connect(self.told.append)
        self.session.warned.connect(self.warned.append)
        qtbot.addWidget(self.host)
        self.host.show()
        qtbot.waitUntil(self.host.isActiveWindow)
        self.settle()

    def settle(self) -> None:
        """Until every act is done and what followed is seen."""
        self.until(lambda: self.session.is_settled and self.runner.running_count == 0)

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=10_000)

    def click(self, button: QWidget) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.host.focusWidget() or self.host, key)
            self.settle()

    def type(self, text: str) -> None:
        """Each letter goes to what has the focus then."""
        for letter in text:
            QTest.keyClicks(self.host.focusWidget(), letter)
        self.settle()
