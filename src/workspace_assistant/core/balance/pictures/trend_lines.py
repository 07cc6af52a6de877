"""Twelve weeks of each indicator as a small line, with its target and what is usual."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.pictures.amounts import Amounts
from workspace_assistant.core.balance.pictures.panel_model import Naming, Panel, PanelPoint
from workspace_assistant.core.balance.pictures.panels import panels_drawing
from workspace_assistant.core.balance.summary_model import Summary, Trend, TrendPoint
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table

# What is usual is the median of the four weeks before this one.
_USUAL_OVER = 5


def trend_lines(
    summary: Summary,
    writing: Writing,
    width_px: float = 760.0,
    only: Collection[str] | None = None,
) -> Drawing | None:
    """Those of the indicators *only*, else all; None where none of them has a trend."""
    amounts = _amounts(summary, writing)
    usual = _usual(summary)
    trends = list(_chosen(summary, only))
    panels = [_panel(one, usual.get(one.id), amounts) for one in trends]
    weeks = [point.span.start for point in trends[0].points] if trends else []
    return panels_drawing(panels, naming(amounts, texts.TRENDS, texts.USUAL, weeks), width_px)


def trend_table(summary: Summary, writing: Writing, only: Collection[str] | None = None) -> Table:
    """What `trend_lines` shows: one row for each indicator, one column for each week."""
    trends, usual = list(_chosen(summary, only)), _usual(summary)
    amounts = _amounts(summary, writing)
    names = (texts.INDICATOR, texts.TARGET, texts.USUAL)
    weeks = (one.week for one in trends[0].points) if trends else ()
    return Table(
        title=writing.say(texts.TRENDS),
        columns=(*map(writing.say, names), *weeks),
        rows=tuple(
            (
                writing.say(one.name),
                amounts.target(one.target, one.unit),
                amounts.cell(usual.get(one.id), one.unit),
                *(amounts.cell(point.value, one.unit) for point in one.points),
            )
            for one in trends
        ),
    )


def naming(amounts: Amounts, title: str, usual: str, weeks: Sequence[datetime]) -> Naming:
    """*weeks* are the starts of those that the points are of."""
    return Naming(
        title=amounts.say(title),
        weeks=amounts.weeks(weeks) if weeks else "",
        target=amounts.say(texts.TARGET),
        usual=amounts.say(usual),
        missed=amounts.say(texts.MISSED),
    )


def _panel(trend: Trend, usual: float | None, amounts: Amounts) -> Panel:
    return Panel(
        name=amounts.say(trend.name),
        value=amounts.known(trend.points[-1].value, trend.unit),
        caption=amounts.caption(trend.target, usual, trend.unit),
        points=tuple(_point(one, trend, amounts) for one in trend.points),
        target=trend.target.value if trend.target else None,
        usual=usual,
        usual_over=_USUAL_OVER,
    )


def _point(point: TrendPoint, trend: Trend, amounts: Amounts) -> PanelPoint:
    return PanelPoint(
        value=point.value,
        is_missed=point.state is State.NOT_MET,
        words=amounts.point(trend.name, point.span.start, point.value, trend.unit, point.state),
    )


def _chosen(summary: Summary, only: Collection[str] | None) -> Iterator[Trend]:
    return (one for one in summary.trends if only is None or one.id in only)


def _usual(summary: Summary) -> Mapping[str, float | None]:
    return {one.id: one.usual for one in summary.comparisons}


def _amounts(summary: Summary, writing: Writing) -> Amounts:
    return Amounts(writing, summary.settings.commute.currency)
