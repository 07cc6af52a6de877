"""The window: navigation at the left, one page at a time, and a notice when something happens."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from workspace_assistant.core.first_run.steps import Step
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.text import in_english
from workspace_assistant.ui import texts
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.page_names import FIRST_RUN, PageName
from workspace_assistant.ui.pages import Pages
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.icons import program_icon
from workspace_assistant.ui.widgets.navigation import Navigation
from workspace_assistant.ui.widgets.placing import fitted
from workspace_assistant.ui.widgets.spoken_role import speak_as
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.ui.window_top import WindowTop
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:
    from workspace_assistant.core.data_keeping.erasing import Erasing
    from workspace_assistant.ui.companions import Companions

log = logging.getLogger(__name__)

PAGES = {
    PageName.TODAY: texts.TODAY,
    PageName.READINESS: texts.READINESS,
    PageName.MICROPHONE: texts.MICROPHONE,
    PageName.FOCUS: texts.FOCUS,
    PageName.BREAKS: texts.BREAKS,
    PageName.SHIFTS: texts.SHIFTS,
    PageName.WEEK: texts.WEEK,
    PageName.HISTORY: texts.HISTORY,
    PageName.DATA: texts.DATA,
    PageName.SETTINGS: texts.SETTINGS,
    PageName.HELP: texts.HELP,
}
_ORDER = tuple(PAGES)
# Of the program itself, below those of the day.
_APART = {PageName.DATA, PageName.SETTINGS, PageName.HELP}
_MOST_NUMBERS = 9
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_FOLD_BELOW_UNITS = 185
_TIGHT_BELOW_UNITS = 120
_SMALLEST_UNITS = (160, 130)
_FIRST_SIZE_UNITS = (295, 190)
_GEOMETRY = "window/geometry"
_APPEARANCE, _KEEPS_IN_TRAY = frozenset({"appearance", "focus.single_keys", "motion"}), "tray.keep"
_CLOCK_INTERVAL_MS = 60_000
_TITLE_BAR_UNITS = 9
_PANEL_COMES_WITHIN_MS = 10_000  # at login it may start after us


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What follows once the window is closed: it opens anew, or everything is erased."""

    erasing: Erasing | None = None
    keeps_secrets: bool = False


class MainWindow(QWidget):
    """`opened` follows the first paint, `closing` comes with the end of the program.

    `after` says what follows then; None for nothing. `appearance_chosen` comes with another choice
    of light or dark.
    """

    opened = Signal()
    closing = Signal()
    appearance_chosen = Signal()

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
        self._companions: Companions | None = None
        self.after: After | None = None
        self.sessions = Sessions(services, runner, wording, self)
        self.session = self.sessions.readiness
        self._build_window()
        self._build_navigation()
        self._build_content()
        self._build_shortcuts()
        self._connect()
        self.show_page(PageName.TODAY)

    def show_page(self, name: PageName) -> None:
        self._navigation.show()
        before = self.pages.currentWidget()  # may be the first steps, which are no page
        self.pages.show_page(name)
        self._navigation.show_page(_ORDER.index(name))
        if self.pages.currentWidget() is not before or not self.windowTitle():
            self._tell_page(self._wording.say(PAGES[name]))

    def begin_first_run(self, step: Step) -> None:
        """Go through the first steps from *step* on, instead of a page."""
        self.sessions.first_run.begin(step)
        self._navigation.hide()
        self.pages.show_first_run()
        self.opened.connect(self.sessions.first_run.open)

    @Slot()
    def warn_of_fault(self) -> None:
        """Something unforeseen happened anywhere in the program; the log has it."""
        self.top.warn(self._wording.say(texts.UNFORESEEN))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_opened:
            self._is_opened = True
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # no ring before the first Tab

        if self._companions is not None:
            self._companions.set_seen(is_seen=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._companions is not None:
            self._companions.set_seen(is_seen=False)

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
        width, navigation = event.size().width(), self._navigation
        is_narrow, is_tight = (
            width < grid_px(_FOLD_BELOW_UNITS),
            width < grid_px(_TIGHT_BELOW_UNITS),
        )
        if (is_narrow, is_tight) != (navigation.is_folded, navigation.is_tight):
            navigation.fold(is_folded=is_narrow, is_tight=is_tight)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the page had no use for."""
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()  # Qt presses with Space alone outside of dialogs
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Where there is a panel the program goes on in it; else this is the end.

        A running check is given up then: nothing of it was saved yet. Of a running block it is
        asked first what becomes of it; closed again, that goes on.
        """
        if self._stays_in_tray():
            event.ignore()
            self._fold_into_tray()
            return
        if self._asks_first():
            event.ignore()
            return
        self._is_leaving = True
        self._clock.stop()
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self.sessions.cancel()
        if self._companions is not None:
            self._companions.close()
        self.closing.emit()
        super().closeEvent(event)

    @Slot()
    def quit(self) -> None:
        """End the program; of a running block it is asked first."""
        if not self._asks_first():
            self.leave()

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

    def ensure_companions(self) -> Companions:
        """What goes with a running block, from the first moment after the first paint."""
        if self._companions is None:
            from workspace_assistant.ui.companions import Companions

            made = Companions(
                self.sessions,
                self._services,
                self._runner,
                self._settings,
                self._wording,
                self,
                self.top,
            )
            made.window_wanted.connect(self.come_up)
            made.page_wanted.connect(self._on_page_wanted_from_outside)
            made.check_wanted.connect(self._on_check_wanted_from_outside)
            made.damaged.connect(self.top.warn_of_damage)
            made.quit_wanted.connect(self.quit)
            made.question.leaving.connect(self.leave)
            made.question.stayed.connect(self.top.fold)
            self.top.add(made.question)
            made.set_seen(is_seen=self.isVisible())
            self._companions = made
        return self._companions

    @Slot(list)
    def asked_to_come_up(self, arguments: list[str]) -> None:
        """By a second start; one at login asks for no window."""
        from workspace_assistant.core.schedule.model import IN_TRAY

        if IN_TRAY not in arguments:
            self.come_up()

    def open_in_tray(self) -> None:
        """Start without a window; where no panel comes up, with one that is minimized."""
        self._is_painted = True
        self._opening.start()
        QTimer.singleShot(_PANEL_COMES_WITHIN_MS, self, self._look_for_panel)

    @Slot()
    def _look_for_panel(self) -> None:
        if self._companions is not None:
            self._companions.tray.refresh()
        if not self.isVisible() and not self._is_leaving and not self._stays_in_tray():
            self.showMinimized()

    def _stays_in_tray(self) -> bool:
        if self._is_leaving or _is_session_ending() or self._companions is None:
            return False
        return not self._companions.question.is_asked and self._companions.stays_in_tray

    def _fold_into_tray(self) -> None:
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self.hide()
        if self._companions is not None:
            self._companions.tell_that_it_stays()

    def _asks_first(self) -> bool:
        if self._is_leaving or _is_session_ending() or self._companions is None:
            return False
        if not self._companions.asks_first():
            return False
        self.top.show()
        self.come_up()
        return True

    def _tell_page(self, title: str) -> None:
        """Whose focus stays where it was hears what came beside it."""
        self._on_titled(title)
        if page := self.pages.currentWidget():
            page.setAccessibleName(title)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, title))

    @Slot(str)
    def _on_titled(self, title: str) -> None:
        self.setWindowTitle(f"{title} \u2013 {self._wording.say(texts.APP_NAME)}")

    def _build_window(self) -> None:
        speak_as(self, QAccessible.Role.Window)
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
        for name, title in PAGES.items():
            self._navigation.add_page(say(title), name, is_apart=name in _APART)

    def _build_content(self) -> None:
        self.top = WindowTop(self._wording, self)
        self.pages = Pages(self.sessions, self._services, self._runner, self._wording, self)
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(self.top)
        content.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addLayout(content, 1)

    def _build_shortcuts(self) -> None:
        for keys, slot in (
            ("F1", self._on_help_wanted),
            ("F5", self._on_check_wanted),
            ("Ctrl+R", self._on_check_wanted),
            ("Esc", self._on_cancel_wanted),
            ("Ctrl+M", self._on_mini_wanted),
            ("Ctrl+,", self._on_settings_wanted),
            ("Ctrl+Q", self.quit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        for number, name in enumerate(_ORDER[:_MOST_NUMBERS], 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setObjectName(name)
            shortcut.activated.connect(self._on_page_key)

    def _connect(self) -> None:
        self._opening.timeout.connect(self.opened)
        self._opening.timeout.connect(self.session.open)
        self._opening.timeout.connect(self._on_opened)
        self._navigation.page_chosen.connect(self._on_page_chosen)
        self.pages.check_wanted.connect(self._on_check_wanted)
        self.pages.mini_wanted.connect(self._on_mini_wanted)
        self.pages.page_wanted.connect(self._on_page_wanted)
        self.pages.titled.connect(self._on_titled)
        self.sessions.told.connect(self.top.tell)
        self.sessions.warned.connect(self.top.warn)
        self.sessions.untold.connect(self.top.untell)
        self.sessions.settled.connect(self._on_settled)
        self.sessions.erase_wanted.connect(self._on_erase_wanted)
        self.sessions.restart_wanted.connect(self._on_restart_wanted)
        self.top.page_wanted.connect(self._on_page_wanted)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_INTERVAL_MS)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self._on_minute_passed)
        self._clock.start()

    @Slot(object, bool)
    def _on_erase_wanted(self, found: Erasing, keep_secrets: bool) -> None:  # noqa: FBT001 - a signal's
        self.after = After(erasing=found, keeps_secrets=keep_secrets)
        self.leave()

    @Slot()
    def _on_restart_wanted(self) -> None:
        self.after = After()
        self.leave()

    @Slot(int)
    def _on_page_chosen(self, index: int) -> None:
        self.show_page(_ORDER[index])

    @Slot(str)
    def _on_page_wanted(self, name: str) -> None:
        if name == FIRST_RUN:
            self.begin_first_run(Step.WELCOME)
            self.sessions.first_run.open()
        else:
            self.show_page(PageName(name))

    @Slot()
    def _on_page_key(self) -> None:
        self.show_page(PageName(self.sender().objectName()))

    @Slot()
    def _on_help_wanted(self) -> None:
        """About the page that is shown."""
        about = self.pages.shown
        self.show_page(PageName.HELP)
        self.pages.help.open_at(about)

    @Slot()
    def _on_settings_wanted(self) -> None:
        self.show_page(PageName.SETTINGS)
        self.pages.settings.open_search()

    @Slot(object)
    def _on_settled(self, names: frozenset[str]) -> None:
        """Settings that parts of the window go by were changed."""
        if _APPEARANCE & names:
            self.appearance_chosen.emit()
        if _KEEPS_IN_TRAY in names and self._companions is not None:
            self._runner.start(
                lambda _: self._services.keeps_in_tray(),
                owner=self,
                done=self._on_keeping_read,
                failed=self._on_not_read_in,
            )

    def _on_keeping_read(self, is_kept: bool) -> None:  # noqa: FBT001 - a job's answer
        if self._companions is not None:
            self._companions.tray.show_keeping(is_on=is_kept)

    @Slot()
    def _on_check_wanted(self) -> None:
        self.show_page(PageName.READINESS)
        self.session.start_check()

    @Slot()
    def _on_check_wanted_from_outside(self) -> None:
        self.come_up()
        self._on_check_wanted()

    @Slot(str)
    def _on_page_wanted_from_outside(self, name: str) -> None:
        self.come_up()
        self._on_page_wanted(name)

    @Slot()
    def _on_opened(self) -> None:
        """What a running block needs is read in by a worker: it would hold the window up."""
        QApplication.setWindowIcon(program_icon())
        self._runner.start(
            partial(_read_in, self._services),
            owner=self,
            done=self._on_read_in,
            failed=self._on_not_read_in,
        )

    def _on_read_in(self, is_kept: bool) -> None:  # noqa: FBT001 - a job's answer
        if not self._is_leaving:
            self.ensure_companions().tray.show_keeping(is_on=is_kept)
            self.pages.today.use(self.sessions.today)

    def _on_not_read_in(self, error: Exception) -> None:
        log.error("the parts of focus blocks could not be loaded", exc_info=error)
        self.warn_of_fault()

    @Slot()
    def _on_mini_wanted(self) -> None:
        self.ensure_companions().toggle_mini()

    @Slot()
    def _on_cancel_wanted(self) -> None:
        if QToolTip.isVisible():  # it may cover something: that alone goes then
            QToolTip.hideText()
            return
        if self._companions is not None and self._companions.question.is_asked:
            self._companions.question.stay()
        else:
            self.sessions.cancel()

    @Slot()
    def _on_minute_passed(self) -> None:
        """Pages that nobody sees are left alone; the icon in the panel is not."""
        if self.isVisible() and not self.isMinimized():
            self.session.refresh()
        elif self._companions is not None:
            self._companions.look()


def _is_session_ending() -> bool:
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()


def _read_in(services: WindowServices, _ctx: JobContext, /) -> bool:
    """Import what is shown after the first paint, on a thread that nobody waits for.

    Gives whether closing the window leaves the program in the panel.
    """
    import workspace_assistant.ui.breaks.session
    import workspace_assistant.ui.companions
    import workspace_assistant.ui.today.cards
    import workspace_assistant.ui.today.session
    import workspace_assistant.ui.week.session  # noqa: F401 - the imports are the work

    services.focus()
    services.shifts()
    services.line()
    services.breaks(in_english)
    services.week()
    return services.keeps_in_tray()
