"""The why-log as a JSON document."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.reminders.model import Entry

SCHEMA = "workspace-assistant/reminders/1"


def reminders_document(entries: Iterable[Entry]) -> dict[str, object]:
    return {"schema": SCHEMA, "reminders": [entry_document(entry) for entry in entries]}


def entry_document(entry: Entry) -> dict[str, object]:
    return {
        "at": entry.at.isoformat(),
        "kind": entry.kind.value,
        "about": entry.about,
        "title": entry.title,
        "outcome": entry.outcome.value,
        "reason": entry.reason,
        "detail": entry.detail,
    }
