"""What a person answers to a break. An answer that is not open changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from workspace_assistant.core.breaks.closing import ASKED, by_rest, closed, postponed
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    BreakRecord,
    Outcome,
    Settings,
    Stage,
)
from workspace_assistant.core.breaks.state import Event, Going, Happening, State, Step


def is_open(state: State, act: Act, settings: Settings) -> bool:
    """Whether *act* is an answer now."""
    going = state.going
    if act is Act.BEGIN:
        is_running = going is not None and going.stage is Stage.RUNNING
        return not is_running and not state.attended.is_in_call
    if going is None:
        return False
    is_running = going.stage is Stage.RUNNING
    if act is Act.DONE:
        return is_running
    if settings.is_strict:
        return False
    if act is Act.POSTPONE:
        return not is_running and going.record.postponed_count < settings.longest_postponing
    return True


def answered(
    state: State, act: Act, at: datetime, settings: Settings, new_id: Callable[[], str]
) -> Step:
    """The answer of a person at *at*, which is not before the last look."""
    going = state.going
    if not is_open(state, act, settings):
        return Step(state=state)
    if act is Act.BEGIN or going is None:
        return _begun(state, at, settings, new_id)
    if going.stage is Stage.RUNNING:
        return _done(state, going, at)
    if act is Act.POSTPONE:
        return postponed(state, going, settings, at)
    return closed(state, Outcome.SKIPPED, ASKED, at)


def _begun(state: State, at: datetime, settings: Settings, new_id: Callable[[], str]) -> Step:
    """The break that is due; where none is, a rest break of the person's own accord."""
    record, due = _due_now(state, at, settings, new_id)
    record = replace(record, began_at=at, reason="")
    running = Going(record=record, stage=Stage.RUNNING)
    state = replace(state, going=running)
    begun = Event(happening=Happening.BEGUN, record=record)
    if record.kind is BreakKind.DAILY_LIMIT:  # it has no length: whoever begins it stops
        over = closed(state, Outcome.TAKEN, "", at)
        return replace(over, events=(begun, *over.events))
    return Step(state=state, events=(*due, begun))


def _due_now(
    state: State, at: datetime, settings: Settings, new_id: Callable[[], str]
) -> tuple[BreakRecord, tuple[Event, ...]]:
    """One that was postponed, or waits for another to be over, is due; else it is of one's own."""
    if state.going is not None:
        return state.going.record, ()
    rest, later = settings.rest, state.later
    is_later = later is not None and later.kind is BreakKind.REST
    record = BreakRecord(
        id=new_id(),
        kind=BreakKind.REST,
        due_at=at,
        length_s=rest.length_s,
        is_own=not is_later and not (rest.is_on and state.rest_work_s >= rest.work_s),
        postponed_count=later.count if later is not None and is_later else 0,
    )
    return record, (Event(happening=Happening.DUE, record=record),)


def _done(state: State, going: Going, at: datetime) -> Step:
    """Nobody types between the last look and the press of the button that ends it."""
    record = going.record
    since = max(state.attended.at, record.began_at or at)
    left_s = max(0.0, record.length_s - record.had_s)
    more_s = min(left_s, max(0.0, (at - since).total_seconds()))
    if record.blind_s:
        rested = replace(record, blind_s=record.blind_s + more_s)
    else:
        rested = replace(record, rest_s=record.rest_s + more_s)
    state = replace(state, going=replace(going, record=rested))
    return closed(state, *by_rest(rested, at), at)
