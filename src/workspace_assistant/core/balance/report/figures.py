"""The pictures of a report, each with its table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from workspace_assistant.core.balance.pictures.day_bars import day_bars
from workspace_assistant.core.balance.pictures.day_words import day_table
from workspace_assistant.core.balance.pictures.heat_maps import (
    cause_map,
    cause_table,
    weekday_map,
    weekday_table,
)
from workspace_assistant.core.balance.pictures.rest_bars import rest_bars
from workspace_assistant.core.balance.pictures.rest_words import rest_table
from workspace_assistant.core.balance.pictures.row_lines import row_lines, row_table
from workspace_assistant.core.balance.pictures.trend_lines import trend_lines, trend_table
from workspace_assistant.core.balance.pictures.week_bars import week_bars
from workspace_assistant.core.balance.pictures.week_words import week_table
from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.choice import ReportChoice, ReportPart
from workspace_assistant.core.balance.report.model import Figure, FigureKind
from workspace_assistant.core.balance.summary_model import HeatMap, RollUp, Summary
from workspace_assistant.core.balance.writing import Writing


def summary_figures(summary: Summary, choice: ReportChoice, writing: Writing) -> Iterator[Figure]:
    """Those that are asked for and have something to show."""
    if choice.shows(ReportPart.DAYS):
        yield Figure(
            kind=FigureKind.DAYS,
            title=writing.say(texts.DAYS),
            draw=partial(day_bars, summary.week, writing),
            table=day_table(summary.week, writing),
        )
        if summary.week.rests:
            yield Figure(
                kind=FigureKind.RESTS,
                title=writing.say(texts.RESTS),
                draw=partial(rest_bars, summary.week, writing),
                table=rest_table(summary.week, writing),
            )
    if summary.heat is not None:
        first_weekday = summary.settings.week_start.weekday
        yield from _heat_figures(summary.heat, writing, first_weekday)
    if summary.trends:
        yield Figure(
            kind=FigureKind.TRENDS,
            title=writing.say(texts.TRENDS),
            draw=partial(trend_lines, summary, writing),
            table=trend_table(summary, writing),
        )


def _heat_figures(heat: HeatMap, writing: Writing, first_weekday: int) -> Iterator[Figure]:
    if any(cell.worked_s or cell.count for row in heat.by_weekday for cell in row):
        yield Figure(
            kind=FigureKind.WEEKDAYS,
            title=writing.say(texts.HEAT),
            draw=partial(weekday_map, heat, writing, first_weekday=first_weekday),
            table=weekday_table(heat, writing, first_weekday),
        )
    if heat.by_cause:
        yield Figure(
            kind=FigureKind.CAUSES,
            title=writing.say(texts.CAUSES),
            draw=partial(cause_map, heat, writing),
            table=cause_table(heat, writing),
        )


def roll_up_figures(
    roll_up: RollUp, choice: ReportChoice, writing: Writing, currency: str
) -> Iterator[Figure]:
    if choice.shows(ReportPart.DAYS) and roll_up.weeks:
        yield Figure(
            kind=FigureKind.WEEKS,
            title=writing.say(texts.WEEKS),
            draw=partial(week_bars, roll_up, writing),
            table=week_table(roll_up, writing),
        )
    if choice.shows(ReportPart.TRENDS) and any(row.known for row in roll_up.rows):
        yield Figure(
            kind=FigureKind.TRENDS,
            title=writing.say(texts.COURSES),
            draw=partial(row_lines, roll_up, writing, currency=currency),
            table=row_table(roll_up, writing, currency=currency),
        )
