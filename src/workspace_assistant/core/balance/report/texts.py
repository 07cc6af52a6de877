"""Every sentence of a report that is not one of the week itself."""

from __future__ import annotations

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_PART = QT_TRANSLATE_NOOP("week", "“{text}” is no part of a report. There are: {known}.")

WEEK = QT_TRANSLATE_NOOP("week", "Week {number} of {year}")
QUARTER = QT_TRANSLATE_NOOP("week", "Quarter {number} of {year}")
MONTH = QT_TRANSLATE_NOOP("week", "{month} {year}")
MONTHS = (
    QT_TRANSLATE_NOOP("week", "January"),
    QT_TRANSLATE_NOOP("week", "February"),
    QT_TRANSLATE_NOOP("week", "March"),
    QT_TRANSLATE_NOOP("week", "April"),
    QT_TRANSLATE_NOOP("week", "May"),
    QT_TRANSLATE_NOOP("week", "June"),
    QT_TRANSLATE_NOOP("week", "July"),
    QT_TRANSLATE_NOOP("week", "August"),
    QT_TRANSLATE_NOOP("week", "September"),
    QT_TRANSLATE_NOOP("week", "October"),
    QT_TRANSLATE_NOOP("week", "November"),
    QT_TRANSLATE_NOOP("week", "December"),
)
PERIOD = QT_TRANSLATE_NOOP("week", "{first} to {last}")
SO_FAR = QT_TRANSLATE_NOOP("week", "{period}, so far")
FILE_TITLE = QT_TRANSLATE_NOOP("week", "Work and rest: {title}")
KICKER = QT_TRANSLATE_NOOP("week", "Work and rest")

DAYS = QT_TRANSLATE_NOOP("week", "Day by day")
RESTS = QT_TRANSLATE_NOOP("week", "Rests between days of work")
GOALS = QT_TRANSLATE_NOOP("week", "Own goals")
HEAT = QT_TRANSLATE_NOOP("week", "When interruptions came, by weekday")
CAUSES = QT_TRANSLATE_NOOP("week", "When interruptions came, by cause")
TRENDS = QT_TRANSLATE_NOOP("week", "Twelve weeks")
COURSES = QT_TRANSLATE_NOOP("week", "From week to week")
WEEKS = QT_TRANSLATE_NOOP("week", "Week by week")
INDICATORS = QT_TRANSLATE_NOOP("week", "In numbers")
UNKNOWN = QT_TRANSLATE_NOOP("week", "Not known")
SUGGESTIONS = QT_TRANSLATE_NOOP("week", "What could be done")
NAMES = QT_TRANSLATE_NOOP("week", "Blocks by name")
FORMULAS = QT_TRANSLATE_NOOP("week", "How these numbers are made")
TABLE = QT_TRANSLATE_NOOP("week", "The same as a table")

GROUPS = {
    State.NOT_MET: QT_TRANSLATE_NOOP("week", "Targets not met"),
    State.MET: QT_TRANSLATE_NOOP("week", "Targets met"),
    State.INFORMATION: QT_TRANSLATE_NOOP("week", "Without a target"),
    State.NOT_ENOUGH_DATA: UNKNOWN,
}
GROUPS_OF_WEEKS = {
    **GROUPS,
    State.NOT_MET: QT_TRANSLATE_NOOP("week", "Targets not met in every week"),
    State.MET: QT_TRANSLATE_NOOP("week", "Targets met in every week that was known"),
}
STATES = {
    State.NOT_MET: QT_TRANSLATE_NOOP("week", "not met"),
    State.MET: QT_TRANSLATE_NOOP("week", "met"),
    State.INFORMATION: QT_TRANSLATE_NOOP("week", "no target"),
    State.NOT_ENOUGH_DATA: QT_TRANSLATE_NOOP("week", "not known"),
}
INDICATOR = QT_TRANSLATE_NOOP("week", "Indicator")
STATE = QT_TRANSLATE_NOOP("week", "State")
VALUE = QT_TRANSLATE_NOOP("week", "Value")
MEDIAN = QT_TRANSLATE_NOOP("week", "Median")
TARGET = QT_TRANSLATE_NOOP("week", "Target")
USUAL = QT_TRANSLATE_NOOP("week", "Usual")
IN_WEEKS = QT_TRANSLATE_NOOP("week", "{count} weeks")
PER_WEEK = QT_TRANSLATE_NOOP("week", "Weeks")
LAST = QT_TRANSLATE_NOOP("week", "Last week")
NAME = QT_TRANSLATE_NOOP("week", "Name")
COUNT = QT_TRANSLATE_NOOP("week", "Blocks")
WORKED = QT_TRANSLATE_NOOP("week", "Worked")
NOTES = QT_TRANSLATE_NOOP("week", "Notes of interruptions")

AT_LEAST = QT_TRANSLATE_NOOP("week", "{value} or more")
AT_MOST = QT_TRANSLATE_NOOP("week", "{value} at most")
MET_IN = QT_TRANSLATE_NOOP("week", "Met in {met} of {known} weeks that were known.")
KNOWN_IN = QT_TRANSLATE_NOOP("week", "Known in {known} of {count} weeks.")
FROM = QT_TRANSLATE_NOOP("week", "{number} {basis}")
WITH_NAME = QT_TRANSLATE_NOOP("week", "{name}: {sentence}")
LEGEND = QT_TRANSLATE_NOOP(
    "week", "Usual: the median of up to four weeks before. Small lines: the last twelve weeks."
)
NO_ASSESSMENT = QT_TRANSLATE_NOOP(
    "week",
    "Targets are defaults by law and official guidance, or own ones; this is no legal assessment.",
)
MADE_BY = QT_TRANSLATE_NOOP("week", "Made by Workspace Assistant on the computer it is about.")
PAGE = QT_TRANSLATE_NOOP("week", "Page {number} of {count}")
LEFT_OUT = QT_TRANSLATE_NOOP("week", "Left out for want of room: {parts}.")
WITH_STANDING = QT_TRANSLATE_NOOP("week", "{sentence} {standing}.")
