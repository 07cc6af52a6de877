"""How shifts began and how many had technical trouble, as counts: neither need cause the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.balance.ready_indicators import has_trouble, verdict_before
from workspace_assistant.core.balance.summary_model import ReadyCounts
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.spans import Span


def ready_counts_of(looks: Sequence[Seen]) -> ReadyCounts | None:
    """Of the shifts of these weeks that a check came before, and in which somebody could see.

    None where there is no such shift. *looks* are of the same records.
    """
    records = looks[-1].records
    checked = sorted(records.checked, key=lambda one: one.at)
    seen_at = _seen_at(records)
    found: Counter[tuple[bool, bool]] = Counter()
    for shift in (one for look in looks for one in look.shifts):
        verdict = verdict_before(shift, checked)
        if verdict is not None and _holds(shift.span, seen_at):
            found[verdict is Verdict.READY, has_trouble(shift.span, records)] += 1
    if not found:
        return None
    return ReadyCounts(
        ready=found[True, False] + found[True, True],
        ready_with_trouble=found[True, True],
        unready=found[False, False] + found[False, True],
        unready_with_trouble=found[False, True],
    )


def _seen_at(records: Records) -> list[datetime]:
    """When trouble could be seen: a block was begun, or the line was watched."""
    return sorted([*(one.started_at for one in records.blocks), *records.sources.line_watched])


def _holds(shift: Span, instants: Sequence[datetime]) -> bool:
    index = bisect_left(instants, shift.start)
    return index < len(instants) and instants[index] < shift.end
