"""Watson's frames: a JSON list of [start, stop, project, id, tags, updated], in epoch seconds."""

from __future__ import annotations

from datetime import UTC, datetime

from workspace_assistant.core.focus.exchange.json_text import as_list
from workspace_assistant.core.focus.exchange.parsed import (
    ENTRY,
    Entry,
    EntryError,
    Parsed,
    Taking,
    block_of_entry,
    each,
    gathered,
)
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_FRAME = QT_TRANSLATE_NOOP("focus", "is no frame of Watson")
_NO_TAGS = QT_TRANSLATE_NOOP("focus", "has tags that are no texts")
_NO_NUMBER = QT_TRANSLATE_NOOP("focus", "has a time that is no number")
_BEYOND_CALENDAR = QT_TRANSLATE_NOOP("focus", "has a time beyond the calendar")

_FIELDS = 5


def parse_watson(text: str, taking: Taking) -> Parsed:
    """Raises `UserInputError` for what is no such list."""
    blocks, faults = each(as_list(text), ENTRY, 1, lambda frame: _block(frame, taking))
    return gathered(blocks, faults)


def _block(frame: object, taking: Taking) -> Block:
    if not isinstance(frame, list) or len(frame) < _FIELDS:
        raise EntryError(_NO_FRAME)
    start, stop, project, _, tags = frame[:_FIELDS]
    if not isinstance(project, str) or not isinstance(tags, list):
        raise EntryError(_NO_FRAME)
    if not all(isinstance(tag, str) for tag in tags):
        raise EntryError(_NO_TAGS)
    entry = Entry(
        name=project,
        started_at=_at(start),
        ended_at=_at(stop),
        tags=tuple(tags),
    )
    return block_of_entry(entry, "watson", taking)


def _at(seconds: object) -> datetime:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise EntryError(_NO_NUMBER)
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise EntryError(_BEYOND_CALENDAR) from error
