"""All events of a calendar in a span: parsed one by one, repeated, put into one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar, Event

from workspace_assistant.adapters.calendar.calendar_pieces import (
    MOST_EVENTS,
    Pieces,
    described,
    essential,
    is_withheld,
    may_matter,
)
from workspace_assistant.adapters.calendar.calendar_zones_child import calendar_zones, learn_zone
from workspace_assistant.adapters.calendar.event_faults import Fault, FaultError, Why
from workspace_assistant.adapters.calendar.identities_child import Family, families
from workspace_assistant.adapters.calendar.parsed_event_child import (
    Moment,
    Zones,
    check_times,
    is_floating,
    own_times,
    parse_event,
    uid_of,
    words,
    zone_name,
)
from workspace_assistant.adapters.calendar.recurrences_child import (
    occurrence_times,
    occurrences,
    recurrence_word,
)
from workspace_assistant.adapters.calendar.time_budget import OutOfTimeError, TimeBudget
from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.spans import Span

_MOST_ZONES = 200
_EVENT_S = 1.0
_LONGEST_NAME = 100


class TooMuchError(Exception):
    """`code` is too-many-events or too-slow."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ContentReader:
    """Reads one calendar; *time_zone* is for times that say no zone, and the calendar neither."""

    def __init__(self, span: Span, time_zone: str, budget: TimeBudget) -> None:
        self._span = span
        self._time_zone = time_zone
        self._budget = budget
        self._events: dict[str, dict[str, Any]] = {}
        self._faults: list[Fault] = []
        self._texts: dict[str, str] = {}

    def read(self, pieces: Pieces) -> dict[str, Any]:
        """The document. Raises `TooMuchError`."""
        head = dict(self._said(line) for line in pieces.head)
        for text in pieces.zones[:_MOST_ZONES]:
            with suppress(FaultError), self._bounded():  # events that name it will say so
                learn_zone(text)
        zones = calendar_zones(head.get("X-WR-TIMEZONE", ""), self._time_zone)
        for text in pieces.broken:
            self._note(text, FaultError(Why.NOT_WHOLE))
        for uid, events in self._parsed(pieces).items():
            self._understand(uid, events, zones)
        return {
            "events": sorted(self._events.values(), key=_by_start),
            "faults": [asdict(fault) for fault in self._faults],
            "name": one_line(head.get("X-WR-CALNAME", ""))[:_LONGEST_NAME],
        }

    def _said(self, line: str) -> tuple[str, str]:
        """Name and value of a line of the head; two empty words for what is none."""
        with suppress(FaultError), self._bounded():
            calendar = Calendar.from_ical(f"BEGIN:VCALENDAR\n{line}\nEND:VCALENDAR\n".encode())
            for name, value in calendar.items():
                return name, str(value)
        return "", ""

    def _parsed(self, pieces: Pieces) -> Mapping[str, Sequence[Event]]:
        """Events that may matter, by their UID."""
        found: dict[str, list[Event]] = defaultdict(list)
        mattering = [text for text in pieces.events if may_matter(text, self._span)]
        if len(mattering) > MOST_EVENTS:
            raise TooMuchError("too-many-events")
        for text in mattering:
            if is_withheld(text):
                self._note(text, FaultError(Why.WITHHELD))
            else:
                self._parse(text, found)
        return found

    def _parse(self, text: str, found: dict[str, list[Event]]) -> None:
        try:
            with self._bounded():
                event = parse_event(essential(text))
                check_times(event)
                uid = uid_of(event)
        except FaultError as fault:
            self._note(text, fault)
            return
        found[uid].append(event)
        self._texts[uid] = text

    def _understand(self, uid: str, events: Sequence[Event], zones: Zones) -> None:
        try:
            with self._bounded():
                for family in families(uid, events):
                    self._put_family(family, zones)
        except FaultError as fault:
            self._note(self._texts[uid], fault, uid)

    def _put_family(self, family: Family, zones: Zones) -> None:
        if not family.repeats:
            (event,) = family.events
            self._put(family.uid, event, own_times(event, zones), zones)
            return
        has_no_zone = is_floating(family.events[0])
        for event in occurrences(family.events, self._span, zones):
            uid = f"{family.uid}/{recurrence_word(event)}"
            self._put(uid, event, occurrence_times(event, zones), zones, has_no_zone=has_no_zone)

    def _put(
        self,
        uid: str,
        event: Event,
        times: tuple[Moment, Moment],
        zones: Zones,
        *,
        has_no_zone: bool | None = None,
    ) -> None:
        starts, ends = times
        if not _is_in(self._span, starts, ends, zones):
            return
        if len(self._events) >= MOST_EVENTS:
            raise TooMuchError("too-many-events")
        without_zone = is_floating(event) if has_no_zone is None else has_no_zone
        self._events[uid] = {
            "uid": uid,
            **words(event),
            "starts": _written(starts),
            "ends": _written(ends),
            "time_zone": zone_name(starts, zones, is_floating=without_zone),
        }

    def _note(self, text: str, fault: FaultError, uid: str = "") -> None:
        known = described(text)
        self._faults.append(
            Fault(
                uid=uid or known.uid,
                name=known.name,
                on=known.on,
                why=fault.why,
                detail=fault.detail,
            )
        )

    @contextmanager
    def _bounded(self) -> Iterator[None]:
        """Raises `FaultError` for what a library makes of foreign data, or never gets done.

        Raises `TooMuchError` when the time for the whole calendar is over.
        """
        try:
            with _foreign_data(), self._budget.share(_EVENT_S):
                yield
        except (OutOfTimeError, MemoryError):
            if self._budget.is_spent:
                raise TooMuchError("too-slow") from None
            raise FaultError(Why.ENDLESS_WORK) from None


@contextmanager
def _foreign_data() -> Iterator[None]:
    try:
        yield
    except (FaultError, MemoryError, TooMuchError):
        raise
    except Exception as error:  # noqa: BLE001 - libraries fail in their own ways on foreign data
        raise FaultError(Why.UNREADABLE, type(error).__name__) from None


def _is_in(span: Span, starts: Moment, ends: Moment, zones: Zones) -> bool:
    first, last = _instant(starts, zones), _instant(ends, zones)
    return first < span.end and (last > span.start or first == last == span.start)


def _instant(moment: Moment, zones: Zones) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime(moment.year, moment.month, moment.day, tzinfo=zones.floating).astimezone(UTC)


def _written(moment: Moment) -> str:
    return (moment.astimezone(UTC) if isinstance(moment, datetime) else moment).isoformat()


def _by_start(event: dict[str, Any]) -> tuple[str, str]:
    return event["starts"], event["uid"]
