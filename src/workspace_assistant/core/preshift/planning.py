"""Which check before which shift is due, and when the next one is.

Instants, never wall clocks: sleep, a set clock and travel change what time it is, not the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workspace_assistant.core.preshift.model import Attempt, AttemptState, PreshiftSettings
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span

# Of a shift that began longer ago nobody needs to know that no check ran before it.
MISSED_WITHIN_S = 3600.0
LATER_S = 300.0
# What lasts longer is no work at a desk but being on call: it keeps no check of others away.
LONGEST_WORK_S = 16 * 3600.0
# A clock that was ahead by less did no harm: the check was as much earlier.
AHEAD_S = 300.0

FIRST, SECOND = 1, 2
_NEVER = datetime.min.replace(tzinfo=UTC)
_ENDED = frozenset({AttemptState.DONE, AttemptState.FAILED, AttemptState.MISSED})

AttemptsOf = Callable[[Shift], Sequence[Attempt]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A check that is to run at `due_at`, or as soon after it as it can, before the shift."""

    shift: Shift
    number: int
    due_at: datetime


def outlook_span(settings: PreshiftSettings, now: datetime) -> Span:
    """The shifts that must be known to plan."""
    ahead = timedelta(seconds=settings.first_s) + timedelta(days=1)
    return Span(now - timedelta(seconds=MISSED_WITHIN_S), now + ahead)


def due(
    shifts: Sequence[Shift], settings: PreshiftSettings, attempts: AttemptsOf, now: datetime
) -> Due | None:
    """What is to run now; of several, what belongs to the shift that begins first."""
    ready = (one for one in to_come(shifts, settings, attempts, now) if one.due_at <= now)
    return min(ready, key=lambda one: one.shift.starts_at, default=None)


def next_instant(
    shifts: Sequence[Shift], settings: PreshiftSettings, attempts: AttemptsOf, now: datetime
) -> datetime | None:
    """When something is due, or to be noted as missed; None when nothing is in sight."""
    instants = [one.due_at for one in to_come(shifts, settings, attempts, now)]
    instants += [
        shift.starts_at
        for shift in attended(shifts, settings)
        if shift.starts_at > now and not _is_settled(attempts(shift))
    ]
    return min(instants, default=None)


def missed(
    shifts: Sequence[Shift], settings: PreshiftSettings, attempts: AttemptsOf, now: datetime
) -> tuple[Shift, ...]:
    """Shifts that have begun lately, and before which nothing ran to its end."""
    since = now - timedelta(seconds=MISSED_WITHIN_S)
    return tuple(
        shift
        for shift in attended(shifts, settings)
        if since < shift.starts_at <= now and not _is_settled(attempts(shift))
    )


def attended(shifts: Sequence[Shift], settings: PreshiftSettings) -> tuple[Shift, ...]:
    """The shifts that a check belongs to, by their start: one of those that start together."""
    if not settings.first_s:
        return ()
    by_start = {
        shift.starts_at: shift
        for shift in sorted(shifts, key=lambda one: (one.ends_at, one.id))
        if _is_here(shift, settings)
    }
    return tuple(by_start[start] for start in sorted(by_start))


def free_at(shift: Shift, shifts: Sequence[Shift], settings: PreshiftSettings) -> datetime:
    """The end of the work before it: no check runs during another shift at a desk here.

    At or after its start there is no time for a check at all.
    """
    ends = (
        other.ends_at
        for other in shifts
        if other.starts_at < shift.starts_at
        and _is_here(other, settings)
        and other.span.length_s <= LONGEST_WORK_S
    )
    return max(ends, default=_NEVER)


def to_come(
    shifts: Sequence[Shift], settings: PreshiftSettings, attempts: AttemptsOf, now: datetime
) -> tuple[Due, ...]:
    """Every check that is planned before shifts that have not begun."""
    return tuple(
        one
        for shift in attended(shifts, settings)
        if now < shift.starts_at and (free := free_at(shift, shifts, settings)) < shift.starts_at
        for one in _of_shift(shift, settings, attempts(shift), free)
    )


def later_attempt(shift: Shift, attempts: Sequence[Attempt], now: datetime) -> Attempt | None:
    """What "Later" asks for; None when the shift begins before."""
    due_at = now + timedelta(seconds=LATER_S)
    if due_at >= shift.starts_at:
        return None
    return Attempt(
        shift_id=shift.id,
        shift_starts_at=shift.starts_at,
        number=next_number(attempts),
        due_at=due_at,
        state=AttemptState.WAITING,
        began_at=now,
    )


def next_number(attempts: Sequence[Attempt]) -> int:
    """Of a check that is none of the two regular ones."""
    return max([SECOND, *(one.number for one in attempts)]) + 1


def is_ahead(attempt: Attempt, now: datetime) -> bool:
    """Whether a clock that was ahead says when it began, so that it stands for none of today."""
    ahead_s = (attempt.began_at - now).total_seconds()
    return ahead_s > AHEAD_S or (ahead_s > 0 and attempt.began_at >= attempt.shift_starts_at)


def about(shift: Shift) -> str:
    """What reminders of a shift belong to: one that is moved is told anew."""
    return f"shift@{shift.starts_at:%Y-%m-%dT%H:%M:%SZ}"


def _is_here(shift: Shift, settings: PreshiftSettings) -> bool:
    return not shift.is_hidden and shift.place.value in settings.places


def _is_settled(attempts: Sequence[Attempt]) -> bool:
    """Whether more was done than waiting, and nothing was left behind in the midst."""
    states = {one.state for one in attempts}
    return bool(states & _ENDED) and AttemptState.RUNNING not in states


def _of_shift(
    shift: Shift,
    settings: PreshiftSettings,
    attempts: Sequence[Attempt],
    free_at: datetime,
) -> Iterator[Due]:
    running = [one for one in attempts if one.state is AttemptState.RUNNING]
    if running:  # by another program, or left behind by a crash: whoever is alone now can tell
        yield from (Due(shift=shift, number=one.number, due_at=one.due_at) for one in running)
        return
    last = max((one for one in attempts if one.state in _ENDED), key=_began, default=None)
    if last is not None and last.verdict == Verdict.READY.value:
        return
    waiting = [one for one in attempts if one.state is AttemptState.WAITING]
    yield from (Due(shift=shift, number=one.number, due_at=one.due_at) for one in waiting)
    number = _next_number(settings, attempts, last)
    if number is not None:
        before_s = settings.first_s if number == FIRST else settings.second_s
        due_at = max(shift.starts_at - timedelta(seconds=before_s), free_at)
        yield Due(shift=shift, number=number, due_at=due_at)


def _next_number(
    settings: PreshiftSettings, attempts: Sequence[Attempt], last: Attempt | None
) -> int | None:
    """Which of the two regular checks is still to come."""
    numbers = {one.number for one in attempts}
    if FIRST not in numbers:
        return FIRST
    if last is None or SECOND in numbers or not settings.second_s:
        return None
    second_at = last.shift_starts_at - timedelta(seconds=settings.second_s)
    return SECOND if last.began_at < second_at else None


def _began(attempt: Attempt) -> datetime:
    return attempt.began_at
