"""Breaks from one look to the next: what is due, offered, taken or left. Pure.

- Work counts while somebody is there: see `attendance`.
- One break is open at a time. A micro-break that waits when a rest break comes due becomes that
  rest break; shortly before one none comes due.
- Away for the length of a break is a break, whoever asked for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.activity import joined
from workspace_assistant.core.breaks.attendance import Look, Pause, attended, first
from workspace_assistant.core.breaks.closing import (
    DAY_OVER,
    SHIFT_OVER,
    after_break,
    by_rest,
    closed,
)
from workspace_assistant.core.breaks.course import (
    began_at,
    least_still_s,
    least_unasked_s,
    left,
    ran,
    waited,
)
from workspace_assistant.core.breaks.holding import AWAY
from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakRecord,
    Outcome,
    Settings,
    Stage,
)
from workspace_assistant.core.breaks.ports import Silence
from workspace_assistant.core.breaks.sight import Sight
from workspace_assistant.core.breaks.silence import is_before_rest, silence_s
from workspace_assistant.core.breaks.state import (
    Event,
    Going,
    Happening,
    State,
    Step,
    of_kind,
)

NewId = Callable[[], str]

# A break of one's own accord counts after this share of the work between two of them.
NATURAL_AFTER_SHARE = 0.25


def begun(sight: Sight) -> State:
    """At the first look. What the log tells of before is added by `recalling`."""
    return State(attended=first(sight), day=sight.day, shift_left_s=sight.shift_left_s)


def step(state: State, sight: Sight, settings: Settings, new_id: NewId) -> Step:
    """One more look."""
    look, looked = _looked(state, sight, new_id)
    return _joined(looked, _went_on(looked.state, look, sight, settings, new_id))


def stopped(state: State, sight: Sight, settings: Settings, new_id: NewId) -> Step:
    """The last look: neither a shift nor a block goes on. What is open gets its outcome."""
    look, looked = _looked(state, sight, new_id)
    going = looked.state.going
    if going is None:
        return _joined(looked, _natural(looked.state, look, settings, new_id))
    if going.stage is Stage.RUNNING:
        course: Step | None = ran(looked.state, going, look)
    else:
        course = left(looked.state, going, look)
    after = _joined(looked, course) if course is not None else looked
    return _joined(after, _settled(after.state, look.attended.at))


def _looked(state: State, sight: Sight, new_id: NewId) -> tuple[Look, Step]:
    """What the look tells of the time since the look before."""
    look = attended(state.attended, _unread(sight, state.going), _pause(state.going))
    stretches = joined(state.stretch, look.pieces, new_id)
    dawn = Step(state=state) if sight.day == state.day else _new_day(state, sight)
    known = replace(
        dawn.state,
        attended=look.attended,
        day_s=dawn.state.day_s + look.worked_s,
        stretch=stretches[-1] if stretches else None,
        shift_left_s=sight.shift_left_s,
    )
    changed = stretches[1:] if stretches[:1] == (state.stretch,) else stretches
    return look, Step(state=known, events=dawn.events, stretches=changed)


def _unread(sight: Sight, going: Going | None) -> Sight:
    """Nobody reads in a break that was begun."""
    is_running = going is not None and going.stage is Stage.RUNNING
    return replace(sight, is_reading=False) if is_running else sight


def _pause(going: Going | None) -> Pause | None:
    """What of quiet is rest in the break that is open, and so is no work."""
    if going is None or going.stage is Stage.HELD:
        return None
    record = going.record
    if going.stage is Stage.RUNNING:
        return Pause(since=began_at(record), least_s=least_still_s(record))
    return Pause(since=record.offered_at or record.due_at, least_s=least_unasked_s(record))


def _new_day(state: State, sight: Sight) -> Step:
    """What was enough for yesterday says nothing of today."""
    going = state.going
    is_limit = going is not None and going.record.kind is BreakKind.DAILY_LIMIT
    over = closed(state, Outcome.BLOCKED, DAY_OVER, sight.at) if is_limit else Step(state=state)
    later = over.state.later
    if later is not None and later.kind is BreakKind.DAILY_LIMIT:
        later = None
    anew = replace(over.state, day=sight.day, day_s=0.0, settled_limit_s=0.0, later=later)
    return replace(over, state=anew)


def _went_on(state: State, look: Look, sight: Sight, settings: Settings, new_id: NewId) -> Step:
    going = state.going
    if going is not None and going.stage is Stage.RUNNING:
        return ran(state, going, look)
    wanted = _without_what_is_off(state, settings, sight.at)
    state, going = wanted.state, wanted.state.going
    if going is None:
        rested = _joined(wanted, _natural(state, look, settings, new_id))
        return _joined(rested, _due(rested.state, look, sight, settings, new_id))
    is_over = left(state, going, look)
    if is_over is not None:
        return is_over
    state = _worked(state, look, settings)
    grown = _grown(state, going, sight, settings)
    return waited(replace(state, going=grown), grown, look, sight, settings)


def _without_what_is_off(state: State, settings: Settings, at: datetime) -> Step:
    """Who turns a kind off, or allows more work a day, is not asked for it any more.

    One that runs was begun by the person.
    """
    later, going = state.later, state.going
    if later is not None and not _is_wanted(later.kind, later.limit_s, state, settings):
        state = replace(state, later=None)
    if going is None or _is_wanted(going.record.kind, going.record.limit_s, state, settings):
        return Step(state=state)
    return closed(state, Outcome.BLOCKED, SHIFT_OVER, at)


def _is_wanted(kind: BreakKind, limit_s: float, state: State, settings: Settings) -> bool:
    wanted = of_kind(settings, kind)
    is_raised = 0 < limit_s < wanted.work_s and state.day_s < wanted.work_s
    return wanted.is_on and not is_raised


def _natural(state: State, look: Look, settings: Settings, new_id: NewId) -> Step:
    """Time away that nobody asked for, and then the work of this look."""
    kept = state
    events = []
    for kind in (BreakKind.REST, BreakKind.MICRO):
        wanted, gone = of_kind(settings, kind), _gone(kept, kind, look)
        worked_s = kept.rest_work_s if kind is BreakKind.REST else kept.micro_work_s
        if gone is None or gone[1] < wanted.length_s:
            is_torn = kind is BreakKind.REST and look.unseen_s >= wanted.length_s
            kept = after_break(kept, kind) if is_torn else kept
            continue
        kept = after_break(kept, kind)
        if wanted.is_on and worked_s >= NATURAL_AFTER_SHARE * wanted.work_s:
            record = _naturally(kind, wanted.length_s, gone, new_id)
            kept = replace(kept, free_from=look.attended.at)
            events.append(Event(happening=Happening.DUE, record=record))
            events.append(Event(happening=Happening.ENDED, record=record))
    return Step(state=_worked(kept, look, settings), events=tuple(events))


def _gone(state: State, kind: BreakKind, look: Look) -> tuple[datetime, float] | None:
    """Since when, and how long. A short one counts when it is over: it may become a long one."""
    ended_at, now = look.attended.proof_at, look.attended.at
    free_from = state.free_from or look.rest_from
    if look.rest_s:
        since = max(look.rest_from, free_from)
        return since, (ended_at - since).total_seconds()
    if kind is BreakKind.MICRO:
        return None
    since = max(ended_at, free_from)
    return since, (now - since).total_seconds()


def _naturally(
    kind: BreakKind, length_s: float, gone: tuple[datetime, float], new_id: NewId
) -> BreakRecord:
    since, gone_s = gone
    return BreakRecord(
        id=new_id(),
        kind=kind,
        due_at=since,
        began_at=since,
        ended_at=since + timedelta(seconds=gone_s),
        outcome=Outcome.NATURAL,
        length_s=length_s,
        rest_s=gone_s,
    )


def _worked(state: State, look: Look, settings: Settings) -> State:
    """Quiet that was a micro-break is no work towards the next one."""
    has_rested = look.rest_s >= settings.micro.length_s
    micro_s = 0.0 if has_rested else look.worked_s
    return replace(
        state,
        rest_work_s=state.rest_work_s + look.worked_s,
        micro_work_s=state.micro_work_s + micro_s,
    )


def _due(state: State, look: Look, sight: Sight, settings: Settings, new_id: NewId) -> Step:
    """Only to somebody who is there, and who was not asked just now."""
    if not look.is_back or look.attended.is_away:
        return Step(state=state)
    kind = _kind_due(state, sight, settings)
    if kind is None or silence_s(state, settings):
        return _silent(state, kind)
    later, at, wanted = state.later, look.attended.at, of_kind(settings, kind)
    record = BreakRecord(
        id=new_id(),
        kind=kind,
        due_at=at,
        length_s=wanted.length_s,
        limit_s=wanted.work_s if kind is BreakKind.DAILY_LIMIT else 0.0,
        postponed_count=later.count if later is not None and later.kind is kind else 0,
    )
    if later is not None and later.kind in {kind, BreakKind.MICRO}:
        state = replace(state, later=None)
    going = Going(record=record, stage=Stage.HELD)
    due = Step(
        state=replace(state, going=going, silent_about=None),
        events=(Event(happening=Happening.DUE, record=record),),
    )
    return _joined(due, waited(due.state, going, look, sight, settings))


def _silent(state: State, kind: BreakKind | None) -> Step:
    """Why no break of that *kind* comes is told once."""
    silent = replace(state, silent_about=kind)
    if kind is None or kind is state.silent_about or state.free_from is None:
        return Step(state=silent)
    return Step(state=silent, silence=Silence(kind=kind, since=state.free_from))


def _kind_due(state: State, sight: Sight, settings: Settings) -> BreakKind | None:
    later = state.later
    if _is_limit_due(state, settings):
        return BreakKind.DAILY_LIMIT
    if _is_rest_due(state, settings) and not _ends_soon(BreakKind.REST, sight, settings):
        return BreakKind.REST
    if later is not None:
        is_due = sight.at >= later.at and not _ends_soon(later.kind, sight, settings)
        return later.kind if is_due else None
    is_micro_due = _is_micro_due(state, settings)
    ends_soon = _ends_soon(BreakKind.MICRO, sight, settings)
    return BreakKind.MICRO if is_micro_due and not ends_soon else None


def _is_limit_due(state: State, settings: Settings) -> bool:
    is_put_off = state.later is not None and state.later.kind is BreakKind.DAILY_LIMIT
    limit_s = settings.daily_limit_s
    if limit_s is None or limit_s <= state.settled_limit_s or is_put_off:
        return False
    return state.day_s >= limit_s


def _is_rest_due(state: State, settings: Settings) -> bool:
    is_put_off = state.later is not None and state.later.kind is BreakKind.REST
    rest = settings.rest
    return rest.is_on and not is_put_off and state.rest_work_s >= rest.work_s


def _is_micro_due(state: State, settings: Settings) -> bool:
    is_enough = state.micro_work_s >= settings.micro.work_s
    return settings.micro.is_on and is_enough and not is_before_rest(state, settings)


def _ends_soon(kind: BreakKind, sight: Sight, settings: Settings) -> bool:
    """The end of the shift is a better break."""
    left_s = sight.shift_left_s
    return left_s is not None and left_s < 2 * of_kind(settings, kind).length_s


def _grown(state: State, going: Going, sight: Sight, settings: Settings) -> Going:
    """A micro-break that waits while a rest break comes due is that rest break."""
    is_rest_due = _is_rest_due(state, settings) and not _ends_soon(BreakKind.REST, sight, settings)
    if going.record.kind is not BreakKind.MICRO or not is_rest_due:
        return going
    length_s = settings.rest.length_s
    record = replace(
        going.record, kind=BreakKind.REST, due_at=sight.at, offered_at=None, length_s=length_s
    )
    return Going(record=record, stage=Stage.HELD)


def _settled(state: State, at: datetime) -> Step:
    """The shift is over. Who was asked to stop for today has stopped."""
    going = state.going
    if going is None:
        return Step(state=state)
    record = going.record
    if record.kind is BreakKind.DAILY_LIMIT:
        has_asked = going.stage is Stage.OFFERED
        return closed(state, Outcome.TAKEN if has_asked else Outcome.NATURAL, "", at)
    if going.stage is Stage.RUNNING and record.had_s >= record.length_s / 2:
        return closed(state, *by_rest(record, at), at)
    is_hindered = going.stage is Stage.HELD and record.reason not in {"", AWAY}
    return closed(state, Outcome.BLOCKED, record.reason if is_hindered else SHIFT_OVER, at)


def _joined(earlier: Step, later: Step) -> Step:
    return Step(
        state=later.state,
        events=(*earlier.events, *later.events),
        stretches=(*earlier.stretches, *later.stretches),
        silence=later.silence or earlier.silence,
    )
