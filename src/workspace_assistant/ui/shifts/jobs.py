"""What the shifts page has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workspace_assistant.core.days import day_start
from workspace_assistant.core.errors import (
    RefusedError,
    StoreUnavailableError,
    UserInputError,
    words_of,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarChange
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import ShiftServices
from workspace_assistant.ui.shifts.calendar_way import CalendarWay, reached
from workspace_assistant.ui.shifts.situation import Looking, Seen, System
from workspace_assistant.ui.wording.wording import Wording

DAYS_LISTED = 14

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """What became of an act: its result, or why there is none.

    Attributes:
        trouble: in the user's words.
        code: the same as a stable word, where it is about a calendar.
    """

    result: ResultT | None = None
    trouble: str = ""
    code: str = ""


def look(services: ShiftServices, why_limit: int, _ctx: JobContext, /) -> Done[Seen]:
    """Read all that the page shows."""
    try:
        return Done(result=_seen(services, why_limit))
    except StoreUnavailableError as error:
        return Done(trouble=words_of(error))


def look_at_system(services: ShiftServices, _ctx: JobContext, /) -> System:
    """Ask the system what it starts by itself: it may take seconds to answer."""
    try:
        return System(
            timer=services.schedule.state(), autostart=services.schedule.autostart_state()
        )
    except (OSError, UserInputError) as error:
        return System(trouble=words_of(error))


def act(
    call: Callable[[JobContext], ResultT], wording: Wording, ctx: JobContext, /
) -> Done[ResultT]:
    """Do *call*; what is refused, or cannot be had, is a sentence."""
    try:
        return Done(result=call(ctx))
    except CalendarError as error:
        return Done(trouble=wording.say(error.sentence, **error.parts), code=error.code)
    except RefusedError as error:
        return Done(trouble=wording.say(error.sentence, **error.parts))
    except (UserInputError, StoreUnavailableError) as error:
        return Done(trouble=wording.say(words_of(error)))


def looked_into(
    services: ShiftServices, asked: Looking, way: CalendarWay, ctx: JobContext, /
) -> Looking:
    """What is in a calendar, or which ones there are; of the way to it nothing is kept here."""
    draft = asked.draft
    if draft is None:
        return asked
    sources = services.shifts.sources
    if asked.file is not None:
        preview = sources.preview_file(draft, services.read_file(asked.file), ctx)
        return Looking(draft=draft, file=asked.file, preview=preview)
    if asked.source is not None:
        change = CalendarChange(filter=draft.filter, place=draft.place)
        preview = sources.preview_change(asked.source.id, change, ctx)
        return Looking(draft=draft, source=asked.source, preview=preview)
    found = reached(services, draft, way, ctx)
    return Looking(
        draft=draft,
        preview=found.preview,
        wants_sign_in=asked.wants_sign_in,
        calendars=found.calendars,
    )


def days_listed(now: datetime, zone: tzinfo) -> Span:
    """From midnight to midnight: today and the days that follow."""
    today = now.astimezone(zone).date()
    midnight = datetime.min.time()
    last = today + timedelta(days=DAYS_LISTED)
    return Span(day_start(today, zone, midnight), day_start(last, zone, midnight))


def zone_of(name: str) -> tzinfo:
    """The zone of that name; UTC where this computer knows no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def _seen(services: ShiftServices, why_limit: int) -> Seen:
    shifts = services.shifts
    outlook, zone = shifts.outlook(), shifts.zone()
    span = days_listed(outlook.at, zone_of(zone))
    listed = tuple(
        one
        for one in shifts.between(span)
        if one.starts_at >= span.start or one.ends_at > outlook.at
    )
    why = services.why_log(why_limit + 1)
    return Seen(
        at=outlook.at,
        zone=zone,
        outlook=outlook,
        shifts=listed,
        off=_off(shifts.hidden(span), listed, outlook.at),
        sources=shifts.sources.views(),
        news=shifts.sources.news(),
        settings=services.settings(),
        watches_line=services.watches_line(),
        idle_s=services.idle_s(),
        why=why[:why_limit],
        has_more_why=len(why) > why_limit,
    )


def _off(hidden: Sequence[Shift], listed: Sequence[Shift], at: datetime) -> tuple[Shift, ...]:
    """What was taken off and could come back: an edit takes its place otherwise."""
    return tuple(
        one
        for one in hidden
        if one.starts_at > at and not any(other.span.overlaps(one.span) for other in listed)
    )
