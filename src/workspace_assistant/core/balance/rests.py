"""Rests between work: the daily one of Directive 2003/88/EC article 3, the weekly of article 5.

Lengths are those of UTC: where the clock is set back in a night its rest is an hour longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from workspace_assistant.core.balance.work import Stretch
from workspace_assistant.core.facts import rests
from workspace_assistant.core.spans import Span


def daily_rests(work: Sequence[Stretch]) -> tuple[Span, ...]:
    """Of each 24 hours from the start of work on, the rest; with the definition that facts have."""
    return rests.daily_rests([one.span for one in work])


def free_between(work: Sequence[Stretch]) -> tuple[Span, ...]:
    """From each end of work to the next start of it."""
    return rests.free_between([one.span for one in work])


def longest_free(work: Sequence[Stretch], week: Span, known_until: datetime) -> Span | None:
    """The longest time without work that touches the week, as far as it is known.

    None where no work of the week is known. What began before all that is known counts from the
    week's start, what still lasts up to *known_until*.
    """
    until = min(week.end, known_until)
    if until <= week.start or not any(one.span.overlaps(Span(week.start, until)) for one in work):
        return None
    edges = [*free_between(work)]
    edges.append(Span(work[-1].span.end, max(known_until, work[-1].span.end)))
    if work[0].span.start > week.start:
        edges.append(Span(week.start, work[0].span.start))
    touching = [one for one in edges if one.overlaps(week)]
    return max(touching, key=lambda one: one.length_s, default=None)
