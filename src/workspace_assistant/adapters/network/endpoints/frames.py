"""WebSocket frames (RFC 6455, section 5.2): ours masked, the server's read head first."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

CLOSE = 0x8
PING = 0x9
PONG = 0xA

_FINAL = 0x80
_MASKED = 0x80
_RESERVED = 0x70
_OPCODE = 0x0F
_OPCODES = frozenset({0x0, 0x1, 0x2, CLOSE, PING, PONG})
_LONGEST_CONTROL = 125
_TWO_BYTES_MORE = 126
_EIGHT_BYTES_MORE = 127


class FrameFormatError(Exception):
    """Not a frame that a server may send."""


@dataclass(frozen=True, slots=True)
class FrameHead:
    opcode: int
    payload_bytes: int


def client_frame(opcode: int, payload: bytes) -> bytes:
    """A control frame; its payload has at most 125 bytes."""
    mask = secrets.token_bytes(4)
    hidden = bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))
    return bytes((_FINAL | opcode, _MASKED | len(payload))) + mask + hidden


def read_frame_head(take: Callable[[int], bytes]) -> FrameHead:
    """The head of the next frame; *take* gives that many bytes. Raises `FrameFormatError`."""
    first, second = take(2)
    opcode, size = first & _OPCODE, second & ~_MASKED
    if first & _RESERVED or opcode not in _OPCODES or second & _MASKED:
        raise FrameFormatError
    if opcode & 0x8 and (size > _LONGEST_CONTROL or not first & _FINAL):
        raise FrameFormatError
    if size == _TWO_BYTES_MORE:
        size = int.from_bytes(take(2), "big")
    elif size == _EIGHT_BYTES_MORE:
        size = int.from_bytes(take(8), "big")
    return FrameHead(opcode, size)
