"""What became of each tip, out of the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.tips.model import Answer, TipEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What became of one tip so far.

    Attributes:
        offered_at: the last time; None where it was never shown.
        answer: the last one since it was shown last, or ever since.
        refused_in: the period in which "not now" was said last.
        is_helpful: "it helped" was said, and not "does not apply" since.
        is_put_away: "does not apply" was said, and not taken back.
    """

    offered_at: datetime | None = None
    times_offered: int = 0
    answer: Answer | None = None
    refused_in: str | None = None
    is_helpful: bool = False
    is_put_away: bool = False


def pasts(events: Iterable[TipEvent]) -> Mapping[str, Past]:
    """By the tip's id; a tip that nothing became of is not in it."""
    found: dict[str, Past] = {}
    for event in events:
        found[event.tip_id] = _after(found.get(event.tip_id, Past()), event)
    return found


def is_within(at: datetime | None, now: datetime, length: timedelta) -> bool:
    """Whether *at* is less than *length* ago.

    What lies ahead by less counts as well: the clock was set back meanwhile.
    """
    return at is not None and abs(now - at) < length


def _after(past: Past, event: TipEvent) -> Past:
    answer = event.answer
    if answer is None:
        times = past.times_offered + 1
        return replace(past, offered_at=event.at, times_offered=times, answer=None)
    past = replace(past, answer=answer)
    if answer is Answer.NOT_NOW:
        return replace(past, refused_in=event.period)
    if answer is Answer.PUT_BACK:
        return replace(past, is_put_away=False)
    helped = answer is Answer.HELPED
    return replace(past, is_helpful=helped, is_put_away=not helped)
