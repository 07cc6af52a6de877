"""Timewarrior: its data files (`inc ... # tags`) and what `timew export` prints (JSON)."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from workspace_assistant.core.focus.exchange.json_text import as_list, text_of
from workspace_assistant.core.focus.exchange.parsed import (
    ENTRY,
    LINE,
    Entry,
    EntryError,
    Parsed,
    Taking,
    block_of_entry,
    each,
    gathered,
    quoted,
)
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_RUNNING = QT_TRANSLATE_NOOP(
    "focus",
    "{name} was still running when the file was made: its end is not known, and it was left out. "
    "Stop it in Timewarrior and import again.",
)
_NAMELESS_RUNNING = QT_TRANSLATE_NOOP(
    "focus",
    "“An interval” was still running when the file was made: its end is not known, and it was left "
    "out. Stop it in Timewarrior and import again.",
)
_NO_INTERVAL = QT_TRANSLATE_NOOP("focus", "is no interval")
_NOT_OF_TIMEWARRIOR = QT_TRANSLATE_NOOP("focus", "is no interval of Timewarrior")
_NO_TAGS = QT_TRANSLATE_NOOP("focus", "tags is no list of texts")
_OPEN_QUOTATION = QT_TRANSLATE_NOOP("focus", "has a quotation mark that does not end: {text}")
_NO_TIME = QT_TRANSLATE_NOOP("focus", "{text} is no time")

_Facts = tuple[str, str, tuple[str, ...], str]  # start, end (empty: it goes on), tags, note

_LINE = re.compile(r"inc (\d{8}T\d{6}Z)(?: - (\d{8}T\d{6}Z))?(?: # (.*))?")


def parse_timewarrior(text: str, taking: Taking) -> Parsed:
    """Raises `UserInputError` for what is neither."""
    reader = _Reader(taking)
    if text.lstrip().startswith("["):
        blocks, faults = each(as_list(text), ENTRY, 1, reader.of_entry)
    else:
        blocks, faults = each(text.splitlines(), LINE, 1, reader.of_line)
    return gathered(blocks, faults, tuple(map(_left_out, reader.running)))


def _left_out(name: str) -> Phrase:
    return Phrase(_RUNNING, name=quoted(name)) if name else Phrase(_NAMELESS_RUNNING)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Attributes: `running` are the names of intervals that go on; they are left out."""

    taking: Taking
    running: list[str] = field(default_factory=list)

    def of_entry(self, entry: object) -> Block | None:
        return self._block(*_facts_of_entry(entry))

    def of_line(self, line: str) -> Block | None:
        return self._block(*_facts_of_line(line)) if line.strip() else None

    def _block(self, start: str, end: str, tags: tuple[str, ...], note: str) -> Block | None:
        name, others = (note, tags) if note else (tags[0] if tags else "", tags[1:])
        if not end:
            self.running.append(name)
            return None
        entry = Entry(name=name, started_at=_at(start), ended_at=_at(end), tags=others)
        return block_of_entry(entry, "timewarrior", self.taking)


def _facts_of_entry(entry: object) -> _Facts:
    if not isinstance(entry, Mapping):
        raise EntryError(_NO_INTERVAL)
    return (
        text_of(entry, "start"),
        text_of(entry, "end", ""),
        _tags(entry),
        text_of(entry, "annotation", ""),
    )


def _facts_of_line(line: str) -> _Facts:
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise EntryError(_NOT_OF_TIMEWARRIOR)
    start, end, rest = match.groups()
    tags, _, note = (rest or "").partition(" # ")
    return start, end or "", tuple(_words(tags)), " ".join(_words(note))


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise EntryError(_OPEN_QUOTATION, text=quoted(text)) from error


def _at(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise EntryError(_NO_TIME, text=quoted(text)) from error


def _tags(entry: Mapping[str, Any]) -> tuple[str, ...]:
    tags = entry.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise EntryError(_NO_TAGS)
    return tuple(tags)
