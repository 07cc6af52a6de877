"""Every sentence of the check before a shift."""

from __future__ import annotations

from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_MINUTES = QT_TRANSLATE_NOOP(
    "preshift", "{minutes} minutes before a shift: choose 0 (never) to {longest}."
)
SECOND_NOT_AFTER_FIRST = QT_TRANSLATE_NOOP(
    "preshift", "The second check comes after the first: choose fewer minutes for it, or 0."
)
NO_DAYS = QT_TRANSLATE_NOOP("preshift", "{days} days: choose 0 (never) to {longest}.")
NO_PLACES = QT_TRANSLATE_NOOP("preshift", "Name at least one place of shifts, or turn it off.")
NO_PLACE = QT_TRANSLATE_NOOP("preshift", "“{place}” is no place of a shift; there are {known}.")

BROKE = QT_TRANSLATE_NOOP(
    "preshift", "Looking after your shifts failed for a moment. Details are in the log."
)

READY_TITLE = QT_TRANSLATE_NOOP("preshift", "Ready for the shift at {time}")
NOT_READY_TITLE = QT_TRANSLATE_NOOP("preshift", "Not ready for the shift at {time}")
CAUTION_TITLE = QT_TRANSLATE_NOOP("preshift", "Something may disturb the shift at {time}")
NOT_TESTED_TITLE = QT_TRANSLATE_NOOP(
    "preshift", "A part could not be tested before the shift at {time}"
)
NOT_TESTED_BODY = QT_TRANSLATE_NOOP("preshift", "{name} could not be tested.")
RECOVERED_TITLE = QT_TRANSLATE_NOOP("preshift", "Ready again for the shift at {time}")
RECOVERED_BODY = QT_TRANSLATE_NOOP("preshift", "Everything that was checked is ready now.")
MICROPHONE_TITLE = QT_TRANSLATE_NOOP("preshift", "Test the microphone before {time}?")
MICROPHONE_NEVER = QT_TRANSLATE_NOOP(
    "preshift", "This job needs a microphone, and it was not found ready yet. It takes 10 seconds."
)
MICROPHONE_LONG_AGO = QT_TRANSLATE_NOOP(
    "preshift", "It was last found ready {days} days ago. A test takes 10 seconds."
)
MISSED_TITLE = QT_TRANSLATE_NOOP("preshift", "No check before the shift at {time}")
BROKEN_TITLE = QT_TRANSLATE_NOOP(
    "preshift", "The check before the shift at {time} could not be run"
)
BROKEN_BODY = QT_TRANSLATE_NOOP(
    "preshift", "This says nothing about your workplace. Check it by hand."
)
CHECK_TITLE = QT_TRANSLATE_NOOP("preshift", "Check before the shift at {time}")
LATER_TITLE = QT_TRANSLATE_NOOP("preshift", "Later, for the shift at {time}")

CHECK_NOW = QT_TRANSLATE_NOOP("preshift", "Check now")
LATER = QT_TRANSLATE_NOOP("preshift", "Later")
OPEN = QT_TRANSLATE_NOOP("preshift", "Open")
TEST_MICROPHONE = QT_TRANSLATE_NOOP("preshift", "Test the microphone")

RUNS_BEFORE = QT_TRANSLATE_NOOP("preshift", "The check runs {minutes} minutes before each shift.")
RUNS_AGAIN = QT_TRANSLATE_NOOP(
    "preshift", "If it is not ready then, the check runs again {minutes} minutes before the shift."
)
NEVER_RUNS = QT_TRANSLATE_NOOP("preshift", "No check runs before shifts.")
RUNS_ONCE = QT_TRANSLATE_NOOP("preshift", "It does not run a second time.")
RUNS_AT = QT_TRANSLATE_NOOP("preshift", "It runs before shifts at: {places}.")
ASKS_AFTER = QT_TRANSLATE_NOOP(
    "preshift",
    "You are asked to test the microphone once its last good test is {days} days old.",
)
NEVER_ASKS = QT_TRANSLATE_NOOP("preshift", "You are never asked to test the microphone.")

CHANGED_TITLE = QT_TRANSLATE_NOOP("preshift", "A shift has moved")
ADDED_TITLE = QT_TRANSLATE_NOOP("preshift", "A shift was added")
REMOVED_TITLE = QT_TRANSLATE_NOOP("preshift", "A shift was taken off")
SEVERAL_TITLE = QT_TRANSLATE_NOOP("preshift", "Your shifts have changed")
TODAY = QT_TRANSLATE_NOOP("preshift", "today")
TOMORROW = QT_TRANSLATE_NOOP("preshift", "tomorrow")
TIMES = QT_TRANSLATE_NOOP("preshift", "{start}\u2013{end}")
MOVED_ON_ITS_DAY = QT_TRANSLATE_NOOP("preshift", "Moved: {day} {times} instead of {before}.")
MOVED_BODY = QT_TRANSLATE_NOOP("preshift", "Moved: {day} {times} instead of {before_day} {before}.")
ADDED_BODY = QT_TRANSLATE_NOOP("preshift", "New: {day} {times}.")
REMOVED_BODY = QT_TRANSLATE_NOOP("preshift", "No longer planned: {day} {times}.")
PLACES = {
    Place.HOME: QT_TRANSLATE_NOOP("preshift", "Now at home: {day} {times}."),
    Place.OFFICE: QT_TRANSLATE_NOOP("preshift", "Now at the office: {day} {times}."),
    Place.OTHER: QT_TRANSLATE_NOOP("preshift", "Now elsewhere: {day} {times}."),
}
CALENDAR_TITLE = QT_TRANSLATE_NOOP("preshift", "The calendar “{name}” cannot be read")
CALENDAR_BODY = QT_TRANSLATE_NOOP(
    "preshift", "Its shifts are shown as they were last known. {trouble}"
)
