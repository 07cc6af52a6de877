"""The window: navigation at the left, one page at a time, and a notice when something happens."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui import texts
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.readiness.page import ReadinessPage
from workspace_assistant.ui.readiness.session import ReadinessSession
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.verdict_look import FAILED, TOLD, Look
from workspace_assistant.ui.widgets.navigation import Navigation
from workspace_assistant.ui.widgets.notice import Notice
from workspace_assistant.ui.widgets.placing import fitted
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:
    from workspace_assistant.ui.companions import Companions
    from workspace_assistant.ui.focus.page import FocusPage
    from workspace_assistant.ui.focus.session import FocusSession
    from workspace_assistant.ui.history.page import HistoryPage
    from workspace_assistant.ui.microphone.page import MicrophonePage
    from workspace_assistant.ui.microphone.session import MicrophoneSession

log = logging.getLogger(__name__)

_FOLD_BELOW_UNITS = 185
_SMALLEST_UNITS = (160, 130)
_FIRST_SIZE_UNITS = (295, 190)
_READINESS, _MICROPHONE, _FOCUS, _HISTORY = range(4)
_GEOMETRY = "window/geometry"
_CLOCK_INTERVAL_MS = 60_000
_NOTICE_MARGIN_UNITS = 5
_TITLE_BAR_UNITS = 9


class MainWindow(QWidget):
    closing = Signal()

    def __init__(
        self,
        services: WindowServices,
        runner: JobRunner,
        wording: Wording,
        settings: QSettings,
    ) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self._settings = settings
        self._wording = wording
        self._is_opened = False
        self._is_painted = False
        self._is_leaving = False
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self.session = ReadinessSession(services, runner, wording, self)
        self._readiness = ReadinessPage(self.session, wording, self)
        self._microphone: MicrophonePage | None = None
        self.microphone_session: MicrophoneSession | None = None
        self._focus: FocusPage | None = None
        self.focus_session: FocusSession | None = None
        self._companions: Companions | None = None
        self._history: HistoryPage | None = None
        self._build_window()
        self._build_navigation()
        self._build_content()
        self._build_shortcuts()
        self._connect()
        self.show_page(_READINESS)

    def show_page(self, index: int) -> None:
        self._pages.setCurrentWidget(self._page(index))
        self._navigation.show_page(index)

    def _page(self, index: int) -> QWidget:
        if index == _MICROPHONE:
            return self._freshened_microphone()
        if index == _FOCUS:
            return self._ensure_focus()
        if index == _HISTORY:
            page = self._ensure_history()
            page.refresh()
            return page
        return self._readiness

    @Slot(str)
    def tell(self, sentence: str) -> None:
        self._tell(TOLD, sentence)

    @Slot(str)
    def warn(self, sentence: str) -> None:
        self._tell(FAILED, sentence)

    @Slot(str)
    def untell(self, sentence: str) -> None:
        """*sentence* holds no longer: nobody needs to dismiss it."""
        if self._notice.sentence == sentence:
            self._notice.dismiss()

    @Slot()
    def warn_of_fault(self) -> None:
        """Something unforeseen happened anywhere in the program; the log has it."""
        self.warn(self._wording.say(texts.UNFORESEEN))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_opened:
            self._is_opened = True
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # no ring before the first Tab

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint comes first: reading what is kept would compete with it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self._opening.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < grid_px(_FOLD_BELOW_UNITS)
        if is_narrow != self._navigation.is_folded:
            self._navigation.fold(is_folded=is_narrow)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """A running check is given up at once: nothing of it was saved yet.

        Of a running block it is asked first what becomes of it; closed again, that goes on.
        """
        if self._asks_first():
            event.ignore()
            return
        self._is_leaving = True
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self._cancel()
        if self._companions is not None:
            self._companions.close()
        self.closing.emit()
        super().closeEvent(event)

    @Slot()
    def leave(self) -> None:
        """Close without a question, as where the computer shuts down; a running block goes on."""
        self._is_leaving = True
        self.close()

    @Slot()
    def come_up(self) -> None:
        """Where the user sees it and can type."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _asks_first(self) -> bool:
        app = QGuiApplication.instance()
        is_ending = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self._is_leaving or is_ending or self._companions is None:
            return False
        if not self._companions.asks_first():
            return False
        self._top.show()
        self.come_up()
        return True

    def _tell(self, look: Look, sentence: str) -> None:
        self._notice.tell(look, self._wording.say(look.word), sentence)
        self._top.show()

    def _ensure_history(self) -> HistoryPage:
        """The history page is built when it is first asked for: the window paints sooner."""
        if self._history is None:
            from workspace_assistant.ui.history.page import HistoryPage

            made = HistoryPage(self._services.readiness, self._runner, self._wording, self)
            made.check_wanted.connect(self._on_check_wanted)
            self._pages.addWidget(made)
            self._history = made
        return self._history

    def _ensure_focus(self) -> FocusPage:
        """Built when it is first asked for, like the history page."""
        if self._focus is None:
            from workspace_assistant.ui.focus.page import FocusPage

            self._focus = FocusPage(self.ensure_focus_session(), self._runner, self._wording, self)
            self._focus.mini_wanted.connect(self._on_mini_wanted)
            self._pages.addWidget(self._focus)
        return self._focus

    def ensure_focus_session(self) -> FocusSession:
        """What the window does with focus blocks, whichever of its parts shows them."""
        if self.focus_session is None:
            from workspace_assistant.ui.focus.session import FocusSession

            session = FocusSession(self._services.focus(), self._runner, self._wording, self)
            session.told.connect(self.tell)
            session.warned.connect(self.warn)
            session.untold.connect(self.untell)
            self.focus_session = session
        return self.focus_session

    def ensure_companions(self) -> Companions:
        """What goes with a running block, from the first moment after the first paint."""
        if self._companions is None:
            from workspace_assistant.ui.companions import Companions

            made = Companions(
                self.ensure_focus_session(),
                self._runner,
                self._settings,
                self._wording,
                self,
                self._top,
            )
            made.window_wanted.connect(self.come_up)
            made.question.leaving.connect(self.leave)
            made.question.stayed.connect(self._on_top_emptied)
            self._top.column.addWidget(made.question)
            self._companions = made
        return self._companions

    def _freshened_microphone(self) -> MicrophonePage:
        """The microphone page with what is chosen now; it looks at once what is connected."""
        page, session = self._ensure_microphone()
        chosen = self.session.situation
        session.use(chosen.profile, chosen.microphone, chosen.microphone_name)
        session.set_elsewhere_busy(is_busy=chosen.run is not None)
        session.look()
        return page

    def _ensure_microphone(self) -> tuple[MicrophonePage, MicrophoneSession]:
        """Built when it is first asked for, like the history page."""
        if self._microphone is None or self.microphone_session is None:
            from workspace_assistant.ui.microphone.page import MicrophonePage
            from workspace_assistant.ui.microphone.session import MicrophoneSession

            services = self._services
            session = MicrophoneSession(
                services.microphone, services.microphones, self._runner, self._wording, self
            )
            session.told.connect(self.tell)
            session.warned.connect(self.warn)
            session.untold.connect(self.untell)
            session.microphone_chosen.connect(self.session.choose_microphone)
            self.session.changed.connect(self._on_readiness_changed)
            self.microphone_session = session
            self._microphone = MicrophonePage(session, self._wording, self)
            self._pages.addWidget(self._microphone)
        return self._microphone, self.microphone_session

    def _build_window(self) -> None:
        self.setWindowTitle(self._wording.say(texts.APP_NAME))
        self.setProperty("part", "page")
        title_bar = grid_px(_TITLE_BAR_UNITS)  # the desktop tells its height only once shown
        room = self.screen().availableGeometry().adjusted(0, title_bar, 0, 0)
        smallest = QSize(*(grid_px(units) for units in _SMALLEST_UNITS))
        self.setMinimumSize(smallest.boundedTo(room.size()))
        first = QSize(*(grid_px(units) for units in _FIRST_SIZE_UNITS))
        self.resize(first.boundedTo(room.size()))  # where it goes is the desktop's choice
        geometry = self._settings.value(_GEOMETRY)
        if geometry and self.restoreGeometry(geometry) and not self.isMaximized():
            self.setGeometry(fitted(self.geometry(), room))

    def _build_navigation(self) -> None:
        say = self._wording.say
        self._navigation = Navigation(say(texts.APP_NAME), say(texts.PAGES), self)
        self._navigation.add_page(say(texts.READINESS), "readiness")
        self._navigation.add_page(say(texts.MICROPHONE), "microphone")
        self._navigation.add_page(say(texts.FOCUS), "focus")
        self._navigation.add_page(say(texts.HISTORY), "history")

    def _build_content(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._readiness)
        self._top = CenteredColumn(self)
        self._top.column.setContentsMargins(0, grid_px(_NOTICE_MARGIN_UNITS), 0, 0)
        self._top.hide()  # with its margin, until there is something to tell
        self._notice = Notice(self._wording.say(texts.DISMISS), self._top)
        self._notice.dismissed.connect(self._on_top_emptied)
        self._top.column.addWidget(self._notice)
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(self._top)
        content.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addLayout(content, 1)

    def _build_shortcuts(self) -> None:
        for keys, slot in (
            ("F5", self._on_check_wanted),
            ("Ctrl+R", self._on_check_wanted),
            ("Esc", self._on_cancel_wanted),
            ("Ctrl+1", self._on_readiness_wanted),
            ("Ctrl+2", self._on_microphone_wanted),
            ("Ctrl+3", self._on_focus_wanted),
            ("Ctrl+4", self._on_history_wanted),
            ("Ctrl+M", self._on_mini_wanted),
            ("Ctrl+Q", self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _connect(self) -> None:
        self._opening.timeout.connect(self.session.open)
        self._opening.timeout.connect(self._on_opened)
        self._navigation.page_chosen.connect(self._on_page_chosen)
        self._readiness.microphone_page_wanted.connect(self._on_microphone_wanted)
        self.session.told.connect(self.tell)
        self.session.warned.connect(self.warn)
        self.session.finished.connect(self._on_check_finished)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_INTERVAL_MS)
        self._clock.timeout.connect(self._on_minute_passed)
        self._clock.start()

    @Slot(int)
    def _on_page_chosen(self, index: int) -> None:
        self.show_page(index)

    @Slot()
    def _on_check_wanted(self) -> None:
        self.show_page(_READINESS)
        self.session.start_check()

    @Slot()
    def _on_readiness_wanted(self) -> None:
        self.show_page(_READINESS)

    @Slot()
    def _on_microphone_wanted(self) -> None:
        self.show_page(_MICROPHONE)

    @Slot()
    def _on_opened(self) -> None:
        """What a running block needs is read in by a worker: it would hold the window up."""
        self._runner.start(
            partial(_read_in, self._services),
            owner=self,
            done=self._on_read_in,
            failed=self._on_not_read_in,
        )

    def _on_read_in(self, _nothing: None) -> None:
        if not self._is_leaving:
            self.ensure_companions()

    def _on_not_read_in(self, error: Exception) -> None:
        log.error("the parts of focus blocks could not be loaded", exc_info=error)
        self.warn_of_fault()

    @Slot()
    def _on_mini_wanted(self) -> None:
        self.ensure_companions().toggle_mini()

    @Slot()
    def _on_top_emptied(self) -> None:
        """One of the two things above the page went; the room goes with the last."""
        is_asked = self._companions is not None and self._companions.question.is_asked
        self._top.setVisible(is_asked or not self._notice.isHidden())

    @Slot()
    def _on_cancel_wanted(self) -> None:
        if self._companions is not None and self._companions.question.is_asked:
            self._companions.question.stay()
        else:
            self._cancel()

    def _cancel(self) -> None:
        self.session.cancel_check()
        if self.microphone_session is not None:
            self.microphone_session.cancel()

    @Slot()
    def _on_readiness_changed(self) -> None:
        """The microphone page follows: one profile, and one at a time at the microphone."""
        if self.microphone_session is not None:
            now = self.session.situation
            self.microphone_session.use(now.profile, now.microphone, now.microphone_name)
            self.microphone_session.set_elsewhere_busy(is_busy=now.run is not None)

    @Slot()
    def _on_focus_wanted(self) -> None:
        self.show_page(_FOCUS)

    @Slot()
    def _on_history_wanted(self) -> None:
        self.show_page(_HISTORY)

    @Slot()
    def _on_check_finished(self) -> None:
        if self._history is not None:
            self._history.refresh()

    @Slot()
    def _on_minute_passed(self) -> None:
        if self.windowState() & Qt.WindowState.WindowMinimized:
            return
        self.session.refresh()


def _read_in(services: WindowServices, _ctx: JobContext, /) -> None:
    """Import all that `ensure_companions` needs, on a thread that nobody waits for."""
    import workspace_assistant.ui.companions  # noqa: F401 - the import is the work

    services.focus()
