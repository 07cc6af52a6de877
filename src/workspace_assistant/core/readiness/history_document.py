"""History as a JSON document, ``workspace-assistant/history/1``."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.readiness.history import Trend, trends
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import instant, report_document

SCHEMA = "workspace-assistant/history/1"


def history_document(reports: Sequence[ReadinessReport]) -> dict[str, object]:
    """Past reports, newest first, and each key number against the person's own median."""
    return {
        "schema": SCHEMA,
        "trends": [_trend_document(trend) for trend in trends(reports)],
        "reports": [report_document(report) for report in reports],
    }


def _trend_document(trend: Trend) -> dict[str, object]:
    return {
        "measurement": trend.measurement,
        "unit": trend.unit,
        "latest": trend.latest.value,
        "usual": trend.usual,
        "earlier_count": trend.earlier_count,
        "sentence": trend.sentence,
        "points": [{"at": instant(point.at), "value": point.value} for point in trend.points],
    }
