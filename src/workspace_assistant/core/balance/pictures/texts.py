"""Every word of the pictures of the week and of their tables."""

from __future__ import annotations

from workspace_assistant.core.balance.model import Layer, State
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

LAYERS = {
    Layer.FOCUS: QT_TRANSLATE_NOOP("week", "Focus"),
    Layer.OTHER_WORK: QT_TRANSLATE_NOOP("week", "Other work"),
    Layer.BREAK: QT_TRANSLATE_NOOP("week", "Break"),
    Layer.AFTER_HOURS: QT_TRANSLATE_NOOP("week", "After hours"),
}
LEAVE = {
    LeaveKind.LEAVE: QT_TRANSLATE_NOOP("week", "Day off"),
    LeaveKind.SICK: QT_TRANSLATE_NOOP("week", "Sick"),
    LeaveKind.HOLIDAY: QT_TRANSLATE_NOOP("week", "Holiday"),
    LeaveKind.OTHER: QT_TRANSLATE_NOOP("week", "Not at work"),
}
STATES = {
    State.MET: QT_TRANSLATE_NOOP("week", "met"),
    State.NOT_MET: QT_TRANSLATE_NOOP("week", "not met"),
    State.NOT_ENOUGH_DATA: QT_TRANSLATE_NOOP("week", "not known"),
    State.INFORMATION: QT_TRANSLATE_NOOP("week", "no target"),
}
PLANNED = QT_TRANSLATE_NOOP("week", "Planned shift")
INTERRUPTION = QT_TRANSLATE_NOOP("week", "Interruption")
NOTHING = QT_TRANSLATE_NOOP("week", "\u2013")

DAYS = QT_TRANSLATE_NOOP("week", "The days of the week")
DAY = QT_TRANSLATE_NOOP("week", "Day")
AT_WORK = QT_TRANSLATE_NOOP("week", "At work")
PLAN = QT_TRANSLATE_NOOP("week", "Planned")
IN_BLOCKS = QT_TRANSLATE_NOOP("week", "In blocks")
INTERRUPTIONS = QT_TRANSLATE_NOOP("week", "Interruptions")
OFF = QT_TRANSLATE_NOOP("week", "Day off")
ALL_OFF = QT_TRANSLATE_NOOP("week", "Days off")
DAY_TOLD = QT_TRANSLATE_NOOP(
    "week", "{day}: {length} at work, {focus} of it in blocks; interruptions: {count}."
)
DAY_WITHOUT = QT_TRANSLATE_NOOP("week", "{day}: no work is known.")
DAY_PLANNED = QT_TRANSLATE_NOOP("week", "{day}: {length} planned, no work is known yet.")
DAY_OFF = QT_TRANSLATE_NOOP("week", "{day}: {leave}.")
DAY_OFF_WORKED = QT_TRANSLATE_NOOP("week", "{day}, {leave}: {length} at work.")
PIECE = QT_TRANSLATE_NOOP("week", "{day}, {start} to {end}: {layer}, {length}.")
PIECE_INTERRUPTED = QT_TRANSLATE_NOOP(
    "week", "{day}, {start} to {end}: {layer}, {length}; interruptions: {count}."
)

RESTS = QT_TRANSLATE_NOOP("week", "Rests between days of work")
REST = QT_TRANSLATE_NOOP("week", "Rest")
REST_DAYS = QT_TRANSLATE_NOOP("week", "{start} to {end}")
REST_HOURS = QT_TRANSLATE_NOOP("week", "{day} {start} to {end}")
LENGTH = QT_TRANSLATE_NOOP("week", "Length")
AGAINST_TARGET = QT_TRANSLATE_NOOP("week", "Against the target")
AT_LEAST = QT_TRANSLATE_NOOP("week", "{value} or more")
AT_MOST = QT_TRANSLATE_NOOP("week", "{value} at most")
SHORT_BY = QT_TRANSLATE_NOOP("week", "{length} short")
LONG_ENOUGH = QT_TRANSLATE_NOOP("week", "long enough")
REST_TOLD = QT_TRANSLATE_NOOP("week", "{span}: {length}.")
REST_SHORT = QT_TRANSLATE_NOOP("week", "{span}: {length}, {missing} short of {target}.")

BY_CAUSE = QT_TRANSLATE_NOOP("week", "Interruptions by cause and hour")
BY_WEEKDAY = QT_TRANSLATE_NOOP("week", "Interruptions by weekday and hour")
CAUSE = QT_TRANSLATE_NOOP("week", "Cause")
WEEKDAY = QT_TRANSLATE_NOOP("week", "Weekday")
TOTAL = QT_TRANSLATE_NOOP("week", "Total")
CELL = QT_TRANSLATE_NOOP(
    "week", "{row}, {start} to {end}. Interruptions: {count}, in {length} of blocks."
)
ROW_TOLD = QT_TRANSLATE_NOOP("week", "{row}: {count}, most of them from {start} to {end}.")
ROW_WITHOUT = QT_TRANSLATE_NOOP("week", "{row}: none.")
HOUR = QT_TRANSLATE_NOOP("week", "Hour")
HOURS = QT_TRANSLATE_NOOP("week", "{start} to {end}")
HEAT_NOTE = QT_TRANSLATE_NOOP("week", "Empty cell: no interruption. No cell: no work in blocks.")
NO_WORK = QT_TRANSLATE_NOOP("week", "no work")

TRENDS = QT_TRANSLATE_NOOP("week", "Trends")
INDICATOR = QT_TRANSLATE_NOOP("week", "Indicator")
TARGET = QT_TRANSLATE_NOOP("week", "Target")
USUAL = QT_TRANSLATE_NOOP("week", "Usual")
MEDIAN = QT_TRANSLATE_NOOP("week", "Median")
USUAL_OF = QT_TRANSLATE_NOOP("week", "usual {value}")
MEDIAN_OF = QT_TRANSLATE_NOOP("week", "median of {count} weeks")
MISSED = QT_TRANSLATE_NOOP("week", "Target not met")
POINT = QT_TRANSLATE_NOOP("week", "{name}, week of {day}: {value}.")
POINT_JUDGED = QT_TRANSLATE_NOOP("week", "{name}, week of {day}: {value}, {state}.")
WEEKS_SHOWN = QT_TRANSLATE_NOOP(
    "week", "One point for each week, from that of {start} to that of {end}."
)
NOT_KNOWN = QT_TRANSLATE_NOOP("week", "not known")

WEEKS = QT_TRANSLATE_NOOP("week", "Week by week")
WEEK = QT_TRANSLATE_NOOP("week", "Week")
WEEK_TOLD = QT_TRANSLATE_NOOP("week", "Week of {day}: {length} at work, {planned} planned.")
WEEK_WITHOUT = QT_TRANSLATE_NOOP("week", "Week of {day}: no work is known.")
WEEK_OFF = QT_TRANSLATE_NOOP("week", "Week of {day}: off.")
WEEK_PART = QT_TRANSLATE_NOOP("week", "Week of {day}: {layer}, {length}.")
TARGETS = QT_TRANSLATE_NOOP("week", "Targets met")
COUNTED = QT_TRANSLATE_NOOP("week", "{count} of {whole}")
ALL = QT_TRANSLATE_NOOP("week", "Over these weeks")
