"""Sentences about how long each kind of data is kept."""

from __future__ import annotations

from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("data", "How long it is kept")
INTRO = QT_TRANSLATE_NOOP(
    "data",
    "Always, unless you choose otherwise. What is older then goes at once, and later after each "
    "automatic backup; backups made before still hold it until they go.",
)
KINDS = {
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
NO_ENTRY = QT_TRANSLATE_NOOP("data", "None yet")
ONE_ENTRY = QT_TRANSLATE_NOOP("data", "1 entry, of {first}")
ONE_UNDATED = QT_TRANSLATE_NOOP("data", "1 entry")
ENTRIES = QT_TRANSLATE_NOOP("data", "{count} entries, {first} to {last}")
ENTRIES_UNDATED = QT_TRANSLATE_NOOP("data", "{count} entries")
ALWAYS = QT_TRANSLATE_NOOP("data", "Always")
ONE_YEAR = QT_TRANSLATE_NOOP("data", "1 year")
YEARS = QT_TRANSLATE_NOOP("data", "{count} years")
DAYS = QT_TRANSLATE_NOOP("data", "{count} days")
WEEKS = QT_TRANSLATE_NOOP("data", "{count} weeks")
CHOICE = QT_TRANSLATE_NOOP("data", "Keep {kind}")
ALWAYS_KEPT = QT_TRANSLATE_NOOP("data", "Always kept: {reason}.")
SHOW_KINDS = QT_TRANSLATE_NOOP("data", "Show every kind")
HIDE_KINDS = QT_TRANSLATE_NOOP("data", "Hide the kinds")
SOME_CHOSEN = QT_TRANSLATE_NOOP("data", "Not kept for ever: {kinds}.")
NONE_CHOSEN = QT_TRANSLATE_NOOP("data", "Everything is kept for as long as you want.")
CHOSEN_KIND = QT_TRANSLATE_NOOP("data", "{kind} ({age})")
COUNTING = QT_TRANSLATE_NOOP("data", "Counting what is older…")
TAKING_OUT = QT_TRANSLATE_NOOP("data", "Taking out what is older…")
ASK_ONE = QT_TRANSLATE_NOOP("data", "1 entry is older and goes now. There is no way back.")
ASK = QT_TRANSLATE_NOOP("data", "{count} entries are older and go now. There is no way back.")
ASK_TITLE = QT_TRANSLATE_NOOP("data", "{kind}: “{age}” from now on?")
TAKE_OUT = QT_TRANSLATE_NOOP("data", "Take out what is older")
LEAVE = QT_TRANSLATE_NOOP("data", "Keep it as it was")
KEPT = QT_TRANSLATE_NOOP("data", "{kind}: “{age}” from now on.")
TAKEN_OUT_ONE = QT_TRANSLATE_NOOP("data", "{kind}: “{age}” from now on. 1 entry was taken out.")
TAKEN_OUT = QT_TRANSLATE_NOOP(
    "data", "{kind}: “{age}” from now on. {count} entries were taken out."
)
