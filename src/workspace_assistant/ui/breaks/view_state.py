"""What the page of breaks and tips shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.breaks.catalog_state import CatalogState, catalog_state
from workspace_assistant.ui.breaks.day_state import DayState, day_state
from workspace_assistant.ui.breaks.hero_state import HeroState, hero_state
from workspace_assistant.ui.breaks.now_state import NowState, now_state
from workspace_assistant.ui.breaks.settings_state import SettingsState, settings_state
from workspace_assistant.ui.breaks.situation import Situation
from workspace_assistant.ui.breaks.tip_state import (
    SilenceState,
    TipState,
    silence_state,
    tip_state,
)
from workspace_assistant.ui.breaks.why_state import WhyState, why_state
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The whole page; what is None takes no room."""

    hero: HeroState
    now: NowState | None = None
    tip: TipState | None = None
    silence: SilenceState | None = None
    day: DayState | None = None
    settings: SettingsState | None = None
    catalog: CatalogState | None = None
    why: WhyState | None = None


def page_state(now: Situation, wording: Wording) -> PageState:
    hero, seen = hero_state(now, wording), now.seen
    if seen is None or now.trouble:
        return PageState(hero=hero)
    tip = tip_state(now, wording)
    return PageState(
        hero=hero,
        now=now_state(now, wording),
        tip=tip,
        silence=None if tip else silence_state(seen, wording),
        day=day_state(seen, wording),
        settings=settings_state(seen.settings, wording),
        catalog=catalog_state(now, seen, wording),
        why=why_state(seen, wording),
    )


def news(before: PageState, now: PageState) -> str:
    """What those who listen are told of a change that they did not make."""
    if now.tip is not None and (before.tip is None or before.tip.tip_id != now.tip.tip_id):
        return now.tip.spoken
    if now.hero.look != before.hero.look:
        return now.hero.headline
    return ""
