"""A week as JSON, ``workspace-assistant/week/1``: instants ISO 8601 in UTC, lengths in seconds."""

from __future__ import annotations

from datetime import UTC, datetime

from workspace_assistant.core.balance.model import Day, Indicator, Term, Week

WEEK_SCHEMA = "workspace-assistant/week/1"

Document = dict[str, object]


def week_document(week: Week, time_zone: str) -> Document:
    return {
        "schema": WEEK_SCHEMA,
        "week": week.name,
        "time_zone": time_zone,
        "starts_at": _instant(week.span.start),
        "ends_at": _instant(week.span.end),
        "is_over": week.is_over,
        "targets_met": week.met_count,
        "targets_known": len(week.with_target),
        "indicators": [_indicator(one) for one in week.indicators],
        "days": [_day(one) for one in week.days],
    }


def _indicator(one: Indicator) -> Document:
    return {
        "id": one.id,
        "name": one.name,
        "value": _number(one.value),
        "unit": one.unit.value,
        "target": None if one.target is None else _number(one.target.value),
        "target_is_least": None if one.target is None else one.target.is_least,
        "state": one.state.value,
        "basis": None if one.target is None else one.target.basis,
        "formula": one.formula,
        "parts": [_term(term) for term in one.terms],
    }


def _term(term: Term) -> Document:
    return {
        "starts_at": _instant(term.span.start),
        "ends_at": _instant(term.span.end),
        "value": _number(term.value),
        "name": term.name,
    }


def _day(day: Day) -> Document:
    return {
        "on": day.on.isoformat(),
        "planned_s": _number(day.planned_s),
        "worked_s": _number(day.worked_s),
        "focus_s": _number(day.focus_s),
        "after_hours_s": _number(day.after_hours_s),
        "interruptions": day.interruptions,
    }


def _number(value: float | None) -> float | None:
    """Whole seconds and counts as whole numbers."""
    return int(value) if value is not None and value == int(value) else value


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
