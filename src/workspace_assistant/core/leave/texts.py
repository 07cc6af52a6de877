"""What is said about days off that cannot be kept."""

from __future__ import annotations

from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

REVERSED = QT_TRANSLATE_NOOP("leave", "Days off go from {first} on: {last} is before it.")
TOO_MANY = QT_TRANSLATE_NOOP("leave", "At most {most} days at once: {first} to {last} are more.")
KINDS = {
    LeaveKind.LEAVE: QT_TRANSLATE_NOOP("window", "Day off"),
    LeaveKind.SICK: QT_TRANSLATE_NOOP("window", "Sick"),
    LeaveKind.HOLIDAY: QT_TRANSLATE_NOOP("window", "Holiday"),
    LeaveKind.OTHER: QT_TRANSLATE_NOOP("window", "Not at work"),
}
