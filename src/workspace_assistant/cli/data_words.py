"""Backups and what they change, as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from workspace_assistant.cli.agreeing import is_yes, yes_or_no
from workspace_assistant.cli.language import worded
from workspace_assistant.core.data_keeping.model import Backup, Difference, KindCount, Preview
from workspace_assistant.core.data_keeping.texts import KIND_WORDS, REASON_WORDS
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.joining import SEMICOLON, joined
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_KILOBYTE, _MEGABYTE = 1000, 1_000_000
DECLINED = QT_TRANSLATE_NOOP("cli", "Nothing was changed.")
NO_ANSWER = QT_TRANSLATE_NOOP(
    "cli", "Nothing was changed: there is nobody to ask here. To go on, add --yes"
)


def is_agreed(ask: Callable[[str], str] | None, question: str) -> bool:
    """Raises `RefusedError` where nobody can be asked."""
    if ask is None:
        raise RefusedError(NO_ANSWER)
    return is_yes(ask(yes_or_no(question)))


def when(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def size(size_bytes: int) -> str:
    if size_bytes < _MEGABYTE:
        return f"{size_bytes / _KILOBYTE:,.0f} kB"
    return f"{size_bytes / _MEGABYTE:,.1f} MB"


def backup_line(backup: Backup, zone: tzinfo) -> str:
    told = f"{when(backup.made_at, zone)}  {Path(backup.path).name}  {size(backup.size_bytes)}"
    reason = worded(REASON_WORDS[backup.reason])
    return f"{told}  {reason}"


def count_line(count: KindCount, zone: tzinfo) -> str:
    kind, rows = worded(KIND_WORDS[count.kind]), f"{count.rows:,}"
    if count.earliest_at is None or count.latest_at is None:
        return worded("{kind}: {rows}", kind=kind, rows=rows)
    first, last = _day(count.earliest_at, zone), _day(count.latest_at, zone)
    return worded("{kind}: {rows}, {first} to {last}", kind=kind, rows=rows, first=first, last=last)


def preview_lines(preview: Preview, zone: tzinfo) -> Iterator[str]:
    yield _made_line(preview, zone)
    for count in preview.contents.kinds:
        if count.rows:
            yield f"  {count_line(count, zone)}"
    yield from _files(preview)
    if preview.damage:
        yield worded(preview.damage)
        yield worded(
            "What the damaged database holds cannot be compared; it is kept under another name."
        )
        return
    yield from _losses(preview)


def _made_line(preview: Preview, zone: tzinfo) -> str:
    made = preview.made_at
    parts = {"path": f"{preview.path}", "version": preview.app_version or ""}
    if made is None and not preview.app_version:
        return worded("{path}: made at an unknown time", **parts)
    if made is None:
        return worded("{path}: made at an unknown time by version {version}", **parts)
    if not preview.app_version:
        return worded("{path}: made {at}", at=when(made, zone), **parts)
    return worded("{path}: made {at} by version {version}", at=when(made, zone), **parts)


def _files(preview: Preview) -> Iterator[str]:
    if preview.files is None:
        yield worded("  the database alone: choices and profile stay as they are")
        return
    for name, is_there in preview.files.items():
        yield f"  {name}" if is_there else worded("  no {name}", name=name)


def _losses(preview: Preview) -> Iterator[str]:
    if preview.loses_nothing:
        yield worded("Nothing that is there now would be lost.")
        return
    yield worded("Compared with now:")
    for one in preview.differences:
        if one.lost or one.changed:
            kind = worded(KIND_WORDS[one.kind])
            yield worded("  {kind}: {loss}", kind=kind, loss=_loss(one))


def _loss(one: Difference) -> str:
    told = [worded("{now} now, {then} then", now=f"{one.rows:,}", then=f"{one.rows_then:,}")]
    told += [worded("{count} would be gone", count=f"{one.lost:,}")] if one.lost else []
    told += (
        [worded("{count} would be as they were", count=f"{one.changed:,}")] if one.changed else []
    )
    return joined(told, worded, SEMICOLON)


def _day(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d}"
