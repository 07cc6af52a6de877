"""A week beside the weeks before it: last week, the usual one, and twelve in a row."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from workspace_assistant.core.balance.model import Indicator, Week
from workspace_assistant.core.balance.summary_model import Comparison, Trend, TrendPoint

TREND_WEEKS = 12
USUAL_WEEKS = 4
# The median of one week is that week.
FEWEST_USUAL = 2
FEWEST_POINTS = 2


def comparisons_of(weeks: Sequence[Week]) -> tuple[Comparison, ...]:
    """Of each indicator of the last of *weeks*, which are in order."""
    before = [_by_id(week) for week in weeks[:-1][-USUAL_WEEKS:]]
    return tuple(_comparison(one.id, before) for one in weeks[-1].indicators)


def trends_of(weeks: Sequence[Week]) -> tuple[Trend, ...]:
    """Of each indicator of the last of *weeks* that two of them know."""
    known = [_by_id(week) for week in weeks]
    trends = (_trend(one, weeks, known) for one in weeks[-1].indicators)
    return tuple(
        one
        for one in trends
        if sum(point.value is not None for point in one.points) >= FEWEST_POINTS
    )


def _comparison(name: str, before: Sequence[dict[str, Indicator]]) -> Comparison:
    values = [week[name].value if name in week else None for week in before]
    known = [value for value in values if value is not None]
    return Comparison(
        id=name,
        last=values[-1] if values else None,
        usual=median(known) if len(known) >= FEWEST_USUAL else None,
        usual_of=len(known),
    )


def _trend(one: Indicator, weeks: Sequence[Week], known: Sequence[dict[str, Indicator]]) -> Trend:
    points = (
        TrendPoint(
            week=week.name,
            span=week.span,
            value=by_id[one.id].value,
            state=by_id[one.id].state,
        )
        for week, by_id in zip(weeks, known, strict=True)
    )
    return Trend(id=one.id, name=one.name, unit=one.unit, target=one.target, points=tuple(points))


def _by_id(week: Week) -> dict[str, Indicator]:
    return {one.id: one for one in week.indicators}
