"""What the Today page shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.breaks.situation import Situation as Breaks
from workspace_assistant.ui.focus.situation import Situation as Focus
from workspace_assistant.ui.readiness.situation import Situation as Readiness
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.block_state import BlockState, block_state, blocks_now
from workspace_assistant.ui.today.day_state import DayState, day_state
from workspace_assistant.ui.today.facts import Facts, StaleSource
from workspace_assistant.ui.today.hero_state import HeroState, hero_state
from workspace_assistant.ui.today.line_state import LineState, line_state
from workspace_assistant.ui.today.shift_state import BreakState, break_state
from workspace_assistant.ui.today.watched_break import watched_break
from workspace_assistant.ui.today.week_state import WeekState, week_state
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The whole page; what is None or empty takes no room.

    Attributes:
        next_break: None where no shift was ever known; then the page invites to add some, unless
            what is known could not be read: `invites`.
        remarks: calendars that are out of date, and what could not be read.
    """

    hero: HeroState
    block: BlockState
    next_break: BreakState | None
    invites: bool
    day: DayState | None
    line: LineState | None
    week: WeekState | None
    remarks: tuple[str, ...]


def page_state(
    checked: Readiness,
    focus: Focus,
    facts: Facts,
    wording: Wording,
    breaks: Breaks | None = None,
) -> PageState:
    """*breaks* is how the watch over breaks stands."""
    at = focus.proven_at or facts.at
    return PageState(
        hero=hero_state(checked, facts, wording),
        block=block_state(focus, facts, wording),
        next_break=watched_break(break_state(facts, wording), breaks, wording),
        invites=not facts.trouble,
        day=day_state(focus, facts, wording),
        line=line_state(facts, checked.profile, wording),
        week=week_state(facts, blocks_now(focus, facts), at, wording),
        remarks=(
            *(_stale(one, wording) for one in facts.stale),
            *map(wording.say, filter(None, (facts.trouble,))),
        ),
    )


def _stale(one: StaleSource, wording: Wording) -> str:
    if one.age_s is None:
        return wording.say(texts.NEVER_READ, name=one.name)
    if one.age_s >= _DAY_S:
        days = int(one.age_s // _DAY_S)
        said = texts.STALE_DAY if days == 1 else texts.STALE_DAYS
        return wording.say(said, name=one.name, days=str(days))
    return wording.say(texts.STALE, name=one.name, length=spelled(one.age_s, wording))
