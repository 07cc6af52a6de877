"""BreakNotifier: offers breaks by the break window, where that can appear quietly."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError
from workspace_assistant.ui.break_window import texts


class BreakNotifier(QObject):
    """Implements the port `Notifier`. `show` and `withdraw` are called on other threads.

    `offered` names the break that is offered, `withdrawn` says that none is. The answers come by
    the window's buttons.
    """

    offered = Signal(str)
    withdrawn = Signal()
    _shown = Signal(str)
    _gone = Signal()

    def __init__(self, parent: QObject, *, can_appear: bool) -> None:
        super().__init__(parent)
        self._can_appear = can_appear
        queued = Qt.ConnectionType.QueuedConnection
        self._shown.connect(self.offered, queued)
        self._gone.connect(self.withdrawn, queued)

    def show(self, reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        del on_action
        if not self._can_appear:
            raise NotShownError(texts.OPENS_ELSEWHERE)
        self._shown.emit(reminder.about)

    def withdraw(self, kind: ReminderKind, /) -> None:
        if kind is ReminderKind.BREAK:
            self._gone.emit()
