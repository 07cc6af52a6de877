"""How shifts began and how many had technical trouble, as counts: neither need cause the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from workspace_assistant.core.balance import summary_texts
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Records, Told
from workspace_assistant.core.balance.ready_indicators import (
    has_trouble,
    is_logged,
    verdict_before,
)
from workspace_assistant.core.balance.summary_model import ReadyCounts
from workspace_assistant.core.readiness.verdicts import Verdict
from workspace_assistant.core.spans import Span


def ready_counts_of(looks: Sequence[Seen]) -> ReadyCounts | None:
    """Of the shifts of these weeks that a check came before, and in which somebody could see.

    None where there is no such shift.
    """
    found = Counter(each for look in looks for each in _beginnings(look))
    if not found:
        return None
    return ReadyCounts(
        ready=found[True, False] + found[True, True],
        ready_with_trouble=found[True, True],
        unready=found[False, False] + found[False, True],
        unready_with_trouble=found[False, True],
    )


def counts_told(counts: ReadyCounts) -> tuple[Told, ...]:
    """One sentence for those that began ready, one for the others; none for no shifts."""
    ready = Told(
        sentence=summary_texts.READY,
        parts={"count": counts.ready_with_trouble, "whole": counts.ready},
    )
    unready = Told(
        sentence=summary_texts.UNREADY,
        parts={"count": counts.unready_with_trouble, "whole": counts.unready},
    )
    return tuple(one for one in (ready, unready) if one.parts["whole"])


def _beginnings(look: Seen) -> Iterator[tuple[bool, bool]]:
    """Of each of its shifts, whether it began ready and whether there was trouble."""
    records = look.records
    checked = sorted(records.checked, key=lambda one: one.at)
    for shift in look.shifts:
        verdict = verdict_before(shift, checked)
        if verdict is not None and _is_seen(shift.span, records):
            yield verdict is Verdict.READY, has_trouble(shift.span, records)


def _is_seen(shift: Span, records: Records) -> bool:
    """Whether trouble could be seen in it: a block was open, or the line was watched."""
    watched = records.sources.line_watched
    return is_logged(shift, records) or any(shift.holds(at) for at in watched)
