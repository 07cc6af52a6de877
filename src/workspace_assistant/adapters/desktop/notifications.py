"""Notifications of desktops for Linux (Desktop Notifications Specification 1.2)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from workspace_assistant.adapters.desktop.bus_talk import Talk
from workspace_assistant.adapters.desktop.notification_board import Board, Shown
from workspace_assistant.adapters.desktop.notification_memory import Kept, Memory
from workspace_assistant.adapters.desktop.notification_messages import (
    NAME,
    PATH,
    call,
    number_in,
    sender_of,
)
from workspace_assistant.adapters.desktop.notification_text import body_of, title_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from jeepney import Message

NO_BUS = QT_TRANSLATE_NOOP(
    "notifications", "There is no desktop session that could show a notification."
)
NO_SERVICE = QT_TRANSLATE_NOOP("notifications", "This desktop shows no notifications.")
NO_ANSWER = QT_TRANSLATE_NOOP("notifications", "The desktop's notifications do not answer.")
REFUSED = QT_TRANSLATE_NOOP("notifications", "The desktop refuses the notification.")

_APP_NAME = "Workspace Assistant"
_DESKTOP_ENTRY = "workspace-assistant"
_BUS = "org.freedesktop.DBus"
_NORMAL = 1  # so that "do not disturb" holds it back
_HINTS = {"urgency": ("y", _NORMAL), "desktop-entry": ("s", _DESKTOP_ENTRY)}
_SILENT = {"suppress-sound": ("b", True)}  # it was heard already
_SERVERS_OWN_TIME = -1
_ANSWER_S = 3.0  # the bus may have to start the service first
_ATTEMPTS = 2  # the service may end while it is asked
_LOOK_AGAIN_S = 0.1
# There is none, or it cannot be started: each reason for that has a name of its own.
_ABSENT = tuple(f"{_BUS}.Error.{why}" for why in ("ServiceUnknown", "NameHasNoOwner", "Spawn."))
_GONE = f"{_BUS}.Error.NoReply"


class _GoneError(Exception):
    """The service ended, or the bus did; another may have come."""


class BusNotifier:
    """Implements `Notifier`. Connects when it first shows something; costs nothing before.

    Actions are told by a thread of their own, so that they may show something in turn.
    """

    def __init__(
        self, icon: str = "", answer_s: float = _ANSWER_S, kept: Kept | None = None
    ) -> None:
        """*icon* is a name of the desktop's icon theme or a ``file:`` address.

        What other programs have *kept* there is replaced and withdrawn as well.
        """
        self._icon, self._answer_s = icon, answer_s
        self._memory, self._bus = Memory(kept), ""
        self._showing = threading.Lock()
        self._talk: Talk | None = None
        self._board = Board()

    def show(self, reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        with self._showing:
            for _ in range(_ATTEMPTS):
                with suppress(_GoneError):
                    self._show(reminder, on_action)
                    return
            raise NotShownError(NO_ANSWER)

    def withdraw(self, kind: ReminderKind, /) -> None:
        with self._showing:
            shown = self._board.take(kind)
            with suppress(OSError, NotShownError, _GoneError):  # what is gone needs no withdrawing
                if shown is not None and self._talk is not None:
                    self._close(self._talk, shown.number)
                elif self._memory.has(kind):
                    talk = self._opened()
                    server, _ = self._abilities(talk)
                    self._close(talk, self._memory.number(kind, self._bus, server))
            self._memory.drop(kind)

    def listen(self, limit_s: float, ctx: JobContext) -> None:
        """Until every notification with buttons is answered or gone, or *limit_s* is over.

        An answer was received in full by then. For a program that would end otherwise: buttons
        that nobody will hear are taken off. Raises `JobCancelledError`.
        """
        deadline_s = time.monotonic() + limit_s
        try:
            while self._is_open() and time.monotonic() < deadline_s:
                ctx.wait(_LOOK_AGAIN_S)
        finally:
            self._take_buttons_off()

    def close(self) -> None:
        """Stops listening; what is on the screen stays."""
        with self._showing:
            if self._talk is not None:
                self._talk.close()
            self._talk = None
            self._board.clear()

    def _is_open(self) -> bool:
        is_heard = self._talk is not None and not self._talk.is_over
        return self._board.is_telling() or (is_heard and bool(self._board.awaited()))

    def _take_buttons_off(self) -> None:
        with self._showing:
            for shown in self._board.awaited():
                with suppress(NotShownError, _GoneError):
                    self._show(shown.reminder, shown.on_action, is_heard=False)

    def _close(self, talk: Talk, number: int) -> None:
        if number:
            talk.ask(call("CloseNotification", "u", number), self._answer_s)

    def _number(self, kind: ReminderKind, server: str) -> int:
        """Of the one to replace; 0 for none."""
        return self._board.number(kind, server) or self._memory.number(kind, self._bus, server)

    def _show(
        self, reminder: Reminder, on_action: Callable[[str], None], *, is_heard: bool = True
    ) -> None:
        talk = self._opened()
        server, abilities = self._abilities(talk)
        has_buttons = is_heard and "actions" in abilities
        actions = reminder.actions if has_buttons else ()
        message = call(
            "Notify",
            "susssasa{sv}i",
            _APP_NAME,
            self._number(reminder.kind, server),
            self._icon,
            title_of(reminder, abilities),
            body_of(reminder, abilities),
            [text for action in actions for text in (action.key, action.label)]
            + (["default", ""] if has_buttons else []),
            _HINTS if is_heard else _HINTS | _SILENT,
            _SERVERS_OWN_TIME,
        )
        note = partial(self._note, reminder, bool(actions), on_action)
        shown = self._answer(talk, message, note)
        self._memory.keep(reminder.kind, self._bus, sender_of(shown), number_in(shown))

    def _abilities(self, talk: Talk) -> tuple[str, frozenset[str]]:
        """Of the service that is there now, and its unique name."""
        reply = self._answer(talk, call("GetCapabilities"))
        told = reply.body[0] if reply.body and isinstance(reply.body[0], list) else []
        return sender_of(reply), frozenset(one for one in told if isinstance(one, str))

    def _answer(
        self, talk: Talk, message: Message, then: Callable[[Message], None] = lambda _: None
    ) -> Message:
        """Raises `NotShownError`, and `_GoneError` where asking again may help."""
        from jeepney import HeaderFields, MessageType

        try:
            reply = talk.ask(message, self._answer_s, then)
        except TimeoutError as error:
            raise NotShownError(NO_ANSWER) from error
        except OSError as error:
            talk.close()  # whose thread may not have noticed yet
            raise _GoneError from error
        if reply.header.message_type is MessageType.method_return:
            return reply
        name = str(reply.header.fields.get(HeaderFields.error_name))
        if name == _GONE:
            raise _GoneError
        raise NotShownError(NO_SERVICE if name.startswith(_ABSENT) else REFUSED)

    def _opened(self) -> Talk:
        if self._talk is not None and self._talk.is_over:
            self._talk.close()
            self._talk = None
            self._board.clear()
        if self._talk is None:
            try:
                self._talk = self._begun()
            except OSError as error:
                raise NotShownError(NO_BUS) from error
        return self._talk

    def _begun(self) -> Talk:
        talk = Talk(self._hear)
        try:
            self._ask_for_signals(talk)
        except OSError:
            talk.close()
            raise
        return talk

    def _ask_for_signals(self, talk: Talk) -> None:
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        owner = MatchRule(type="signal", sender=_BUS, member="NameOwnerChanged")
        owner.add_arg_condition(0, NAME)
        buttons = MatchRule(type="signal", sender=NAME, interface=NAME, path=PATH)
        for rule in (owner, buttons):
            talk.ask(message_bus.AddMatch(rule), self._answer_s)
        self._bus = str(*talk.ask(message_bus.GetId(), self._answer_s).body[:1])

    def _note(
        self,
        reminder: Reminder,
        is_awaited: bool,  # noqa: FBT001 - bound by partial, in front of what the bus gives
        on_action: Callable[[str], None],
        reply: Message,
    ) -> None:
        """Before anything that happens to it can be heard."""
        if number := number_in(reply):
            self._board.put(Shown(reminder, sender_of(reply), number, is_awaited, on_action))

    def _hear(self, message: Message) -> None:
        from jeepney import HeaderFields

        member = message.header.fields.get(HeaderFields.member)
        sender, body = sender_of(message), message.body
        match (member, *body):
            case "ActionInvoked", int(number), str(key):
                self._board.press(sender, number, key)
            case "NotificationClosed", int(number), int():
                for kind in self._board.forget(sender, number):
                    self._memory.drop(kind)
            case "NameOwnerChanged", str(), str(old), str() if sender == _BUS:
                self._board.forget_server(old)
