"""Rest between times of work, as Directive 2003/88/EC article 3 has it: one definition for all.

Lengths are those of UTC: where the clock is set back in a night its rest is an hour longer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise, takewhile

from workspace_assistant.core.spans import Span

_DAY = timedelta(hours=24)


def daily_rests(work: Sequence[Span]) -> tuple[Span, ...]:
    """Of each 24 hours from the start of work on, the rest that has most of its time in them.

    The next 24 hours begin with the work after it. So the pause between the halves of a split shift
    is no daily rest, and eight hours between a late and an early shift are one, at whatever hour.
    The rest is told whole, also where it goes on beyond the 24 hours. *work* is in order, and apart
    from each other.
    """
    gaps = free_between(work)
    found: list[Span] = []
    since = work[0].start if work else None
    while since is not None and (rest := _rest_of(gaps, since, work[-1].end)) is not None:
        found.append(rest)
        since = rest.end
    return tuple(found)


def free_between(work: Sequence[Span]) -> tuple[Span, ...]:
    """From each end of work to the next start of it."""
    return tuple(Span(one.end, other.start) for one, other in pairwise(work))


def _rest_of(gaps: Sequence[Span], since: datetime, last_end: datetime) -> Span | None:
    """None where it may still last, or is still to come."""
    window = Span(since, since + _DAY)
    first = bisect_right(gaps, since, key=lambda gap: gap.start)
    later = (gaps[index] for index in range(first, len(gaps)))
    near = takewhile(lambda gap: gap.start < window.end, later)
    inside = [(common.length_s, gap) for gap in near if (common := gap.common(window))]
    longest_s, longest = max(inside, key=lambda one: one[0], default=(0.0, None))
    if (window.end - last_end).total_seconds() > longest_s:
        return None
    # Where work went on for more than 24 hours, the rest that came after all.
    return longest or next(iter(gaps[first : first + 1]), None)
