"""The icon in the panel: how ready one is, how the block stands, and what to do about both."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from workspace_assistant.ui.breaks.now_state import QUIET_S
from workspace_assistant.ui.breaks.session import BreaksSession
from workspace_assistant.ui.focus import texts as focus_texts
from workspace_assistant.ui.focus.cause_menu import add_causes
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.readiness.session import ReadinessSession
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.tray import texts
from workspace_assistant.ui.tray.view_state import (
    BreakMenu,
    PanelState,
    TrayState,
    break_menu,
    panel_state,
)
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.state_icon import badged_icon
from workspace_assistant.ui.wording.wording import Wording

_SIDE_PX = 22  # what panels ask for most; an icon carries it two and three times as large too
_MINUTE_MS = 60_000
_SLACK_MS = 500  # past the turn of the minute, not before it
_OPENING = {
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
}


class Tray(QObject):
    """Where the desktop has no panel for such icons, nothing happens.

    While a block runs it asks for the time once a minute.
    """

    window_wanted = Signal()
    check_wanted = Signal()
    quit_wanted = Signal()
    keep_toggled = Signal(bool)

    def __init__(
        self,
        checks: ReadinessSession,
        session: FocusSession,
        breaks: BreaksSession,
        wording: Wording,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._checks = checks
        self._session = session
        self._breaks = breaks
        self._wording = wording
        self._shown: PanelState | None = None
        self._break_menu: BreakMenu | None = None
        self._has_looked = False
        self._can_say = False
        self.icon: QSystemTrayIcon | None = None
        self._build_menu(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(session.look)
        session.changed.connect(self._on_changed)
        checks.changed.connect(self._on_changed)
        breaks.changed.connect(self._on_breaks_changed)
        self._on_breaks_changed()
        self._on_changed()

    @property
    def is_there(self) -> bool:
        """Somebody can open the window by it: the panel, another program, is asked anew."""
        is_shown = self.icon is not None and self.icon.isVisible()
        return is_shown and QSystemTrayIcon.isSystemTrayAvailable()

    @Slot()
    def refresh(self) -> None:
        """A minute passed: a verdict grows old, and a panel may have come since."""
        self._has_looked = self.icon is not None
        self._on_changed()

    def present(self, state: PanelState) -> None:
        """Only what differs is touched: a panel is another program."""
        icon = self._ensure_icon()
        if icon is None:
            return
        before, self._shown = self._shown, state
        if before is None or (before.look, before.badge) != (state.look, state.badge):
            icon.setIcon(panel_icon(state.look, state.badge))
        if before is None or before.tip != state.tip:
            icon.setToolTip(state.tip)
        stale_after_s = _stale_after_s(state)
        if before is None or _stale_after_s(before) != stale_after_s:
            self._wait(stale_after_s)
        self._present_menu(state)
        if not icon.isVisible():
            icon.show()

    @property
    def can_say(self) -> bool:
        """From any thread."""
        return self._can_say

    def say(self, title: str, body: str) -> bool:
        """Show a message at the icon, for as long as the desktop does; False where none can be."""
        if self.icon is None or not self.can_say:
            return False
        self.icon.showMessage(title, body, self.icon.icon())
        return True

    def show_keeping(self, *, is_on: bool) -> None:
        self.keep.setChecked(is_on)

    def close(self) -> None:
        self._shown = None
        self._timer.stop()
        if self.icon is not None:
            self.icon.hide()

    def _wait(self, stale_after_s: float | None) -> None:
        if stale_after_s is None:
            self._timer.stop()
        else:
            self._timer.start(min(round(stale_after_s * 1000), _MINUTE_MS) + _SLACK_MS)

    def _ensure_icon(self) -> QSystemTrayIcon | None:
        """Asked at most once a minute: the answer comes from the panel, and may take a while."""
        if self._has_looked:
            return self.icon
        self._has_looked = True
        if self.icon is None and QSystemTrayIcon.isSystemTrayAvailable():
            self.icon = QSystemTrayIcon(self)
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._on_activated)
            self._can_say = QSystemTrayIcon.supportsMessages()
        return self.icon

    def _present_menu(self, state: PanelState) -> None:
        self.check.setText(state.check)
        self.check.setEnabled(state.can_check)
        for part in (self.proceed, self.causes.menuAction(), self.back, self.end):
            part.setVisible(state.block is not None)
        if state.block is not None:
            self._present_block(state.block)

    def _present_block(self, state: TrayState) -> None:
        causes = self.causes.menuAction()
        self.proceed.setText(state.proceed)
        causes.setVisible(state.can_interrupt and not state.is_interrupted)
        self.back.setVisible(state.is_interrupted)
        for action in (self.proceed, causes, self.back, self.end):
            action.setEnabled(state.can_act)

    def _build_menu(self, parent: QWidget) -> None:
        say = self._wording.say
        self.menu = QMenu(parent)
        self.open_window = self.menu.addAction(say(texts.OPEN_WINDOW))
        self.open_window.triggered.connect(self.window_wanted)
        self.check = self.menu.addAction(say(texts.CHECK_NOW))
        self.check.triggered.connect(self._on_check_chosen)
        self.menu.addSeparator()
        self.proceed = self.menu.addAction(say(focus_texts.PAUSE))
        self.proceed.triggered.connect(self._session.proceed)
        self.causes = self.menu.addMenu(say(texts.INTERRUPTED_BY))
        add_causes(self.causes, self._wording, self._session.interrupt)
        self.back = self.menu.addAction(say(focus_texts.BACK))
        self.back.triggered.connect(self._session.come_back)
        self.end = self.menu.addAction(say(focus_texts.STOP))
        self.end.triggered.connect(self._session.stop)
        self.menu.addSeparator()
        self.break_now = self.menu.addAction("")
        self.break_now.triggered.connect(self._on_break_chosen)
        self.quiet = self.menu.addAction("")
        self.quiet.triggered.connect(self._on_quiet_chosen)
        self.menu.addSeparator()
        self.keep = self.menu.addAction(say(texts.KEEP))
        self.keep.setCheckable(True)
        self.keep.setChecked(True)
        self.keep.triggered.connect(self.keep_toggled)
        self.leave = self.menu.addAction(say(texts.QUIT))
        self.leave.triggered.connect(self.quit_wanted)
        self.menu.aboutToShow.connect(self._session.look)

    @Slot()
    def _on_changed(self) -> None:
        self.present(
            panel_state(self._checks.at_this_moment, self._session.situation, self._wording)
        )

    @Slot()
    def _on_breaks_changed(self) -> None:
        state = break_menu(self._breaks.situation, self._wording)
        if state == self._break_menu and state is not None:
            return
        self._break_menu = state
        for action in (self.break_now, self.quiet):
            action.setVisible(state is not None)
        if state is not None:
            self.break_now.setText(state.words)
            self.break_now.setEnabled(state.can_act)
            self.quiet.setText(state.quiet)

    @Slot()
    def _on_break_chosen(self) -> None:
        if self._break_menu is not None:
            self._breaks.answer(self._break_menu.act)

    @Slot()
    def _on_quiet_chosen(self) -> None:
        is_quiet = self._break_menu is not None and self._break_menu.is_quiet
        self._breaks.be_quiet(None if is_quiet else QUIET_S)

    @Slot()
    def _on_check_chosen(self) -> None:
        if self._checks.situation.run is None:
            self.check_wanted.emit()
        else:
            self._checks.cancel_check()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENING:
            self.window_wanted.emit()


def panel_icon(look: Look, badge: Look | None = None) -> QIcon:
    """A solid disc with a light drawing: seen on light panels and on dark ones."""
    return badged_icon(look, badge, LIGHT, _SIDE_PX)


def _stale_after_s(state: PanelState) -> float | None:
    return state.block.stale_after_s if state.block else None
