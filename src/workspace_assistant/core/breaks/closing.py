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
    """The open break gets its outcome. One that was not due and was not had changes no count."""
    going = state.going
    if going is None:
        return Step(state=state)
    record = replace(going.record, outcome=outcome, reason=reason, ended_at=at)
    settled = _settled(state, record) if record.is_counted else state
    after = replace(settled, going=None, free_from=at)
    return Step(state=after, events=(Event(happening=Happening.ENDED, record=record),))


def postponed(state: State, going: Going, settings: Settings, at: datetime) -> Step:
    """Closed; what is offered later is a break of its own."""
    step = closed(state, Outcome.POSTPONED, "", at)
    record = going.record
    later = Later(
        kind=record.kind,
        at=at + timedelta(seconds=postpone_s(settings, record.kind)),
        count=record.postponed_count + 1,
        limit_s=record.limit_s,
    )
    return replace(step, state=replace(step.state, later=later))


def by_rest(record: BreakRecord, at: datetime) -> tuple[Outcome, str]:
    """What a begun break was that ends at *at*: half of its length is a break.

    Of time that nobody watched in it nobody says what it was.
    """
    gone_s = (at - (record.began_at or at)).total_seconds()
    unwatched_s = max(0.0, gone_s - record.had_s - record.input_s)
    is_whole = gone_s >= record.length_s
    if record.had_s < record.length_s / 2:
        could_be_had = record.had_s + unwatched_s >= record.length_s / 2
        return (Outcome.BLOCKED, NOT_WATCHED) if could_be_had else (Outcome.SKIPPED, CUT_SHORT)
    return (Outcome.TAKEN if is_whole else Outcome.SHORTENED), ""


def _settled(state: State, record: BreakRecord) -> State:
    if record.outcome is Outcome.POSTPONED:
        return state
    if record.kind is BreakKind.DAILY_LIMIT:
        return replace(state, settled_limit_s=max(state.settled_limit_s, record.limit_s))
    return after_break(state, record.kind)


def after_break(state: State, kind: BreakKind) -> State:
    """Work is counted anew; a longer break is a shorter one too."""
    later = state.later
    if later is not None and later.kind in _SHORTER[kind]:
        later = None
    if kind is BreakKind.MICRO:
        return replace(state, micro_work_s=0.0, later=later)
    return replace(state, rest_work_s=0.0, micro_work_s=0.0, later=later)
