"""What a calendar says beside shifts that have begun: those are history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from workspace_assistant.core.shifts.identity import shift_id, uid_at
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.nearby import ByStart
from workspace_assistant.core.shifts.sorting import LONGEST


def beside_begun(
    begun: Sequence[Shift], told: Sequence[Shift], now: datetime, *, with_past: bool
) -> list[Shift]:
    """Without what has begun and is known, in whatever shape it is told now.

    Some calendars leave out the parts of a shift that are over, so what is left of one that runs
    may seem to start later. What overlaps one that is told itself is another one.
    """
    by_uid = {one.uid: one for one in begun}
    history = ByStart(begun, LONGEST)
    answered = {
        known.id for one in told for known in history.touching(one.span) if _is_told(known, one)
    }

    def is_history(one: Shift) -> bool:
        return any(
            _is_told(known, one)
            or (not known.is_hidden and _is_inside(one, known))
            or (known.id not in answered and _is_it(known, one, now))
            for known in history.touching(one.span)
        )

    found = []
    for one in told:
        is_late = one.ends_at <= now and not with_past
        if is_late or is_history(one):
            continue
        twin = by_uid.get(one.uid)
        # the event of an earlier shift may have been moved on, and is then another shift
        found.append(one if twin is None else renamed(one, uid_at(one.uid, one.starts_at)))
    return found


def renamed(shift: Shift, uid: str) -> Shift:
    """The same under another uid, and with an id to it; it is still made of the same events."""
    parts = shift.parts or (shift.uid,)
    return replace(shift, uid=uid, id=shift_id(shift.source_id, uid), parts=parts)


def _is_told(known: Shift, told: Shift) -> bool:
    """Whether its own events are told at its time."""
    return known.span.overlaps(told.span) and not known.events.isdisjoint(told.events)


def _is_it(known: Shift, told: Shift, now: datetime) -> bool:
    """Whether *told* is *known* under other uids; what was taken off covers nothing else."""
    if not known.span.overlaps(told.span):
        return False
    has_begun = told.starts_at <= now < known.ends_at
    return not known.is_hidden or _is_inside(told, known) or has_begun


def _is_inside(told: Shift, known: Shift) -> bool:
    return known.starts_at <= told.starts_at and told.ends_at <= known.ends_at
