"""The week beside the weeks before it as JSON: the document of the week, and more.

Sentences are in English; everything that they say is in the numbers as well.
"""

from __future__ import annotations

from datetime import tzinfo

from workspace_assistant.core.balance.document import (
    Document,
    instant,
    number,
    target_document,
    week_document,
)
from workspace_assistant.core.balance.summary_model import (
    Comparison,
    HeatCell,
    HeatMap,
    ReadyCounts,
    Suggestion,
    Summary,
    Trend,
    TrendPoint,
)
from workspace_assistant.core.balance.writing import EnglishWriting, told_text


def alone_document(summary: Summary, zone: tzinfo) -> Document:
    """Without the weeks before it."""
    return week_document(summary.week, str(zone), summary.goals, summary.settings)


def summary_document(summary: Summary, zone: tzinfo) -> Document:
    """*zone* is where the person is."""
    writing = EnglishWriting(zone)
    return {
        **alone_document(summary, zone),
        "headline": told_text(summary.headline, writing),
        "sentences": [told_text(one, writing) for one in summary.sentences],
        "comparisons": [_comparison(one) for one in summary.comparisons],
        "trends": [_trend(one) for one in summary.trends],
        "heat": None if summary.heat is None else _heat(summary.heat, writing),
        "readiness": None if summary.ready_counts is None else _ready(summary.ready_counts),
        "suggestions": [_suggestion(one) for one in summary.suggestions],
    }


def _comparison(one: Comparison) -> Document:
    return {
        "id": one.id,
        "last": number(one.last),
        "usual": number(one.usual),
        "usual_of": one.usual_of,
    }


def _trend(one: Trend) -> Document:
    return {
        "id": one.id,
        "name": one.name,
        "unit": one.unit.value,
        **target_document(one.target),
        "points": [_point(point) for point in one.points],
    }


def _point(one: TrendPoint) -> Document:
    return {
        "week": one.week,
        "starts_at": instant(one.span.start),
        "ends_at": instant(one.span.end),
        "value": number(one.value),
        "state": one.state.value,
    }


def _heat(heat: HeatMap, writing: EnglishWriting) -> Document:
    return {
        "starts_at": instant(heat.span.start),
        "ends_at": instant(heat.span.end),
        "by_cause": [
            {"cause": cause.value, "hours": [_cell(one) for one in cells]}
            for cause, cells in heat.by_cause
        ],
        "by_weekday": [[_cell(one) for one in cells] for cells in heat.by_weekday],
        "hardest": None if heat.hardest is None else told_text(heat.hardest, writing),
    }


def _cell(one: HeatCell) -> Document:
    return {"hour": one.hour, "count": one.count, "worked_s": number(one.worked_s)}


def _ready(counts: ReadyCounts) -> Document:
    return {
        "ready": counts.ready,
        "ready_with_trouble": counts.ready_with_trouble,
        "unready": counts.unready,
        "unready_with_trouble": counts.unready_with_trouble,
    }


def _suggestion(one: Suggestion) -> Document:
    return {"indicator": one.indicator.id, "tip": one.tip_id}
