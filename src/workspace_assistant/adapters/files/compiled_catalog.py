"""Reads a compiled catalog of gettext (.mo) sentence by sentence.

The standard library's reader takes in a whole catalog before it says the first word: 10 ms of every
command that is typed. The file is sorted, so each sentence is found where it lies.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<4I2I")  # magic, version, sentences, their table, their translations' table
_ENTRY = struct.Struct("<2I")  # length, place


class CompiledCatalog:
    """Implements `Catalog`. Written by ourselves alone: little endian, UTF-8, sorted.

    Raises:
        ValueError: the bytes are no such catalog.
    """

    def __init__(self, content: bytes, plural: Callable[[int], int]) -> None:
        if len(content) < _HEAD.size:
            raise ValueError("too short for a catalog")
        magic, _, self._size, self._sentences, self._said, *_ = _HEAD.unpack_from(content)
        tables_end = max(self._sentences, self._said) + self._size * _ENTRY.size
        if magic != _MAGIC or tables_end > len(content):
            raise ValueError("no catalog, or not a whole one")
        self._content, self._plural = content, plural

    def gettext(self, message: str, /) -> str:
        said = self._find(message.encode())
        return message if said is None else said.decode()

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        said = self._find(f"{one}\0{many}".encode())
        forms = () if said is None else said.decode().split("\0")
        form = self._plural(number)
        if form < len(forms):
            return forms[form]
        return one if number == 1 else many

    def sentences(self) -> Iterator[str]:
        for row in range(self._size):
            yield self._text(self._sentences, row).decode().partition("\0")[0]

    def _find(self, wanted: bytes) -> bytes | None:
        low, high = 0, self._size
        while low < high:
            middle = (low + high) // 2
            found = self._text(self._sentences, middle)
            if found == wanted:
                return self._text(self._said, middle)
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return None

    def _text(self, table: int, row: int) -> bytes:
        length, place = _ENTRY.unpack_from(self._content, table + row * _ENTRY.size)
        return self._content[place : place + length]
