"""What a duration of use rests on, in sentences."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SITTING = QT_TRANSLATE_NOOP(
    "facts",
    "On a usual day you are at the computer for {total} minutes, {longest} in one go ({days} "
    "days), taken as sitting. Change it if you stand.",
)
SCREEN = QT_TRANSLATE_NOOP(
    "facts",
    "On a usual day you are at the computer for {total} minutes, {longest} in one go ({days} "
    "days).",
)
CALLS = QT_TRANSLATE_NOOP(
    "facts",
    "On a usual day you are in calls for {total} minutes, {longest} in one go ({days} days).",
)
INPUT = QT_TRANSLATE_NOOP(
    "facts",
    "On a usual day you type or move the mouse in {total} minutes, {longest} in one go ({days} "
    "days). The log does not tell the two apart.",
)
TOO_FEW_DAYS = QT_TRANSLATE_NOOP(
    "facts",
    "This needs {least} days with an hour at the computer that were watched, in the last four "
    "weeks.",
)
NO_CALL_SEEN = QT_TRANSLATE_NOOP(
    "facts", "No call was seen on this computer yet, so they may not be seen at all."
)
