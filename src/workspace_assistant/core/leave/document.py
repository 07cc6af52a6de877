"""Days off as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.leave.model import LeaveDay

LEAVE_SCHEMA = "workspace-assistant/leave/1"


def leave_document(days: Iterable[LeaveDay]) -> dict[str, object]:
    return {
        "schema": LEAVE_SCHEMA,
        "days": [{"on": one.on.isoformat(), "kind": one.kind.value} for one in days],
    }
