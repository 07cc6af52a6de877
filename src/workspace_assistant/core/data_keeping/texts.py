"""Sentences about the user's own data."""

from __future__ import annotations

from workspace_assistant.core.data_keeping.model import BackupReason, DataKind
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

KIND_WORDS = {
    DataKind.CHECKS: QT_TRANSLATE_NOOP("data", "readiness checks"),
    DataKind.BLOCKS: QT_TRANSLATE_NOOP("data", "focus blocks"),
    DataKind.BLOCK_CHANGES: QT_TRANSLATE_NOOP("data", "changes of focus blocks"),
    DataKind.SHIFTS: QT_TRANSLATE_NOOP("data", "shifts"),
    DataKind.CALENDARS: QT_TRANSLATE_NOOP("data", "sources of shifts"),
    DataKind.DAYS_OFF: QT_TRANSLATE_NOOP("data", "days off"),
    DataKind.BREAKS: QT_TRANSLATE_NOOP("data", "breaks"),
    DataKind.ACTIVITY: QT_TRANSLATE_NOOP("data", "stretches of activity"),
    DataKind.CHECK_INS: QT_TRANSLATE_NOOP("data", "check-ins"),
    DataKind.HARD_CONTACTS: QT_TRANSLATE_NOOP("data", "hard contacts"),
    DataKind.SELF_CHECKS: QT_TRANSLATE_NOOP("data", "self-checks of the workplace"),
    DataKind.LINE_EVENTS: QT_TRANSLATE_NOOP("data", "events of the line"),
    DataKind.LINE_MINUTES: QT_TRANSLATE_NOOP("data", "minutes of the watched line"),
    DataKind.CALL_LEVELS: QT_TRANSLATE_NOOP("data", "levels of calls"),
    DataKind.TIPS: QT_TRANSLATE_NOOP("data", "tips and answers to them"),
    DataKind.REMINDERS: QT_TRANSLATE_NOOP("data", "reminders"),
}
# At the beginning of a sentence or a row.
KIND_NAMES = {
    DataKind.CHECKS: QT_TRANSLATE_NOOP("data", "Readiness checks"),
    DataKind.BLOCKS: QT_TRANSLATE_NOOP("data", "Focus blocks"),
    DataKind.BLOCK_CHANGES: QT_TRANSLATE_NOOP("data", "Changes of focus blocks"),
    DataKind.SHIFTS: QT_TRANSLATE_NOOP("data", "Shifts"),
    DataKind.CALENDARS: QT_TRANSLATE_NOOP("data", "Sources of shifts"),
    DataKind.DAYS_OFF: QT_TRANSLATE_NOOP("data", "Days off"),
    DataKind.BREAKS: QT_TRANSLATE_NOOP("data", "Breaks"),
    DataKind.ACTIVITY: QT_TRANSLATE_NOOP("data", "Stretches of activity"),
    DataKind.CHECK_INS: QT_TRANSLATE_NOOP("data", "Check-ins"),
    DataKind.HARD_CONTACTS: QT_TRANSLATE_NOOP("data", "Hard contacts"),
    DataKind.SELF_CHECKS: QT_TRANSLATE_NOOP("data", "Self-checks of the workplace"),
    DataKind.LINE_EVENTS: QT_TRANSLATE_NOOP("data", "Events of the line"),
    DataKind.LINE_MINUTES: QT_TRANSLATE_NOOP("data", "Minutes of the watched line"),
    DataKind.CALL_LEVELS: QT_TRANSLATE_NOOP("data", "Levels of calls"),
    DataKind.TIPS: QT_TRANSLATE_NOOP("data", "Tips and answers to them"),
    DataKind.REMINDERS: QT_TRANSLATE_NOOP("data", "Reminders"),
}
REASON_WORDS = {
    BackupReason.BY_HAND: QT_TRANSLATE_NOOP("data", "made by you"),
    BackupReason.AUTOMATIC: QT_TRANSLATE_NOOP("data", "automatic"),
    BackupReason.BEFORE_RESTORE: QT_TRANSLATE_NOOP("data", "before a restore"),
    BackupReason.BEFORE_UPDATE: QT_TRANSLATE_NOOP("data", "before an update; the database alone"),
}

NO_BACKUP = QT_TRANSLATE_NOOP("data", "{path}: not a backup of this program: {reason}.")
BROKEN_BACKUP = QT_TRANSLATE_NOOP(
    "data", "{path}: the backup is damaged: {reason}. Nothing was changed."
)
NEWER_BACKUP = QT_TRANSLATE_NOOP(
    "data",
    "{path}: made by a newer version of this program (format {format}, this one knows {known}). "
    "Update this program, then try again.",
)
ALREADY_THERE = QT_TRANSLATE_NOOP(
    "data", "{path}: is there already, and nothing is replaced. Choose another name."
)
NO_ROOM = QT_TRANSLATE_NOOP(
    "data", "{path}: needs about {needed}, and {free} are free. Free some space, then try again."
)
BUSY_TURN = QT_TRANSLATE_NOOP(
    "data",
    "Another program is making or restoring a backup of the same data. Try again in a moment.",
)
IN_USE = QT_TRANSLATE_NOOP(
    "data",
    "Another program has the data open: the window, its icon in the panel, or a command that "
    "runs. End it, then try again. Nothing was erased.",
)
NO_AGE = QT_TRANSLATE_NOOP(
    "data", "“{text}” is no time to keep something, such as 2y, 90d, 26w or forever."
)
TOO_SHORT = QT_TRANSLATE_NOOP(
    "data", "{kind} are kept for {least} days or longer: weeks and their trends need them."
)
NOT_TIMED = QT_TRANSLATE_NOOP("data", "{kind} are always kept: {reason}.")
NO_KIND = QT_TRANSLATE_NOOP("data", "“{text}” is no kind of data. Known are {known}.")

ALWAYS_KEPT = {
    DataKind.BLOCKS: QT_TRANSLATE_NOOP("data", "they and their change log are one story"),
    DataKind.BLOCK_CHANGES: QT_TRANSLATE_NOOP("data", "they and their blocks are one story"),
    DataKind.SHIFTS: QT_TRANSLATE_NOOP("data", "hours and rests are counted from them"),
    DataKind.CALENDARS: QT_TRANSLATE_NOOP("data", "shifts come from them"),
    DataKind.DAYS_OFF: QT_TRANSLATE_NOOP("data", "weeks are told with them"),
    DataKind.SELF_CHECKS: QT_TRANSLATE_NOOP("data", "each is compared with the one before"),
    DataKind.TIPS: QT_TRANSLATE_NOOP("data", "what you answered to a tip must not be asked again"),
}
