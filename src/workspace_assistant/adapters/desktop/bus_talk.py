"""A connection to the session bus that hears signals while it asks."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from workspace_assistant.adapters.desktop.bus import SESSION, connected

if TYPE_CHECKING:
    from jeepney import Message

Hear = Callable[["Message"], None]
Answers = SimpleQueue["Message | None"]


class Talk:
    """One thread reads; it sleeps in the socket. Any thread may ask.

    Replies and signals have to come by one connection: some desktops tell the buttons of a
    notification to the program that showed it alone.
    """

    def __init__(self, hear: Hear) -> None:
        """Raises OSError where there is no session bus. *hear* is called by the reading thread."""
        self._hear = hear
        self._connection = connected(SESSION)
        self._lock = threading.Lock()
        self._waiting: dict[int, tuple[Hear, Answers]] = {}
        self._is_over = False
        self._thread = threading.Thread(target=self._listen, name="bus-talk", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the bus has gone, or this was closed."""
        return self._is_over

    def ask(self, message: Message, limit_s: float, then: Hear = lambda _: None) -> Message:
        """The reply, which may be an error. Raises OSError, as `TimeoutError` for none in time.

        *then* is called with it by the reading thread, before that hears anything that follows.
        """
        answers: Answers = SimpleQueue()
        serial = next(self._connection.outgoing_serial)
        try:
            with self._lock:
                if self._is_over:
                    raise ConnectionResetError("the bus has gone")
                self._waiting[serial] = (then, answers)
                self._connection.send(message, serial=serial)
            reply = answers.get(timeout=limit_s)
        except Empty:
            raise TimeoutError("nobody answers") from None
        finally:
            with self._lock:
                self._waiting.pop(serial, None)
        if reply is None:
            raise ConnectionResetError("the bus has gone")
        return reply

    def close(self) -> None:
        """From any thread but the reading one; also where the bus has gone already."""
        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def _listen(self) -> None:
        # The bus goes, or sends what is no message.
        with suppress(OSError, ValueError):
            while True:
                self._take(self._connection.receive())
        with self._lock:
            self._is_over = True
            for _, answers in self._waiting.values():
                answers.put(None)
        self._connection.close()

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields

        serial = message.header.fields.get(HeaderFields.reply_serial)
        if serial is None:
            self._hear(message)
            return
        with self._lock:
            waiting = self._waiting.get(serial)
        if waiting is not None:
            then, answers = waiting
            then(message)
            answers.put(message)
