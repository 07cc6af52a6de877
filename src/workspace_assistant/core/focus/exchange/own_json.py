"""Our own files, `workspace-assistant/focus/1`: what was exported comes back exactly as it was.

A block that was still running is left out. An id that is none of ours, in a file that somebody
wrote by hand, is replaced: no command could name such a block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.acts import LONGEST_TEXT, usual_origin
from workspace_assistant.core.focus.exchange.json_text import (
    instant_of,
    loaded,
    number_of,
    text_of,
)
from workspace_assistant.core.focus.exchange.parsed import (
    BLOCK,
    MOST_ENTRIES,
    EntryError,
    Parsed,
    Taking,
    each,
    gathered,
    quoted,
    source_of,
)
from workspace_assistant.core.focus.log_document import SCHEMA
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_LEFT_OUT = QT_TRANSLATE_NOOP("focus", "A block that was still running was left out.")
_NO_LOG = QT_TRANSLATE_NOOP("focus", "is no log of the schema {schema}")
_NO_BLOCKS = QT_TRANSLATE_NOOP("focus", "blocks is no list of at most {most} entries")
_NO_BLOCK = QT_TRANSLATE_NOOP("focus", "is no block")
_NO_OBJECTS = QT_TRANSLATE_NOOP("focus", "{name} is no list of objects")
_NO_TAGS = QT_TRANSLATE_NOOP("focus", "tags is no list of texts")
_LONG_TAG = QT_TRANSLATE_NOOP("focus", "a tag is longer than {most} characters")
_NO_OFFSET = QT_TRANSLATE_NOOP("focus", "utc_offset_s is no offset")
_NOT_ABOVE_0 = QT_TRANSLATE_NOOP("focus", "{name} is not above 0")
_LONG_TEXT = QT_TRANSLATE_NOOP("focus", "{name} is longer than {most} characters")
_NO_NAME = QT_TRANSLATE_NOOP("focus", "lacks a name")
_LONG_ID = QT_TRANSLATE_NOOP("focus", "id is longer than {most} characters")
_NO_SUCH = QT_TRANSLATE_NOOP("focus", "{value} is no {name}")

WordT = TypeVar("WordT", bound=StrEnum)
PartT = TypeVar("PartT")

_OWN_ID = re.compile(r"[0-9a-f]{32}")
_LONGEST_ID = 200
_FORMAT = "json"
_LONGEST_OFFSET_S = 24 * 3600


def parse_own(text: str, taking: Taking) -> Parsed:
    """Raises `UserInputError` for another schema."""
    document = loaded(text)
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UserInputError(_NO_LOG, schema=str(SCHEMA))
    entries = document.get("blocks")
    if not isinstance(entries, list) or len(entries) > MOST_ENTRIES:
        raise UserInputError(_NO_BLOCKS, most=str(MOST_ENTRIES))
    blocks, faults = each(entries, BLOCK, 1, lambda entry: _block(entry, taking))
    is_one_running = any(map(_is_running, entries))
    left = (Phrase(_LEFT_OUT),) if is_one_running else ()
    return gathered(blocks, faults, left)


def _is_running(entry: object) -> bool:
    """As exported: with an end, which is empty."""
    return isinstance(entry, Mapping) and "ended_at" in entry and entry["ended_at"] is None


def _block(entry: object, taking: Taking) -> Block | None:
    if _is_running(entry):
        return None
    if not isinstance(entry, Mapping):
        raise EntryError(_NO_BLOCK)
    name = _named(_short(entry, "name"))
    started_at = instant_of(text_of(entry, "started_at"))
    ended_at = instant_of(text_of(entry, "ended_at"))
    zone = _short(entry, "time_zone", taking.zone)
    return Block(
        id=_id(entry, taking),
        name=name,
        channel=_word(Channel, entry, "channel", Channel.OTHER),
        tags=_tags(entry),
        planned_s=None if entry.get("planned_s") is None else _positive(entry, "planned_s"),
        started_at=started_at,
        ended_at=ended_at,
        time_zone=zone,
        utc_offset_s=_offset(entry, started_at, zone, taking),
        gaps=_parts(entry, "gaps", lambda part: _gap(part, taking)),
        interruptions=_parts(entry, "interruptions", lambda part: _interruption(part, taking)),
        clock_changes=_parts(entry, "clock_changes", _clock_change),
        source=_source(entry, source_of(_FORMAT, started_at, ended_at, name)),
    )


def _gap(part: Mapping[str, Any], taking: Taking) -> Gap:
    return Gap(
        id=_id(part, taking),
        started_at=instant_of(text_of(part, "started_at")),
        ended_at=instant_of(text_of(part, "ended_at")),
        reason=_word(GapReason, part, "reason", GapReason.PAUSE),
        is_unanswered=part.get("is_unanswered", False) is True,
    )


def _interruption(part: Mapping[str, Any], taking: Taking) -> Interruption:
    cause = _word(Cause, part, "cause", Cause.OTHER)
    return Interruption(
        id=_id(part, taking),
        cause=cause,
        origin=_word(Origin, part, "origin", usual_origin(cause)),
        at=instant_of(text_of(part, "at")),
        ended_at=_maybe(part, "ended_at", instant_of),
        note=_short(part, "note", ""),
        next_step=_short(part, "next_step", ""),
    )


def _clock_change(part: Mapping[str, Any]) -> ClockChange:
    return ClockChange(at=instant_of(text_of(part, "at")), by_s=number_of(part, "by_s"))


def _parts(
    entry: Mapping[str, Any], name: str, make: Callable[[Mapping[str, Any]], PartT]
) -> tuple[PartT, ...]:
    value = entry.get(name, [])
    if not isinstance(value, list) or not all(isinstance(part, Mapping) for part in value):
        raise EntryError(_NO_OBJECTS, name=name)
    return tuple(make(part) for part in value)


def _word(kind: type[WordT], entry: Mapping[str, Any], name: str, usual: WordT) -> WordT:
    value = text_of(entry, name, usual.value)
    try:
        return kind(value)
    except ValueError as error:
        raise EntryError(_NO_SUCH, value=quoted(value), name=name) from error


def _tags(entry: Mapping[str, Any]) -> tuple[str, ...]:
    tags = entry.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise EntryError(_NO_TAGS)
    tidy = tuple(filter(None, map(one_line, tags)))
    if any(len(tag) > LONGEST_TEXT for tag in tidy):
        raise EntryError(_LONG_TAG, most=str(LONGEST_TEXT))
    return tuple(dict.fromkeys(tidy))


def _offset(entry: Mapping[str, Any], at: datetime, zone: str, taking: Taking) -> int:
    if entry.get("utc_offset_s") is None:
        return taking.utc_offset_s(at, zone)
    offset_s = number_of(entry, "utc_offset_s")
    if abs(offset_s) >= _LONGEST_OFFSET_S or offset_s != int(offset_s):
        raise EntryError(_NO_OFFSET)
    return int(offset_s)


def _positive(entry: Mapping[str, Any], name: str) -> float:
    value = number_of(entry, name)
    if value <= 0:
        raise EntryError(_NOT_ABOVE_0, name=name)
    return value


def _short(entry: Mapping[str, Any], name: str, *default: object) -> str:
    """Text of one line, however the file has it."""
    value = one_line(text_of(entry, name, *default))
    if len(value) > LONGEST_TEXT:
        raise EntryError(_LONG_TEXT, name=name, most=str(LONGEST_TEXT))
    return value


def _named(name: str) -> str:
    if not name:
        raise EntryError(_NO_NAME)
    return name


def _id(entry: Mapping[str, Any], taking: Taking) -> str:
    """The id it had, so that a second import is seen as one; a new one where it is none of ours."""
    given = _given_id(entry)
    return given if _OWN_ID.fullmatch(given) else taking.new_id()


def _given_id(entry: Mapping[str, Any]) -> str:
    given = one_line(text_of(entry, "id", ""))
    if len(given) > _LONGEST_ID:
        raise EntryError(_LONG_ID, most=str(_LONGEST_ID))
    return given


def _source(entry: Mapping[str, Any], unnamed: str) -> str:
    """Where the block came from; of one without an id of ours it lets a second import be seen."""
    given, source = _given_id(entry), _short(entry, "source", "")
    if source or _OWN_ID.fullmatch(given):
        return source
    return f"{_FORMAT}:{given}" if given else unnamed


def _maybe(entry: Mapping[str, Any], name: str, make: Callable[[str], datetime]) -> datetime | None:
    return None if entry.get(name) is None else make(text_of(entry, name))
