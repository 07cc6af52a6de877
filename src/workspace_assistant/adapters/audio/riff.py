"""Finds format and samples in a WAV file, and trusts nothing that the file says of itself.

RIFF/WAVE with 32-bit sizes, RF64 and BW64 (EBU Tech 3306) with 64-bit ones; ``WAVE_FORMAT_PCM``,
``IEEE_FLOAT`` and ``EXTENSIBLE``. Only chunk heads are read, at most 200 of them and a few bytes
each, so neither a huge chunk nor a million small ones costs memory or time. The size of the file,
not that in its head, says what is there.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_EXTENSION = struct.Struct("<HHI16s")
_LONG_SIZES = struct.Struct("<QQ")  # of the file and of its samples
_UNKNOWN_SIZE = 0x7FFFF000  # programs that write to a pipe put this or more: they cannot know
_MOST_CHUNKS = 200
_DECISIVE = (b"fmt ", b"data")
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
# The end of every sub-format that only stretches a format code to 16 bytes.
_SUBFORMAT_END = bytes.fromhex("000000001000800000aa00389b71")
_AGAIN = "copy or save it again"
_CODE_NAMES = {2: "Microsoft ADPCM", 6: "A-law", 7: "mu-law", 17: "IMA ADPCM", 85: "MP3"}


class RiffError(Exception):
    """`place` in the file, empty for the whole of it, and the reason with the next step."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WavLayout:
    """Where the samples lie and how they are written. `frames` are all there: none is cut off."""

    sample_rate_hz: int
    channels: int
    bits: int
    is_float: bool
    position: int
    frames: int

    @property
    def frame_bytes(self) -> int:
        return self.channels * self.bits // 8


@dataclass(frozen=True, slots=True)
class _Format:
    """The bytes of one chunk of the format: code, channels, rate, rate in bytes, frame, bits."""

    code: int
    channels: int
    sample_rate_hz: int
    frame_bytes: int
    bits: int


@dataclass(frozen=True, slots=True)
class _Data:
    """Where the samples begin, their size as the file says it, and where the file ends."""

    position: int
    size: int
    length: int
    is_long: bool


def read_layout(file: BinaryIO) -> WavLayout:
    """What *file* holds. Raises `RiffError` for what is no whole WAV file of plain samples."""
    length = file.seek(0, os.SEEK_END)
    if length == 0:
        raise RiffError("", "it is empty; record or copy it again")
    file.seek(0)
    has_long_sizes = _has_long_sizes(file.read(12))
    long_size: int | None = None
    form: _Format | None = None
    for name, size, position in _chunks(file, length):
        if name == b"ds64" and has_long_sizes:
            long_size = _read_long_size(file, size, position)
        elif name == b"fmt " and form is None:
            form = _read_format(file, size, position)
        elif name == b"data":
            if form is None:
                raise RiffError(
                    f"byte {position}", f"the samples come before their format; {_AGAIN}"
                )
            is_long = has_long_sizes and size == 0xFFFFFFFF and long_size is not None
            data = _Data(position, (long_size or 0) if is_long else size, length, is_long)
            return _layout(file, form, data)
    raise RiffError("", f"there are {_MOST_CHUNKS} chunks and no samples; {_AGAIN}")


def _chunks(file: BinaryIO, length: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, size and place of one chunk after the other; the samples alone may be cut off."""
    position = 12
    for _ in range(_MOST_CHUNKS):
        file.seek(position)
        head = file.read(_CHUNK.size)
        if len(head) < _CHUNK.size:
            raise RiffError(f"byte {length}", f"the file is cut off before its samples; {_AGAIN}")
        name, size = _CHUNK.unpack(head)
        position += _CHUNK.size
        if name != b"data" and position + size > length:
            raise RiffError(f"byte {length}", f"the file is cut off before its samples; {_AGAIN}")
        yield name, size, position
        position += size
        if size % 2:
            position += _padding(file, position)


def _padding(file: BinaryIO, end: int) -> int:
    """1 after a chunk of odd size, and 0 where the program forgot the byte that has to follow.

    That byte is 0 as a rule and in no case tells; the name of the next chunk does.
    """
    file.seek(end)
    start = file.read(5)
    without, with_byte = start[:4], start[1:]
    is_forgotten = without in _DECISIVE or (_is_name(without) and not _is_name(with_byte))
    return 0 if is_forgotten else 1


def _is_chunk(file: BinaryIO, position: int, length: int) -> bool:
    """Whether a whole chunk begins there, rather than samples."""
    file.seek(position)
    head = file.read(_CHUNK.size)
    if len(head) < _CHUNK.size:
        return False
    name, size = _CHUNK.unpack(head)
    return _is_name(name) and position + _CHUNK.size + size <= length


def _is_name(name: bytes) -> bool:
    return len(name) == 4 and all(0x20 <= byte < 0x7F for byte in name)


def _has_long_sizes(start: bytes) -> bool:
    if start[:4] not in (b"RIFF", b"RF64", b"BW64") or start[8:] != b"WAVE":
        raise RiffError("byte 0", "it is not a WAV file; save the recording as one")
    return start[:4] != b"RIFF"


def _read_long_size(file: BinaryIO, size: int, position: int) -> int:
    if size < _LONG_SIZES.size:
        raise RiffError(f"byte {position}", f"the description of the sizes is too short; {_AGAIN}")
    data_bytes: int = _LONG_SIZES.unpack(file.read(_LONG_SIZES.size))[1]
    return data_bytes


def _read_format(file: BinaryIO, size: int, position: int) -> _Format:
    if size < _FORMAT.size:
        raise RiffError(f"byte {position}", f"the description of the format is too short; {_AGAIN}")
    code, channels, rate_hz, _, frame_bytes, bits = _FORMAT.unpack(file.read(_FORMAT.size))
    if code == _EXTENSIBLE:
        extension = file.read(min(size - _FORMAT.size, _EXTENSION.size))
        code = _extended_code(extension, position)
    return _Format(code, channels, rate_hz, frame_bytes, bits)


def _extended_code(extension: bytes, position: int) -> int:
    if len(extension) < _EXTENSION.size:
        raise RiffError(f"byte {position}", f"the description of the format is too short; {_AGAIN}")
    subformat: bytes = _EXTENSION.unpack(extension)[3]
    if subformat[2:] != _SUBFORMAT_END:
        reason = "the samples are of an unknown sub-format; save them as plain PCM or float"
        raise RiffError("header", reason)
    return int.from_bytes(subformat[:2], "little")


def _layout(file: BinaryIO, form: _Format, data: _Data) -> WavLayout:
    _check_format(form)
    position, size, there = data.position, data.size, data.length - data.position
    is_unknown = size >= _UNKNOWN_SIZE and not data.is_long
    if size == 0 and not _is_chunk(file, position, data.length):
        # A recorder that was killed: it writes the size at the end, and never got there.
        is_unknown, size = True, there
    if size == 0 or there == 0:
        raise RiffError(f"byte {position}", f"it holds no samples; {_AGAIN}")
    if there < size and not is_unknown:
        reason = f"the file is cut off: {there} of {size} bytes of samples are there; {_AGAIN}"
        raise RiffError(f"byte {data.length}", reason)
    frames, rest = divmod(min(size, there), form.frame_bytes)
    if rest and not is_unknown:
        reason = (
            f"the {size} bytes of samples do not divide into frames of {form.frame_bytes}; {_AGAIN}"
        )
        raise RiffError(f"byte {position}", reason)
    return WavLayout(
        sample_rate_hz=form.sample_rate_hz,
        channels=form.channels,
        bits=form.bits,
        is_float=form.code == _FLOAT,
        position=position,
        frames=frames,
    )


def _check_format(form: _Format) -> None:
    kinds = {_PCM: (16, 24, 32), _FLOAT: (32, 64)}
    if form.code not in kinds:
        name = _CODE_NAMES.get(form.code, f"of an unknown kind ({form.code})")
        raise RiffError("header", f"the samples are {name}; save them as plain PCM or float")
    if form.bits not in kinds[form.code]:
        kind = "float" if form.code == _FLOAT else "integers"
        reason = f"the samples are {form.bits}-bit {kind}; save them as 16-, 24-, 32-bit or float"
        raise RiffError("header", reason)
    if form.channels == 0 or form.frame_bytes != form.channels * form.bits // 8:
        reason = (
            f"{form.channels} channels of {form.bits} bits do not make {form.frame_bytes} bytes; "
            f"{_AGAIN}"
        )
        raise RiffError("header", reason)
