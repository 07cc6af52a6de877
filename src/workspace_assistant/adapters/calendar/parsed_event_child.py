"""One event as the library parsed it: its times, checked, and its words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event

from workspace_assistant.adapters.calendar.event_faults import FaultError, Why
from workspace_assistant.core.days import FIRST_YEAR, LAST_YEAR
from workspace_assistant.core.one_line import one_line

_LONGEST_UID = 200
_LONGEST_TEXT = 200
_MOST_CATEGORIES = 20
_TIME_NAMES = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE")
_DAY = timedelta(days=1)

Moment = datetime | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """`floating` is for times without a zone; `name` is what to call a zone without a known name.

    `is_calendars`: the calendar itself says so, and means its times in UTC to be seen in it.
    """

    floating: tzinfo
    name: str
    is_calendars: bool


def value(event: Event, name: str) -> Any:
    """A property that is there, of whatever type the library gave it."""
    return event[name]


def parse_event(text: str) -> Event:
    """Raises `FaultError` when the library cannot make sense of a time in it."""
    event = Event.from_ical(text.replace("\n", "\r\n").encode())
    if not isinstance(event, Event):
        raise FaultError(Why.UNREADABLE)
    broken = {name for name, _ in event.errors}
    for name in _TIME_NAMES:
        if name in broken or (name not in event and _is_written(name, text)):
            raise FaultError(Why.UNREADABLE_TIME, name)
    if "EXRULE" in event:  # of a standard before this one; no library heeds it
        raise FaultError(Why.UNREADABLE_TIME, "EXRULE")
    if "DTSTART" not in event:
        raise FaultError(Why.NO_START)
    return event


def check_times(event: Event) -> None:
    """Raises `FaultError` for times that would have to be guessed."""
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"):
        for value in _values(event, name):
            _check_zone(value, name)
    start, end = _moment(event, "DTSTART"), _end(event)
    if _kind(start) is not _kind(end):
        raise FaultError(Why.MIXED_TIMES)
    if _comparable(end) < _comparable(start):
        raise FaultError(Why.ENDS_BEFORE_START)


def own_times(event: Event, zones: Zones) -> tuple[Moment, Moment]:
    """Start and end of an event that does not repeat: aware, in its own zone, or dates."""
    start = aware(_moment(event, "DTSTART"), zones)
    if "DTEND" not in event and "DURATION" in event and isinstance(start, datetime):
        return start, exactly_after(start, value(event, "DURATION").dt)
    return start, aware(_end(event), zones)


def exactly_after(start: datetime, duration: timedelta) -> datetime:
    """Days by the calendar, hours by a stopwatch (RFC 5545, 3.3.6)."""
    rest = duration - timedelta(days=duration.days)
    return ((start + timedelta(days=duration.days)).astimezone(UTC) + rest).astimezone(start.tzinfo)


def aware(moment: Moment, zones: Zones) -> Moment:
    """A floating time in the zone of the calendar; raises `FaultError` beyond all calendars."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise FaultError(Why.UNREADABLE_TIME, str(moment.year))
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=zones.floating)
    return moment


def zone_name(start: Moment, zones: Zones, *, is_floating: bool) -> str:
    """IANA name for `CalendarEvent.time_zone`."""
    if is_floating or not isinstance(start, datetime):
        return ""
    key = start.tzinfo.key if isinstance(start.tzinfo, ZoneInfo) else ""
    if start.tzinfo is UTC or key in {"UTC", "Etc/UTC"}:
        return zones.name if zones.is_calendars else "UTC"
    return key or zones.name


def is_floating(event: Event) -> bool:
    start = value(event, "DTSTART").dt
    return isinstance(start, datetime) and start.tzinfo is None


def uid_of(event: Event) -> str:
    """Its UID, or a name of its own where it has none or one that is too long to keep."""
    uid = one_line(_text(event, "UID"))
    if uid and len(uid) <= _LONGEST_UID:
        return uid
    identity = uid or f"{event['DTSTART'].to_ical()!r} {_text(event, 'SUMMARY')}"
    return f"sha256-{hashlib.sha256(identity.encode()).hexdigest()[:32]}"


def sequence_of(event: Event) -> int:
    value = event.get("SEQUENCE", 0)
    return int(value) if isinstance(value, int) else 0


def words(event: Event) -> dict[str, Any]:
    """Summary, location, categories and state, cut to what a list can show."""
    return {
        "summary": _shown(_text(event, "SUMMARY")),
        "location": _shown(_text(event, "LOCATION")),
        "categories": _categories(event),
        "is_cancelled": _text(event, "STATUS").strip().upper() == "CANCELLED",
    }


def _is_written(name: str, text: str) -> bool:
    return re.search(rf"^{name}[;:= ]", text, re.MULTILINE | re.IGNORECASE) is not None


def _moment(event: Event, name: str) -> Moment:
    moment = getattr(event[name], "dt", None)  # a list where it stands there twice
    if not isinstance(moment, date):
        raise FaultError(Why.UNREADABLE_TIME, name)
    return moment


def _end(event: Event) -> Moment:
    """As `EventAdapter.raw_end` reckons it, so that both ways agree."""
    if "DTEND" in event:
        return _moment(event, "DTEND")
    start = _moment(event, "DTSTART")
    if "DURATION" not in event:
        return start if isinstance(start, datetime) else start + _DAY
    duration = getattr(event["DURATION"], "dt", None)
    if not isinstance(duration, timedelta):
        raise FaultError(Why.UNREADABLE_TIME, "DURATION")
    return start + duration


def _kind(moment: Moment) -> str:
    if not isinstance(moment, datetime):
        return "date"
    return "floating" if moment.tzinfo is None else "aware"


def _comparable(moment: Moment) -> Any:
    """In UTC: two times of one zone would be compared by their faces."""
    is_aware = isinstance(moment, datetime) and moment.tzinfo is not None
    return moment.astimezone(UTC) if isinstance(moment, datetime) and is_aware else moment


def _values(event: Event, name: str) -> list[Any]:
    value = event.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


def _check_zone(value: Any, name: str) -> None:
    """A zone that is named and not known leaves the library with a floating time."""
    zone = value.params.get("TZID") if hasattr(value, "params") else None
    if zone is None:
        return
    moments = [one.dt for one in value.dts] if hasattr(value, "dts") else [value.dt]
    for moment in moments:
        if isinstance(moment, datetime) and moment.tzinfo is None:
            raise FaultError(Why.UNKNOWN_ZONE, _shown(str(zone)))
        if not isinstance(moment, date | tuple):
            raise FaultError(Why.UNREADABLE_TIME, name)


def _text(event: Event, name: str) -> str:
    values = _values(event, name)
    return str(values[0]) if values else ""


def _shown(text: str) -> str:
    return one_line(text)[:_LONGEST_TEXT]


def _categories(event: Event) -> list[str]:
    found = [word for value in _values(event, "CATEGORIES") for word in getattr(value, "cats", ())]
    return [_shown(str(word)) for word in found[:_MOST_CATEGORIES]]
