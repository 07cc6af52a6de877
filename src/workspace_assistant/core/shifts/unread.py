"""Shifts of which something could not be read: nothing of them may be lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workspace_assistant.core.shifts.identity import is_among
from workspace_assistant.core.shifts.joining import LONGEST_JOINED
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span


def torn_of(known: Sequence[Shift], told: Sequence[Shift], unread: Sequence[str]) -> list[Shift]:
    """Those with an event that is not told, and that may be one of the *unread*."""
    if not unread:
        return []
    read = frozenset[str]().union(*(one.events for one in told))
    return [one for one in known if any(is_among(part, unread) for part in one.events - read)]


def grown(torn: Sequence[Shift], told: Sequence[Shift]) -> tuple[list[Shift], list[Shift]]:
    """Shifts that are *torn*, with what is told at their times, and what is told beside them.

    What overlaps is one shift, as it would be if everything could be read; so several of *torn* may
    become one.
    """
    known = {id(one) for one in torn}  # what is told may have the same id
    groups: list[list[Shift]] = []
    for one in sorted([*torn, *told], key=lambda shift: (shift.starts_at, shift.ends_at)):
        if groups and _fits(groups[-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    kept, beside = [], []
    for group in groups:
        leading = [one for one in group if id(one) in known]
        if leading:
            kept.append(_together(leading[0], group))
        else:
            beside += group
    return kept, beside


def _fits(group: Sequence[Shift], one: Shift) -> bool:
    whole = _span(group)
    return whole.overlaps(one.span) and max(whole.end, one.ends_at) - whole.start <= LONGEST_JOINED


def _span(group: Sequence[Shift]) -> Span:
    return Span(group[0].starts_at, max(one.ends_at for one in group))


def _together(leading: Shift, group: Sequence[Shift]) -> Shift:
    whole = _span(group)
    parts = dict.fromkeys(part for one in (leading, *group) for part in one.parts or (one.uid,))
    told = (one for member in group for one in member.breaks)
    breaks = [*leading.breaks, *(one for one in told if not one.span.overlaps(leading.span))]
    return replace(
        leading,
        starts_at=whole.start,
        ends_at=whole.end,
        time_zone=group[0].time_zone,
        utc_offset_s=group[0].utc_offset_s,
        parts=leading.parts if len(parts) == 1 else tuple(parts),
        breaks=tuple(sorted(breaks, key=lambda one: (one.starts_at, one.ends_at))),
    )
