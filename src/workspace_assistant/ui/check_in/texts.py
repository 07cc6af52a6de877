"""Every word of the check-in's card, beside those of its questions."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("check-in", "Check-in after the shift")

OFFER = QT_TRANSLATE_NOOP(
    "check-in",
    "Six questions with a number from 1 to 5 each, in 20 seconds at the end of a shift: eyes, "
    "voice, body, energy, switching off, talk with colleagues.",
)
OFFER_WHY = QT_TRANSLATE_NOOP(
    "check-in",
    "Tips and your week draw on the answers. They stay on this computer, and any of them may stay "
    "open.",
)
TURN_ON = QT_TRANSLATE_NOOP("check-in", "Ask me after shifts")
TURN_OFF = QT_TRANSLATE_NOOP("check-in", "Do not ask any more")
TURNED_ON = QT_TRANSLATE_NOOP(
    "check-in", "The questions come here at the end of each shift from now on."
)
TURNED_OFF = QT_TRANSLATE_NOOP("check-in", "You are not asked any more. What you told is kept.")

NO_SHIFT = QT_TRANSLATE_NOOP("check-in", "The questions come here at the end of your next shift.")
NOT_YET = QT_TRANSLATE_NOOP(
    "check-in", "The questions come here at the end of this shift, from {time} on."
)
PUT_OFF = QT_TRANSLATE_NOOP("check-in", "Not now: until {time} it can still be told here.")
IN_CALL = QT_TRANSLATE_NOOP("check-in", "The check-in waits until your call is over.")
TOLD = QT_TRANSLATE_NOOP("check-in", "Told for this shift.")
CHECK_IN_NOW = QT_TRANSLATE_NOOP("check-in", "Check in now")
CHANGE = QT_TRANSLATE_NOOP("check-in", "Change the answers")

ABOUT_SHIFT = QT_TRANSLATE_NOOP("check-in", "About the shift {times}. What you skip stays open.")
ABOUT_DAY = QT_TRANSLATE_NOOP("check-in", "About today. What you skip stays open.")
ENDS = QT_TRANSLATE_NOOP("check-in", "1 {low} · 5 {high}")
VALUE = QT_TRANSLATE_NOOP("check-in", "{value}, {end}")
KEYS = QT_TRANSLATE_NOOP("check-in", "Keys 1 to 5 answer and go on, 0 leaves it open, Enter saves.")
HARD = QT_TRANSLATE_NOOP("check-in", "Hard contacts")
ABUSIVE = QT_TRANSLATE_NOOP("check-in", "of these abusive")
SOLVED = QT_TRANSLATE_NOOP("check-in", "of these solved")
LEARNING = QT_TRANSLATE_NOOP("check-in", "Minutes of learning")
NOTE = QT_TRANSLATE_NOOP("check-in", "Note to yourself")
MORE = QT_TRANSLATE_NOOP("check-in", "{name}: one more")
FEWER = QT_TRANSLATE_NOOP("check-in", "{name}: one fewer")
SAVE = QT_TRANSLATE_NOOP("check-in", "Save")
NOT_NOW = QT_TRANSLATE_NOOP("check-in", "Not now")
SAVED = QT_TRANSLATE_NOOP("check-in", "The check-in is saved.")

MARK = QT_TRANSLATE_NOOP("check-in", "Hard contact")
MARK_HINT = QT_TRANSLATE_NOOP("check-in", "Mark that a contact was hard, just now")
MARK_ABUSIVE = QT_TRANSLATE_NOOP("check-in", "abusive")
MARK_SOLVED = QT_TRANSLATE_NOOP("check-in", "solved")
MARKS_NONE = QT_TRANSLATE_NOOP("check-in", "No hard contact marked in this shift.")
MARKS_ONE = QT_TRANSLATE_NOOP("check-in", "1 hard contact marked in this shift, at {time}.")
MARKS = QT_TRANSLATE_NOOP(
    "check-in", "{count} hard contacts marked in this shift, the last at {time}."
)
TAKE_BACK = QT_TRANSLATE_NOOP("check-in", "Take the last one back")

HELP_TITLE = QT_TRANSLATE_NOOP("check-in", "Where to get help")
OPEN_SOURCE = QT_TRANSLATE_NOOP("check-in", "Open the source")
SOURCE = QT_TRANSLATE_NOOP("check-in", "Source: {title}")
FAULT = QT_TRANSLATE_NOOP(
    "check-in", "The check-in stopped for a reason that nobody foresaw. The log has it."
)
