"""Parts of one shift: calendars of work-force programs list “Phone”, “Break”, “Chat”, “Lunch”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.shifts.model import Place, ShiftBreak
from workspace_assistant.core.shifts.nearby import ByStart
from workspace_assistant.core.spans import Span

# What touches is one shift up to here; beyond it, it is several that follow each other.
LONGEST_JOINED = timedelta(hours=16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One event that is a shift or a part of one."""

    uid: str
    name: str
    span: Span
    place: Place
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Parts that are one shift; `leading` is the longest of them, the first of several."""

    parts: tuple[Part, ...]
    leading: Part
    span: Span

    @property
    def first(self) -> Part:
        return self.parts[0]


def join(parts: Sequence[Part], breaks: ByStart[ShiftBreak]) -> list[Joined]:
    """Parts that overlap, or that touch and are worked at one place, are one shift.

    A break between two parts belongs to it.
    """
    joined: list[Joined] = []
    for part in sorted(parts, key=lambda one: (one.span.start, one.span.end, one.uid)):
        before = joined[-1] if joined else None
        if before is not None and _belongs(part, before, breaks):
            joined[-1] = _with(before, part)
        else:
            joined.append(Joined(parts=(part,), leading=part, span=part.span))
    return joined


def _belongs(part: Part, before: Joined, breaks: ByStart[ShiftBreak]) -> bool:
    if max(part.span.end, before.span.end) - before.span.start > LONGEST_JOINED:
        return part.span == before.span
    if part.span.start < before.span.end:
        return True
    return part.place == before.leading.place and part.span.start <= _reach(before, breaks)


def _reach(before: Joined, breaks: ByStart[ShiftBreak]) -> datetime:
    """Where the breaks that follow without a gap end."""
    reach = before.span.end
    for one in breaks.touching(Span(reach, before.span.start + LONGEST_JOINED)):
        if one.starts_at <= reach < one.ends_at:
            reach = one.ends_at
    return reach


def _with(before: Joined, part: Part) -> Joined:
    is_longer = part.span.length_s > before.leading.span.length_s
    return Joined(
        parts=(*before.parts, part),
        leading=part if is_longer else before.leading,
        span=Span(before.span.start, max(before.span.end, part.span.end)),
    )
