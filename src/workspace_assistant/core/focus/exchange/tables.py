"""Delimited text (CSV): rows by the names in its first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.parsed import (
    LINE,
    MOST_ENTRIES,
    EntryError,
    Fault,
    Parsed,
    gathered,
)
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_COLUMNS = QT_TRANSLATE_NOOP("focus", "line 1: lacks the columns {missing}")
_TOO_MANY = QT_TRANSLATE_NOOP("focus", "holds more than {most} entries")
_NO_TABLE = QT_TRANSLATE_NOOP("focus", "line {line}: {reason}")

_BYTE_ORDER_MARK = "\ufeff"
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Attributes: `line` is where the row begins in the file, counted from 1."""

    line: int
    fields: dict[str, str]

    def text(self, name: str) -> str:
        return self.fields.get(name, "").strip()


def rows(text: str, needed: tuple[str, ...]) -> list[Row]:
    """All rows that hold anything. Raises `UserInputError` where the first line lacks names."""
    lines = _lines(text)
    _, first = next(lines, (1, []))
    names = [name.strip().lower() for name in first]
    missing = [name for name in needed if name.lower() not in names]
    if missing:
        raise UserInputError(_NO_COLUMNS, missing=", ".join(missing))
    found = [
        Row(line=line, fields=dict(zip(names, values, strict=False)))
        for line, values in islice(lines, MOST_ENTRIES + 1)
        if any(values)
    ]
    if len(found) > MOST_ENTRIES:
        raise UserInputError(_TOO_MANY, most=str(MOST_ENTRIES))
    return found


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The number of the line on which each record begins, and its fields."""
    table = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(table), strict=True, delimiter=_delimiter(table))
    line = 1
    try:
        for values in reader:
            yield line, values
            line = reader.line_num + 1
    except csv.Error as error:
        raise UserInputError(_NO_TABLE, line=str(reader.line_num), reason=str(error)) from error


def _delimiter(table: str) -> str:
    """Spreadsheets write semicolons, or tabs, where the comma is the decimal sign."""
    first = table.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def blocks_of_rows(found: list[Row], make: Callable[[Row], Block]) -> Parsed:
    """Blocks of the rows that can be read, and faults that name the line of the others."""
    blocks: list[Block] = []
    faults: list[Fault] = []
    for row in found:
        try:
            blocks.append(make(row))
        except EntryError as error:
            faults.append(Fault(place=Phrase(LINE, number=str(row.line)), reason=error.phrase))
    return gathered(blocks, faults)
