"""The icon in the panel while a block runs: how it stands, its time, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from workspace_assistant.ui.focus import texts as focus_texts
from workspace_assistant.ui.focus.cause_menu import add_causes
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.tray import texts
from workspace_assistant.ui.tray.view_state import TrayState, tray_state
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.state_icon import state_icon
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

    While nobody looks at the window it asks for the time once a minute.
    """

    window_wanted = Signal()

    def __init__(self, session: FocusSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._shown: TrayState | None = None
        self._has_looked = False
        self.icon: QSystemTrayIcon | None = None
        self._build_menu(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(session.look)
        session.changed.connect(self._on_changed)
        self._on_changed()

    def present(self, state: TrayState | None) -> None:
        """Only what differs is touched: a panel is another program."""
        if state is None:
            self.close()
            self._has_looked = False
            return
        icon = self._ensure_icon()
        if icon is None:
            return
        before, self._shown = self._shown, state
        if before is None or before.look != state.look:
            icon.setIcon(panel_icon(state.look))
        if before is None or before.tip != state.tip:
            icon.setToolTip(state.tip)
        if before is None or before.stale_after_s != state.stale_after_s:
            self._wait(state.stale_after_s)
        self._present_menu(state)
        if not icon.isVisible():
            icon.show()

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
        """Asked once for each block: the answer comes from the panel, and may take a while."""
        if self._has_looked:
            return self.icon
        self._has_looked = True
        if self.icon is None and QSystemTrayIcon.isSystemTrayAvailable():
            self.icon = QSystemTrayIcon(self)
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._on_activated)
        return self.icon

    def _present_menu(self, state: TrayState) -> None:
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
        self.menu.addSeparator()
        self.proceed = self.menu.addAction(say(focus_texts.PAUSE))
        self.proceed.triggered.connect(self._session.proceed)
        self.causes = self.menu.addMenu(say(texts.INTERRUPTED_BY))
        add_causes(self.causes, self._wording, self._session.interrupt)
        self.back = self.menu.addAction(say(focus_texts.BACK))
        self.back.triggered.connect(self._session.come_back)
        self.end = self.menu.addAction(say(focus_texts.STOP))
        self.end.triggered.connect(self._session.stop)
        self.menu.aboutToShow.connect(self._session.look)

    @Slot()
    def _on_changed(self) -> None:
        self.present(tray_state(self._session.situation, self._wording))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENING:
            self.window_wanted.emit()


def panel_icon(look: Look) -> QIcon:
    """A solid disc with a light drawing: seen on light panels and on dark ones."""
    return state_icon(look, LIGHT, _SIDE_PX, is_solid=True)
