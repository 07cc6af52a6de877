"""Planned hours against hours seen at work. Nobody but the person sees it, and only if asked for.

At work is who was at the computer, in a call or in a block. What nobody looked at is neither work
nor absence, and left out. Left out are planned breaks, too, and the rest breaks that the program
asked for, up to their length. Shifts without a rest between them are judged together, as a part of
one that was not watched says as little of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.balance import work_texts
from workspace_assistant.core.balance.definitions import ADHERENCE, CONFORMANCE, Definition, Targets
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.balance.work import Stretch
from workspace_assistant.core.breaks.model import ActivityKind, BreakKind, BreakRecord, Outcome
from workspace_assistant.core.facts.presence import AT_COMPUTER, LEAST_SEEN, SEEN, clipped
from workspace_assistant.core.spans import Span, common_of, total_s, united, without_all

_CALL = frozenset({ActivityKind.CALL})
_KEPT = frozenset({Outcome.TAKEN, Outcome.SHORTENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A stretch of planned work that was watched.

    Attributes:
        span: of its shifts, and of the blocks around them.
        began_at: its day is that of this.
        planned_s: of its shifts without breaks, as far as somebody looked.
        inside_s: at work in that time.
        whole_s: at work at any time: in its shifts, and in its blocks outside of them.
        held: planned breaks that a call took, in order.
        shifts: how many are in it.
    """

    span: Span
    began_at: datetime
    planned_s: float
    inside_s: float
    whole_s: float
    held: tuple[Span, ...]
    shifts: int


def adherence_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    """None where the person did not ask for them."""
    if not seen.settings.shows_adherence:
        return ()
    found = [kept for one in seen.stretches if (kept := kept_of(one, seen))]
    return (
        _told(ADHERENCE, targets, found, [one.inside_s for one in found]),
        _told(CONFORMANCE, targets, found, [*_whole_s(found, seen)]),
    )


def kept_of(stretch: Stretch, seen: Seen) -> Kept | None:
    """None where nothing but breaks was planned, where it is not over, and where nobody watched."""
    activity = seen.records.sources.activity
    shifts = united(one.span for one in stretch.shifts)
    if not shifts or shifts[-1].end > seen.records.now:
        return None
    looked = united((*clipped(activity, stretch.span, SEEN), *stretch.in_blocks))
    if total_s(common_of(shifts, looked)) < LEAST_SEEN * total_s(shifts):
        return None
    there = united((*clipped(activity, stretch.span, AT_COMPUTER), *stretch.in_blocks))
    rested = united((*stretch.breaks, *_asked_for(seen.records.sources.breaks)))
    planned = common_of(without_all(shifts, rested), looked)
    if not planned:
        return None
    calls = [span for one in stretch.breaks for span in clipped(activity, one, _CALL)]
    outside = without_all(stretch.in_blocks, shifts)
    return Kept(
        span=stretch.span,
        began_at=stretch.began_at,
        planned_s=total_s(planned),
        inside_s=total_s(common_of(planned, there)),
        whole_s=total_s(common_of(shifts, there)) + total_s(outside),
        held=tuple(calls),
        shifts=len(stretch.shifts),
    )


def _asked_for(breaks: Iterable[BreakRecord]) -> Iterator[Span]:
    """Rest breaks that were due and had, up to their length: they are part of the work."""
    for one in breaks:
        is_had = one.kind is BreakKind.REST and one.outcome in _KEPT and not one.is_own
        if is_had and one.began_at is not None and one.ended_at is not None:
            longest = one.began_at + timedelta(seconds=one.length_s)
            if (end := min(one.ended_at, longest)) > one.began_at:
                yield Span(one.began_at, end)


def _whole_s(found: Sequence[Kept], seen: Seen) -> Iterator[float]:
    """With the blocks of the same day that lie apart from all shifts, told with its first one."""
    beside = {day: _beside_s(day, seen) for day in seen.days}
    for one in found:
        days = [day for day in beside if day.holds(one.began_at)]
        yield one.whole_s + sum(beside.pop(day) for day in days)


def _beside_s(day: Span, seen: Seen) -> float:
    return sum(total_s(one.in_blocks) for one in seen.stretches_in(day) if not one.shifts)


def _told(
    what: Definition, targets: Targets, found: Sequence[Kept], at_work_s: Sequence[float]
) -> Indicator:
    planned_s = sum(one.planned_s for one in found)
    if not planned_s:
        return what.unknown(targets, work_texts.NO_WATCHED_SHIFT)
    held = [span for one in found for span in one.held]
    whole_s = sum(at_work_s)
    return what.known(
        whole_s / planned_s,
        targets,
        work_texts.AT_WORK_HELD if held else work_texts.AT_WORK,
        [
            Term(span=one.span, value=length_s / one.planned_s)
            for one, length_s in zip(found, at_work_s, strict=True)
        ],
        length=whole_s,
        planned_length=planned_s,
        held_length=total_s(held),
        count=sum(one.shifts for one in found),
    )
