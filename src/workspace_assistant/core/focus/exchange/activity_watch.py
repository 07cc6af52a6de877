"""ActivityWatch's buckets: stopwatch entries, and stretches of activity at the computer.

A bucket of the type `afkstatus` only knows whether somebody was there. Activity becomes a block;
absences of up to `BRIDGED_S` are idle gaps in it, longer ones end it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.json_text import (
    instant_of,
    loaded,
    number_of,
    text_of,
)
from workspace_assistant.core.focus.exchange.parsed import (
    MOST_ENTRIES,
    Entry,
    EntryError,
    Fault,
    Parsed,
    Taking,
    block_of_entry,
    gathered,
    in_calendar,
    quoted,
)
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_EVENT = QT_TRANSLATE_NOOP("focus", "bucket {name}, event {number}")
_LEFT_OUT = QT_TRANSLATE_NOOP("focus", "Activity was left out: the stopwatch entries tell more.")
_RAN_UNSEEN = QT_TRANSLATE_NOOP(
    "focus",
    "The stopwatch {name} was still running when the file was made: it was left out, as its end "
    "is not known.",
)
_RAN_SEEN = QT_TRANSLATE_NOOP(
    "focus",
    "The stopwatch {name} was still running when the file was made: it is taken up to its last "
    "sign, as its end is not known.",
)
_NO_BUCKET = QT_TRANSLATE_NOOP("focus", "holds no bucket of the types {stopwatch} or {presence}")
_NO_BUCKETS = QT_TRANSLATE_NOOP("focus", "holds no buckets of ActivityWatch")
_NO_EVENT = QT_TRANSLATE_NOOP("focus", "is no event")
_NEGATIVE = QT_TRANSLATE_NOOP("focus", "has a negative duration")
_NO_EVENTS = QT_TRANSLATE_NOOP("focus", "bucket {name} holds no list of at most {most} events")

BRIDGED_S = 30 * 60.0
_STOPWATCH, _PRESENCE = "general.stopwatch", "afkstatus"
_ACTIVE = "At the computer"


@dataclass(frozen=True, slots=True)
class _Event:
    start: datetime
    end: datetime
    data: Mapping[str, Any]


def parse_activity_watch(text: str, taking: Taking) -> Parsed:
    """Stopwatch entries if there are any, else activity. Raises `UserInputError` for others."""
    buckets = _buckets(text)
    faults: list[Fault] = []
    watched = _events(buckets, _STOPWATCH, faults)
    present = _events(buckets, _PRESENCE, faults)
    if not watched and not present and not faults:
        raise UserInputError(_NO_BUCKET, stopwatch=str(_STOPWATCH), presence=str(_PRESENCE))
    if watched:
        running = [event for event in watched if event.data.get("running") is True]
        known = [event for event in watched if event.start < event.end or event not in running]
        blocks = [_stopwatch(event, taking) for event in known]
        remarks = list(map(_of_running, running))
        if present:
            remarks.append(Phrase(_LEFT_OUT))
        return gathered(blocks, faults, tuple(remarks))
    stretches = _stretches(event for event in present if event.data.get("status") == "not-afk")
    return gathered([_activity(stretch, taking) for stretch in stretches], faults)


def _buckets(text: str) -> dict[str, Mapping[str, Any]]:
    value = loaded(text)
    buckets = value.get("buckets") if isinstance(value, dict) else None
    if not isinstance(buckets, dict):
        raise UserInputError(_NO_BUCKETS)
    return {name: bucket for name, bucket in buckets.items() if isinstance(bucket, dict)}


def _events(
    buckets: Mapping[str, Mapping[str, Any]], kind: str, faults: list[Fault]
) -> list[_Event]:
    found: list[_Event] = []
    for name, bucket in buckets.items():
        events = bucket.get("events", []) if bucket.get("type") == kind else []
        if not isinstance(events, list) or len(events) > MOST_ENTRIES:
            raise UserInputError(_NO_EVENTS, name=quoted(name), most=str(MOST_ENTRIES))
        for number, event in enumerate(events, 1):
            try:
                found.append(_event(event))
            except EntryError as error:
                faults.append(
                    Fault(
                        place=Phrase(_EVENT, name=quoted(name), number=str(number)),
                        reason=error.phrase,
                    )
                )
    return sorted(found, key=lambda event: event.start)


def _event(event: object) -> _Event:
    if not isinstance(event, Mapping) or not isinstance(event.get("data"), Mapping):
        raise EntryError(_NO_EVENT)
    start, length_s = instant_of(text_of(event, "timestamp")), number_of(event, "duration")
    if length_s < 0:
        raise EntryError(_NEGATIVE)
    return _Event(start, in_calendar(start + timedelta(seconds=length_s)), event["data"])


def _stopwatch(event: _Event, taking: Taking) -> Block:
    entry = Entry(name=_label(event), started_at=event.start, ended_at=event.end)
    return block_of_entry(entry, "activitywatch", taking)


def _of_running(event: _Event) -> Phrase:
    """A stopwatch that goes on is known up to its last sign, if it gave one."""
    sentence = _RAN_UNSEEN if event.start == event.end else _RAN_SEEN
    return Phrase(sentence, name=quoted(_label(event)))


def _label(event: _Event) -> str:
    given = event.data.get("label", "")
    return given if isinstance(given, str) else ""


def _stretches(active: Iterable[_Event]) -> list[list[_Event]]:
    """Events that follow each other within `BRIDGED_S` lie together; overlaps are united."""
    stretches: list[list[_Event]] = []
    for event in active:
        last = stretches[-1][-1] if stretches else None
        if last is None or (event.start - last.end).total_seconds() > BRIDGED_S:
            stretches.append([event])
        elif event.start <= last.end:
            stretches[-1][-1] = replace(last, end=max(last.end, event.end))
        else:
            stretches[-1].append(event)
    return stretches


def _activity(stretch: list[_Event], taking: Taking) -> Block:
    entry = Entry(name=_ACTIVE, started_at=stretch[0].start, ended_at=stretch[-1].end)
    block = block_of_entry(entry, "activitywatch", taking)
    gaps = [
        Gap(id=taking.new_id(), started_at=a.end, ended_at=b.start, reason=GapReason.IDLE)
        for a, b in pairwise(stretch)
    ]
    return replace(block, gaps=tuple(gaps))
