"""PictureCards: the days, the rests, twelve weeks, and when interruptions come."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.pictures.day_bars import DayBars
from workspace_assistant.core.balance.pictures.day_words import day_table
from workspace_assistant.core.balance.pictures.heat_maps import (
    cause_height_px,
    cause_map,
    cause_table,
    weekday_height_px,
    weekday_map,
    weekday_table,
)
from workspace_assistant.core.balance.pictures.rest_bars import rest_bars
from workspace_assistant.core.balance.pictures.rest_words import rest_table
from workspace_assistant.core.balance.pictures.trend_lines import trend_lines, trend_table
from workspace_assistant.core.balance.summary_model import Summary
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.picture_card import Picture, PictureCard
from workspace_assistant.ui.week.situation import Situation
from workspace_assistant.ui.week.view_state import PageState
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.wording.wording import Wording

_RESTS = "shortest-daily-rest"


class PictureCards:
    """Attributes: `days` and `rests` are of the week, `trends` and `heat` of the twelve."""

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        self._writing = WindowWriting(wording)
        self.days = PictureCard("days", texts.DAYS_PICTURE, wording, parent)
        self.rests = PictureCard("rests", texts.RESTS_PICTURE, wording, parent)
        self.trends = PictureCard(
            "trends", texts.TRENDS_PICTURE, wording, parent, intro=texts.TRENDS_INTRO
        )
        self.heat = PictureCard("heat", texts.HEAT_PICTURE, wording, parent, intro=texts.HEAT_INTRO)

    @property
    def all(self) -> tuple[PictureCard, ...]:
        return (self.days, self.rests, self.trends, self.heat)

    def present(self, now: Situation, state: PageState) -> None:
        seen = now.seen
        week = seen.week if seen and state.has_pictures else None
        summary = seen.summary if seen and seen.is_whole and state.past else None
        self._show(self.days, now, _days(week, self._writing))
        self._show(self.rests, now, _rests(week, self._writing))
        past = state.past
        self.trends.present(
            _trends(summary, past.only if past else frozenset(), self._writing),
            as_table=self.trends.name in now.as_table,
            notes=(past.note,) if past and past.note else (),
            more=past.more if past else "",
        )
        notes = tuple(filter(None, (past.hardest, past.ready))) if past else ()
        self._show(self.heat, now, _heat(summary, self._writing), notes)

    def _show(
        self,
        card: PictureCard,
        now: Situation,
        pictures: tuple[Picture, ...],
        notes: tuple[str, ...] = (),
    ) -> None:
        card.present(pictures, as_table=card.name in now.as_table, notes=notes)


def _days(week: Week | None, writing: Writing) -> tuple[Picture, ...]:
    if week is None:
        return ()
    bars = DayBars(week, writing)
    return (
        Picture(
            subject=(week.name, week.days),
            draw=bars,
            height=bars.height_px,
            table=partial(day_table, week, writing),
        ),
    )


def _rests(week: Week | None, writing: Writing) -> tuple[Picture, ...]:
    if week is None:
        return ()
    target = next((one.target for one in week.indicators if one.id == _RESTS), None)
    return (
        Picture(
            subject=(week.name, week.rests, target),
            draw=partial(rest_bars, week, writing),
            table=partial(rest_table, week, writing),
        ),
    )


def _trends(summary: Summary | None, only: frozenset[str], writing: Writing) -> tuple[Picture, ...]:
    if summary is None or not summary.trends:
        return ()
    return (
        Picture(
            subject=(summary.trends, summary.comparisons, only),
            draw=partial(trend_lines, summary, writing, only=only),
            table=partial(trend_table, summary, writing, only),
        ),
    )


def _heat(summary: Summary | None, writing: Writing) -> tuple[Picture, ...]:
    if summary is None or summary.heat is None:
        return ()
    heat, first_weekday = summary.heat, summary.settings.week_start.weekday
    return (
        Picture(
            subject=heat.by_cause,
            draw=partial(cause_map, heat, writing),
            height=partial(cause_height_px, heat, writing),
            table=partial(cause_table, heat, writing),
        ),
        Picture(
            subject=(heat.by_weekday, first_weekday),
            draw=partial(weekday_map, heat, writing, first_weekday=first_weekday),
            height=partial(weekday_height_px, heat, writing),
            table=partial(weekday_table, heat, writing, first_weekday),
        ),
    )
