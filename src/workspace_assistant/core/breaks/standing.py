"""The state as the window and the command line are told of it."""

from __future__ import annotations

from workspace_assistant.core.breaks.answering import is_open
from workspace_assistant.core.breaks.course import began_at
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    BreakStanding,
    Modes,
    NextBreak,
    OpenBreak,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.breaks.silence import (
    AFTER_ANOTHER,
    is_before_rest,
    is_behind_later,
    silence_s,
)
from workspace_assistant.core.breaks.state import State, of_kind


def standing_of(
    state: State,
    settings: Settings,
    modes: Modes,
    role: WatchRole,
    *,
    unknown: tuple[str, ...] = (),
    fault: str = "",
) -> BreakStanding:
    return BreakStanding(
        role=role,
        at=state.attended.at,
        open=_open(state, settings),
        next=_next(state, settings),
        worked_s=state.rest_work_s,
        day_s=state.day_s,
        modes=modes,
        unknown=unknown,
        fault=fault,
    )


def _open(state: State, settings: Settings) -> OpenBreak | None:
    going = state.going
    if going is None:
        return None
    return OpenBreak(
        record=going.record,
        stage=going.stage,
        held_by=going.record.reason if going.stage is Stage.HELD else "",
        elapsed_s=_elapsed_s(state),
        may_postpone=is_open(state, Act.POSTPONE, settings),
        may_skip=is_open(state, Act.SKIP, settings),
    )


def _elapsed_s(state: State) -> float:
    going = state.going
    if going is None or going.stage is Stage.HELD:
        return 0.0
    since = began_at(going.record)
    if going.stage is Stage.OFFERED:
        since = max(state.attended.proof_at, going.record.offered_at or going.record.due_at)
    return (state.attended.at - since).total_seconds()


def _next(state: State, settings: Settings) -> tuple[NextBreak, ...]:
    """Without the open one, and without what the end of the shift forestalls; soonest first."""
    is_open_kind = state.going.record.kind if state.going is not None else None
    found = [
        NextBreak(kind=BreakKind.REST, in_s=settings.rest.work_s - state.rest_work_s)
        if settings.rest.is_on
        else None,
        NextBreak(kind=BreakKind.MICRO, in_s=settings.micro.work_s - state.micro_work_s)
        if settings.micro.is_on
        else None,
        _limit(state, settings),
    ]
    others = [one for one in found if one is not None and one.kind != is_open_kind]
    told = [_put_off(one, state, settings) for one in others]
    coming = [one for one in told if not _is_forestalled(one, state, settings)]
    return tuple(sorted(coming, key=lambda one: one.in_s))


def _is_forestalled(one: NextBreak, state: State, settings: Settings) -> bool:
    """By the end of the shift, which is a better break, or by a longer one that comes first."""
    if one.kind is BreakKind.MICRO and not one.follows:
        is_near = is_before_rest(state, settings, one.in_s)
        if is_near or is_behind_later(state, one.kind):
            return True
    if state.shift_left_s is None:
        return False
    return state.shift_left_s - one.in_s < 2 * of_kind(settings, one.kind).length_s


def _limit(state: State, settings: Settings) -> NextBreak | None:
    limit_s = settings.daily_limit_s
    if limit_s is None or limit_s <= state.settled_limit_s:
        return None
    return NextBreak(kind=BreakKind.DAILY_LIMIT, in_s=limit_s - state.day_s)


def _put_off(one: NextBreak, state: State, settings: Settings) -> NextBreak:
    """By the person, or for another one is open or was just over."""
    later = state.later
    if later is not None and later.kind is one.kind:
        in_s = (later.at - state.attended.at).total_seconds()
        return NextBreak(kind=one.kind, in_s=max(0.0, in_s), follows=True)
    in_s, silent_s = max(0.0, one.in_s), silence_s(state, settings)
    is_held = in_s < silent_s or (state.going is not None and not in_s)
    if is_held:
        return NextBreak(kind=one.kind, in_s=max(in_s, silent_s), held_by=AFTER_ANOTHER)
    return NextBreak(kind=one.kind, in_s=in_s)
