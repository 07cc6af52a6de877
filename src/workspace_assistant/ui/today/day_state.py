"""The day as a ribbon within the frame of its shifts. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.focus.day_state import Scale, ribbon_state, scale_of
from workspace_assistant.ui.focus.day_summary import day_summary
from workspace_assistant.ui.focus.situation import Day, Situation
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.block_state import blocks_now
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.widgets.ribbon_parts import Part, RibbonPart, RibbonState
from workspace_assistant.ui.wording.wording import Wording

_NEAR = timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayState:
    """`parts` are the kinds that the ribbon shows, for its legend."""

    title: str
    summary: str
    ribbon: RibbonState
    parts: frozenset[Part]


def day_state(now: Situation, facts: Facts, wording: Wording) -> DayState | None:
    """None on a day without blocks and shifts, and before the first look."""
    present, at = now.now, now.proven_at
    if present is None or at is None:
        return None
    on = day_of(facts.at, facts.zone)
    span = day_span(on, facts.zone)
    blocks = tuple(
        one
        for one in blocks_now(now, facts)
        if span.overlaps(Span(one.started_at, one.ended_at or present.at))
    )
    shifts = tuple(one for one in facts.shifts if span.holds(one.starts_at))
    if not blocks and not shifts:
        return None
    day = Day(on=on, today=on, start=span.start, end=span.end, blocks=blocks)
    frame = _frame(shifts, present.at)
    ribbon = ribbon_state(day, at, present.at, wording, frame)
    scale = scale_of(day, at, present.at, wording, frame)
    frames = tuple(part for shift in shifts for part in _frames(shift, scale))
    return DayState(
        title=wording.say(texts.TODAY_NAMED, date=wording.date(span.start)),
        summary=day_summary(day, at, wording),
        ribbon=replace(ribbon, frames=frames),
        parts=frozenset(one.part for one in (*frames, *ribbon.parts)),
    )


def _frame(shifts: tuple[Shift, ...], present: datetime) -> Span | None:
    """From the first shift, or from now where that is not long before it."""
    if not shifts:
        return None
    start = min(one.starts_at for one in shifts)
    if start - _NEAR <= present:
        start = min(start, present)
    return Span(start, max(one.ends_at for one in shifts))


def _frames(shift: Shift, scale: Scale) -> tuple[RibbonPart, ...]:
    whole = _part(Part.SHIFT, shift.span, scale)
    breaks = (
        _part(Part.PLANNED_BREAK, Span(one.starts_at, one.ends_at), scale) for one in shift.breaks
    )
    return (whole, *breaks)


def _part(part: Part, span: Span, scale: Scale) -> RibbonPart:
    return RibbonPart(
        id="",
        block_id="",
        part=part,
        start=scale.share(span.start),
        end=scale.share(span.end),
        label="",
        label_end=0.0,
        description="",
    )
