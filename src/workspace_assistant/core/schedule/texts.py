"""What is said about starting the program by itself."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

BAD_MINUTES = QT_TRANSLATE_NOOP(
    "schedule", "Every {minutes} minutes is not possible; choose from {choices}."
)
NOT_WRITTEN = QT_TRANSLATE_NOOP("schedule", "{place} cannot be written: {reason}.")
NOT_REMOVED = QT_TRANSLATE_NOOP("schedule", "{place} cannot be removed: {reason}.")
NOT_TAKEN_UP = QT_TRANSLATE_NOOP("schedule", "The system did not take up the schedule: {reason}.")
UNFIT_PATH = QT_TRANSLATE_NOOP(
    "schedule", "The path {path} contains a line break or another control character."
)

NO_USER_MANAGER = QT_TRANSLATE_NOOP(
    "schedule", "systemd does not run for this user, so nobody starts the timer."
)
NO_SYSTEMD = QT_TRANSLATE_NOOP(
    "schedule", "systemd does not run on this computer. A line in the crontab does the same."
)

ON = QT_TRANSLATE_NOOP(
    "schedule", "The system looks every {minutes} minutes whether a check before a shift is due."
)
OFF = QT_TRANSLATE_NOOP(
    "schedule", "Checks before shifts run while the program runs, not otherwise."
)
WRITTEN_ONLY = QT_TRANSLATE_NOOP(
    "schedule", "The schedule is written down, but the system does not follow it."
)
OF_ANOTHER = QT_TRANSLATE_NOOP(
    "schedule",
    "The schedule starts another installation or other data. Installing it anew replaces that.",
)
AUTOSTART_ON = QT_TRANSLATE_NOOP("schedule", "The program starts at login.")
AUTOSTART_OFF = QT_TRANSLATE_NOOP("schedule", "The program does not start at login.")
