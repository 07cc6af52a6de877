"""Shifts, changes and the state of feeds as rows, and back.

What gives a model raises ValueError, TypeError, KeyError or OverflowError for a row that no program
of ours wrote.
"""

from __future__ import annotations

import json
from typing import Any

from workspace_assistant.adapters.sqlite.rows import (
    Row,
    instant,
    maybe_instant,
    maybe_micros,
    micros,
)
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    FeedState,
    Place,
    Shift,
    ShiftBreak,
    ShiftChange,
)

UNREADABLE = (ValueError, TypeError, KeyError, OverflowError)

_SHIFT_FIELDS = (
    "id",
    "source_id",
    "uid",
    "name",
    "starts_at",
    "ends_at",
    "time_zone",
    "utc_offset_s",
    "place",
    "breaks",
    "is_hidden",
    "parts",
)
SHIFT_COLUMNS = ", ".join(_SHIFT_FIELDS)


def shift_row(shift: Shift) -> Row:
    """In the order of `SHIFT_COLUMNS`."""
    return (
        shift.id,
        shift.source_id,
        shift.uid,
        shift.name,
        micros(shift.starts_at),
        micros(shift.ends_at),
        shift.time_zone,
        shift.utc_offset_s,
        shift.place.value,
        json.dumps([_break_document(one) for one in shift.breaks], ensure_ascii=False),
        int(shift.is_hidden),
        json.dumps(shift.parts, ensure_ascii=False),
    )


def shift_of(row: Row) -> Shift:
    named = dict(zip(_SHIFT_FIELDS, row, strict=True))
    return Shift(
        id=named["id"],
        source_id=named["source_id"],
        uid=named["uid"],
        name=named["name"],
        starts_at=instant(named["starts_at"]),
        ends_at=instant(named["ends_at"]),
        time_zone=named["time_zone"],
        utc_offset_s=named["utc_offset_s"],
        place=Place(named["place"]),
        breaks=tuple(_break_of(one) for one in json.loads(named["breaks"])),
        is_hidden=bool(named["is_hidden"]),
        parts=tuple(str(one) for one in json.loads(named["parts"])),
    )


def state_row(state: FeedState) -> Row:
    return (
        state.source_id,
        maybe_micros(state.succeeded_at),
        maybe_micros(state.tried_at),
        state.failures,
        _trouble_text(state),
        state.trouble_code,
        state.etag,
        state.last_modified,
        maybe_micros(state.next_try_at),
        maybe_micros(state.known_until),
    )


def state_of(row: Row) -> FeedState:
    source_id, succeeded, tried, failures, trouble, code, etag, modified, next_try, until = row
    sentence, parts = _trouble_of(trouble)
    return FeedState(
        source_id=source_id,
        succeeded_at=maybe_instant(succeeded),
        tried_at=maybe_instant(tried),
        failures=failures,
        trouble=sentence,
        trouble_parts=parts,
        trouble_code=code,
        etag=etag,
        last_modified=modified,
        next_try_at=maybe_instant(next_try),
        known_until=maybe_instant(until),
    )


def change_row(change: ShiftChange) -> Row:
    """Without its id. The shifts are kept whole: they may be gone when it is told."""
    return (
        micros(change.noticed_at),
        change.kind.value,
        _maybe_document(change.before),
        _maybe_document(change.after),
        int(change.is_announced),
    )


def change_of(row: Row) -> ShiftChange:
    change_id, noticed_at, kind, before, after, is_announced = row
    return ShiftChange(
        id=change_id,
        noticed_at=instant(noticed_at),
        kind=ChangeKind(kind),
        before=None if before is None else shift_of(tuple(json.loads(before))),
        after=None if after is None else shift_of(tuple(json.loads(after))),
        is_announced=bool(is_announced),
    )


def _maybe_document(shift: Shift | None) -> str | None:
    return None if shift is None else json.dumps(shift_row(shift), ensure_ascii=False)


def _break_document(one: ShiftBreak) -> list[Any]:
    return [micros(one.starts_at), micros(one.ends_at), one.name]


def _break_of(document: Any) -> ShiftBreak:
    start, end, name = document
    return ShiftBreak(starts_at=instant(start), ends_at=instant(end), name=name)


def _trouble_text(state: FeedState) -> str:
    """The sentence alone where nothing is to be filled in, as earlier versions wrote it."""
    if not state.trouble_parts:
        return state.trouble
    document = {"sentence": state.trouble, "parts": dict(state.trouble_parts)}
    return json.dumps(document, ensure_ascii=False)


def _trouble_of(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    if not text.startswith("{"):
        return text, ()
    document = json.loads(text)
    parts = {str(name): str(value) for name, value in document["parts"].items()}
    return str(document["sentence"]), tuple(sorted(parts.items()))
