"""What the Week page shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.balance.summary_model import ReadyCounts, Summary
from workspace_assistant.core.balance.writing import told_text
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.day_state import DayRowState, day_rows
from workspace_assistant.ui.week.goal_state import GoalState, goal_states
from workspace_assistant.ui.week.guide_state import GuideState, guide_state
from workspace_assistant.ui.week.hero_state import HeroState, hero_state, is_empty
from workspace_assistant.ui.week.indicator_state import IndicatorsState, indicators_state
from workspace_assistant.ui.week.picker_state import PickerState, picker_state
from workspace_assistant.ui.week.settings_state import SettingsState, settings_state
from workspace_assistant.ui.week.situation import Seen, Situation
from workspace_assistant.ui.week.suggestion_state import SuggestionState, suggestion_states
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.wording.wording import Wording

# What says most of how weeks go: nine small lines are read, thirty are not.
FIRST_LINES = frozenset(
    {
        "shortest-daily-rest",
        "hours",
        "longest-screen-stretch",
        "breaks-had",
        "after-hours",
        "quiet-days",
        "switching-off",
        "focus-time",
        "interruptions-per-hour",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastState:
    """The weeks before.

    Attributes:
        note: why there are no lines; empty where there are.
        only: the indicators whose lines are shown.
        more: shows all of them or fewer; empty where all are shown anyway.
        hardest: the hour or weekday that stands out.
        ready: how readiness and technical trouble went together, as counts.
    """

    note: str = ""
    only: frozenset[str] = frozenset()
    more: str = ""
    hardest: str = ""
    ready: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The whole page; what is None or empty takes no room.

    Attributes:
        has_pictures: the days of the week are drawn.
    """

    hero: HeroState
    picker: PickerState | None = None
    guide: GuideState | None = None
    goals: tuple[GoalState, ...] = ()
    has_pictures: bool = False
    indicators: IndicatorsState | None = None
    suggestions: tuple[SuggestionState, ...] = ()
    past: PastState | None = None
    days: tuple[DayRowState, ...] = ()
    settings: SettingsState | None = None


def page_state(now: Situation, wording: Wording) -> PageState:
    hero, seen = hero_state(now, wording), now.seen
    if seen is None:
        return PageState(hero=hero)
    picker = picker_state(seen, wording)
    if now.trouble:
        return PageState(hero=hero, picker=picker)
    return PageState(
        hero=hero,
        picker=picker,
        guide=guide_state(seen, wording),
        goals=goal_states(seen, wording),
        has_pictures=not is_empty(seen.week) or any(day.leave for day in seen.week.days),
        indicators=indicators_state(now, seen, wording),
        suggestions=suggestion_states(now, seen, wording),
        past=_past(now, seen, wording),
        days=day_rows(seen, wording),
        settings=settings_state(seen.settings, wording),
    )


def news(before: PageState, now: PageState) -> str:
    """What those who listen are told of a change that they did not make, or of another week."""
    if now.picker is not None and now.picker.title != (before.picker and before.picker.title):
        return f"{now.picker.title}. {now.hero.headline}"
    return now.hero.headline if now.hero.headline != before.hero.headline else ""


def _past(now: Situation, seen: Seen, wording: Wording) -> PastState | None:
    """None where neither the week nor those before it say anything."""
    if not seen.is_whole:
        return PastState(note=wording.say(texts.READING_PAST))
    summary = seen.summary
    if not summary.trends and is_empty(seen.week):
        return None
    ids = frozenset(one.id for one in summary.trends)
    first = ids & FIRST_LINES or ids
    return PastState(
        only=ids if now.shows_all_lines else first,
        more=_more(len(ids), wording, is_all=now.shows_all_lines) if first != ids else "",
        note="" if summary.trends else wording.say(texts.NO_PAST),
        hardest=_hardest(summary, wording),
        ready=_ready(summary.ready_counts, wording),
    )


def _more(count: int, wording: Wording, *, is_all: bool) -> str:
    if is_all:
        return wording.say(texts.FEWER_LINES)
    return wording.say(texts.ALL_LINES, count=str(count))


def _hardest(summary: Summary, wording: Wording) -> str:
    heat = summary.heat
    return told_text(heat.hardest, WindowWriting(wording)) if heat and heat.hardest else ""


def _ready(counts: ReadyCounts | None, wording: Wording) -> str:
    if counts is None:
        return ""
    return wording.say(
        texts.READY_COUNTS,
        ready=str(counts.ready),
        ready_trouble=str(counts.ready_with_trouble),
        unready=str(counts.unready),
        unready_trouble=str(counts.unready_with_trouble),
    )
