"""The few bytes of the X protocol that a question about idle time takes.

X Window System Protocol, X Version 11, appendix B, and X11 Screen Saver Extension 1.0. Not by the
X library: that one ends the whole process when its server dies.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

COOKIE = b"MIT-MAGIC-COOKIE-1"
EXTENSION = b"MIT-SCREEN-SAVER"

PACKET_BYTES = 32
SETUP_HEAD_BYTES = 8

_QUERY_EXTENSION = 98
_QUERY_VERSION, _QUERY_INFO = 0, 1
_ERROR, _REPLY, _GENERIC_EVENT = 0, 1, 35
_SETUP_DONE = 1
_FAMILY_LOCAL, _FAMILY_WILD = 256, 65535


class X11Error(OSError):
    """The server said no, or something that is no X."""


@dataclass(frozen=True, slots=True)
class Credential:
    """One entry of an X authority file (Xau)."""

    family: int
    address: bytes
    display: bytes
    name: bytes
    data: bytes


def display_number(display: str) -> str | None:
    """Of ``:0.1`` or ``unix:0``; None where the screen is on another computer, or nowhere."""
    host, colon, rest = display.rpartition(":")
    number, _, _screen = rest.partition(".")
    is_here = host in {"", "unix"} and bool(colon) and number.isascii() and number.isdecimal()
    return number if is_here else None


def credentials(content: bytes) -> Iterator[Credential]:
    """The entries of an authority file, up to where it is cut off."""
    position = 0
    while position + 2 <= len(content):
        (family,) = struct.unpack_from(">H", content, position)
        position += 2
        parts = []
        for _ in range(4):
            if position + 2 > len(content):
                return
            (size,) = struct.unpack_from(">H", content, position)
            parts.append(content[position + 2 : position + 2 + size])
            position += 2 + size
        if position > len(content):
            return
        yield Credential(family, *parts)


def cookie(content: bytes, number: str, host_name: str) -> bytes:
    """What opens the display of this computer; empty where the file holds nothing for it."""
    for one in credentials(content):
        is_here = one.family == _FAMILY_WILD or (
            one.family == _FAMILY_LOCAL and one.address == host_name.encode()
        )
        if is_here and one.display in {b"", number.encode()} and one.name == COOKIE:
            return one.data
    return b""


def setup_request(data: bytes) -> bytes:
    name = COOKIE if data else b""
    head = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(data))
    return head + _padded(name) + _padded(data)


def setup_rest_bytes(head: bytes) -> int:
    """How many bytes follow the head; raises `X11Error` when the server refuses."""
    if head[0] != _SETUP_DONE:
        raise X11Error("the X server refuses the connection")
    (units,) = struct.unpack_from("<H", head, 6)
    return int(units) * 4


def root_window(setup: bytes) -> int:
    """Of the first screen, from what follows the head."""
    try:
        (vendor_bytes,) = struct.unpack_from("<H", setup, 16)
        formats = setup[21]
        (root,) = struct.unpack_from("<I", setup, 32 + _padded_bytes(vendor_bytes) + 8 * formats)
    except (struct.error, IndexError) as error:
        raise X11Error("the X server's greeting is cut off") from error
    return int(root)


def extension_request() -> bytes:
    size = 2 + _padded_bytes(len(EXTENSION)) // 4
    return struct.pack("<BxHHxx", _QUERY_EXTENSION, size, len(EXTENSION)) + _padded(EXTENSION)


def extension_opcode(reply: bytes) -> int:
    """Raises `X11Error` when the server has no such extension."""
    if not reply[8]:
        raise X11Error("the X server has no screen saver extension")
    return reply[9]


def version_request(opcode: int) -> bytes:
    return struct.pack("<BBHBBxx", opcode, _QUERY_VERSION, 2, 1, 0)


def info_request(opcode: int, root: int) -> bytes:
    return struct.pack("<BBHI", opcode, _QUERY_INFO, 2, root)


def idle_ms(reply: bytes) -> int:
    (since_input_ms,) = struct.unpack_from("<I", reply, 16)
    return int(since_input_ms)


def rest_bytes(packet: bytes) -> int:
    """How many bytes follow this packet's 32."""
    (units,) = struct.unpack_from("<I", packet, 4)
    return int(units) * 4 if packet[0] in {_REPLY, _GENERIC_EVENT} else 0


def is_reply(packet: bytes) -> bool:
    """Not an event, which servers send unasked; raises `X11Error` for an error."""
    if packet[0] == _ERROR:
        raise X11Error(f"the X server says error {packet[1]}")
    return packet[0] == _REPLY


def _padded(data: bytes) -> bytes:
    return data + bytes(_padded_bytes(len(data)) - len(data))


def _padded_bytes(size: int) -> int:
    return (size + 3) // 4 * 4
