"""Backups and what they change, as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from workspace_assistant.core.data_keeping.model import Backup, Difference, KindCount, Preview
from workspace_assistant.core.data_keeping.texts import KIND_WORDS, REASON_WORDS
from workspace_assistant.core.errors import UserInputError

_KILOBYTE, _MEGABYTE = 1000, 1_000_000
DECLINED = "Nothing was changed."
NO_ANSWER = "Nothing was changed: there is nobody to ask here. To go on, add --yes"


def is_agreed(ask: Callable[[str], str] | None, question: str) -> bool:
    """Raises `UserInputError` where nobody can be asked."""
    if ask is None:
        raise UserInputError(NO_ANSWER)
    return ask(f"{question} [y/N] ").strip().lower() in {"y", "yes"}


def when(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def size(size_bytes: int) -> str:
    if size_bytes < _MEGABYTE:
        return f"{size_bytes / _KILOBYTE:,.0f} kB"
    return f"{size_bytes / _MEGABYTE:,.1f} MB"


def backup_line(backup: Backup, zone: tzinfo) -> str:
    told = f"{when(backup.made_at, zone)}  {Path(backup.path).name}  {size(backup.size_bytes)}"
    return f"{told}  {REASON_WORDS[backup.reason]}"


def count_line(count: KindCount, zone: tzinfo) -> str:
    words = f"{KIND_WORDS[count.kind]}: {count.rows:,}"
    if count.earliest_at is None or count.latest_at is None:
        return words
    return f"{words}, {_day(count.earliest_at, zone)} to {_day(count.latest_at, zone)}"


def preview_lines(preview: Preview, zone: tzinfo) -> Iterator[str]:
    made = "at an unknown time" if preview.made_at is None else when(preview.made_at, zone)
    by = f" by version {preview.app_version}" if preview.app_version else ""
    yield f"{preview.path}: made {made}{by}"
    for count in preview.contents.kinds:
        if count.rows:
            yield f"  {count_line(count, zone)}"
    yield from _files(preview)
    if preview.damage:
        yield preview.damage
        yield "What the damaged database holds cannot be compared; it is kept under another name."
        return
    yield from _losses(preview)


def _files(preview: Preview) -> Iterator[str]:
    if preview.files is None:
        yield "  the database alone: choices and profile stay as they are"
        return
    for name, is_there in preview.files.items():
        yield f"  {name}" if is_there else f"  no {name}"


def _losses(preview: Preview) -> Iterator[str]:
    if preview.loses_nothing:
        yield "Nothing that is there now would be lost."
        return
    yield "Compared with now:"
    for one in preview.differences:
        if one.lost or one.changed:
            yield f"  {KIND_WORDS[one.kind]}: {_loss(one)}"


def _loss(one: Difference) -> str:
    told = [f"{one.rows:,} now, {one.rows_then:,} then"]
    told += [f"{one.lost:,} would be gone"] if one.lost else []
    told += [f"{one.changed:,} would be as they were"] if one.changed else []
    return "; ".join(told)


def _day(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d}"
