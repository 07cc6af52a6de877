"""Relays on loopback that misbehave. Each answers by UDP from a thread of its own."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

# What a relay sends for one packet of ours.
Behavior = Callable[[bytes], list[bytes]]

_MAGIC_COOKIE = 0x2112A442
_ALLOCATE_ERROR = 0x0113


class HostileRelay:
    """A context manager; `uri` is what a profile would name."""

    def __init__(self, behavior: Behavior) -> None:
        self._behavior = behavior
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", 0))
        self._udp.settimeout(0.05)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self.uri = f"turn:127.0.0.1:{self._udp.getsockname()[1]}?transport=udp"
        self.asked = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._is_over.set()
        self._thread.join()
        self._udp.close()

    def _serve(self) -> None:
        while not self._is_over.is_set():
            try:
                packet, sender = self._udp.recvfrom(2048)
            except TimeoutError:
                continue
            self.asked += 1
            for answer in self._behavior(packet):
                self._udp.sendto(answer, sender)


def refusing(packet: bytes) -> list[bytes]:
    """401 again and again, whatever the password."""
    realm, nonce = _attribute(0x0014, b"lab"), _attribute(0x0015, b"0123456789")
    return [_error(packet, b"\0\0\4\1No", realm + nonce)]


def full(packet: bytes) -> list[bytes]:
    """Allocation quota reached, before it asks for a password."""
    return [_error(packet, b"\0\0\4\x56Full")]


def silent(packet: bytes) -> list[bytes]:
    del packet
    return []


def babbling(packet: bytes) -> list[bytes]:
    """Nothing of it is STUN, and some of it nearly is."""
    header = packet[:20]
    short = struct.pack("!HHI", _ALLOCATE_ERROR, 8, _MAGIC_COOKIE) + header[8:20]
    return [
        b"",
        b"\0",
        b"HTTP/1.1 200 OK\r\n\r\n",
        bytes(2000),
        header,
        packet,
        short + struct.pack("!HH", 0x000D, 1) + b"x\0\0\0",  # a LIFETIME of one byte
        short + struct.pack("!HH", 0x0009, 2) + b"\4\1\0\0",  # an ERROR-CODE of two
        short + struct.pack("!HH", 0x0014, 2) + b"\xff\xfe\0\0",  # a REALM that is no text
        b"\x40\0\xff\xff" + bytes(10),  # a channel's data, cut off
    ]


def _attribute(kind: int, value: bytes) -> bytes:
    return struct.pack("!HH", kind, len(value)) + value + bytes(-len(value) % 4)


def _error(packet: bytes, code: bytes, more: bytes = b"") -> bytes:
    body = _attribute(0x0009, code) + more
    return struct.pack("!HHI", _ALLOCATE_ERROR, len(body), _MAGIC_COOKIE) + packet[8:20] + body
