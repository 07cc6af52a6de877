"""What is said of settings everywhere: the names of sections, and why a value is refused."""

from __future__ import annotations

from workspace_assistant.core.settings.model import Section
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SECTIONS = {
    Section.REMINDERS: QT_TRANSLATE_NOOP("settings", "Reminders and the check before a shift"),
    Section.BREAKS: QT_TRANSLATE_NOOP("settings", "Breaks"),
    Section.FOCUS: QT_TRANSLATE_NOOP("settings", "Focus"),
    Section.WEEK: QT_TRANSLATE_NOOP("settings", "Shifts and week"),
    Section.LOOK: QT_TRANSLATE_NOOP("settings", "Language and appearance"),
    Section.PRIVACY: QT_TRANSLATE_NOOP("settings", "Privacy and data"),
}

ON = QT_TRANSLATE_NOOP("settings", "On")
OFF = QT_TRANSLATE_NOOP("settings", "Off")

NO_SETTING = QT_TRANSLATE_NOOP("settings", "“{name}” is no setting.")
NO_SWITCH = QT_TRANSLATE_NOOP("settings", "“{text}” is neither on nor off.")
NO_NUMBER = QT_TRANSLATE_NOOP("settings", "“{text}” is no number from {least} to {most}.")
NO_WHOLE_NUMBER = QT_TRANSLATE_NOOP(
    "settings", "“{text}” is no whole number from {least} to {most}."
)
NO_LENGTH = QT_TRANSLATE_NOOP("settings", "“{text}” is no length from {least} to {most}.")
NO_TIME = QT_TRANSLATE_NOOP("settings", "“{text}” is no time of day, such as 18:00.")
NO_CHOICE = QT_TRANSLATE_NOOP("settings", "“{text}” is none of {known}.")
NO_PLACES = QT_TRANSLATE_NOOP("settings", "Name at least one of {known}.")
END_AT_START = QT_TRANSLATE_NOOP(
    "settings", "A day begins at {time}, so none can end by then. Take another time."
)
