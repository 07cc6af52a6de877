"""How a break ends, and what that makes of the work since the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.model import BreakKind, BreakRecord, Outcome, Settings
from workspace_assistant.core.breaks.state import (
    Event,
    Going,
    Happening,
    Later,
    State,
    Step,
    postpone_s,
)

# What a break of a kind is as well.
_SHORTER = {
    BreakKind.MICRO: frozenset({BreakKind.MICRO}),
    BreakKind.REST: frozenset({BreakKind.MICRO, BreakKind.REST}),
}

ASKED = "asked"
CUT_SHORT = "cut-short"
NOT_ANSWERED = "not-answered"
SHIFT_OVER = "shift-over"
DAY_OVER = "day-over"
NOT_WATCHED = "not-watched"
NOT_SEEN = "not-seen"


def closed(state: State, outcome: Outcome, reason: str, at: datetime) -> Step:
    """The open break gets its outcome. No rest is claimed that could not be seen."""
    going = state.going
    if going is None:
        return Step(state=state)
    rest_s = max(0.0, going.record.rest_s - going.blind_s)
    record = replace(going.record, outcome=outcome, reason=reason, ended_at=at, rest_s=rest_s)
    after = replace(after_break(state, record.kind, outcome), going=None, free_from=at)
    return Step(state=after, events=(Event(happening=Happening.ENDED, record=record),))


def postponed(state: State, going: Going, settings: Settings, at: datetime) -> Step:
    """Closed; what is offered later is a break of its own."""
    step = closed(state, Outcome.POSTPONED, "", at)
    record = going.record
    later = Later(
        kind=record.kind,
        at=at + timedelta(seconds=postpone_s(settings, record.kind)),
        count=record.postponed_count + 1,
    )
    return replace(step, state=replace(step.state, later=later))


def by_rest(record: BreakRecord, at: datetime) -> tuple[Outcome, str]:
    """What a begun break was that ends at *at*: half of its length is a break."""
    began_at = record.began_at or at
    is_whole = (at - began_at).total_seconds() >= record.length_s
    if record.rest_s < record.length_s / 2:
        return Outcome.SKIPPED, CUT_SHORT
    return (Outcome.TAKEN if is_whole else Outcome.SHORTENED), ""


def after_break(state: State, kind: BreakKind, outcome: Outcome) -> State:
    """Work is counted anew, but for a break that was put off; a longer one is a shorter one too."""
    if outcome is Outcome.POSTPONED:
        return state
    if kind is BreakKind.DAILY_LIMIT:
        return replace(state, is_limit_settled=True)
    later = state.later
    if later is not None and later.kind in _SHORTER[kind]:
        later = None
    if kind is BreakKind.MICRO:
        return replace(state, micro_work_s=0.0, later=later)
    return replace(state, rest_work_s=0.0, micro_work_s=0.0, later=later)
