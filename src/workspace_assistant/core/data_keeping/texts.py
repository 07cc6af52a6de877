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
NEWER_DATA = QT_TRANSLATE_NOOP(
    "data",
    "{path} was written by a newer Workspace Assistant (format {format}, this one knows {known}). "
    "Update this program; the file was left as it is.",
)
CHOICES_LATER = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the data is restored, the choices are not yet: {reason}. They follow at the next "
    "start.",
)
NO_BACKUP_WRITTEN = QT_TRANSLATE_NOOP(
    "data", "{path}: the backup cannot be written: {reason}. Nothing was changed."
)
ENTRY_STAYS = QT_TRANSLATE_NOOP(
    "data",
    "The system's keyring does not let the entry “{account}” go ({reason}). Nothing was erased. "
    "Unlock the keyring, or add --keep-secrets",
)
UNREADABLE = QT_TRANSLATE_NOOP("data", "{path}: cannot be read: {reason}")
# Why something is no backup, or is damaged.
DATA_ITSELF = QT_TRANSLATE_NOOP("data", "it is the data itself")
NEITHER = QT_TRANSLATE_NOOP("data", "it is neither archive nor database")
NOT_IN_IT = QT_TRANSLATE_NOOP("data", "there is no {name} in it")
TOO_LARGE = QT_TRANSLATE_NOOP("data", "its {name} is too large")
NOT_AS_PUT = QT_TRANSLATE_NOOP("data", "its {name} is not what was put into it")
NO_MANIFEST = QT_TRANSLATE_NOOP("data", "its manifest cannot be read: {reason}")
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
