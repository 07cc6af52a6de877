"""A month or a quarter as JSON."""

from __future__ import annotations

from workspace_assistant.core.balance.document import Document, instant, number, target_document
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, WeekSettings
from workspace_assistant.core.balance.summary_model import RollUp, RollUpRow

WEEKS_SCHEMA = "workspace-assistant/weeks/1"


def roll_up_document(
    told: RollUp, time_zone: str, settings: WeekSettings = AS_DELIVERED
) -> Document:
    """*settings* as it was told with them."""
    return {
        "schema": WEEKS_SCHEMA,
        "period": told.name,
        "time_zone": time_zone,
        "starts_at": instant(told.span.start),
        "ends_at": instant(told.span.end),
        "region": settings.region.value,
        "currency": settings.commute.currency or None,
        "targets_met": sum(one.met_count for one in told.weeks),
        "targets_known": sum(len(one.with_target) for one in told.weeks),
        "weeks": [_week(one) for one in told.weeks],
        "indicators": [_row(one) for one in told.rows],
    }


def _week(week: Week) -> Document:
    return {
        "week": week.name,
        "starts_at": instant(week.span.start),
        "ends_at": instant(week.span.end),
        "is_over": week.is_over,
        "targets_met": week.met_count,
        "targets_known": len(week.with_target),
    }


def _row(row: RollUpRow) -> Document:
    return {
        "id": row.id,
        "name": row.name,
        "unit": row.unit.value,
        **target_document(row.target),
        "median": number(row.median),
        "weeks_known": row.known,
        "weeks_met": row.met,
        "values": [number(one) for one in row.values],
    }
