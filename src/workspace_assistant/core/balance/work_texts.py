"""Sentences of the indicators of readiness, trouble, the way to work and the planned times."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

N_READY = QT_TRANSLATE_NOOP("week", "Shifts that began ready")
F_READY = QT_TRANSLATE_NOOP(
    "week",
    "Shifts whose last checks in the three hours before them were all ready, of those with a check "
    "in that time.",
)
READY = QT_TRANSLATE_NOOP(
    "week", "{met} of {count} shifts with a check before them; shifts in all: {whole}."
)
NO_CHECK = QT_TRANSLATE_NOOP(
    "week", "No readiness check told anything in the three hours before a shift."
)

N_TECHNICAL = QT_TRANSLATE_NOOP("week", "Technical trouble")
F_TECHNICAL = QT_TRANSLATE_NOOP(
    "week",
    "Time in shifts of technical interruptions and of trouble seen on the line or the computer, "
    "what overlaps counted once.",
)
NOT_WATCHED = QT_TRANSLATE_NOOP(
    "week", "In no shift of this week was a block logged or the line watched."
)
TECHNICAL = QT_TRANSLATE_NOOP("week", "{length} in shifts.")
TECHNICAL_UNSEEN = QT_TRANSLATE_NOOP("week", "{length} in shifts; the line was not watched.")
TECHNICAL_AT_LEAST = QT_TRANSLATE_NOOP(
    "week", "{length} in shifts, without the interruptions that have no end: {count}."
)
TECHNICAL_OPEN = QT_TRANSLATE_NOOP(
    "week", "Nobody knows how long: technical interruptions without an end: {count}."
)
