"""One TCP or TLS connection whose every wait has a deadline and notices a stop."""

from __future__ import annotations

import socket
import ssl
import struct
import time
from collections.abc import Sequence

from workspace_assistant.adapters.network.endpoint import Address
from workspace_assistant.adapters.network.exchange_error import connecting
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.race import connect

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
        sock = connect(addresses, limits, halt)
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
