"""Days of the week in the user's language: what `strftime` says is English or the system's."""

from __future__ import annotations

from datetime import date

from workspace_assistant.cli.language import worded
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("cli", "Monday"),
    QT_TRANSLATE_NOOP("cli", "Tuesday"),
    QT_TRANSLATE_NOOP("cli", "Wednesday"),
    QT_TRANSLATE_NOOP("cli", "Thursday"),
    QT_TRANSLATE_NOOP("cli", "Friday"),
    QT_TRANSLATE_NOOP("cli", "Saturday"),
    QT_TRANSLATE_NOOP("cli", "Sunday"),
)
_SHORT = (
    QT_TRANSLATE_NOOP("cli", "Mon"),
    QT_TRANSLATE_NOOP("cli", "Tue"),
    QT_TRANSLATE_NOOP("cli", "Wed"),
    QT_TRANSLATE_NOOP("cli", "Thu"),
    QT_TRANSLATE_NOOP("cli", "Fri"),
    QT_TRANSLATE_NOOP("cli", "Sat"),
    QT_TRANSLATE_NOOP("cli", "Sun"),
)


def weekday(day: date) -> str:
    return worded(_WEEKDAYS[day.weekday()])


def short_weekday(day: date) -> str:
    return worded(_SHORT[day.weekday()])
