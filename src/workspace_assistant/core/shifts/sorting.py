"""What an event of a calendar is: work, a break, a place for a day, or nothing of a shift."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from workspace_assistant.core.shifts.choosing_reasons import LeftOutReason
from workspace_assistant.core.shifts.fitting import fits_any, has_words, is_place, names_place
from workspace_assistant.core.shifts.model import Filter, Place
from workspace_assistant.core.shifts.ports import CalendarEvent

LONGEST = timedelta(hours=24)
_ONE_DAY = timedelta(days=1)
_MOST_DAYS = 366  # of one event that says where they are worked


def reason_out(event: CalendarEvent, wanted: Filter) -> LeftOutReason | None:
    """Why it is neither work nor a break; None where it is one of them."""
    if event.is_cancelled:
        return LeftOutReason.CANCELLED
    span = times(event)
    if span is None:
        is_told = _place_alone(event, wanted) is not None
        return LeftOutReason.PLACE_OF_DAY if is_told else LeftOutReason.ALL_DAY
    start, end = span
    if end <= start:
        return LeftOutReason.NO_LENGTH
    if not is_break(event, wanted) and not _is_wanted(event, wanted):
        return LeftOutReason.NOT_IN_FILTER
    return LeftOutReason.TOO_LONG if end - start > LONGEST else None


def times(event: CalendarEvent) -> tuple[datetime, datetime] | None:
    """Start and end in UTC, not checked; None for an event that lasts all day."""
    if isinstance(event.starts, datetime) and isinstance(event.ends, datetime):
        return event.starts.astimezone(UTC), event.ends.astimezone(UTC)
    return None


def is_break(event: CalendarEvent, wanted: Filter) -> bool:
    """By its title; one that a person asked for by name is work all the same."""
    is_asked_for = bool(wanted.summary or wanted.categories) and _is_wanted(event, wanted)
    return not is_asked_for and fits_any(wanted.breaks, event.summary)


def place_of(event: CalendarEvent, wanted: Filter) -> Place | None:
    """Where it is worked, if it says so: its location before its categories and its title.

    “Home office” is home: words of home are looked for first. A title has to name the office as a
    place: taking “Back office queue” for one would keep a line at home from being checked.
    """
    for said in (event.location, *event.categories):
        for place, words in ((Place.HOME, wanted.home), (Place.OFFICE, wanted.office)):
            if any(has_words(said, one) for one in words):
                return place
    if any(has_words(event.summary, one) for one in wanted.home):
        return Place.HOME
    return Place.OFFICE if names_place(event.summary, wanted.office) else None


def places_of_days(events: Iterable[CalendarEvent], wanted: Filter) -> dict[date, Place]:
    """What events that last all day say about where those days are worked."""
    found: dict[date, Place] = {}
    for event in events:
        place = None if event.is_cancelled else _place_alone(event, wanted)
        if place is None or isinstance(event.starts, datetime):
            continue
        length = min((date_of(event.ends) - event.starts).days, _MOST_DAYS)
        found.update({event.starts + _ONE_DAY * number: place for number in range(max(length, 1))})
    return found


def _is_wanted(event: CalendarEvent, wanted: Filter) -> bool:
    if not wanted.summary and not wanted.categories:
        return True
    categories = {one.strip().casefold() for one in event.categories}
    return fits_any(wanted.summary, event.summary) or any(
        one.strip().casefold() in categories for one in wanted.categories
    )


def _place_alone(event: CalendarEvent, wanted: Filter) -> Place | None:
    """The place, if the title says nothing else: “Office party” is none."""
    if is_place(event.summary, wanted.home):
        return Place.HOME
    return Place.OFFICE if is_place(event.summary, wanted.office) else None


def date_of(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
