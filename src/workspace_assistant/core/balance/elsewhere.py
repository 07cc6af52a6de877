"""Work of the months around a week: of its blocks no more than rests and averages need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workspace_assistant.core.balance.duty import on_duty
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.facts.worked_time import BlockTimes, worked_time
from workspace_assistant.core.spans import Span, united, without_all


def with_work_elsewhere(records: Records, times: Iterable[BlockTimes]) -> Records:
    """With the worked time of blocks of *times*, where no shift counts as worked anyway.

    A block in a shift changes neither when work began and ended nor how much it was, but in a
    planned break.
    """
    told = worked_time(times, without=_worked_shifts(records))
    return replace(records, worked_elsewhere=told)


def _worked_shifts(records: Records) -> tuple[Span, ...]:
    """As far as they are over, without their breaks and those of days off."""
    begun = [one for one in on_duty(records).shifts if one.starts_at < records.now]
    whole = (Span(one.starts_at, min(one.ends_at, records.now)) for one in begun)
    breaks = united(x.span for one in begun for x in one.breaks if x.span.length_s)
    return without_all(united(whole), breaks)
