"""A week as JSON, ``workspace-assistant/week/1``: instants ISO 8601 in UTC, lengths in seconds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from workspace_assistant.core.balance.model import Day, Indicator, Target, Term, Week
from workspace_assistant.core.balance.settings_document import goal_document
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, WeekSettings
from workspace_assistant.core.balance.summary_model import Progress

WEEK_SCHEMA = "workspace-assistant/week/1"

Document = dict[str, object]


def week_document(
    week: Week,
    time_zone: str,
    goals: Iterable[Progress] = (),
    settings: WeekSettings = AS_DELIVERED,
) -> Document:
    """*goals* and *settings* as the week was told with them."""
    return {
        "schema": WEEK_SCHEMA,
        "week": week.name,
        "time_zone": time_zone,
        "starts_at": instant(week.span.start),
        "ends_at": instant(week.span.end),
        "is_over": week.is_over,
        "region": settings.region.value,
        "currency": settings.commute.currency or None,
        "targets_met": week.met_count,
        "targets_known": len(week.with_target),
        "indicators": [_indicator(one) for one in week.indicators],
        "days": [_day(one) for one in week.days],
        "goals": [_progress(one) for one in goals],
    }


def _indicator(one: Indicator) -> Document:
    return {
        "id": one.id,
        "name": one.name,
        "value": number(one.value),
        "unit": one.unit.value,
        **target_document(one.target),
        "state": one.state.value,
        "basis": None if one.target is None else one.target.basis,
        "formula": one.formula,
        "parts": [_term(term) for term in one.terms],
    }


def target_document(target: Target | None) -> Document:
    return {
        "target": None if target is None else number(target.value),
        "target_is_least": None if target is None else target.is_least,
    }


def _term(term: Term) -> Document:
    return {
        "starts_at": instant(term.span.start),
        "ends_at": instant(term.span.end),
        "value": number(term.value),
        "name": term.name,
    }


def _day(day: Day) -> Document:
    return {
        "on": day.on.isoformat(),
        "planned_s": number(day.planned_s),
        "worked_s": number(day.worked_s),
        "focus_s": number(day.focus_s),
        "after_hours_s": number(day.after_hours_s),
        "interruptions": day.interruptions,
        "leave": None if day.leave is None else day.leave.value,
    }


def _progress(one: Progress) -> Document:
    return {
        **goal_document(one.goal),
        "value": number(one.value),
        "is_reached": one.is_reached,
    }


def number(value: float | None) -> float | None:
    """Whole seconds and counts as whole numbers."""
    return int(value) if value is not None and value == int(value) else value


def instant(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
