"""Every sentence of the Today page."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

OPENING = QT_TRANSLATE_NOOP("window", "Looking at your day")

# The hero: the next shift, and whether you can take calls.
STARTS_NOW = QT_TRANSLATE_NOOP("window", "Your shift starts now")
STARTS_IN = QT_TRANSLATE_NOOP("window", "Your shift starts in {length}")
STARTS_TOMORROW = QT_TRANSLATE_NOOP("window", "Your next shift starts tomorrow at {clock}")
STARTS_ON = QT_TRANSLATE_NOOP("window", "Your next shift: {date}, {clock}")
RUNS_UNTIL = QT_TRANSLATE_NOOP("window", "Your shift runs until {clock}")
NONE_PLANNED = QT_TRANSLATE_NOOP("window", "No shift is planned")
TIME_LEFT = QT_TRANSLATE_NOOP("window", "{length} left")
ALMOST_OVER = QT_TRANSLATE_NOOP("window", "almost over")
FROM_TO = QT_TRANSLATE_NOOP("window", "{start} \u2013 {end}")
AT_HOME = QT_TRANSLATE_NOOP("window", "at home")
AT_OFFICE = QT_TRANSLATE_NOOP("window", "at the office")
ELSEWHERE = QT_TRANSLATE_NOOP("window", "elsewhere")
CHECKED_NOW = QT_TRANSLATE_NOOP("window", "Checked just now.")
CHECKED_AGO = QT_TRANSLATE_NOOP("window", "Checked at {clock}, {length} ago.")
NOT_CHECKED = QT_TRANSLATE_NOOP("window", "Whether you can take calls was not checked yet.")
SEE_CHECK = QT_TRANSLATE_NOOP("window", "See what was found")
SEE_RUN = QT_TRANSLATE_NOOP("window", "Follow the check")
CHECK_NOW = QT_TRANSLATE_NOOP("window", "Check now")
CHECK_AGAIN = QT_TRANSLATE_NOOP("window", "Check again")
CANCEL = QT_TRANSLATE_NOOP("window", "Cancel")

# The block.
FOCUS = QT_TRANSLATE_NOOP("window", "Focus block")
NO_BLOCK = QT_TRANSLATE_NOOP("window", "No block runs.")
START_BLOCK = QT_TRANSLATE_NOOP("window", "Start a block")
WORKED_TODAY = QT_TRANSLATE_NOOP("window", "in blocks today")
NOTHING_TODAY = QT_TRANSLATE_NOOP("window", "Nothing is logged today.")
STOP = QT_TRANSLATE_NOOP("window", "Stop")
ANSWER = QT_TRANSLATE_NOOP("window", "Say what became of it")

# The next break.
BREAK = QT_TRANSLATE_NOOP("window", "Next planned break")
BREAK_IN = QT_TRANSLATE_NOOP("window", "in {length}")
BREAK_SOON = QT_TRANSLATE_NOOP("window", "in less than a minute")
BREAK_NOW = QT_TRANSLATE_NOOP("window", "Break")
BREAK_UNTIL = QT_TRANSLATE_NOOP("window", "until {clock}")
BREAK_LENGTH = QT_TRANSLATE_NOOP("window", "{length}, {start} \u2013 {end}")
BREAK_NAMED = QT_TRANSLATE_NOOP("window", "{name}, {length}, {start} \u2013 {end}")
BREAK_DAY = QT_TRANSLATE_NOOP("window", "on {date}")
BREAK_AHEAD = QT_TRANSLATE_NOOP("window", "Next break")
LIMIT_AHEAD = QT_TRANSLATE_NOOP("window", "Your daily limit")
WORK_AHEAD = QT_TRANSLATE_NOOP("window", "more of work")
POSTPONED_AHEAD = QT_TRANSLATE_NOOP("window", "until the postponed one")
AT_THE_SOONEST = QT_TRANSLATE_NOOP("window", "at the soonest")
OFFERED_AHEAD = QT_TRANSLATE_NOOP("window", "Beside it, a break is due after {length} of work.")
PLANNED_AHEAD = QT_TRANSLATE_NOOP("window", "Planned by your shift: {clock}, {when}.")
NO_BREAKS = QT_TRANSLATE_NOOP("window", "None is known")
NO_BREAKS_WHY = QT_TRANSLATE_NOOP("window", "The plan of this shift names no breaks.")
BREAKS_OVER = QT_TRANSLATE_NOOP("window", "None left")
BREAKS_OVER_WHY = QT_TRANSLATE_NOOP("window", "All breaks of this shift are over.")
NO_SHIFT_WHY = QT_TRANSLATE_NOOP("window", "No shift is planned that could have one.")

# Before there are shifts.
ADD_SHIFTS_TITLE = QT_TRANSLATE_NOOP("window", "When do you work?")
ADD_SHIFTS_WHY = QT_TRANSLATE_NOOP(
    "window",
    "Add your shifts once, such as by the address of your calendar. Then the check runs by itself "
    "before each of them, and this page counts down.",
)
ADD_SHIFTS = QT_TRANSLATE_NOOP("window", "Add your shifts")

# The day and the week.
TODAY_NAMED = QT_TRANSLATE_NOOP("window", "Today, {date}")
RIBBON = QT_TRANSLATE_NOOP("window", "Timeline of the day")
RIBBON_HINT = QT_TRANSLATE_NOOP("window", "Arrow keys go from part to part.")
LEGEND_SHIFT = QT_TRANSLATE_NOOP("window", "Shift")
LEGEND_PLANNED_BREAK = QT_TRANSLATE_NOOP("window", "Planned break")
WEEK = QT_TRANSLATE_NOOP("window", "This week")
WEEK_BOTH = QT_TRANSLATE_NOOP("window", "{planned} of shifts, {worked} of focus blocks.")
WEEK_PLANNED = QT_TRANSLATE_NOOP("window", "{planned} of shifts, no focus blocks yet.")
WEEK_TARGETS = QT_TRANSLATE_NOOP("window", "So far {met} of {count} targets met.")
WEEK_OPEN = QT_TRANSLATE_NOOP("window", "Open the week")
WEEK_WORKED = QT_TRANSLATE_NOOP("window", "{worked} of focus blocks, no shifts.")
DAY_BOTH = QT_TRANSLATE_NOOP("window", "{day}: {planned} of shift, {worked} of focus blocks")
DAY_PLANNED = QT_TRANSLATE_NOOP("window", "{day}: {planned} of shift")
DAY_WORKED = QT_TRANSLATE_NOOP("window", "{day}: {worked} of focus blocks")
DAY_FREE = QT_TRANSLATE_NOOP("window", "{day}: nothing")
LEGEND_PLANNED = QT_TRANSLATE_NOOP("window", "Shifts")
LEGEND_WORKED = QT_TRANSLATE_NOOP("window", "Focus blocks")
WEEKDAYS = (
    QT_TRANSLATE_NOOP("window", "Mon"),
    QT_TRANSLATE_NOOP("window", "Tue"),
    QT_TRANSLATE_NOOP("window", "Wed"),
    QT_TRANSLATE_NOOP("window", "Thu"),
    QT_TRANSLATE_NOOP("window", "Fri"),
    QT_TRANSLATE_NOOP("window", "Sat"),
    QT_TRANSLATE_NOOP("window", "Sun"),
)
FAULT = QT_TRANSLATE_NOOP(
    "window", "This page could not be brought up to date. Details are in the log."
)

# Calendars that are out of date.
STALE = QT_TRANSLATE_NOOP("window", "“{name}” was last read {length} ago: shifts may have changed.")
STALE_DAY = QT_TRANSLATE_NOOP(
    "window", "“{name}” was last read a day ago: shifts may have changed."
)
STALE_DAYS = QT_TRANSLATE_NOOP(
    "window", "“{name}” was last read {days} days ago: shifts may have changed."
)
NEVER_READ = QT_TRANSLATE_NOOP("window", "“{name}” could not be read yet.")
SEE_SHIFTS = QT_TRANSLATE_NOOP("window", "See your shifts")
