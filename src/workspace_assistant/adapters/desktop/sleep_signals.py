"""Hears logind announce sleep and waking."""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from workspace_assistant.adapters.desktop.bus import SYSTEM, connected
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.ports import Sleep

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_SENDER = "org.freedesktop.login1"
_INTERFACE = "org.freedesktop.login1.Manager"
_PATH = "/org/freedesktop/login1"
_MEMBER = "PrepareForSleep"
_RETRY_S = 60.0
_MOST = 64  # of a computer that nobody asks any more


class SleepSignals:
    """A thread that sleeps in the system bus's socket; the clocks are read when a signal comes.

    Where there is no system bus it tries again once a minute.
    """

    def __init__(self, read: Callable[[], Reading]) -> None:
        self._read = read
        self._heard: deque[Sleep] = deque(maxlen=_MOST)
        self._is_over = threading.Event()
        self._lock = threading.Lock()
        self._connection: DBusConnection | None = None
        self._thread = threading.Thread(target=self._listen, name="sleep-signals", daemon=True)
        self._thread.start()

    def sleeps(self) -> tuple[Sleep, ...]:
        """Those since the last time this was asked."""
        told = []
        while self._heard:
            told.append(self._heard.popleft())
        return tuple(told)

    def close(self) -> None:
        with self._lock:
            self._is_over.set()
            if self._connection is not None:
                with suppress(OSError):  # it may be gone already
                    self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def _listen(self) -> None:
        while not self._is_over.is_set():
            # The bus is not there, or is restarted.
            with suppress(OSError):
                self._hear()
            self._is_over.wait(_RETRY_S)

    def _hear(self) -> None:
        with connected(SYSTEM) as connection:
            with self._lock:
                if self._is_over.is_set():
                    return
                self._connection = connection
            try:
                _ask_for_signals(connection)
                while True:
                    self._note(connection.receive())
            finally:
                with self._lock:
                    self._connection = None

    def _note(self, message: Message) -> None:
        from jeepney import HeaderFields

        fields = message.header.fields
        is_it = fields.get(HeaderFields.member) == _MEMBER
        if is_it and message.body and isinstance(message.body[0], bool):
            self._heard.append(Sleep(is_asleep=message.body[0], reading=self._read()))


def _ask_for_signals(connection: DBusConnection) -> None:
    from jeepney import MatchRule
    from jeepney.bus_messages import message_bus

    rule = MatchRule(
        type="signal", sender=_SENDER, interface=_INTERFACE, member=_MEMBER, path=_PATH
    )
    connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=1.0)
