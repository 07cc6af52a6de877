"""The self-check of a workplace alone in a window; what a test does to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.ergonomics import ErgonomicsDesk
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.ergonomics.panel import ErgonomicsPanel
from workspace_assistant.ui.ergonomics.session import ErgonomicsSession
from workspace_assistant.ui.feature_services import ErgonomicsServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.widgets.scroll_column import ScrollColumn

SIZE = QSize(984, 760)
NARROW = QSize(640 - 72, 520)


class ErgonomicsHost(QWidget):
    """The panel in a column that scrolls, as on its page."""

    def __init__(
        self, desk: ErgonomicsDesk, runner: JobRunner, wording: EnglishWording, size: QSize
    ) -> None:
        super().__init__()
        self.setProperty("part", "page")
        services = ErgonomicsServices(checks=desk.service())
        self.session = ErgonomicsSession(services, runner, wording, self)
        self.scroll = ScrollColumn(self)
        self.panel = ErgonomicsPanel(self.session, wording, self.scroll)
        self.scroll.column.addWidget(self.panel)
        self.scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.addWidget(self.scroll)
        self.panel.show_wanted.connect(self._on_show_wanted)
        self.resize(size)

    def _on_show_wanted(self) -> None:
        self.scroll.show_whole(self.panel)


class ErgonomicsVisit:
    """Told and warned hold what the window would show as a notice.

    Attributes:
        brought_up: once for each time that the panel wanted to be scrolled into sight.
    """

    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        desk: ErgonomicsDesk,
        wording: EnglishWording | None = None,
        size: QSize = SIZE,
    ) -> None:
        self.qtbot = qtbot
        self.runner = runner
        self.desk = desk
        self.told: list[str] = []
        self.warned: list[str] = []
        self.brought_up: list[bool] = []
        self.host = ErgonomicsHost(desk, runner, wording or EnglishWording(), size)
        self.session, self.panel = self.host.session, self.host.panel
        self.session.told.connect(self.told.append)
        self.session.warned.connect(self.warned.append)
        self.panel.show_wanted.connect(lambda: self.brought_up.append(True))
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
        QTest.keyClicks(self.host.focusWidget(), text)
        self.settle()
