"""A connection to an X server of this computer that may die at any time."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from pathlib import Path

from workspace_assistant.adapters.desktop import x11_wire

SOCKETS = "/tmp/.X11-unix"  # noqa: S108 - where the X protocol has them
_ANSWER_S = 1.0
_LARGEST_GREETING_BYTES = 1 << 20


class X11Talk:
    """Opened by `open`; every method but `close` raises OSError."""

    def __init__(self, environment: Mapping[str, str] = os.environ, sockets: str = SOCKETS) -> None:
        self._environment, self._sockets = environment, sockets
        self._socket: socket.socket | None = None

    @property
    def is_open(self) -> bool:
        return self._socket is not None

    def open(self) -> bytes:
        """The server's greeting, without its head."""
        number = x11_wire.display_number(self._environment.get("DISPLAY", ""))
        if number is None:
            raise x11_wire.X11Error("no screen of this computer")
        connection = self._socket = _connected(f"{self._sockets}/X{number}")
        data = x11_wire.cookie(self._authority(), number, socket.gethostname())
        connection.sendall(x11_wire.setup_request(data))
        head = _received(connection, x11_wire.SETUP_HEAD_BYTES)
        return _received(connection, x11_wire.setup_rest_bytes(head))

    def ask(self, question: bytes) -> bytes:
        """The answer, whole."""
        if self._socket is None:
            raise x11_wire.X11Error("not connected")
        self._socket.sendall(question)
        while True:
            packet = _received(self._socket, x11_wire.PACKET_BYTES)
            rest = _received(self._socket, x11_wire.rest_bytes(packet))
            if x11_wire.is_reply(packet):
                return packet + rest

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def _authority(self) -> bytes:
        named = self._environment.get("XAUTHORITY")
        home = self._environment.get("HOME", "")
        try:
            return Path(named or f"{home}/.Xauthority").read_bytes()
        except OSError:
            return b""  # a server that asks for nothing may still let us in


def _connected(path: str) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_ANSWER_S)
    try:
        connection.connect(path)
    except OSError:
        connection.close()
        raise
    return connection


def _received(connection: socket.socket, count: int) -> bytes:
    if count > _LARGEST_GREETING_BYTES:
        raise x11_wire.X11Error("the X server talks too much")
    data = b""
    while len(data) < count:
        more = connection.recv(count - len(data))
        if not more:
            raise x11_wire.X11Error("the X server is gone")
        data += more
    return data
