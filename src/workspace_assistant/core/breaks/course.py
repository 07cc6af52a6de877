"""How the break that is open goes on with one more look."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.attendance import Look
from workspace_assistant.core.breaks.closing import (
    NOT_ANSWERED,
    NOT_SEEN,
    by_rest,
    closed,
)
from workspace_assistant.core.breaks.holding import AWAY, IN_CALL, held_by
from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakRecord,
    Outcome,
    Settings,
    Stage,
)
from workspace_assistant.core.breaks.sight import Sight
from workspace_assistant.core.breaks.state import (
    Event,
    Going,
    Happening,
    State,
    Step,
    enough_s,
)

# Who goes on working beside an offer for so long has answered it.
ANSWER_S = 300.0
# Who types for so long in a break is back at work.
_RETURN_S = 60.0
# Less quiet between two inputs in a break is no rest.
_LEAST_STILL_S = 20.0
# Quiet beside an offer that nobody began: less may be reading.
_LEAST_UNASKED_S = 60.0


def ran(state: State, going: Going, look: Look) -> Step:
    """A running break, one look later."""
    going = _measured(going, look)
    record, used_from = going.record, going.used_from
    state = replace(state, going=going)
    if look.attended.is_in_call:
        return _called_away(state, record, look.attended.at)
    end_at = began_at(record) + timedelta(seconds=record.length_s)
    if look.attended.at >= end_at:
        return closed(state, *by_rest(record, end_at), end_at)
    if used_from is not None and look.has_input:
        used_s = (look.attended.at - used_from).total_seconds()
        if used_s >= min(_RETURN_S, record.length_s / 2):
            return _returned(state, record, used_from, used_s)
    return Step(state=state)


def left(state: State, going: Going, look: Look) -> Step | None:
    """Whether the person is away, or was, long enough for the break that waits to be over."""
    if going.stage is Stage.HELD:
        return _left_unasked(state, going, look)
    offered_at = going.record.offered_at or going.record.due_at
    since = max(look.attended.proof_at, offered_at)
    gone_s = (look.attended.at - since).total_seconds()
    if gone_s >= enough_s(going.record):
        return _taken(state, going, since, gone_s)
    since = max(look.rest_from, offered_at)
    gone_s = min(look.rest_s, (look.attended.proof_at - since).total_seconds())
    if gone_s >= least_unasked_s(going.record):
        return _taken(state, going, since, gone_s)
    return None


def waited(state: State, going: Going, look: Look, sight: Sight, settings: Settings) -> Step:
    """A break that is held back or on the screen, one look later."""
    reason = held_by(look.attended, sight, going.record, settings)
    if going.stage is Stage.HELD:
        return _held(state, going, reason, look.attended.at)
    if reason not in {"", AWAY}:
        return _withdrawn(state, going, reason)
    ignored_s = going.ignored_s + look.worked_s
    state = replace(state, going=replace(going, ignored_s=ignored_s))
    if ignored_s >= ANSWER_S and not settings.is_strict:
        return _left_alone(state, look)
    return Step(state=state)


def _left_alone(state: State, look: Look) -> Step:
    """Where input cannot be seen, the person may have worked on or gone."""
    at = look.attended.at
    if look.blind_s:
        return closed(state, Outcome.BLOCKED, NOT_SEEN, at)
    return closed(state, Outcome.SKIPPED, NOT_ANSWERED, at)


def began_at(record: BreakRecord) -> datetime:
    return record.began_at or record.due_at


def _measured(going: Going, look: Look) -> Going:
    """What was seen since the look before, as far as it lies in the break.

    Quiet counts as rest until input shows that it was a pause in typing.
    """
    record = going.record
    gone_s = (look.since - began_at(record)).total_seconds()
    seen_s = max(0.0, min(look.since_s, look.since_s + gone_s, record.length_s - gone_s))
    least_s = least_still_s(record)
    watched_s = max(0.0, seen_s - look.unseen_s)
    if look.has_input:
        pause_s = going.still_s if going.still_s < least_s else 0.0
        rest_s = max(0.0, record.rest_s - pause_s)
        input_s = record.input_s + pause_s + watched_s
        record = replace(record, rest_s=rest_s, input_s=input_s)
        used_from = going.used_from or look.since
        return replace(going, record=record, used_from=used_from, still_s=0.0)
    still_s, blind_s = going.still_s + watched_s, min(watched_s, look.blind_s)
    rest_s = record.rest_s + watched_s - blind_s
    return replace(
        going,
        record=replace(record, rest_s=rest_s, blind_s=record.blind_s + blind_s),
        used_from=going.used_from if still_s < least_s else None,
        still_s=still_s,
    )


def _called_away(state: State, record: BreakRecord, at: datetime) -> Step:
    """Half of it was a break; less is none: one that was due is offered again after the call."""
    if record.had_s >= record.length_s / 2:
        return closed(state, Outcome.SHORTENED, IN_CALL, at)
    if record.is_own:
        return closed(state, Outcome.BLOCKED, IN_CALL, at)
    anew = replace(record, began_at=None, rest_s=0.0, blind_s=0.0, input_s=0.0, reason=IN_CALL)
    going = Going(record=anew, stage=Stage.HELD)
    return Step(
        state=replace(state, going=going),
        events=(Event(happening=Happening.WITHDRAWN, record=anew),),
    )


def _returned(state: State, record: BreakRecord, used_from: datetime, used_s: float) -> Step:
    """The work that ended it is none of it."""
    record = replace(record, input_s=max(0.0, record.input_s - used_s))
    going = state.going and replace(state.going, record=record)
    return closed(replace(state, going=going), *by_rest(record, used_from), used_from)


def _left_unasked(state: State, going: Going, look: Look) -> Step | None:
    gone_s = max(look.rest_s, look.attended.quiet_s)
    if gone_s < enough_s(going.record):
        return None
    rested = replace(going, record=replace(going.record, rest_s=gone_s))
    return closed(replace(state, going=rested), Outcome.NATURAL, "", look.attended.at)


def least_still_s(record: BreakRecord) -> float:
    """Shorter quiet in a running break is a pause in typing."""
    return min(_LEAST_STILL_S, record.length_s / 2)


def least_unasked_s(record: BreakRecord) -> float:
    """Half of a break is one; whoever was away for less than it takes to stop has not stopped."""
    if record.kind is BreakKind.DAILY_LIMIT:
        return enough_s(record)
    return min(record.length_s, max(record.length_s / 2, _LEAST_UNASKED_S))


def _taken(state: State, going: Going, since: datetime, gone_s: float) -> Step:
    """Nobody pressed a button: the person has simply left."""
    length_s = enough_s(going.record)
    record = replace(going.record, began_at=since, rest_s=min(gone_s, length_s))
    outcome = Outcome.TAKEN if gone_s >= length_s else Outcome.SHORTENED
    end_at = since + timedelta(seconds=record.rest_s)
    return closed(replace(state, going=replace(going, record=record)), outcome, "", end_at)


def _held(state: State, going: Going, reason: str, at: datetime) -> Step:
    record = going.record
    if not reason:
        record = replace(record, reason="", offered_at=record.offered_at or at)
        offered = Going(record=record, stage=Stage.OFFERED)
        return _told(state, offered, Happening.OFFERED)
    if reason == record.reason:
        return Step(state=state)
    return _told(state, replace(going, record=replace(record, reason=reason)), Happening.HELD)


def _withdrawn(state: State, going: Going, reason: str) -> Step:
    record = replace(going.record, reason=reason)
    held = Going(record=record, stage=Stage.HELD)
    return _told(state, held, Happening.WITHDRAWN)


def _told(state: State, going: Going, happening: Happening) -> Step:
    return Step(
        state=replace(state, going=going),
        events=(Event(happening=happening, record=going.record),),
    )
