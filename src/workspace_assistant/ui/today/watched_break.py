"""The next break by the watch over breaks, beside what the shift plans. Plain Python."""

from __future__ import annotations

from dataclasses import replace

from workspace_assistant.core.breaks.model import BreakKind, BreakStanding, NextBreak, WatchRole
from workspace_assistant.ui.breaks import texts as breaks_texts
from workspace_assistant.ui.breaks.hero_state import hero_state
from workspace_assistant.ui.breaks.situation import Situation
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.shift_state import BreakState
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_MINUTE_S = 60.0


def watched_break(
    planned: BreakState | None, breaks: Situation | None, wording: Wording
) -> BreakState | None:
    """*planned* where nothing is watched, and while a planned break runs; else what comes first."""
    standing = breaks.standing if breaks is not None else None
    if planned is None or planned.in_s == 0 or breaks is None or standing is None:
        return planned
    if standing.role is not WatchRole.WATCHING or breaks.seen is None or breaks.has_broken:
        return planned
    if standing.open is not None:
        hero = hero_state(breaks, wording)
        return BreakState(title=hero.headline, number="", unit="", detail=hero.sentence)
    if not standing.next:
        return planned
    soonest = standing.next[0]
    if planned.in_s is not None and planned.in_s < soonest.in_s:
        length = spelled(soonest.in_s, wording)
        more = wording.say(texts.OFFERED_AHEAD, length=length)
        return replace(planned, detail=f"{planned.detail}\n{more}")
    return _next(soonest, standing, planned, wording)


def _next(
    one: NextBreak, standing: BreakStanding, planned: BreakState, wording: Wording
) -> BreakState:
    is_limit = one.kind is BreakKind.DAILY_LIMIT
    is_soon = one.in_s < _MINUTE_S
    return BreakState(
        title=wording.say(texts.LIMIT_AHEAD if is_limit else texts.BREAK_AHEAD),
        number="" if is_soon else spelled(one.in_s, wording),
        unit=wording.say(texts.BREAK_SOON if is_soon else _unit(one)),
        detail=" ".join(filter(None, _details(one, standing, planned, wording))),
    )


def _unit(one: NextBreak) -> str:
    if one.held_by:
        return texts.AT_THE_SOONEST
    return texts.POSTPONED_AHEAD if one.follows else texts.WORK_AHEAD


def _details(
    one: NextBreak, standing: BreakStanding, planned: BreakState, wording: Wording
) -> tuple[str, ...]:
    """Why it waits, and what the shift plans."""
    until, say = standing.modes.quiet_until, wording.say
    quiet = say(breaks_texts.QUIET_TOLD, time=wording.clock(until)) if until is not None else ""
    waits = say(breaks_texts.AFTER_ANOTHER) if one.held_by else ""
    plan = say(texts.PLANNED_AHEAD, clock=planned.number, when=planned.unit)
    return quiet, waits, plan if planned.number else ""
