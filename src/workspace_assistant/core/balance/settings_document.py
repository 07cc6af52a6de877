"""The choices about the weekly summary as JSON: lengths in seconds, shares as fractions."""

from __future__ import annotations

from workspace_assistant.core.balance.own_targets import CHOOSABLE, targets_of_settings
from workspace_assistant.core.balance.settings_model import Goal, WeekSettings

SETTINGS_SCHEMA = "workspace-assistant/week-settings/1"

Document = dict[str, object]


def settings_document(settings: WeekSettings) -> Document:
    way = settings.commute
    return {
        "schema": SETTINGS_SCHEMA,
        "region": settings.region.value,
        "week_start": settings.week_start.value,
        "targets": _targets(settings),
        "goals": [goal_document(one) for one in settings.goals],
        "commute": {
            "one_way_s": way.one_way_s,
            "one_way_km": way.one_way_km,
            "day_fare": way.day_fare,
            "currency": way.currency,
        },
        "shows_adherence": settings.shows_adherence,
        "tells_headline": settings.tells_headline,
    }


def goal_document(goal: Goal) -> Document:
    """`least` is in seconds, of breaks a count; the end of a day has `ends_by` in its place."""
    ends_by = None if goal.ends_by is None else f"{goal.ends_by:%H:%M}"
    return {"kind": goal.kind.value, "least": goal.least, "ends_by": ends_by}


def _targets(settings: WeekSettings) -> list[Document]:
    """Of each indicator that can have one; null where it is held against nothing."""
    targets = targets_of_settings(settings)
    return [
        {
            "id": name,
            "unit": one.unit.value,
            "target": targets[name].value if name in targets else None,
            "target_is_least": one.is_least,
            "is_own": name in settings.own_targets,
        }
        for name, one in CHOOSABLE.items()
    ]
