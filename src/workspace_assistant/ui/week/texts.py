"""Sentences of the Week page."""

from __future__ import annotations

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.settings_model import GoalKind, WeekStart
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.leave.texts import KINDS
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# The week that is shown
PICKER = QT_TRANSLATE_NOOP("window", "Which week is shown")
PREVIOUS = QT_TRANSLATE_NOOP("window", "The week before")
NEXT = QT_TRANSLATE_NOOP("window", "The week after")
THIS_WEEK = QT_TRANSLATE_NOOP("window", "This week")
GO_TO = QT_TRANSLATE_NOOP("window", "A day of another week")
GO_TO_LABEL = QT_TRANSLATE_NOOP("window", "Go to")
NO_DAY = QT_TRANSLATE_NOOP("window", "“{text}” is no day such as 2026-11-16.")
WEEK_NAME = QT_TRANSLATE_NOOP("window", "Week {number}, {year}")
RUNNING = QT_TRANSLATE_NOOP("window", "{week}, still running")
TO_COME = QT_TRANSLATE_NOOP("window", "{week}, to come")

# The first line
OPENING = QT_TRANSLATE_NOOP("window", "Reading your week")
UNREADABLE = QT_TRANSLATE_NOOP("window", "Your week cannot be read")
TRY_AGAIN = QT_TRANSLATE_NOOP("window", "Try again")
FAULT = QT_TRANSLATE_NOOP("window", "Something unforeseen happened. Details are in the log.")
NO_TARGETS_MORE = QT_TRANSLATE_NOOP(
    "window", "What is known stands below, and why the rest is not."
)
EMPTY = QT_TRANSLATE_NOOP("window", "Nothing is known of this week")
EMPTY_MORE = QT_TRANSLATE_NOOP(
    "window", "No shift was planned and no block was logged. Nothing counts as failed for that."
)
FIRST = QT_TRANSLATE_NOOP("window", "Your week will stand here")
FIRST_MORE = QT_TRANSLATE_NOOP(
    "window",
    "Rests, hours, breaks and focus, each with its number and its source. It fills by itself as "
    "you work. Everything stays on this computer unless you agree to share it.",
)
OFF_MORE = QT_TRANSLATE_NOOP("window", "Days off count against no target.")
FUTURE = QT_TRANSLATE_NOOP("window", "This week is still to come")
FUTURE_MORE = QT_TRANSLATE_NOOP("window", "You can mark its days off already.")
STATE_WEEK = QT_TRANSLATE_NOOP("window", "Week")
STATE_ALL_MET = QT_TRANSLATE_NOOP("window", "All met")
STATE_OFF = QT_TRANSLATE_NOOP("window", "Days off")

# What fills the page
GUIDE_TITLE = QT_TRANSLATE_NOOP("window", "What fills this page")
GUIDE_INTRO = QT_TRANSLATE_NOOP(
    "window", "Each part works by itself. After two weeks you see what is usual for you."
)
GUIDE_SHIFTS = QT_TRANSLATE_NOOP("window", "Shifts")
GUIDE_SHIFTS_MORE = QT_TRANSLATE_NOOP(
    "window", "From a calendar or by hand: rests, hours, days in a row."
)
GUIDE_BLOCKS = QT_TRANSLATE_NOOP("window", "Focus blocks")
GUIDE_BLOCKS_MORE = QT_TRANSLATE_NOOP(
    "window", "What you work on: focus, interruptions, work after hours."
)
GUIDE_BREAKS = QT_TRANSLATE_NOOP("window", "Breaks")
GUIDE_BREAKS_MORE = QT_TRANSLATE_NOOP(
    "window", "Watched during shifts: time at the screen, breaks you had."
)
GUIDE_CHECK_IN = QT_TRANSLATE_NOOP("window", "Check-ins")
GUIDE_CHECK_IN_MORE = QT_TRANSLATE_NOOP(
    "window", "A minute after a shift: switching off, learning, contact with colleagues."
)
GUIDE_OPEN = QT_TRANSLATE_NOOP("window", "Open")
GUIDE_OPEN_NAMED = QT_TRANSLATE_NOOP("window", "Open the page of “{part}”")
GUIDE_THERE = QT_TRANSLATE_NOOP("window", "There")
GUIDE_MISSING = QT_TRANSLATE_NOOP("window", "Not yet")

# Where to on this page
JUMPS = QT_TRANSLATE_NOOP("window", "On this page")
JUMP_DAYS = QT_TRANSLATE_NOOP("window", "Days")
JUMP_NUMBERS = QT_TRANSLATE_NOOP("window", "Numbers")
JUMP_SUGGESTIONS = QT_TRANSLATE_NOOP("window", "Suggestions")
JUMP_PAST = QT_TRANSLATE_NOOP("window", "Twelve weeks")
JUMP_REPORT = QT_TRANSLATE_NOOP("window", "Report")
JUMP_OFF = QT_TRANSLATE_NOOP("window", "Days off")
JUMP_SETTINGS = QT_TRANSLATE_NOOP("window", "Settings")
JUMP_MEANING = QT_TRANSLATE_NOOP("window", "What it means")
JUMP_TO = QT_TRANSLATE_NOOP("window", "Go to “{part}”")

# Goals
GOALS_TITLE = QT_TRANSLATE_NOOP("window", "Your goals")

# Pictures
DAYS_PICTURE = QT_TRANSLATE_NOOP("window", "The days")
RESTS_PICTURE = QT_TRANSLATE_NOOP("window", "Rests between days of work")
TRENDS_PICTURE = QT_TRANSLATE_NOOP("window", "Twelve weeks")
TRENDS_INTRO = QT_TRANSLATE_NOOP(
    "window", "Each line ends with this week. What is usual for you is the middle of four weeks."
)
HEAT_PICTURE = QT_TRANSLATE_NOOP("window", "When interruptions come")
HEAT_INTRO = QT_TRANSLATE_NOOP(
    "window", "Counted over twelve weeks, by the hour in which they began."
)
AS_TABLE = QT_TRANSLATE_NOOP("window", "Show as table")
AS_PICTURE = QT_TRANSLATE_NOOP("window", "Show as picture")
AS_TABLE_NAMED = QT_TRANSLATE_NOOP("window", "Show “{title}” as table")
AS_PICTURE_NAMED = QT_TRANSLATE_NOOP("window", "Show “{title}” as picture")
READING_PAST = QT_TRANSLATE_NOOP("window", "Reading the weeks before.")
ALL_LINES = QT_TRANSLATE_NOOP("window", "Show all {count}")
FEWER_LINES = QT_TRANSLATE_NOOP("window", "Show fewer")
NO_PAST = QT_TRANSLATE_NOOP(
    "window", "Lines appear here once a number is known in two of the twelve weeks."
)
READY_COUNTS = QT_TRANSLATE_NOOP(
    "window",
    "Of {ready} shifts that began ready, {ready_trouble} had technical trouble; of {unready} that "
    "did not, {unready_trouble}. One need not be the cause of the other.",
)

# Indicators
INDICATORS_TITLE = QT_TRANSLATE_NOOP("window", "Numbers of the week")
GROUP_REST = QT_TRANSLATE_NOOP("window", "Rest")
GROUP_HOURS = QT_TRANSLATE_NOOP("window", "Hours and shifts")
GROUP_BREAKS = QT_TRANSLATE_NOOP("window", "Screen and breaks")
GROUP_OFF = QT_TRANSLATE_NOOP("window", "Time off work")
GROUP_FOCUS = QT_TRANSLATE_NOOP("window", "Focus")
GROUP_PLAN = QT_TRANSLATE_NOOP("window", "Ready and on plan")
GROUP_PEOPLE = QT_TRANSLATE_NOOP("window", "Learning and people")
GROUP_COMMUTE = QT_TRANSLATE_NOOP("window", "The way to work")
GROUP_OTHER = QT_TRANSLATE_NOOP("window", "Further")
STATES = {
    State.MET: QT_TRANSLATE_NOOP("window", "Met"),
    State.NOT_MET: QT_TRANSLATE_NOOP("window", "Not met"),
    State.NOT_ENOUGH_DATA: QT_TRANSLATE_NOOP("window", "Not known"),
    State.INFORMATION: QT_TRANSLATE_NOOP("window", "No target"),
}
LEAST = QT_TRANSLATE_NOOP("window", "{value} or more")
MOST = QT_TRANSLATE_NOOP("window", "{value} at most")
USUAL_MORE = QT_TRANSLATE_NOOP("window", "{change} more than usual")
USUAL_LESS = QT_TRANSLATE_NOOP("window", "{change} less than usual")
POINTS = QT_TRANSLATE_NOOP("window", "{count} points")
USUAL_LONG = QT_TRANSLATE_NOOP("window", "Usual: {usual}, the middle of {count} weeks.")
LAST_LONG = QT_TRANSLATE_NOOP("window", "The week before: {last}.")
UNKNOWN_ONE = QT_TRANSLATE_NOOP("window", "Show 1 more that is not known")
UNKNOWN_MANY = QT_TRANSLATE_NOOP("window", "Show {count} more that are not known")
UNKNOWN_FOLD = QT_TRANSLATE_NOOP("window", "Hide what is not known")
EXPAND = QT_TRANSLATE_NOOP("window", "How “{name}” is counted")
COLLAPSE = QT_TRANSLATE_NOOP("window", "Close how “{name}” is counted")
MORE_NUMBERS = QT_TRANSLATE_NOOP("window", "and {count} more")
SOURCE = QT_TRANSLATE_NOOP("window", "Target: {target}. From: {basis}.")
NO_TARGET_SET = QT_TRANSLATE_NOOP("window", "It has no target.")
OWN_TARGET = QT_TRANSLATE_NOOP("window", "Your own target")
OWN_TARGET_NAMED = QT_TRANSLATE_NOOP("window", "Your own target of “{name}”")
KEEP_TARGET = QT_TRANSLATE_NOOP("window", "Keep")
NO_TARGET = QT_TRANSLATE_NOOP("window", "No target")
DEFAULT_TARGET = QT_TRANSLATE_NOOP("window", "As by default")
TARGET_UNCLEAR = QT_TRANSLATE_NOOP("window", "“{text}” is no value such as {example}.")
TARGET_RANGE = QT_TRANSLATE_NOOP("window", "Between {lowest} and {highest}.")

# Suggestions
SUGGESTIONS_TITLE = QT_TRANSLATE_NOOP("window", "What could be done")
SUGGESTIONS_INTRO = QT_TRANSLATE_NOOP(
    "window", "At most three, each about one number that is not met."
)
ABOUT = QT_TRANSLATE_NOOP("window", "About: {name}")
IDEA = QT_TRANSLATE_NOOP("window", "An idea: nobody has tested it.")
GRADED = QT_TRANSLATE_NOOP("window", "Evidence {grade}: {word}.")
GRADED_SOURCE = QT_TRANSLATE_NOOP("window", "{grade} {by} ({year}): {title}")
GRADED_SOURCE_OLD = QT_TRANSLATE_NOOP("window", "{grade} {by}: {title}")
SOURCE_LINK = QT_TRANSLATE_NOOP("window", "Source")
SOURCE_OPEN = QT_TRANSLATE_NOOP("window", "Open the source in the browser: {source}")
HELPED = QT_TRANSLATE_NOOP("window", "Helped")
NEVER = QT_TRANSLATE_NOOP("window", "Does not apply")
ABOUT_TIP = QT_TRANSLATE_NOOP("window", "{action}: {tip}")
STATE_SUGGESTION = QT_TRANSLATE_NOOP("window", "Suggestion")
SAID_HELPED = QT_TRANSLATE_NOOP("window", "Noted: this tip helped.")
SAID_NEVER = QT_TRANSLATE_NOOP(
    "window", "Put away. You find it under Breaks and tips, and can put it back there."
)

# Days off
DAYS_TITLE = QT_TRANSLATE_NOOP("window", "Days off")
DAYS_INTRO = QT_TRANSLATE_NOOP(
    "window", "A day off counts against no target. Its kind changes no number."
)
LEAVE = KINDS
NOT_OFF = QT_TRANSLATE_NOOP("window", "Not off")
DAY_KIND = QT_TRANSLATE_NOOP("window", "{day}, off or not")
DAY_WORKED = QT_TRANSLATE_NOOP("window", "{worked} at work")
DAY_PLANNED = QT_TRANSLATE_NOOP("window", "{planned} planned")
DAY_BOTH = QT_TRANSLATE_NOOP("window", "{worked} at work, {planned} planned")
DAY_NOTHING = QT_TRANSLATE_NOOP("window", "Nothing planned")
SPAN_TITLE = QT_TRANSLATE_NOOP("window", "Several days at once")
SPAN_FIRST = QT_TRANSLATE_NOOP("window", "From day")
SPAN_LAST = QT_TRANSLATE_NOOP("window", "To day")
SPAN_HINT = "2026-12-24"
SPAN_KIND = QT_TRANSLATE_NOOP("window", "These days are")
SPAN_MARK = QT_TRANSLATE_NOOP("window", "Mark these days")
SPAN_MARKED = QT_TRANSLATE_NOOP("window", "{first} to {last}: {kind}.")
DAY_MARKED = QT_TRANSLATE_NOOP("window", "{day}: {kind}.")

# Settings
SETTINGS_TITLE = QT_TRANSLATE_NOOP("window", "What counts for you")
REGION = QT_TRANSLATE_NOOP("window", "Targets follow the law of")
REGIONS = {
    Region.EU: QT_TRANSLATE_NOOP("window", "EU"),
    Region.GERMANY: QT_TRANSLATE_NOOP("window", "Germany"),
    Region.UNITED_KINGDOM: QT_TRANSLATE_NOOP("window", "United Kingdom"),
    Region.UNITED_STATES: QT_TRANSLATE_NOOP("window", "United States"),
    Region.OWN: QT_TRANSLATE_NOOP("window", "None, only my own"),
}
REGION_HINT = QT_TRANSLATE_NOOP(
    "window",
    "No legal advice: contracts and exceptions are not known here. Open a number above to give it "
    "a target of your own.",
)
OWN_COUNT_ONE = QT_TRANSLATE_NOOP("window", "1 target is your own.")
OWN_COUNT_MANY = QT_TRANSLATE_NOOP("window", "{count} targets are your own.")
OWN_RESET = QT_TRANSLATE_NOOP("window", "Put all back")
START = QT_TRANSLATE_NOOP("window", "A week begins on")
STARTS = {
    WeekStart.MONDAY: QT_TRANSLATE_NOOP("window", "Monday"),
    WeekStart.SUNDAY: QT_TRANSLATE_NOOP("window", "Sunday"),
}
GOALS_SETTING = QT_TRANSLATE_NOOP("window", "Goals for each week")
GOALS_HINT = QT_TRANSLATE_NOOP("window", "Leave empty what you do not want to follow.")
GOAL_FIELDS = {
    GoalKind.FOCUS: QT_TRANSLATE_NOOP("window", "Focus, at least"),
    GoalKind.BREAKS: QT_TRANSLATE_NOOP("window", "Breaks, at least"),
    GoalKind.LEARNING: QT_TRANSLATE_NOOP("window", "Learning, at least"),
    GoalKind.END_OF_DAY: QT_TRANSLATE_NOOP("window", "Days end by"),
}
GOAL_HINTS = {
    GoalKind.FOCUS: QT_TRANSLATE_NOOP("window", "10 h"),
    GoalKind.BREAKS: QT_TRANSLATE_NOOP("window", "20"),
    GoalKind.LEARNING: QT_TRANSLATE_NOOP("window", "1 h"),
    GoalKind.END_OF_DAY: QT_TRANSLATE_NOOP("window", "18:00"),
}
COMMUTE_SETTING = QT_TRANSLATE_NOOP("window", "The way to work that a day at home saves")
ONE_WAY = QT_TRANSLATE_NOOP("window", "One way takes")
ONE_WAY_HINT = QT_TRANSLATE_NOOP("window", "45 min")
DISTANCE = QT_TRANSLATE_NOOP("window", "One way, in km")
DISTANCE_HINT = QT_TRANSLATE_NOOP("window", "18")
FARE = QT_TRANSLATE_NOOP("window", "Both ways cost")
FARE_HINT = QT_TRANSLATE_NOOP("window", "6.40 EUR")
FIELD_UNCLEAR = QT_TRANSLATE_NOOP("window", "{field}: “{text}” is nothing such as {example}.")
ADHERENCE = QT_TRANSLATE_NOOP("window", "Show adherence and conformance")
ADHERENCE_HINT = QT_TRANSLATE_NOOP(
    "window", "How close your days came to their plan. Nobody but you sees it."
)
TELLS = QT_TRANSLATE_NOOP("window", "Tell me the headline when the last shift of a week ends")

# Definitions
DEFINITIONS_TITLE = QT_TRANSLATE_NOOP("window", "What these numbers mean")
DEFINITIONS_SHOW = QT_TRANSLATE_NOOP("window", "Read what these numbers mean")
DEFINITIONS_HIDE = QT_TRANSLATE_NOOP("window", "Close what these numbers mean")
DEFINITIONS = (
    QT_TRANSLATE_NOOP(
        "window",
        "Work is a shift or a block. A planned shift counts as worked also where nothing was "
        "logged in it; take one that you did not work off the plan, or mark its day as off.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "Of a block only what was worked counts: no pause, no absence, nothing that still waits "
        "for your answer.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "A day goes from 04:00 to 04:00. A night shift belongs to the day and the week in which "
        "it begins.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "Lengths are real ones: in the night in which the clock is set back, 22:00 to 06:00 is "
        "nine hours.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "A target is met, not met, or not known. What is not known never counts as failed. There "
        "is no score.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "What is usual is the middle of up to four weeks before. Open a number to see its formula, "
        "the numbers in it and where its target comes from.",
    ),
)
