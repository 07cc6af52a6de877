"""One TCP or TLS connection whose every wait has a deadline and notices a stop."""

from __future__ import annotations

import errno
import selectors
import socket
import ssl
import struct
import time
from collections.abc import Sequence

from workspace_assistant.adapters.network.endpoint import Address
from workspace_assistant.adapters.network.exchange_error import connecting
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.limits import EngineLimits

# A second address is tried beside the first after this long (RFC 8305, section 5).
_NEXT_ADDRESS_AFTER_S = 0.25
_IN_PROGRESS = {0, errno.EINPROGRESS, errno.EWOULDBLOCK}
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_NOT_NOW = (TimeoutError, BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)


class Wire:
    """An open connection. Its methods raise OSError; `HaltedError` when stopped."""

    def __init__(self, sock: socket.socket, halt: Halt, poll_s: float) -> None:
        self.sock = sock
        self.halt = halt
        self._poll_s = poll_s
        sock.settimeout(poll_s)

    def receive_into(self, buffer: memoryview) -> int | None:
        """Bytes read; 0 at the end of the stream; None when nothing came within the poll time."""
        self.halt.check()
        try:
            return self.sock.recv_into(buffer)
        except _NOT_NOW:
            return None

    def receive_now(self, size: int) -> bytes | None:
        """What already lies here; None when nothing does. Never waits."""
        self.sock.settimeout(0)
        try:
            return self.sock.recv(size)
        except _NOT_NOW:
            return None
        finally:
            self.sock.settimeout(self._poll_s)

    def send(self, data: memoryview) -> int:
        """Bytes taken by the system, 0 when it took none within the poll time."""
        self.halt.check()
        try:
            return self.sock.send(data)
        except _NOT_NOW:
            return 0

    def send_all(self, data: bytes, timeout_s: float) -> None:
        deadline_s = time.monotonic() + timeout_s
        rest = memoryview(data)
        while rest:
            rest = rest[self.send(rest) :]
            if rest and time.monotonic() > deadline_s:
                raise TimeoutError

    def close(self) -> None:
        """End at once with a reset: what is still under way must not load the line any longer."""
        try:
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        finally:
            self.sock.close()


def open_wire(
    addresses: Sequence[Address],
    tls: tuple[ssl.SSLContext, str] | None,
    limits: EngineLimits,
    halt: Halt,
) -> Wire:
    """Connect, and secure when *tls* (context, server name) is given. Raises `ExchangeError`."""
    sock: socket.socket | None = None
    try:
        sock = _connect(addresses, limits, halt)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls is not None:
            sock = _secure(sock, tls, limits, halt)
        return Wire(sock, halt, limits.poll_s)
    except OSError as error:
        if sock is not None:
            sock.close()
        halt.check()
        raise connecting(error) from error


def _secure(
    sock: socket.socket, tls: tuple[ssl.SSLContext, str], limits: EngineLimits, halt: Halt
) -> ssl.SSLSocket:
    context, name = tls
    with halt.breaks(sock):
        sock.settimeout(limits.handshake_s)
        secured = context.wrap_socket(sock, server_hostname=name)
        if halt.is_set():
            secured.close()
        return secured


def _connect(addresses: Sequence[Address], limits: EngineLimits, halt: Halt) -> socket.socket:
    """The first address that answers wins; attempts run side by side (RFC 8305)."""
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
            self._error = error
            return
        sock.setblocking(False)  # noqa: FBT003 - the standard library's own signature
        code = sock.connect_ex(address)
        if code in _IN_PROGRESS:
            self._selector.register(sock, selectors.EVENT_WRITE)
        else:
            sock.close()
            self._error = OSError(code, "connect")

    def _has_won(self, sock: socket.socket) -> bool:
        self._selector.unregister(sock)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code == 0:
            return True
        sock.close()
        self._error = OSError(code, "connect")
        self._next_at_s = 0.0
        return False
