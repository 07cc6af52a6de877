"""Which events of a calendar are shifts, with breaks and places, and why others are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.choosing_reasons import LeftOutReason
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.identity import shift_id, uid_at
from workspace_assistant.core.shifts.joining import Joined, Part, join
from workspace_assistant.core.shifts.local_times import said, utc_offset_s, zone_of
from workspace_assistant.core.shifts.model import Place, Shift, ShiftBreak, Source
from workspace_assistant.core.shifts.nearby import ByStart
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarEvent
from workspace_assistant.core.shifts.sorting import (
    LONGEST,
    date_of,
    is_break,
    place_of,
    places_of_days,
    reason_out,
    times,
)
from workspace_assistant.core.spans import Span

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event that is no shift."""

    event: CalendarEvent
    reason: LeftOutReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What becomes of a calendar's events.

    Attributes:
        shifts: by their start; their ids are made of source and uid.
        left_out: events that are none: by reason, then in the calendar's order.
        faults: events that could not be understood, in sentences.
        unread: what the uids of such events begin with.
    """

    shifts: tuple[Shift, ...]
    left_out: tuple[LeftOut, ...] = ()
    faults: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there was no event at all."""
        return not (self.shifts or self.left_out or self.faults or self.unread)

    def days(self, zone: tzinfo) -> tuple[datetime, datetime] | None:
        """From the first to the last day of its events, by midnights; None without any.

        What lasts for days says nothing of each of them.
        """
        told = [(one.starts_at, one.ends_at) for one in self.shifts]
        told += [_instants(one.event, zone) for one in self.left_out if _is_of_a_day(one.event)]
        if not told:
            return None
        first = min(start for start, _ in told).astimezone(zone).date()
        # an end at midnight is one of the day before
        last = (max(end for _, end in told) - timedelta.resolution).astimezone(zone).date()
        return _midnight(first, zone), _midnight(last + timedelta(days=1), zone)


def choose(content: CalendarContent, source: Source) -> Choice:
    """Shifts of *source*. Raises `ShiftError` where its time zone is unknown."""
    wanted = source.filter
    out = [(event, reason_out(event, wanted)) for event in content.events]
    kept = [
        (event, Span(*found))
        for event, reason in out
        if reason is None and (found := times(event)) is not None
    ]
    resting = [(event, _break(event, span)) for event, span in kept if is_break(event, wanted)]
    breaks = ByStart([one for _, one in resting], LONGEST)
    places = places_of_days(content.events, wanted)
    parts = [
        _part(event, span, source, places) for event, span in kept if not is_break(event, wanted)
    ]
    shifts = _shifts(join(parts, breaks), breaks, source)
    left_out = [LeftOut(event=event, reason=reason) for event, reason in out if reason is not None]
    planned = ByStart(shifts, LONGEST)
    left_out += [
        LeftOut(event=event, reason=LeftOutReason.BREAK_ALONE)
        for event, one in resting
        if not any(_inside([one], shift.span) for shift in planned.touching(one.span))
    ]
    too_long = [one.event for one in left_out if one.reason is LeftOutReason.TOO_LONG]
    unread = content.unread or (("",) if content.faults else ())
    return Choice(
        shifts=shifts,
        left_out=tuple(left_out),
        faults=(*content.faults, *(_too_long(event, source) for event in too_long)),
        unread=(*unread, *(event.uid for event in too_long)),
    )


def _is_of_a_day(event: CalendarEvent) -> bool:
    span = times(event)
    if span is not None:
        return span[1] - span[0] <= LONGEST
    return date_of(event.ends) - date_of(event.starts) <= timedelta(days=1)


def _instants(event: CalendarEvent, zone: tzinfo) -> tuple[datetime, datetime]:
    start, end = (
        at if isinstance(at, datetime) else _midnight(at, zone) for at in (event.starts, event.ends)
    )
    return start, max(start, end)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(0), zone).astimezone(UTC)


def _part(event: CalendarEvent, span: Span, source: Source, places: Mapping[date, Place]) -> Part:
    zone_name = event.time_zone or source.time_zone
    try:
        zone = zone_of(zone_name)
    except ShiftError:  # a name that this computer does not know; the instants are right
        zone_name = source.time_zone
        zone = zone_of(zone_name)
    of_day = places.get(span.start.astimezone(zone).date())
    return Part(
        uid=event.uid,
        name=_name(event.summary),
        span=span,
        place=place_of(event, source.filter) or of_day or source.place,
        time_zone=zone_name,
    )


def _break(event: CalendarEvent, span: Span) -> ShiftBreak:
    return ShiftBreak(starts_at=span.start, ends_at=span.end, name=_name(event.summary))


def _shifts(
    joined: Iterable[Joined], breaks: ByStart[ShiftBreak], source: Source
) -> tuple[Shift, ...]:
    """Each with a uid of its own, also where a calendar gives one to several events."""
    found: dict[str, Shift] = {}
    seen: set[str] = set()
    for one in joined:
        uid = one.first.uid
        if uid in seen:
            uid = uid_at(uid, one.span.start)
        parts = tuple(
            dict.fromkeys((uid, *(part.uid for part in one.parts if part.uid not in seen)))
        )
        seen.update(parts)
        found.setdefault(
            uid,
            Shift(
                id=shift_id(source.id, uid),
                source_id=source.id,
                uid=uid,
                name=one.leading.name,
                starts_at=one.span.start,
                ends_at=one.span.end,
                time_zone=one.first.time_zone,
                utc_offset_s=utc_offset_s(one.span.start, zone_of(one.first.time_zone)),
                place=one.leading.place,
                breaks=_inside(breaks.touching(one.span), one.span),
                parts=() if parts == (uid,) else parts,
            ),
        )
    return tuple(found.values())


def _inside(breaks: Iterable[ShiftBreak], span: Span) -> tuple[ShiftBreak, ...]:
    """The parts of breaks that lie in *span*, each once; what fills it whole is no break of it."""
    found: dict[Span, ShiftBreak] = {}
    for one in breaks:
        shared = one.span.common(span)
        if shared is not None and shared != span:
            found.setdefault(shared, replace(one, starts_at=shared.start, ends_at=shared.end))
    return tuple(found[key] for key in sorted(found, key=lambda key: (key.start, key.end)))


def _too_long(event: CalendarEvent, source: Source) -> str:
    start = said(event.starts, source.time_zone) if isinstance(event.starts, datetime) else ""
    return texts.TOO_LONG_EVENT.format(name=_name(event.summary), start=start)


def _name(text: str) -> str:
    return one_line(text)[:_LONGEST_NAME]
