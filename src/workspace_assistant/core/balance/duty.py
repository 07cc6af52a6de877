"""What was planned once days off are taken out of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.days import day_of
from workspace_assistant.core.leave.model import LeaveDay
from workspace_assistant.core.spans import Span


def on_duty(records: Records) -> Records:
    """Without the shifts that begin on days off: nobody was expected to work them.

    What was worked on such a day all the same stays in its blocks.
    """
    off = {one.on for one in records.leave}
    if not off:
        return records
    shifts = tuple(one for one in records.shifts if day_of(one.starts_at, records.zone) not in off)
    return replace(records, sources=replace(records.sources, shifts=shifts))


def days_off(records: Records, days: Iterable[Span]) -> tuple[LeaveDay | None, ...]:
    """Of each of *days*, why it is off; None where it is not."""
    off = {one.on: one for one in records.leave}
    return tuple(off.get(day_of(one.start, records.zone)) for one in days)
