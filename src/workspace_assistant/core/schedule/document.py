"""The schedule as a JSON document."""

from __future__ import annotations

from workspace_assistant.core.schedule.model import AutostartState, TimerState

SCHEMA = "workspace-assistant/schedule/1"


def timer_document(state: TimerState) -> dict[str, object]:
    return {
        "kind": state.kind.value,
        "is_installed": state.is_installed,
        "is_active": state.is_active,
        "every_s": None if state.every_minutes is None else 60 * state.every_minutes,
        "is_ours": state.is_ours,
        "places": list(state.places),
        "trouble": state.trouble,
        "to_do": state.to_do.splitlines(),
    }


def autostart_document(state: AutostartState) -> dict[str, object]:
    return {"is_on": state.is_on, "place": state.place}


def schedule_document(**parts: dict[str, object]) -> dict[str, object]:
    """Of those parts that were asked for: ``timer``, ``autostart``, ``settings``."""
    return {"schema": SCHEMA, **parts}
