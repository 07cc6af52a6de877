"""Seconds since the last input on an X server of this computer."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from pathlib import Path

from workspace_assistant.adapters.desktop import x11_wire

_SOCKETS = "/tmp/.X11-unix"  # noqa: S108 - where the X protocol has them
_ANSWER_S = 1.0
_LARGEST_GREETING_BYTES = 1 << 20


class X11Idle:
    """One connection, opened anew when it breaks. A server that dies is no answer, and no more."""

    def __init__(
        self, environment: Mapping[str, str] = os.environ, sockets: str = _SOCKETS
    ) -> None:
        self._environment, self._sockets = environment, sockets
        self._socket: socket.socket | None = None
        self._question = b""

    def idle_s(self) -> float | None:
        """None where no server of this computer answers."""
        number = x11_wire.display_number(self._environment.get("DISPLAY", ""))
        if number is None:
            return None
        try:
            connection = self._socket or self._opened(number)
            return x11_wire.idle_ms(_asked(connection, self._question)) / 1000
        except OSError:
            self.close()
            return None

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def _opened(self, number: str) -> socket.socket:
        connection = self._socket = _connected(f"{self._sockets}/X{number}")
        data = x11_wire.cookie(self._authority(), number, socket.gethostname())
        connection.sendall(x11_wire.setup_request(data))
        head = _received(connection, x11_wire.SETUP_HEAD_BYTES)
        setup = _received(connection, x11_wire.setup_rest_bytes(head))
        opcode = x11_wire.extension_opcode(_asked(connection, x11_wire.extension_request()))
        _asked(connection, x11_wire.version_request(opcode))
        self._question = x11_wire.info_request(opcode, x11_wire.root_window(setup))
        return connection

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


def _asked(connection: socket.socket, question: bytes) -> bytes:
    connection.sendall(question)
    while True:
        packet = _received(connection, x11_wire.PACKET_BYTES)
        _received(connection, x11_wire.rest_bytes(packet))
        if x11_wire.is_reply(packet):
            return packet


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
