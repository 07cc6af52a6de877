"""When to try again, what an answer means, and what a full outbox gives up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workspace_assistant.core.publishing.model import Reply, Standing, Trouble, Waiting

# Two messages a report: a year of four checks a working day.
MOST_MESSAGES = 2_000

_FIRST_WAIT_S = 30.0
_LONGEST_WAIT_S = 3_600.0
# A token that is refused is no matter of minutes: somebody must do something.
_LONGEST_WAIT_FOR_A_PERSON_S = 6 * 3_600.0
LONGEST_RETRY_AFTER_S = 24 * 3_600.0
_NEEDS_A_PERSON = frozenset(
    {
        Trouble.TOKEN_REFUSED,
        Trouble.TOKEN_MISSING,
        Trouble.WRONG_ADDRESS,
        Trouble.NOT_UNDERSTOOD,
        Trouble.NOT_TRUSTED,
    }
)
# All receivers of a receiver that was down come back at once; ten percent spreads them.
_RETRY_AFTER_SPREAD = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What follows from an answer.

    Attributes:
        trouble: none where the receiver has the message.
        is_of_message: only this message is refused; the others can go on.
        retry_after_s: what the receiver asks for; 0 where it asks for nothing.
    """

    trouble: Trouble = Trouble.NONE
    is_of_message: bool = False
    retry_after_s: float = 0.0


def judged(reply: Reply, now: datetime) -> Judged:
    """By the OTLP specification, but that 500 is tried again as well: nothing is to be lost."""
    match reply.status:
        case status if 200 <= status <= 299:
            return _taken(reply)
        case 400 | 422:
            return Judged(trouble=Trouble.REFUSED, is_of_message=True)
        case 413:
            return Judged(trouble=Trouble.TOO_LARGE, is_of_message=True)
        case 401 | 403 | 407:
            return Judged(trouble=Trouble.TOKEN_REFUSED)
        case 429:
            return Judged(trouble=Trouble.TOO_MANY, retry_after_s=_asked_s(reply, now))
        case 408 | 425:
            return Judged(trouble=Trouble.RECEIVER_FAILED)
        case status if status >= 500:
            return Judged(trouble=Trouble.RECEIVER_FAILED, retry_after_s=_asked_s(reply, now))
        case status if 300 <= status <= 399 or status in (404, 405, 410):
            return Judged(trouble=Trouble.WRONG_ADDRESS)
        case _:
            return Judged(trouble=Trouble.NOT_UNDERSTOOD)


def _taken(reply: Reply) -> Judged:
    """A web page with a friendly status is no receiver: what it swallowed would be lost."""
    if reply.rejected is None:
        return Judged(trouble=Trouble.NOT_UNDERSTOOD)
    if reply.rejected > 0:  # to be told, and not to be sent again by itself
        return Judged(trouble=Trouble.REFUSED, is_of_message=True)
    return Judged()


def _asked_s(reply: Reply, now: datetime) -> float:
    """Retry-After in both of its forms (RFC 9110, 10.2.3); 0 for anything else."""
    text = reply.retry_after.strip()
    is_count = text.isascii() and text.isdecimal()
    wanted_s = float(text[:9]) if is_count else _until_s(text, now)
    return min(max(wanted_s, 0.0), LONGEST_RETRY_AFTER_S)


def _until_s(text: str, now: datetime) -> float:
    from email.utils import parsedate_to_datetime  # dear, and rarely needed

    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0.0
    return (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds()


def after_failure(before: Standing, found: Judged, now: datetime, jitter: float) -> Standing:
    """Waits twice as long each time, of which a random half; *jitter* is from 0 to 1.

    Agents whose collector was down do not come back together.
    """
    failures = before.failures + 1
    longest_s = (
        _LONGEST_WAIT_FOR_A_PERSON_S if found.trouble in _NEEDS_A_PERSON else _LONGEST_WAIT_S
    )
    full_s = min(_FIRST_WAIT_S * 2.0 ** min(failures - 1, 16), longest_s)
    wait_s = full_s * (0.5 + 0.5 * jitter)
    asked_s = found.retry_after_s * (1 + _RETRY_AFTER_SPREAD * jitter)
    wait_until = now + timedelta(seconds=max(wait_s, asked_s))
    return Standing(failures=failures, wait_until=wait_until, trouble=found.trouble)


def due_at(standing: Standing, now: datetime) -> datetime:
    """When to try; *now* where that is not in the future.

    A wait that is longer than any that is ever chosen comes from a clock that was wrong.
    """
    until = standing.wait_until
    longest = timedelta(seconds=LONGEST_RETRY_AFTER_S * (1 + _RETRY_AFTER_SPREAD))
    if until is None or until - now > longest:
        return now
    return max(until, now)


def surplus(entries: Iterable[Waiting], most: int = MOST_MESSAGES) -> tuple[int, ...]:
    """The numbers of those that a full outbox gives up.

    First what the receiver refused, then reports, the oldest first; weeks last: they are few, and
    no later one says the same.
    """
    in_order = sorted(entries, key=lambda one: (not one.is_refused, one.is_week, one.number))
    return tuple(one.number for one in in_order[: max(len(in_order) - most, 0)])
