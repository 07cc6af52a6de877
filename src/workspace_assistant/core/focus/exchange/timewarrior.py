"""Timewarrior: its data files (`inc ... # tags`) and what `timew export` prints (JSON)."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workspace_assistant.core.focus.exchange.json_text import as_list, text_of
from workspace_assistant.core.focus.exchange.parsed import (
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

_LINE = re.compile(r"inc (\d{8}T\d{6}Z)(?: - (\d{8}T\d{6}Z))?(?: # (.*))?")
_RUNNING = "is still running"


def parse_timewarrior(text: str, taking: Taking) -> Parsed:
    """Raises `UserInputError` for what is neither."""
    if text.lstrip().startswith("["):
        return _of_export(text, taking)
    blocks, faults = each(text.splitlines(), "line", 1, lambda line: _of_line(line, taking))
    return gathered(blocks, faults)


def _of_export(text: str, taking: Taking) -> Parsed:
    blocks, faults = each(as_list(text), "entry", 1, lambda entry: _of_entry(entry, taking))
    return gathered(blocks, faults)


def _of_entry(entry: object, taking: Taking) -> Block:
    if not isinstance(entry, Mapping):
        raise EntryError("is no interval")
    return _block(
        text_of(entry, "start"),
        text_of(entry, "end", ""),
        _tags(entry),
        text_of(entry, "annotation", ""),
        taking,
    )


def _of_line(line: str, taking: Taking) -> Block | None:
    if not line.strip():
        return None
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise EntryError("is no interval of Timewarrior")
    start, end, rest = match.groups()
    tags, _, note = (rest or "").partition(" # ")
    return _block(start, end or "", tuple(_words(tags)), " ".join(_words(note)), taking)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise EntryError(f"has a quotation mark that does not end: {quoted(text)}") from error


def _block(start: str, end: str, tags: tuple[str, ...], note: str, taking: Taking) -> Block:
    if not end:
        raise EntryError(_RUNNING)
    name, others = (note, tags) if note else (tags[0] if tags else "", tags[1:])
    entry = Entry(name=name, started_at=_at(start), ended_at=_at(end), tags=others)
    return block_of_entry(entry, "timewarrior", taking)


def _at(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise EntryError(f"{quoted(text)} is no time") from error


def _tags(entry: Mapping[str, Any]) -> tuple[str, ...]:
    tags = entry.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise EntryError("tags is no list of texts")
    return tuple(tags)
