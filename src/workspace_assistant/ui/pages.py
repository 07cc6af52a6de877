"""Pages: each is built when it is first shown, so that the window paints sooner."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.page_names import FIRST_RUN, PageName
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.today.page import TodayPage
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:
    from workspace_assistant.ui.breaks.page import BreaksPage
    from workspace_assistant.ui.data.page import DataPage
    from workspace_assistant.ui.first_run.page import FirstRunPage
    from workspace_assistant.ui.focus.page import FocusPage
    from workspace_assistant.ui.help.page import HelpPage
    from workspace_assistant.ui.history.page import HistoryPage
    from workspace_assistant.ui.microphone.page import MicrophonePage
    from workspace_assistant.ui.readiness.page import ReadinessPage
    from workspace_assistant.ui.settings.page import SettingsPage
    from workspace_assistant.ui.shifts.page import ShiftsPage
    from workspace_assistant.ui.week.page import WeekPage


class Pages(QStackedWidget):
    check_wanted = Signal()
    mini_wanted = Signal()
    page_wanted = Signal(str)  # a `PageName`
    titled = Signal(str)  # what stands in the place of a page goes by another name now

    def __init__(
        self,
        sessions: Sessions,
        services: WindowServices,
        runner: JobRunner,
        wording: Wording,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._services = services
        self._runner = runner
        self._wording = wording
        self.shown = PageName.TODAY
        sessions.readiness.finished.connect(self._on_check_finished)

    def show_page(self, name: PageName) -> None:
        self.shown = name
        self.setCurrentWidget(self.page(name))

    def page(self, name: PageName) -> QWidget:
        """The page *name*, up to date."""
        if name is PageName.MICROPHONE:
            self._sessions.freshened_microphone()
        elif name is PageName.HISTORY:
            self.history.refresh()
        page: QWidget = getattr(self, name.value)  # each is named as its page is
        return page

    def show_first_run(self) -> None:
        self.shown = PageName.TODAY  # what it stands before, and what the help tells of
        self.setCurrentWidget(self.first_run)
        self.titled.emit(self.first_run.windowTitle())

    @cached_property
    def first_run(self) -> FirstRunPage:
        from workspace_assistant.ui.first_run.page import FirstRunPage

        page = FirstRunPage(self._sessions.first_run, self._wording, self)
        self._sessions.first_run.check_wanted.connect(self.check_wanted)
        self._sessions.first_run.over.connect(self.page_wanted)
        page.windowTitleChanged.connect(self._on_step_titled)
        self.addWidget(page)
        return page

    @cached_property
    def today(self) -> TodayPage:
        page = TodayPage(self._sessions.readiness, self._wording, self)
        page.check_wanted.connect(self.check_wanted)
        page.page_wanted.connect(self.page_wanted)
        self.addWidget(page)
        return page

    @cached_property
    def readiness(self) -> ReadinessPage:
        from workspace_assistant.ui.readiness.page import ReadinessPage

        page = ReadinessPage(self._sessions.readiness, self._wording, self)
        page.microphone_page_wanted.connect(self._on_microphone_wanted)
        self.addWidget(page)
        return page

    @cached_property
    def microphone(self) -> MicrophonePage:
        from workspace_assistant.ui.microphone.page import MicrophonePage

        page = MicrophonePage(self._sessions.microphone, self._wording, self)
        self.addWidget(page)
        return page

    @cached_property
    def focus(self) -> FocusPage:
        from workspace_assistant.ui.focus.page import FocusPage

        page = FocusPage(self._sessions.focus, self._runner, self._wording, self)
        page.mini_wanted.connect(self.mini_wanted)
        self.addWidget(page)
        return page

    @cached_property
    def breaks(self) -> BreaksPage:
        from workspace_assistant.ui.breaks.page import BreaksPage

        page = BreaksPage(
            self._sessions.breaks,
            self._sessions.ergonomics,
            self._sessions.check_in,
            self._sessions.loudness,
            self._wording,
            self,
        )
        self.addWidget(page)
        return page

    @cached_property
    def shifts(self) -> ShiftsPage:
        from workspace_assistant.ui.shifts.page import ShiftsPage

        page = ShiftsPage(self._sessions.shifts, self._runner, self._wording, self)
        self.addWidget(page)
        return page

    @cached_property
    def week(self) -> WeekPage:
        from workspace_assistant.ui.week.page import WeekPage

        page = WeekPage(self._sessions.week, self._wording, self)
        page.page_wanted.connect(self.page_wanted)
        self.addWidget(page)
        return page

    @cached_property
    def history(self) -> HistoryPage:
        from workspace_assistant.ui.history.page import HistoryPage

        page = HistoryPage(self._services.readiness, self._runner, self._wording, self)
        page.check_wanted.connect(self.check_wanted)
        self.addWidget(page)
        return page

    @cached_property
    def data(self) -> DataPage:
        from workspace_assistant.ui.data.page import DataPage

        sessions = self._sessions
        page = DataPage(
            sessions.data, sessions.encryption, sessions.publishing, self._wording, self
        )
        self.addWidget(page)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        from workspace_assistant.ui.settings.page import SettingsPage

        page = SettingsPage(self._sessions.settings, self._wording, self)
        page.page_wanted.connect(self.page_wanted)
        self.addWidget(page)
        return page

    @cached_property
    def help(self) -> HelpPage:
        from workspace_assistant.ui.help.page import HelpPage

        page = HelpPage(self._wording, self)
        page.first_run_wanted.connect(self._on_first_run_wanted)
        self.addWidget(page)
        return page

    @Slot(str)
    def _on_step_titled(self, title: str) -> None:
        if self.currentWidget() is self.first_run:
            self.titled.emit(title)

    @Slot()
    def _on_first_run_wanted(self) -> None:
        self.page_wanted.emit(FIRST_RUN)

    @Slot()
    def _on_microphone_wanted(self) -> None:
        self.page_wanted.emit(PageName.MICROPHONE)

    @Slot()
    def _on_check_finished(self) -> None:
        if "history" in vars(self):
            self.history.refresh()
