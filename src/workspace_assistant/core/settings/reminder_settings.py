"""Reminders, the check before a shift, and the icon in the panel."""

from __future__ import annotations

from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.preshift.settings import (
    FIRST_MINUTES,
    KEEPS_IN_TRAY,
    LONGEST_DAYS,
    LONGEST_MINUTES,
    MICROPHONE_AFTER_DAYS,
    PLACES,
    SECOND_MINUTES,
    WATCH_IS_ON,
    choices_of,
)
from workspace_assistant.core.settings.model import Choice, Kind, Section, Setting, Unit
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NEVER = QT_TRANSLATE_NOOP("settings", "Never")
PLACE_NAMES = {
    Place.HOME: QT_TRANSLATE_NOOP("settings", "Home"),
    Place.OFFICE: QT_TRANSLATE_NOOP("settings", "Office"),
    Place.OTHER: QT_TRANSLATE_NOOP("settings", "Elsewhere"),
}

_USUAL = choices_of(PreshiftSettings())

REMINDER_SETTINGS = (
    Setting(
        key=FIRST_MINUTES,
        kind=Kind.LENGTH,
        section=Section.REMINDERS,
        title=QT_TRANSLATE_NOOP("settings", "Check before a shift"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "How long before each shift the readiness check runs by itself."
        ),
        default=_USUAL[FIRST_MINUTES],
        words=QT_TRANSLATE_NOOP("settings", "readiness reminder notification start minutes"),
        low=0,
        high=LONGEST_MINUTES,
        unit=Unit.MINUTE,
        choices=(Choice("0", NEVER),),
    ),
    Setting(
        key=SECOND_MINUTES,
        kind=Kind.LENGTH,
        section=Section.REMINDERS,
        title=QT_TRANSLATE_NOOP("settings", "Check again"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "How long before the shift it runs once more, if it was not ready before."
        ),
        default=_USUAL[SECOND_MINUTES],
        words=QT_TRANSLATE_NOOP("settings", "second retry repeat minutes"),
        low=0,
        high=LONGEST_MINUTES,
        unit=Unit.MINUTE,
        choices=(Choice("0", NEVER),),
    ),
    Setting(
        key=PLACES,
        kind=Kind.SEVERAL,
        section=Section.REMINDERS,
        title=QT_TRANSLATE_NOOP("settings", "Check before shifts at"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "Shifts at other places are left alone: the line at home matters not there."
        ),
        default=_USUAL[PLACES],
        words=QT_TRANSLATE_NOOP("settings", "place hybrid location"),
        choices=tuple(Choice(one.value, name) for one, name in PLACE_NAMES.items()),
    ),
    Setting(
        key=MICROPHONE_AFTER_DAYS,
        kind=Kind.NUMBER,
        section=Section.REMINDERS,
        title=QT_TRANSLATE_NOOP("settings", "Days until the microphone is asked about"),
        explanation=QT_TRANSLATE_NOOP(
            "settings",
            "Before a shift you are asked to test the microphone once its last good test is older.",
        ),
        default=_USUAL[MICROPHONE_AFTER_DAYS],
        words=QT_TRANSLATE_NOOP("settings", "headset test reminder"),
        low=0,
        high=LONGEST_DAYS,
        is_whole=True,
        unit=Unit.DAY,
        choices=(Choice("0", NEVER),),
    ),
    Setting(
        key=WATCH_IS_ON,
        kind=Kind.SWITCH,
        section=Section.REMINDERS,
        title=QT_TRANSLATE_NOOP("settings", "Watch the line during shifts"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "One small packet a second, and a word when the line gets bad."
        ),
        default="off",
        words=QT_TRANSLATE_NOOP("settings", "internet connection outage network packets"),
    ),
    Setting(
        key=KEEPS_IN_TRAY,
        kind=Kind.SWITCH,
        section=Section.REMINDERS,
        title=QT_TRANSLATE_NOOP("settings", "Stay in the panel when the window is closed"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "Checks, reminders and breaks go on. Else closing ends the program."
        ),
        default="on",
        words=QT_TRANSLATE_NOOP("settings", "tray icon background close quit"),
    ),
)
