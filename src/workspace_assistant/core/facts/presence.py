"""Time at the computer, away from it and in calls, from the log of activity.

What nobody looked at is neither: it ends a stretch, and it is no break.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from workspace_assistant.core.breaks.model import ActivityKind, ActivityStretch
from workspace_assistant.core.spans import Span

AT_COMPUTER = frozenset({ActivityKind.ACTIVE, ActivityKind.CALL})
SEEN = AT_COMPUTER | {ActivityKind.AWAY}
# So long away ends a stretch: HSE L26 on changes of activity speaks of five to ten minutes.
AWAY_S = 300.0
# Of a span that was looked at for less, nothing is said that could have happened unseen.
LEAST_SEEN = 0.8
# Two looks at the activity lie a few seconds apart.
_TOUCHING_S = 15.0


def clipped(
    activity: Sequence[ActivityStretch], span: Span, kinds: frozenset[ActivityKind]
) -> list[Span]:
    """What of *span* is of these kinds, in order. *activity* is in order, and apart."""
    first = bisect_left(activity, span.start, key=lambda one: one.ended_at)
    last = bisect_right(activity, span.end, key=lambda one: one.started_at)
    inside = (one for one in activity[first:last] if one.kind in kinds)
    found = (span.common(Span(one.started_at, one.ended_at)) for one in inside)
    return [one for one in found if one is not None]


def seconds(spans: Iterable[Span]) -> float:
    """Their common length; they do not overlap."""
    return sum(one.length_s for one in spans)


def is_seen(activity: Sequence[ActivityStretch], span: Span) -> bool:
    """Whether four fifths of *span* and more were looked at."""
    seen_s = seconds(clipped(activity, span, SEEN))
    return span.length_s > 0 and seen_s >= LEAST_SEEN * span.length_s


def stretches(activity: Sequence[ActivityStretch], span: Span) -> list[Span]:
    """Times at the computer without five minutes away; what is shorter belongs to them."""
    return joined(clipped(activity, span, AT_COMPUTER), AWAY_S)


def absences(activity: Sequence[ActivityStretch], span: Span) -> list[Span]:
    """Times away inside *span*, after the first and before the last time at the computer.

    Whoever comes late or leaves early has no break.
    """
    there = clipped(activity, span, AT_COMPUTER)
    if not there:
        return []
    inside = Span(there[0].start, there[-1].end)
    away = clipped(activity, inside, frozenset({ActivityKind.AWAY}))
    return joined(away, _TOUCHING_S)


def joined(spans: Iterable[Span], shorter_than_s: float) -> list[Span]:
    """Those in order, with less than that between them, become one."""
    found: list[Span] = []
    for one in spans:
        if found and (one.start - found[-1].end).total_seconds() < shorter_than_s:
            found[-1] = Span(found[-1].start, one.end)
        else:
            found.append(one)
    return found
