"""Sentences of the break window."""

from __future__ import annotations

from workspace_assistant.core.breaks.model import BreakKind
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("breaks", "Break")

DUE = {
    BreakKind.MICRO: QT_TRANSLATE_NOOP("breaks", "Time for {length} away from the screen"),
    BreakKind.REST: QT_TRANSLATE_NOOP("breaks", "Time for a break of {length}"),
    BreakKind.DAILY_LIMIT: QT_TRANSLATE_NOOP("breaks", "Enough for today"),
}
WORKED = QT_TRANSLATE_NOOP("breaks", "{worked} of work since the count last began.")
WORKED_TODAY = QT_TRANSLATE_NOOP("breaks", "{worked} at the computer or in calls today.")
AGAIN = QT_TRANSLATE_NOOP("breaks", "You postponed it before.")
RUNNING = QT_TRANSLATE_NOOP("breaks", "Your break runs")
LEFT = QT_TRANSLATE_NOOP("breaks", "{digits} left")
OVER = QT_TRANSLATE_NOOP("breaks", "The break is over")
OVER_MORE = QT_TRANSLATE_NOOP("breaks", "Stay away as long as you like.")
STOPPED = QT_TRANSLATE_NOOP("breaks", "You stopped for today")
PROGRESS = QT_TRANSLATE_NOOP("breaks", "How much of the break is over")
NO_PAIN = QT_TRANSLATE_NOOP("breaks", "Leave out what hurts.")

BEGIN = QT_TRANSLATE_NOOP("breaks", "Begin")
STOP = QT_TRANSLATE_NOOP("breaks", "I stop now")
POSTPONE = QT_TRANSLATE_NOOP("breaks", "Postpone {length}")
SKIP = QT_TRANSLATE_NOOP("breaks", "Skip")
BACK = QT_TRANSLATE_NOOP("breaks", "Back to work")
WITH_KEY = QT_TRANSLATE_NOOP("breaks", "{action} (key {key})")
OPENS_ELSEWHERE = QT_TRANSLATE_NOOP(
    "breaks",
    "On this desktop a window cannot appear without taking the keyboard (Wayland), so breaks are "
    "told by notifications.",
)
