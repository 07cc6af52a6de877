"""Counts payload in HTTP/1.1 bodies: by length, in chunks (RFC 9112, section 7.1), to the end."""

from __future__ import annotations

from typing import Protocol

_LINE_BYTES = 256
_TRAILER_BYTES = 8192


class MalformedBodyError(Exception):
    """The body breaks the rules of chunked transfer."""


class BodyMeter(Protocol):
    """Fed with what came from the wire, says how much of it was payload."""

    payload_bytes: int
    is_finished: bool

    def feed(self, data: memoryview) -> int:
        """Take bytes of the body; returns how many belong to it, payload or not."""


class LengthMeter:
    """A body of announced length."""

    def __init__(self, length_bytes: int) -> None:
        self.payload_bytes = 0
        self._left_bytes = length_bytes
        self.is_finished = length_bytes == 0

    def feed(self, data: memoryview) -> int:
        taken = min(len(data), self._left_bytes)
        self._left_bytes -= taken
        self.payload_bytes += taken
        self.is_finished = self._left_bytes == 0
        return taken


class OpenEndedMeter:
    """A body that ends where the connection ends."""

    def __init__(self) -> None:
        self.payload_bytes = 0
        self.is_finished = False

    def feed(self, data: memoryview) -> int:
        self.payload_bytes += len(data)
        return len(data)


class ChunkMeter:
    """A chunked body. Raises `MalformedBodyError` when its framing is broken or endless."""

    def __init__(self) -> None:
        self.payload_bytes = 0
        self.is_finished = False
        self._left_bytes = 0  # of the current chunk, with the line end after it
        self._line = bytearray()
        self._is_trailer = False
        self._trailer_bytes = 0

    def feed(self, data: memoryview) -> int:
        position = 0
        while position < len(data) and not self.is_finished:
            if self._left_bytes:
                position += self._take_payload(len(data) - position)
            else:
                position += self._take_line(data[position:])
        return position

    def _take_payload(self, available: int) -> int:
        taken = min(available, self._left_bytes)
        line_end = 2
        payload_left = max(0, self._left_bytes - line_end)
        self.payload_bytes += min(taken, payload_left)
        self._left_bytes -= taken
        return taken

    def _take_line(self, data: memoryview) -> int:
        head = bytes(data[:_LINE_BYTES])
        end = head.find(b"\n")
        part = head if end < 0 else head[: end + 1]
        self._line += part
        if len(self._line) > _LINE_BYTES:
            raise MalformedBodyError
        if end >= 0:
            line = bytes(self._line).strip()
            self._line.clear()
            self._end_line(line)
        return len(part)

    def _end_line(self, line: bytes) -> None:
        if self._is_trailer:
            self._trailer_bytes += len(line)
            if self._trailer_bytes > _TRAILER_BYTES:
                raise MalformedBodyError
            self.is_finished = not line
            return
        size = _chunk_size(line)
        if size == 0:
            self._is_trailer = True
        else:
            self._left_bytes = size + 2


def _chunk_size(line: bytes) -> int:
    digits = line.split(b";", 1)[0].strip()
    if (
        not digits
        or len(digits) > 16
        or any(byte not in b"0123456789abcdefABCDEF" for byte in digits)
    ):
        raise MalformedBodyError
    return int(digits, 16)
