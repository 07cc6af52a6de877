"""Every sentence of the check before a shift."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_MINUTES = QT_TRANSLATE_NOOP(
    "preshift", "{minutes} minutes before a shift: choose 0 (never) to {longest}."
)
SECOND_NOT_AFTER_FIRST = QT_TRANSLATE_NOOP(
    "preshift", "The second check comes after the first: choose fewer minutes for it, or 0."
)
NO_DAYS = QT_TRANSLATE_NOOP("preshift", "{days} days: choose 0 (never) to {longest}.")
NO_PLACE = QT_TRANSLATE_NOOP("preshift", "“{place}” is no place of a shift; there are {known}.")
