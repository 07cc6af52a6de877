"""What ``mic --headset --json`` prints."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.report import recording_document
from workspace_assistant.core.readiness.verdict import check_verdict

SCHEMA = "workspace-assistant/headset/1"


def headset_document(outcome: Outcome) -> dict[str, object]:
    """The entries of a recording's document, and the verdict, under a schema of its own."""
    entries = {**recording_document(outcome), "schema": SCHEMA}
    return {**entries, "verdict": check_verdict(outcome).value}
