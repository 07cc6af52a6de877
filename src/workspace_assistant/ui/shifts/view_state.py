"""What the shifts page shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.shifts.calendar_state import CalendarState, calendar_state
from workspace_assistant.ui.shifts.form_state import FormState, form_state
from workspace_assistant.ui.shifts.hero_state import HeroState, hero_state, is_first_time
from workspace_assistant.ui.shifts.list_state import ListState, list_state
from workspace_assistant.ui.shifts.news_state import NewsState, news_state
from workspace_assistant.ui.shifts.pattern_state import PatternState, pattern_state
from workspace_assistant.ui.shifts.settings_state import SettingsState, settings_state
from workspace_assistant.ui.shifts.situation import Seen, Situation
from workspace_assistant.ui.shifts.source_state import SourceRowState, source_rows
from workspace_assistant.ui.shifts.system_state import SystemState, system_state
from workspace_assistant.ui.shifts.why_state import WhyState, why_state
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The whole page; what is None or empty takes no room.

    Attributes:
        is_first_time: nothing was ever written down: the page says what there is to choose from,
            and leaves the rest for later.
    """

    hero: HeroState
    is_first_time: bool = False
    news: NewsState | None = None
    list: ListState | None = None
    form: FormState | None = None
    sources: tuple[SourceRowState, ...] | None = None
    pattern: PatternState | None = None
    calendar: CalendarState | None = None
    settings: SettingsState | None = None
    system: SystemState | None = None
    why: WhyState | None = None


def page_state(now: Situation, wording: Wording) -> PageState:
    hero, seen = hero_state(now, wording), now.seen
    if seen is None or now.trouble:
        return PageState(hero=hero)
    is_first = is_first_time(seen)
    return PageState(
        hero=hero,
        is_first_time=is_first,
        news=news_state(seen, wording),
        list=None if is_first and now.editing is None else list_state(seen, wording),
        form=form_state(now, seen, wording),
        sources=None if is_first else source_rows(now, seen, wording),
        pattern=pattern_state(now, seen, wording),
        calendar=calendar_state(now, wording),
        settings=None if is_first else _settings(seen, wording),
        system=None if is_first else system_state(now, wording),
        why=None if is_first else why_state(seen, wording),
    )


def _settings(seen: Seen, wording: Wording) -> SettingsState:
    return settings_state(
        seen.settings, wording, idle_s=seen.idle_s, watches_line=seen.watches_line
    )


def news(before: PageState, now: PageState) -> str:
    """What those who listen are told of a change that they did not make: the first of its kind."""
    if now.news is not None and now.news != before.news:
        return " ".join((now.news.headline, *now.news.lines))
    asked, found = before.calendar, now.calendar
    if found is not None and asked is not None:
        if found.trouble and found.trouble != asked.trouble:
            return found.trouble
        if found.headline and found.headline != asked.headline:
            return found.headline
    if now.hero.headline != before.hero.headline:
        return now.hero.headline
    return ""
