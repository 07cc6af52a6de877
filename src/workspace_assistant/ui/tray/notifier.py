"""WindowNotifier: shows reminders where the desktop's own notifications cannot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from workspace_assistant.core.preshift.model import KEY_DEFAULT
from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError
from workspace_assistant.ui.tray import texts
from workspace_assistant.ui.tray.tray import Tray


class WindowNotifier(QObject):
    """Implements the port `Notifier` by messages at the icon in the panel.

    They have no buttons: a click is the only answer. `show` and `withdraw` are called on other
    threads.
    """

    _wanted = Signal(object, object)

    def __init__(self, tray: Tray) -> None:
        super().__init__(tray)
        self._tray = tray
        self._on_action: Callable[[str], None] | None = None
        self._icon: QSystemTrayIcon | None = None
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)

    def show(self, reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        if not self._tray.can_say:
            raise NotShownError(texts.NO_PANEL)
        self._wanted.emit(reminder, on_action)

    def withdraw(self, kind: ReminderKind, /) -> None:
        """Messages of a panel go by themselves."""

    @Slot(object, object)
    def _on_wanted(self, reminder: Reminder, on_action: Callable[[str], None]) -> None:
        self._on_action = on_action
        icon = self._tray.icon
        if icon is not None and icon is not self._icon:
            self._icon = icon
            icon.messageClicked.connect(self._on_clicked)
        self._tray.say(reminder.title, reminder.body)

    @Slot()
    def _on_clicked(self) -> None:
        on_action, self._on_action = self._on_action, None
        if on_action is not None:
            on_action(KEY_DEFAULT)
