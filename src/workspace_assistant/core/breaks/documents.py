"""The JSON documents of breaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import (
    ActivityKind,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    BreakStanding,
    KindSettings,
    Modes,
    OpenBreak,
    Outcome,
    Settings,
)

SCHEMA = "workspace-assistant/breaks/1"

Document = dict[str, object]


def status_document(
    standing: BreakStanding,
    settings: Settings,
    today: Iterable[BreakRecord],
    activity: Iterable[ActivityStretch],
) -> Document:
    """What `breaks status --json` prints."""
    return {
        "schema": SCHEMA,
        "role": standing.role.value,
        "at": _written(standing.at),
        "open": None if standing.open is None else open_document(standing.open),
        "next": [
            {
                "kind": one.kind.value,
                "in_s": one.in_s,
                "follows": one.follows,
                "held_by": one.held_by,
            }
            for one in standing.next
        ],
        "worked_s": standing.worked_s,
        "day_s": standing.day_s,
        "modes": modes_document(standing.modes),
        "unknown": list(standing.unknown),
        "settings": settings_document(settings),
        **_told(today, activity),
    }


def list_document(records: Iterable[BreakRecord], activity: Iterable[ActivityStretch]) -> Document:
    """What `breaks list --json` prints."""
    return {"schema": SCHEMA, **_told(records, activity)}


def open_document(one: OpenBreak) -> Document:
    return {
        "break": record_document(one.record),
        "stage": one.stage.value,
        "held_by": one.held_by,
        "elapsed_s": one.elapsed_s,
        "may_postpone": one.may_postpone,
        "may_skip": one.may_skip,
    }


def record_document(record: BreakRecord) -> Document:
    return {
        "id": record.id,
        "kind": record.kind.value,
        "due_at": record.due_at.isoformat(),
        "offered_at": _written(record.offered_at),
        "began_at": _written(record.began_at),
        "ended_at": _written(record.ended_at),
        "outcome": None if record.outcome is None else record.outcome.value,
        "reason": record.reason,
        "length_s": record.length_s,
        "limit_s": record.limit_s,
        "is_own": record.is_own,
        "rest_s": record.rest_s,
        "blind_s": record.blind_s,
        "input_s": record.input_s,
        "postponed_count": record.postponed_count,
    }


def read_record(document: Document) -> BreakRecord:
    """Raises KeyError, TypeError or ValueError for what is no such document."""
    outcome = document["outcome"]
    return BreakRecord(
        id=_text(document["id"]),
        kind=BreakKind(_text(document["kind"])),
        due_at=_instant(document["due_at"]),
        offered_at=_maybe_instant(document["offered_at"]),
        began_at=_maybe_instant(document["began_at"]),
        ended_at=_maybe_instant(document["ended_at"]),
        outcome=None if outcome is None else Outcome(_text(outcome)),
        reason=_text(document["reason"]),
        length_s=_number(document["length_s"]),
        limit_s=_number(document.get("limit_s", 0.0)),  # not in what earlier versions kept
        is_own=document.get("is_own") is True,
        rest_s=_number(document["rest_s"]),
        blind_s=_number(document.get("blind_s", 0.0)),
        input_s=_number(document["input_s"]),
        postponed_count=int(_number(document["postponed_count"])),
    )


def stretch_document(stretch: ActivityStretch) -> Document:
    return {
        "id": stretch.id,
        "kind": stretch.kind.value,
        "started_at": stretch.started_at.isoformat(),
        "ended_at": stretch.ended_at.isoformat(),
    }


def modes_document(modes: Modes) -> Document:
    return {
        "quiet_until": _written(modes.quiet_until),
        "reading_until": _written(modes.reading_until),
    }


def settings_document(settings: Settings) -> Document:
    return {
        "is_on": settings.is_on,
        "micro": _kind_document(settings.micro),
        "rest": _kind_document(settings.rest),
        "daily_limit_s": settings.daily_limit_s,
        "postpone_s": settings.postpone_s,
        "postpone_times": settings.longest_postponing,
        "is_strict": settings.is_strict,
        "minds_full_screen": settings.minds_full_screen,
    }


def _kind_document(one: KindSettings) -> Document:
    return {"is_on": one.is_on, "work_s": one.work_s, "length_s": one.length_s}


def _told(records: Iterable[BreakRecord], activity: Iterable[ActivityStretch]) -> Document:
    known, stretches = tuple(records), tuple(activity)
    counted = tally(known)
    return {
        "counts": {
            "due": counted.due,
            **{outcome.value: counted.outcomes[outcome] for outcome in Outcome},
            "open": counted.open,
            "blocked_by_call": counted.blocked_by_call,
        },
        "seconds": {
            kind.value: sum((one.length_s for one in stretches if one.kind is kind), 0.0)
            for kind in ActivityKind
        },
        "breaks": [record_document(one) for one in known],
        "activity": [stretch_document(one) for one in stretches],
    }


def _written(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _maybe_instant(value: object) -> datetime | None:
    return None if value is None else _instant(value)


def _instant(value: object) -> datetime:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None:
        raise ValueError("an instant without an offset")
    return at


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError("no number")
    return float(value)
