"""What the focus page has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from threading import get_ident
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.errors import StoreUnavailableError, words_of
from workspace_assistant.core.focus.answers import Question
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import FocusError, UnreadableBlockError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.service import Now
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import FocusServices
from workspace_assistant.ui.focus.situation import Day

MOST_RECENT = 20
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The log as the page shows it."""

    now: Now
    day: Day
    recent: tuple[Block, ...]
    questions: tuple[Question, ...]
    frames: tuple[ShiftFrame, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The open block at this second; the whole log only where it was written to since.

    Attributes:
        trouble: why nothing can be read.
        needs_repair: that is so because the running block cannot be read.
    """

    now: Now | None = None
    snapshot: Snapshot | None = None
    trouble: str = ""
    needs_repair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of an act: its change, or why there is none.

    Attributes:
        refusal: the act makes no sense.
        trouble: nothing can be kept.
    """

    change: Change | None = None
    refusal: FocusError | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class LogWatch:
    """Tells whether the log was written to. Versions count by thread, and jobs run on several."""

    version: Callable[[], int]
    seen: dict[int, int] = field(default_factory=dict)

    def has_moved(self) -> bool:
        version, thread = self.version(), get_ident()
        before = self.seen.get(thread)
        self.seen[thread] = version
        return before != version


def look(services: FocusServices, shown_on: date | None) -> Snapshot:
    """Read all that the page shows of the day *shown_on*, of today where it is None."""
    now = services.acts.now()
    zone = zone_of(services.zone())
    today = day_of(now.at, zone)
    on = shown_on or today
    span = day_span(on, zone)
    return Snapshot(
        now=now,
        day=Day(
            on=on,
            today=today,
            start=span.start,
            end=span.end,
            blocks=services.between(span.start, span.end),
            frames=services.frames_between(span),
            unreadable=services.unreadable(span.start, span.end),
        ),
        recent=services.recent(MOST_RECENT),
        questions=services.answers.questions(),
        frames=_frames_around(services, now),
    )


def _frames_around(services: FocusServices, now: Now) -> tuple[ShiftFrame, ...]:
    """Shifts that the open block belongs to, or runs into while nothing else changes."""
    if now.block is None:
        return ()
    return services.frames_between(Span(now.block.started_at, now.at + _A_DAY))


def glance(
    services: FocusServices,
    watch: LogWatch,
    shown: tuple[date | None, date | None],
    _ctx: JobContext,
    /,
) -> Glance:
    """The open block now, and all of the log where it changed or another day began.

    *shown* is the day that the user chose, None for today, and the day that was today then.
    """
    try:
        if watch.has_moved():
            snapshot = look(services, shown[0])
            return Glance(now=snapshot.now, snapshot=snapshot)
        now = services.acts.now()
        if day_of(now.at, zone_of(services.zone())) != shown[1]:
            return Glance(now=now, snapshot=look(services, shown[0]))
    except StoreUnavailableError as error:
        watch.seen.clear()  # the next look reads everything
        return Glance(trouble=words_of(error), needs_repair=isinstance(error, UnreadableBlockError))
    return Glance(now=now)


def act(call: Callable[[], Change], _ctx: JobContext, /) -> Done:
    try:
        return Done(change=call())
    except FocusError as error:
        return Done(refusal=error)
    except StoreUnavailableError as error:
        return Done(trouble=words_of(error))


def zone_of(name: str) -> tzinfo:
    """The zone of that name; UTC where this computer knows no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
