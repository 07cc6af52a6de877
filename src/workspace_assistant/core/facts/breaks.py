"""What became of the breaks of a week. Enough for today is told, but no break."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.breaks.model import BreakKind, BreakRecord, Outcome
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows

LEAST_DUE = 5
# A nudge of the mouse is no work; a fifth of the break is.
_WORKED_SHARE = 0.2
_IN_CALL = "in-call"
_HAD = frozenset({Outcome.TAKEN, Outcome.SHORTENED})

_NAMES = (
    "breaks.due.week",
    "breaks.skipped_share",
    "breaks.blocked.week",
    "breaks.with_input.week",
)


def break_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    due = [
        one
        for one in sources.breaks
        if one.kind is not BreakKind.DAILY_LIMIT
        and one.outcome is not None
        and one.is_counted
        and windows.week.holds(one.due_at)
    ]
    watched = any(windows.week.holds(one.ended_at) for one in sources.activity)
    if not due and not watched:
        yield from (unknown(name, "breaks-not-watched-in-week") for name in _NAMES)
        return
    yield known("breaks.due.week", len(due), count=len(due))
    yield _skipped(due)
    blocked = sum(one.outcome is Outcome.BLOCKED and one.reason == _IN_CALL for one in due)
    yield known("breaks.blocked.week", blocked, count=len(due))
    yield known("breaks.with_input.week", sum(map(_is_worked, due)), count=len(due))


def _skipped(due: list[BreakRecord]) -> Fact | Unknown:
    name = "breaks.skipped_share"
    if len(due) < LEAST_DUE:
        return unknown(name, "too-few-breaks", least=str(LEAST_DUE))
    skipped = sum(one.outcome is Outcome.SKIPPED for one in due)
    return known(name, skipped / len(due), count=len(due), skipped=str(skipped))


def _is_worked(one: BreakRecord) -> bool:
    return one.outcome in _HAD and one.input_s > _WORKED_SHARE * max(one.length_s, one.rest_s)
