"""Settings and runs of the check before a shift as JSON documents."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.preshift.model import Attended, PreshiftSettings
from workspace_assistant.core.reminders.document import entry_document
from workspace_assistant.core.reminders.model import Entry

SETTINGS_SCHEMA = "workspace-assistant/schedule-settings/1"
RUN_SCHEMA = "workspace-assistant/schedule-run/1"


def settings_document(settings: PreshiftSettings) -> dict[str, object]:
    return {
        "schema": SETTINGS_SCHEMA,
        "is_on": settings.first_s > 0,
        "first_s": settings.first_s,
        "second_s": settings.second_s,
        "places": list(settings.places),
        "microphone_after_days": settings.microphone_after_days,
    }


def run_document(look: Attended, entries: Iterable[Entry]) -> dict[str, object]:
    return {
        "schema": RUN_SCHEMA,
        "at": look.at.isoformat(),
        "next_at": look.next_at.isoformat(),
        "fault": look.fault,
        "reminders": [entry_document(entry) for entry in entries],
    }
