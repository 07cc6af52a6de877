"""Sentences of the page Settings; what each setting is called is said by core.settings."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SEARCH = QT_TRANSLATE_NOOP("settings", "Search the settings")
READING = QT_TRANSLATE_NOOP("settings", "Reading your settings.")
NOTHING = QT_TRANSLATE_NOOP(
    "settings", "No setting has all of these words. Try fewer, or another one."
)
NOT_READ = QT_TRANSLATE_NOOP("settings", "The settings cannot be read: {reason}")
NOT_KEPT = QT_TRANSLATE_NOOP("settings", "Nothing was changed: {reason}")

WORKPLACE = QT_TRANSLATE_NOOP("settings", "Workplace and devices")
PROFILE = QT_TRANSLATE_NOOP("settings", "Workplace profile")
PROFILE_WHY = QT_TRANSLATE_NOOP(
    "settings", "What your job requires of line, computer and headset. Loaded on Readiness."
)
PROFILE_WORDS = QT_TRANSLATE_NOOP("settings", "employer requirements file")
MICROPHONE = QT_TRANSLATE_NOOP("settings", "Microphone")
MICROPHONE_WHY = QT_TRANSLATE_NOOP(
    "settings", "The one that checks listen to. Chosen where you hear and see what it does."
)
MICROPHONE_WORDS = QT_TRANSLATE_NOOP("settings", "headset device sound")
SYSTEM_MICROPHONE = QT_TRANSLATE_NOOP("settings", "The system's own")
LIMITS = QT_TRANSLATE_NOOP("settings", "Readiness limits")
LIMITS_OWN = QT_TRANSLATE_NOOP(
    "settings",
    "Those of the profile “{name}” that comes with this program. They are changed with another "
    "profile alone, so that a verdict means the same everywhere.",
)
LIMITS_OF_PROFILE = QT_TRANSLATE_NOOP(
    "settings",
    "Locked: the profile “{name}” of your job sets them, in {place}. Who wrote it can change them.",
)
LIMIT_WORDS = QT_TRANSLATE_NOOP("settings", "threshold verdict ready caution")
LIMIT = QT_TRANSLATE_NOOP("settings", "{good} ({caution})")
DATA_WHY = QT_TRANSLATE_NOOP(
    "settings", "What is older is counted and asked about first, on Your data."
)

OPEN_READINESS = QT_TRANSLATE_NOOP("settings", "Open Readiness")
OPEN_MICROPHONE = QT_TRANSLATE_NOOP("settings", "Open Microphone")
OPEN_DATA = QT_TRANSLATE_NOOP("settings", "Open Your data")
YOUR_DATA = QT_TRANSLATE_NOOP("settings", "Backups, export, sharing, erasing")
YOUR_DATA_WHY = QT_TRANSLATE_NOOP(
    "settings", "Where your data lies, its copies, who else gets some of it, and its end."
)
YOUR_DATA_WORDS = QT_TRANSLATE_NOOP(
    "settings", "encryption publishing employer folder delete restore"
)

SHOW_LIMITS = QT_TRANSLATE_NOOP("settings", "Show every limit")
SHOW_TARGETS = QT_TRANSLATE_NOOP("settings", "Show own targets")
SHOW_AGES = QT_TRANSLATE_NOOP("settings", "Show how long each kind is kept")
SHOW_LESS = QT_TRANSLATE_NOOP("settings", "Show less")

CHANGED = QT_TRANSLATE_NOOP("settings", "Changed. As delivered: {usual}.")
CHANGED_PRESET = QT_TRANSLATE_NOOP("settings", "Changed. Your organization's choice: {usual}.")
RESET = QT_TRANSLATE_NOOP("settings", "Reset")
RESET_NAMED = QT_TRANSLATE_NOOP("settings", "Reset: {name}")
RESET_SECTION = QT_TRANSLATE_NOOP("settings", "Reset this part")
RESET_SECTION_NAMED = QT_TRANSLATE_NOOP("settings", "Reset this part: {name}")
RESET_ALL = QT_TRANSLATE_NOOP("settings", "Reset all settings")
BOUNDS = QT_TRANSLATE_NOOP("settings", "From {least} to {most}.")
BOUNDS_OR_NOUGHT = QT_TRANSLATE_NOOP("settings", "Up to {most}; 0 is “{other}”.")
BOUNDS_OR = QT_TRANSLATE_NOOP("settings", "From {least} to {most}, or “{other}”.")

CHANGES = QT_TRANSLATE_NOOP("settings", "Your last changes")
CHANGE_ONE = QT_TRANSLATE_NOOP("settings", "{name}: {now} instead of {before}")
CHANGE_MANY = QT_TRANSLATE_NOOP("settings", "{name}: as delivered again")
CHANGE_ALL = QT_TRANSLATE_NOOP("settings", "All settings: as delivered again")
UNDO = QT_TRANSLATE_NOOP("settings", "Undo")
UNDO_NAMED = QT_TRANSLATE_NOOP("settings", "Undo: {name}")

LATE = QT_TRANSLATE_NOOP("settings", "Language and text size count from the next start.")
ANEW = QT_TRANSLATE_NOOP("settings", "Open the window anew")
FILE = QT_TRANSLATE_NOOP("settings", "They are kept in {path}, which you may edit as well.")
