"""Sources of shifts as rows, and back. There is no place for the address of a calendar in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from workspace_assistant.adapters.sqlite.rows import Row
from workspace_assistant.core.shifts.model import (
    Filter,
    Pattern,
    Place,
    Source,
    SourceKind,
    WeeklyBreak,
    WeeklyShift,
)

_FILTER_FIELDS = ("summary", "categories", "breaks", "home", "office")


def source_row(source: Source) -> Row:
    document = {
        "place": source.place.value,
        "time_zone": source.time_zone,
        "filter": {name: list(getattr(source.filter, name)) for name in _FILTER_FIELDS},
        "pattern": None if source.pattern is None else _pattern_document(source.pattern),
    }
    return (
        source.id,
        source.kind.value,
        source.name,
        json.dumps(document, ensure_ascii=False),
    )


def source_of(row: Row) -> Source:
    """Raises ValueError, TypeError or KeyError for a row that no program of ours wrote."""
    source_id, kind, name, text = row
    document = json.loads(text)
    pattern = document["pattern"]
    return Source(
        id=source_id,
        kind=SourceKind(kind),
        name=name,
        place=Place(document["place"]),
        time_zone=document["time_zone"],
        filter=Filter(**{field: tuple(document["filter"][field]) for field in _FILTER_FIELDS}),
        pattern=None if pattern is None else _pattern_of(pattern),
    )


def _pattern_document(pattern: Pattern) -> dict[str, Any]:
    return {
        "time_zone": pattern.time_zone,
        "from_on": pattern.from_on.isoformat(),
        "until_on": None if pattern.until_on is None else pattern.until_on.isoformat(),
        "every_weeks": pattern.every_weeks,
        "lines": [_line_document(line) for line in pattern.lines],
    }


def _pattern_of(document: Mapping[str, Any]) -> Pattern:
    until_on = document["until_on"]
    return Pattern(
        time_zone=document["time_zone"],
        from_on=date.fromisoformat(document["from_on"]),
        until_on=None if until_on is None else date.fromisoformat(until_on),
        every_weeks=document["every_weeks"],
        lines=tuple(_line_of(line) for line in document["lines"]),
    )


def _line_document(line: WeeklyShift) -> dict[str, Any]:
    return {
        "weekday": line.weekday,
        "starts": line.starts.isoformat(),
        "ends": line.ends.isoformat(),
        "place": line.place.value,
        "breaks": [[one.starts.isoformat(), one.ends.isoformat(), one.name] for one in line.breaks],
    }


def _line_of(document: Mapping[str, Any]) -> WeeklyShift:
    return WeeklyShift(
        weekday=document["weekday"],
        starts=time.fromisoformat(document["starts"]),
        ends=time.fromisoformat(document["ends"]),
        place=Place(document["place"]),
        breaks=tuple(
            WeeklyBreak(starts=time.fromisoformat(start), ends=time.fromisoformat(end), name=name)
            for start, end, name in document["breaks"]
        ),
    )
