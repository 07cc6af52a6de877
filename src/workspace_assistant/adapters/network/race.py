"""Connecting to a server that has several addresses, some of which may be dead (RFC 8305)."""

from __future__ import annotations

import errno
import selectors
import socket
import time
from collections.abc import Sequence

from workspace_assistant.adapters.network.endpoint import Address
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.limits import EngineLimits

# A second address is tried beside the first after this long (RFC 8305, section 5).
_NEXT_ADDRESS_AFTER_S = 0.25
_IN_PROGRESS = {0, errno.EINPROGRESS, errno.EWOULDBLOCK}


def connect(addresses: Sequence[Address], limits: EngineLimits, halt: Halt) -> socket.socket:
    """The first address that answers wins; attempts run side by side. Raises OSError."""
    race = _Race(list(addresses))
    try:
        deadline_s = time.monotonic() + limits.connect_s
        while time.monotonic() < deadline_s:
            halt.check()
            winner = race.step(limits.poll_s)
            if winner is not None:
                return winner
        raise TimeoutError
    finally:
        race.close()


class _Race:
    """Connection attempts side by side."""

    def __init__(self, waiting: list[Address]) -> None:
        self._waiting = waiting
        self._selector = selectors.DefaultSelector()
        self._next_at_s = 0.0
        self._error = OSError(errno.EADDRNOTAVAIL, "no address")

    def step(self, wait_s: float) -> socket.socket | None:
        """Begin an attempt if one is due, look at the others. Raises when all have failed."""
        if self._waiting and time.monotonic() >= self._next_at_s:
            self._begin(*self._waiting.pop(0))
        if not self._selector.get_map():
            if self._waiting:
                self._next_at_s = 0.0
                return None
            raise self._error
        for key, _ in self._selector.select(min(wait_s, _NEXT_ADDRESS_AFTER_S)):
            sock = key.fileobj
            if isinstance(sock, socket.socket) and self._has_won(sock):
                return sock
        return None

    def close(self) -> None:
        for key in list(self._selector.get_map().values()):
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.close()
        self._selector.close()

    def _begin(self, family: socket.AddressFamily, address: tuple[object, ...]) -> None:
        self._next_at_s = time.monotonic() + _NEXT_ADDRESS_AFTER_S
        try:
            sock = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:  # this system has no such address family
            self._note(error)
            return
        sock.setblocking(False)  # noqa: FBT003 - the standard library's own signature
        code = sock.connect_ex(address)
        if code in _IN_PROGRESS:
            self._selector.register(sock, selectors.EVENT_WRITE)
        else:
            sock.close()
            self._note(OSError(code, "connect"))

    def _has_won(self, sock: socket.socket) -> bool:
        self._selector.unregister(sock)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code == 0:
            return True
        sock.close()
        self._note(OSError(code, "connect"))
        self._next_at_s = 0.0
        return False

    def _note(self, error: OSError) -> None:
        """Keep what tells most: a refusal came from the server, anything else only from the way."""
        if not isinstance(self._error, ConnectionRefusedError):
            self._error = error
