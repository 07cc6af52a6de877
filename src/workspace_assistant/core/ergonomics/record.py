"""A self-check as it is kept: what was answered, and nothing that can be computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from workspace_assistant.core.ergonomics.model import (
    Assessment,
    Band,
    Duration,
    Origin,
    Sheet,
    Timed,
)

Document = dict[str, object]


def record_of(assessment: Assessment) -> Document:
    return {
        "id": assessment.id,
        "workplace": assessment.workplace,
        "done_at": instant(assessment.done_at),
        "time_zone": assessment.time_zone,
        "answers": {key: list(ids) for key, ids in assessment.sheet.answers.items()},
        "durations": {
            timed.value: {
                "band": one.band.value if one.band else None,
                "origin": one.origin.value,
                "basis": one.basis,
                "parts": dict(one.parts),
            }
            for timed, one in assessment.sheet.durations.items()
        },
    }


def read_record(document: object) -> Assessment:
    """Raises KeyError, TypeError or ValueError for what is no such document.

    Answers to questions that this version of the program does not know are kept.
    """
    kept = _mapping(document)
    done_at = datetime.fromisoformat(_text(kept["done_at"]))
    if done_at.tzinfo is None:
        raise ValueError("an instant without an offset")
    answers = {key: _texts(ids) for key, ids in _mapping(kept["answers"]).items()}
    durations = {
        Timed(key): _duration(_mapping(value)) for key, value in _mapping(kept["durations"]).items()
    }
    return Assessment(
        id=_text(kept["id"]),
        workplace=_text(kept["workplace"]),
        done_at=done_at,
        time_zone=_text(kept["time_zone"]),
        sheet=Sheet(answers=answers, durations=durations),
    )


def instant(at: datetime) -> str:
    """Such as ``2026-11-23T07:00:00Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _duration(kept: Mapping[str, object]) -> Duration:
    band = kept["band"]
    return Duration(
        band=None if band is None else Band(_text(band)),
        origin=Origin(_text(kept["origin"])),
        basis=_text(kept["basis"]),
        parts={key: _text(value) for key, value in _mapping(kept["parts"]).items()},
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return tuple(_text(one) for one in value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value
