"""Shifts in memory, a calendar and a server that answer as the test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from tests.fakes.focus import MONDAY, CountingId
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.feed_address import address_text
from workspace_assistant.core.shifts.model import (
    FeedState,
    Place,
    Shift,
    ShiftBreak,
    ShiftChange,
    Source,
    SourceKind,
)
from workspace_assistant.core.shifts.ports import (
    CalendarContent,
    CalendarError,
    CalendarEvent,
    Fetched,
)
from workspace_assistant.core.shifts.service import ShiftService
from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn
from workspace_assistant.core.shifts.source_service import SourceService
from workspace_assistant.core.spans import Span

ValueT = TypeVar("ValueT")

MADRID = "Europe/Madrid"


def local(text: str, zone: str = MADRID) -> datetime:
    """The instant at which clocks in *zone* show ``2026-11-23 08:00`` (first)."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def a_shift(
    starts: str,
    ends: str,
    *,
    key: str = "",
    source: str = "hand",
    zone: str = MADRID,
    place: Place = Place.HOME,
    breaks: Sequence[tuple[str, str]] = (),
    name: str = "",
) -> Shift:
    """A shift by the wall clock: ``2026-11-23 08:00``; its id is *key*, else its start."""
    starts_at = local(starts, zone)
    offset = starts_at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return Shift(
        id=key or f"{source}-{starts_at:%Y%m%d%H%M}",
        source_id=source,
        uid=key or f"{starts_at:%Y%m%d%H%M}",
        name=name,
        starts_at=starts_at,
        ends_at=local(ends, zone),
        time_zone=zone,
        utc_offset_s=int(offset.total_seconds()),
        place=place,
        breaks=tuple(
            ShiftBreak(starts_at=local(start, zone), ends_at=local(end, zone))
            for start, end in breaks
        ),
    )


def an_event(starts: str, ends: str, summary: str = "Shift", /, **more: object) -> CalendarEvent:
    """An event by the wall clock in Madrid."""
    fields: dict[str, object] = {
        "uid": f"{starts}@test",
        "summary": summary,
        "starts": local(starts),
        "ends": local(ends),
        "time_zone": MADRID,
        **more,
    }
    return CalendarEvent(**fields)  # type: ignore[arg-type] # the test names the fields


@dataclass
class FakeNow:
    """The wall clock: implements the port `Now`."""

    at: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def advance(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class KeptShifts:
    """All that a store holds at one moment."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    states: Mapping[str, FeedState] = field(default_factory=dict)
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    changes: tuple[ShiftChange, ...] = ()


class MemoryShiftStore:
    """Implements the port `ShiftStore`; held to the same contract as the real one.

    Attributes:
        kept: what has been written; a test may look.
        fault: raised by everything while it is set.
    """

    def __init__(self, *shifts: Shift) -> None:
        self.kept = KeptShifts(shifts={one.id: one for one in shifts})
        self.fault: StoreUnavailableError | None = None
        self._lock = threading.RLock()
        self._version = 0

    @contextmanager
    def reading(self) -> Iterator[MemoryShiftReader]:
        if self.fault is not None:
            raise self.fault
        kept = self.kept
        yield MemoryShiftReader(lambda: kept)

    @contextmanager
    def writing(self) -> Iterator[MemoryShiftWriter]:
        with self._lock:
            if self.fault is not None:
                raise self.fault
            writer = MemoryShiftWriter(self.kept)
            yield writer
            self.kept = writer.kept
            self._version += 1

    def version(self) -> int:
        if self.fault is not None:
            raise self.fault
        return self._version


class MemoryShiftReader:
    """Implements the port `ShiftReader`."""

    def __init__(self, kept: Callable[[], KeptShifts]) -> None:
        self._kept = kept

    def sources(self) -> tuple[Source, ...]:
        return tuple(sorted(self._kept().sources.values(), key=lambda one: (one.name, one.id)))

    def feed_state(self, source_id: str) -> FeedState:
        return self._kept().states.get(source_id, FeedState(source_id=source_id))

    def between(self, span: Span, *, with_hidden: bool = False) -> tuple[Shift, ...]:
        return tuple(
            one
            for one in self._shifts()
            if one.span.overlaps(span) and (with_hidden or not one.is_hidden)
        )

    def of_source(self, source_id: str, span: Span) -> tuple[Shift, ...]:
        return tuple(
            one for one in self.between(span, with_hidden=True) if one.source_id == source_id
        )

    def find(self, beginning: str) -> tuple[Shift, ...]:
        every = sorted(self._kept().shifts.items())
        return tuple(one for key, one in every if key.startswith(beginning))[:3]

    def unannounced(self) -> tuple[ShiftChange, ...]:
        return tuple(one for one in self._kept().changes if not one.is_announced)

    def _shifts(self) -> list[Shift]:
        return sorted(
            self._kept().shifts.values(), key=lambda one: (one.starts_at, one.ends_at, one.id)
        )


class MemoryShiftWriter(MemoryShiftReader):
    """Implements the port `ShiftWriter` on a copy that is thrown away when the block fails."""

    def __init__(self, kept: KeptShifts) -> None:
        super().__init__(lambda: self.kept)
        self.kept = kept

    def put_source(self, source: Source) -> None:
        self.kept = replace(self.kept, sources={**self.kept.sources, source.id: source})

    def remove_source(self, source_id: str) -> None:
        self.kept = replace(
            self.kept,
            sources=_without(self.kept.sources, source_id),
            states=_without(self.kept.states, source_id),
        )

    def put_feed_state(self, state: FeedState) -> None:
        if state.source_id not in self.kept.sources:
            raise StoreUnavailableError("a state of no source")
        self.kept = replace(self.kept, states={**self.kept.states, state.source_id: state})

    def put(self, shift: Shift) -> None:
        self.kept = replace(self.kept, shifts={**self.kept.shifts, shift.id: shift})

    def remove(self, shift_id: str) -> None:
        self.kept = replace(self.kept, shifts=_without(self.kept.shifts, shift_id))

    def note_change(self, change: ShiftChange) -> None:
        numbered = replace(change, id=len(self.kept.changes) + 1)
        self.kept = replace(self.kept, changes=(*self.kept.changes, numbered))

    def mark_announced(self, change_ids: Sequence[int]) -> None:
        self.kept = replace(
            self.kept,
            changes=tuple(
                replace(one, is_announced=True) if one.id in change_ids else one
                for one in self.kept.changes
            ),
        )


@dataclass
class ScriptedCalendar:
    """Implements the port `ReadCalendar`: what the bytes say is looked up.

    Attributes:
        contents: by the bytes of the file; other bytes are no calendar.
        asked: spans that were asked for.
    """

    contents: dict[bytes, CalendarContent | CalendarError] = field(default_factory=dict)
    asked: list[Span] = field(default_factory=list)

    def __call__(
        self, content: bytes, span: Span, time_zone: str, ctx: JobContext, /
    ) -> CalendarContent:
        del time_zone
        ctx.checkpoint()
        self.asked.append(span)
        found = self.contents.get(content)
        if found is None:
            raise CalendarError("not-a-calendar", "This is no calendar.")
        if isinstance(found, CalendarError):
            raise found
        return replace(found, events=tuple(one for one in found.events if _meets(one, span)))


@dataclass
class ScriptedFeed:
    """Implements the port `FetchCalendar`: each source answers what the test set.

    Attributes:
        answers: by source id, else for every source (``*``); None for bytes is “not changed”.
        asked: source ids, with the state that was told.
    """

    answers: dict[str, Fetched | CalendarError] = field(default_factory=dict)
    asked: list[tuple[str, FeedState]] = field(default_factory=list)

    def __call__(self, source_id: str, state: FeedState, ctx: JobContext, /) -> Fetched:
        ctx.checkpoint()
        self.asked.append((source_id, state))
        found = self.answers.get(source_id) or self.answers.get("*")
        if found is None:
            raise CalendarError("unreachable", "The server cannot be reached.")
        if isinstance(found, CalendarError):
            raise found
        return found


@dataclass
class MemoryAddresses:
    """Implements the port `HeldAddresses`.

    Attributes:
        kept, held: by source id.
        fault: raised by what asks the keyring while it is set.
    """

    kept: dict[str, str] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    fault: CalendarError | None = None

    def keep_held(self, source_id: str, ctx: JobContext, /) -> None:
        self._ask(ctx)
        self.kept[source_id] = self.held.pop(source_id)

    def forget(self, source_id: str, ctx: JobContext, /) -> None:
        self._ask(ctx)
        self.kept.pop(source_id, None)

    def hold(self, source_id: str, address: str, /) -> None:
        self.held[source_id] = address

    def let_go(self, source_id: str, /) -> None:
        self.held.pop(source_id, None)

    def _ask(self, ctx: JobContext) -> None:
        ctx.checkpoint()
        if self.fault is not None:
            raise self.fault


@dataclass
class ScriptedServer:
    """Implements the port `FindCalendars`.

    Attributes:
        names: of the calendars it has; their addresses are made of the sign-in.
        fault: raised in place of an answer while it is set.
        asked: what it was asked with.
    """

    names: tuple[str, ...] = ()
    fault: CalendarError | None = None
    asked: list[SignIn] = field(default_factory=list)

    def __call__(self, sign_in: SignIn, ctx: JobContext, /) -> tuple[FoundCalendar, ...]:
        ctx.checkpoint()
        self.asked.append(sign_in)
        if self.fault is not None:
            raise self.fault
        where = replace(sign_in.parsed(), is_caldav=True)
        return tuple(
            FoundCalendar(name=name, address=address_text(replace(where, target=f"/{name}/")))
            for name in self.names
        )


@dataclass
class ShiftDesk:
    """Shifts with everything around them in the test's hand.

    Attributes:
        zone: IANA name of the person's time zone.
    """

    store: MemoryShiftStore = field(default_factory=MemoryShiftStore)
    now: FakeNow = field(default_factory=FakeNow)
    new_id: CountingId = field(default_factory=CountingId)
    calendar: ScriptedCalendar = field(default_factory=ScriptedCalendar)
    feed: ScriptedFeed = field(default_factory=ScriptedFeed)
    addresses: MemoryAddresses = field(default_factory=MemoryAddresses)
    server: ScriptedServer = field(default_factory=ScriptedServer)
    zone: str = MADRID

    def service(self) -> ShiftService:
        parts = (self.store, self.now, self.new_id, lambda: self.zone)
        return ShiftService(*parts, SourceService(*parts, self.calendar, self.feed, self.addresses))

    def publish(self, *events: CalendarEvent, faults: Sequence[str] = (), **more: object) -> None:
        """From now on every subscription answers with these events."""
        content = f"calendar {len(self.calendar.contents)}".encode()
        self.calendar.contents[content] = CalendarContent(
            events=events,
            faults=tuple(faults),
            **more,  # type: ignore[arg-type] # the test names the fields
        )
        self.feed.answers["*"] = Fetched(content=content, etag=content.decode())


def subscription(key: str = "feed", **more: object) -> Source:
    fields: dict[str, object] = {
        "id": key,
        "kind": SourceKind.SUBSCRIPTION,
        "name": key.title(),
        "time_zone": MADRID,
        **more,
    }
    return Source(**fields)  # type: ignore[arg-type] # the test names the fields


def _meets(event: CalendarEvent, span: Span) -> bool:
    if not isinstance(event.starts, datetime) or not isinstance(event.ends, datetime):
        return True
    return event.starts < span.end and event.ends > span.start


def _without(kept: Mapping[str, ValueT], key: str) -> dict[str, ValueT]:
    return {one: value for one, value in kept.items() if one != key}
