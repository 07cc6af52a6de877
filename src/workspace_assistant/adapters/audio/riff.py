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

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

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
_CODE_NAMES = {2: "Microsoft ADPCM", 6: "A-law", 7: "mu-law", 17: "IMA ADPCM", 85: "MP3"}

_AT_BYTE = QT_TRANSLATE_NOOP("microphone", "byte {number}")
_HEADER = QT_TRANSLATE_NOOP("microphone", "header")
_EMPTY = QT_TRANSLATE_NOOP("microphone", "it is empty; record or copy it again")
_NO_FORMAT = QT_TRANSLATE_NOOP(
    "microphone", "the samples come before their format; copy or save it again"
)
_NO_DATA = QT_TRANSLATE_NOOP(
    "microphone", "there are {number} chunks and no samples; copy or save it again"
)
_CUT_EARLY = QT_TRANSLATE_NOOP(
    "microphone", "the file is cut off before its samples; copy or save it again"
)
_NO_WAV = QT_TRANSLATE_NOOP("microphone", "it is not a WAV file; save the recording as one")
_SHORT_SIZES = QT_TRANSLATE_NOOP(
    "microphone", "the description of the sizes is too short; copy or save it again"
)
_SHORT_FORMAT = QT_TRANSLATE_NOOP(
    "microphone", "the description of the format is too short; copy or save it again"
)
_SUBFORMAT = QT_TRANSLATE_NOOP(
    "microphone", "the samples are of an unknown sub-format; save them as plain PCM or float"
)
_NO_SAMPLES = QT_TRANSLATE_NOOP("microphone", "it holds no samples; copy or save it again")
_CUT_OFF = QT_TRANSLATE_NOOP(
    "microphone",
    "the file is cut off: {there} of {whole} bytes of samples are there; copy or save it again",
)
_UNEVEN = QT_TRANSLATE_NOOP(
    "microphone",
    "the {whole} bytes of samples do not divide into frames of {frame}; copy or save it again",
)
_CODED = QT_TRANSLATE_NOOP("microphone", "the samples are {name}; save them as plain PCM or float")
_UNKNOWN_CODE = QT_TRANSLATE_NOOP(
    "microphone", "the samples are of an unknown kind ({code}); save them as plain PCM or float"
)
_BITS_OF_FLOAT = QT_TRANSLATE_NOOP(
    "microphone", "the samples are {bits}-bit float; save them as 16-, 24-, 32-bit or float"
)
_BITS_OF_INTEGERS = QT_TRANSLATE_NOOP(
    "microphone", "the samples are {bits}-bit integers; save them as 16-, 24-, 32-bit or float"
)
_WRONG_FRAMES = QT_TRANSLATE_NOOP(
    "microphone",
    "{channels} channels of {bits} bits do not make {frame} bytes; copy or save it again",
)


class RiffError(Exception):
    """`place` in the file, None for the whole of it, and the reason with the next step."""

    def __init__(self, place: Phrase | None, reason: Phrase) -> None:
        super().__init__(f"{place or ''}: {reason}")
        self.place = place
        self.reason = reason


def at_byte(position: int) -> Phrase:
    """A place in the file."""
    return Phrase(_AT_BYTE, number=str(position))


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
        raise RiffError(None, Phrase(_EMPTY))
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
                raise RiffError(at_byte(position), Phrase(_NO_FORMAT))
            is_long = has_long_sizes and size == 0xFFFFFFFF and long_size is not None
            data = _Data(position, (long_size or 0) if is_long else size, length, is_long)
            return _layout(file, form, data)
    raise RiffError(None, Phrase(_NO_DATA, number=str(_MOST_CHUNKS)))


def _chunks(file: BinaryIO, length: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, size and place of one chunk after the other; the samples alone may be cut off."""
    position = 12
    for _ in range(_MOST_CHUNKS):
        file.seek(position)
        head = file.read(_CHUNK.size)
        if len(head) < _CHUNK.size:
            raise RiffError(at_byte(length), Phrase(_CUT_EARLY))
        name, size = _CHUNK.unpack(head)
        position += _CHUNK.size
        if name != b"data" and position + size > length:
            raise RiffError(at_byte(length), Phrase(_CUT_EARLY))
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
        raise RiffError(at_byte(0), Phrase(_NO_WAV))
    return start[:4] != b"RIFF"


def _read_long_size(file: BinaryIO, size: int, position: int) -> int:
    if size < _LONG_SIZES.size:
        raise RiffError(at_byte(position), Phrase(_SHORT_SIZES))
    data_bytes: int = _LONG_SIZES.unpack(file.read(_LONG_SIZES.size))[1]
    return data_bytes


def _read_format(file: BinaryIO, size: int, position: int) -> _Format:
    if size < _FORMAT.size:
        raise RiffError(at_byte(position), Phrase(_SHORT_FORMAT))
    code, channels, rate_hz, _, frame_bytes, bits = _FORMAT.unpack(file.read(_FORMAT.size))
    if code == _EXTENSIBLE:
        extension = file.read(min(size - _FORMAT.size, _EXTENSION.size))
        code = _extended_code(extension, position)
    return _Format(code, channels, rate_hz, frame_bytes, bits)


def _extended_code(extension: bytes, position: int) -> int:
    if len(extension) < _EXTENSION.size:
        raise RiffError(at_byte(position), Phrase(_SHORT_FORMAT))
    subformat: bytes = _EXTENSION.unpack(extension)[3]
    if subformat[2:] != _SUBFORMAT_END:
        raise RiffError(Phrase(_HEADER), Phrase(_SUBFORMAT))
    return int.from_bytes(subformat[:2], "little")


def _layout(file: BinaryIO, form: _Format, data: _Data) -> WavLayout:
    _check_format(form)
    position, size, there = data.position, data.size, data.length - data.position
    is_unknown = size >= _UNKNOWN_SIZE and not data.is_long
    if size == 0 and not _is_chunk(file, position, data.length):
        # A recorder that was killed: it writes the size at the end, and never got there.
        is_unknown, size = True, there
    if size == 0 or there == 0:
        raise RiffError(at_byte(position), Phrase(_NO_SAMPLES))
    if there < size and not is_unknown:
        reason = Phrase(_CUT_OFF, there=str(there), whole=str(size))
        raise RiffError(at_byte(data.length), reason)
    frames, rest = divmod(min(size, there), form.frame_bytes)
    if rest and not is_unknown:
        reason = Phrase(_UNEVEN, whole=str(size), frame=str(form.frame_bytes))
        raise RiffError(at_byte(position), reason)
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
        raise RiffError(Phrase(_HEADER), _coded(form.code))
    if form.bits not in kinds[form.code]:
        sentence = _BITS_OF_FLOAT if form.code == _FLOAT else _BITS_OF_INTEGERS
        raise RiffError(Phrase(_HEADER), Phrase(sentence, bits=str(form.bits)))
    if form.channels == 0 or form.frame_bytes != form.channels * form.bits // 8:
        reason = Phrase(
            _WRONG_FRAMES,
            channels=str(form.channels),
            bits=str(form.bits),
            frame=str(form.frame_bytes),
        )
        raise RiffError(Phrase(_HEADER), reason)


def _coded(code: int) -> Phrase:
    if code not in _CODE_NAMES:
        return Phrase(_UNKNOWN_CODE, code=str(code))
    return Phrase(_CODED, name=_CODE_NAMES[code])
