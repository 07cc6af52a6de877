"""When a source is read again, and how long what is known of it can be trusted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from workspace_assistant.core.shifts.model import FeedState, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError

READ_AGAIN = frozenset({SourceKind.PATTERN, SourceKind.SUBSCRIPTION})
# How far ahead shifts are known.
HORIZON = timedelta(days=60)
REFRESH_EVERY = timedelta(hours=6)
BEFORE_SHIFT = timedelta(hours=1)
FIRST_RETRY = timedelta(minutes=15)
LONGEST_RETRY = timedelta(hours=12)
LONGEST_ASKED_FOR = timedelta(hours=24)  # of what a server asks to be left alone
STALE_AFTER = timedelta(hours=12)
_WHOLE_AGAIN = timedelta(days=7)
_PATTERN_EVERY = timedelta(days=1)
_MOST_DOUBLINGS = 10
EMPTY = "empty-calendar"
BELIEVED_AFTER = timedelta(hours=1)  # of a calendar that has lost all its events


def due_at(
    kind: SourceKind, state: FeedState, next_start: datetime | None, now: datetime
) -> datetime | None:
    """When a source is to be read again; it may be over. None for what is never read again.

    *next_start* is that of the next shift of all sources.
    """
    if kind not in READ_AGAIN:
        return None
    if state.tried_at is None or state.tried_at > now:  # never, or the clock was set back
        return now
    if state.next_try_at is not None:
        return min(state.next_try_at, now + LONGEST_ASKED_FOR)
    if kind is SourceKind.PATTERN:
        return (state.known_until or now) - HORIZON + _PATTERN_EVERY
    regular = state.tried_at + REFRESH_EVERY
    if next_start is None or state.tried_at >= next_start - BEFORE_SHIFT:
        return regular
    return min(regular, next_start - BEFORE_SHIFT)


def wants_whole(state: FeedState, now: datetime) -> bool:
    """Whether “nothing changed” would not do: days have come into sight that were not read."""
    until = state.known_until
    return until is None or until < now + HORIZON - _WHOLE_AGAIN


def unconditional(state: FeedState) -> FeedState:
    """For a request of the whole calendar."""
    return replace(state, etag="", last_modified="")


def succeeded(state: FeedState, now: datetime) -> FeedState:
    """What it brought was the truth at *now*."""
    return replace(
        state,
        succeeded_at=now,
        tried_at=now,
        failures=0,
        trouble="",
        trouble_parts=(),
        trouble_code="",
        next_try_at=None,
    )


def failed(state: FeedState, now: datetime, error: CalendarError) -> FeedState:
    """Tried in vain: the next time in 15 minutes, then twice as long each time, up to 12 hours."""
    wait = min(FIRST_RETRY * 2 ** min(state.failures, _MOST_DOUBLINGS), LONGEST_RETRY)
    asked_s = min(error.retry_after_s or 0.0, LONGEST_ASKED_FOR.total_seconds())
    return replace(
        state,
        tried_at=now,
        failures=state.failures + 1,
        trouble=error.sentence,
        trouble_parts=tuple(sorted(error.parts.items())),
        trouble_code=error.code,
        next_try_at=now + max(wait, timedelta(seconds=asked_s)),
    )


def trying(state: FeedState, now: datetime) -> FeedState:
    """To be kept before it is fetched: a store that can keep nothing would have it fetched always.

    Whatever becomes of the program, it is tried again in 15 minutes.
    """
    return replace(state, tried_at=now, next_try_at=now + FIRST_RETRY)


def is_believed(state: FeedState, now: datetime, *, by_hand: bool) -> bool:
    """Whether an empty calendar is the truth, when *state* is that of the time before.

    It has to be empty twice, an hour or more apart; a person who was told may say so at once.
    """
    if state.trouble_code != EMPTY or state.tried_at is None:
        return False
    return by_hand or now - state.tried_at >= BELIEVED_AFTER


def age_s(kind: SourceKind, state: FeedState, now: datetime) -> float | None:
    """Since what is known was the truth; None where it always is, or never was."""
    if kind is not SourceKind.SUBSCRIPTION or state.succeeded_at is None:
        return None
    return max((now - state.succeeded_at).total_seconds(), 0.0)


def is_stale(kind: SourceKind, state: FeedState, now: datetime) -> bool:
    """Whether it was not read for long: a try that failed is made up for by the next one."""
    if kind is not SourceKind.SUBSCRIPTION:
        return False
    age = age_s(kind, state, now)
    return age is None or age > STALE_AFTER.total_seconds()
