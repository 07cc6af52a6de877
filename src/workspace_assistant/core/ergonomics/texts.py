"""Names and sentences about a self-check that are no question."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Band, DueReason, Item, Section, Timed
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("ergonomics", "Self-check of your workplace")

# Said wherever a score is shown.
SCREENING = QT_TRANSLATE_NOOP(
    "ergonomics",
    "This is a screening aid, not a diagnosis: the score goes along with discomfort, but foretells "
    "no injury. See a doctor about pain that stays.",
)
UNDERRATED = QT_TRANSLATE_NOOP(
    "ergonomics",
    "People underrate mouse and keyboard, compared with a trained observer: measure where the "
    "question says so, and when in doubt take the worse answer.",
)
BASED_ON = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Based on Sonne et al. 2012 (ROSA, Applied Ergonomics 43:98-108); room and posture count for "
    "no score.",
)
NOTES = (SCREENING, UNDERRATED, BASED_ON)

SECTION_NAMES = {
    Section.CHAIR: QT_TRANSLATE_NOOP("ergonomics", "Chair"),
    Section.MONITOR_PHONE: QT_TRANSLATE_NOOP("ergonomics", "Screen and telephone"),
    Section.MOUSE_KEYBOARD: QT_TRANSLATE_NOOP("ergonomics", "Mouse and keyboard"),
    Section.ROOM: QT_TRANSLATE_NOOP("ergonomics", "Room"),
    Section.POSTURE: QT_TRANSLATE_NOOP("ergonomics", "Posture"),
}

ITEM_NAMES = {
    Item.SEAT_HEIGHT: QT_TRANSLATE_NOOP("ergonomics", "Seat height"),
    Item.SEAT_DEPTH: QT_TRANSLATE_NOOP("ergonomics", "Seat depth"),
    Item.ARMRESTS: QT_TRANSLATE_NOOP("ergonomics", "Armrests"),
    Item.BACKREST: QT_TRANSLATE_NOOP("ergonomics", "Backrest"),
    Item.MONITOR: QT_TRANSLATE_NOOP("ergonomics", "Screen"),
    Item.PHONE: QT_TRANSLATE_NOOP("ergonomics", "Telephone"),
    Item.MOUSE: QT_TRANSLATE_NOOP("ergonomics", "Mouse"),
    Item.KEYBOARD: QT_TRANSLATE_NOOP("ergonomics", "Keyboard"),
}

TIMED_NAMES = {
    Timed.CHAIR: QT_TRANSLATE_NOOP("ergonomics", "Chair"),
    Timed.MONITOR: QT_TRANSLATE_NOOP("ergonomics", "Screen"),
    Timed.PHONE: QT_TRANSLATE_NOOP("ergonomics", "Telephone"),
    Timed.MOUSE: QT_TRANSLATE_NOOP("ergonomics", "Mouse"),
    Timed.KEYBOARD: QT_TRANSLATE_NOOP("ergonomics", "Keyboard"),
}

DURATION_PROMPTS = {
    Timed.CHAIR: QT_TRANSLATE_NOOP("ergonomics", "How long do you sit, on a usual day?"),
    Timed.MONITOR: QT_TRANSLATE_NOOP(
        "ergonomics", "How long do you look at the screen, on a usual day?"
    ),
    Timed.PHONE: QT_TRANSLATE_NOOP("ergonomics", "How long are you in calls, on a usual day?"),
    Timed.MOUSE: QT_TRANSLATE_NOOP("ergonomics", "How long do you use the mouse, on a usual day?"),
    Timed.KEYBOARD: QT_TRANSLATE_NOOP("ergonomics", "How long do you type, on a usual day?"),
}

DURATION_HELP = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Take the higher one where two hold: six hours a day in pieces of 20 minutes are more than "
    "4 hours.",
)

BAND_TEXTS = {
    Band.SHORT: QT_TRANSLATE_NOOP(
        "ergonomics", "Less than 30 min in one go, and less than 1 hour in all."
    ),
    Band.MEDIUM: QT_TRANSLATE_NOOP(
        "ergonomics", "30 min to 1 hour in one go, or 1 to 4 hours in all."
    ),
    Band.LONG: QT_TRANSLATE_NOOP(
        "ergonomics", "More than 1 hour in one go, or more than 4 hours in all."
    ),
}

FINAL_HIGH = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Score {score} of 10. From {level} on, discomfort is clearly more frequent: change something "
    "soon.",
)
FINAL_LOW = QT_TRANSLATE_NOOP(
    "ergonomics", "Score {score} of 10, below {level}, from which on a change is called for."
)
NO_FINAL = QT_TRANSLATE_NOOP("ergonomics", "Not enough answers for a score.")
AT_LEAST = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Not enough answers for a score. Whatever the missing ones are, it is at least {score} of 10.",
)
AT_LEAST_HIGH = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Not enough answers for a score. Whatever the missing ones are, it is at least {score} of 10, "
    "and from {level} on a change is called for.",
)

SECTION_SCORE = QT_TRANSLATE_NOOP("ergonomics", "{section}: {score}")
SECTION_OPEN = QT_TRANSLATE_NOOP("ergonomics", "{section}: not enough answers")

ONE_DRIVER = QT_TRANSLATE_NOOP(
    "ergonomics",
    "“{section}” sets the score, because it is the highest of the three. Improving another part "
    "does not change it.",
)
SEVERAL_DRIVERS = QT_TRANSLATE_NOOP(
    "ergonomics",
    "These parts set the score together: {sections}. Improving one of them alone does not change "
    "it, and nor does any other part.",
)

CHANGE_LOWERS = QT_TRANSLATE_NOOP("ergonomics", "{item}: the score goes from {before} to {after}.")
CHANGE_PREPARES = QT_TRANSLATE_NOOP(
    "ergonomics",
    "{item}: “{section}” goes from {before} to {after}; alone it does not change the score.",
)
CHANGE_SAVES = QT_TRANSLATE_NOOP(
    "ergonomics",
    "{item}: its points go down by {points}; alone that changes neither “{section}” nor the score.",
)
CHANGE_OPEN = QT_TRANSLATE_NOOP(
    "ergonomics",
    "{item}: its points go down by {points}; what that gives depends on the missing answers.",
)
CHANGE_OF_SECTION = QT_TRANSLATE_NOOP(
    "ergonomics",
    "{item}: “{section}” goes from {before} to {after}; the score depends on the missing answers.",
)
STEP_PREPARES = QT_TRANSLATE_NOOP(
    "ergonomics", "{item}: the score stays at {score} until the next step is done as well."
)

NOTHING_TO_CHANGE = QT_TRANSLATE_NOOP("ergonomics", "Nothing that was answered costs points.")

DUE = {
    DueReason.AGE: QT_TRANSLATE_NOOP(
        "ergonomics", "The last self-check of “{workplace}” was more than 90 days ago: repeat it."
    ),
    DueReason.CHANGED: QT_TRANSLATE_NOOP(
        "ergonomics",
        "You said that something at “{workplace}” changed: do the self-check anew, an older score "
        "no longer holds.",
    ),
}

BETTER = QT_TRANSLATE_NOOP("ergonomics", "{name}: {before} before, {after} now, better.")
WORSE = QT_TRANSLATE_NOOP("ergonomics", "{name}: {before} before, {after} now, worse.")
NOT_COMPARED = QT_TRANSLATE_NOOP("ergonomics", "{name}: {before} before, {after} now.")
NO_NUMBER = QT_TRANSLATE_NOOP("ergonomics", "not known")
SAME = QT_TRANSLATE_NOOP("ergonomics", "The same points as before.")
SCORE = QT_TRANSLATE_NOOP("ergonomics", "Score")
