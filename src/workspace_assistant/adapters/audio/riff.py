"""Looks whether a WAV file is one and is all there: sound libraries read a cut file in silence."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

_CHUNK = struct.Struct("<4sI")
_UNKNOWN_SIZE = 0x7FFFF000  # programs that write to a pipe put this or more: they cannot know


class RiffError(Exception):
    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


def check_complete(file: BinaryIO) -> None:
    """Raise `RiffError` unless *file* is RIFF/WAVE and its data chunk ends inside the file."""
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    if length == 0:
        raise RiffError("file", "it is empty")
    start = file.read(12)
    if start[:4] == b"RF64" and start[8:] == b"WAVE":
        return  # sizes of 64 bits live elsewhere; the sound library knows
    if start[:4] != b"RIFF" or start[8:] != b"WAVE":
        raise RiffError("byte 0", "it is not a WAV file")
    position = 12
    while position + _CHUNK.size <= length:
        file.seek(position)
        name, size = _CHUNK.unpack(file.read(_CHUNK.size))
        position += _CHUNK.size
        if name == b"data":
            _check_data(position, size, length)
            return
        position += size + size % 2
    raise RiffError(f"byte {length}", "the file is cut off before its samples")


def _check_data(position: int, size: int, length: int) -> None:
    there = length - position
    if size == 0:
        raise RiffError(f"byte {position}", "it holds no samples")
    if there < size < _UNKNOWN_SIZE:
        reason = f"the file is cut off: {there} of {size} bytes of samples are there"
        raise RiffError(f"byte {length}", reason)
