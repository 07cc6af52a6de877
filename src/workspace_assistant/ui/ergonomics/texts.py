"""Every word of the self-check of a workplace, beside those of its questions."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Band, DueReason, Timed
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# Each time of use in a word; what it means follows.
BANDS = {
    Band.SHORT: QT_TRANSLATE_NOOP("ergonomics", "Short"),
    Band.MEDIUM: QT_TRANSLATE_NOOP("ergonomics", "Medium"),
    Band.LONG: QT_TRANSLATE_NOOP("ergonomics", "Long"),
}
BAND_MEANING = QT_TRANSLATE_NOOP("ergonomics", "{band}: {meaning}")

# Overview
HOME = QT_TRANSLATE_NOOP("ergonomics", "Home")
OFFICE = QT_TRANSLATE_NOOP("ergonomics", "Office")
FIRST = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Chair, screen, telephone, mouse, keyboard and room in {steps} steps: about 5 minutes. It says "
    "what to change first. Sit where you work, and have a ruler at hand.",
)
STAYS_HERE = QT_TRANSLATE_NOOP("ergonomics", "Your answers stay on this computer.")
WHICH_WORKPLACE = QT_TRANSLATE_NOOP("ergonomics", "Which workplace?")
OTHER_WORKPLACE = QT_TRANSLATE_NOOP("ergonomics", "Another one")
NAME_OF_WORKPLACE = QT_TRANSLATE_NOOP("ergonomics", "Name of the workplace")
NAME_HINT = QT_TRANSLATE_NOOP("ergonomics", "such as Library")
START = QT_TRANSLATE_NOOP("ergonomics", "Start the self-check")
CHECK_ANOTHER = QT_TRANSLATE_NOOP("ergonomics", "Check another workplace")
CANCEL = QT_TRANSLATE_NOOP("ergonomics", "Cancel")
UNDER_WAY = QT_TRANSLATE_NOOP(
    "ergonomics",
    "A self-check of “{workplace}” is under way: {done} of {steps} steps. It is kept until this "
    "program ends.",
)
GO_ON = QT_TRANSLATE_NOOP("ergonomics", "Go on")
DISCARD = QT_TRANSLATE_NOOP("ergonomics", "Discard")
DISCARDED = QT_TRANSLATE_NOOP("ergonomics", "The self-check of “{workplace}” was discarded.")
BRING_BACK = QT_TRANSLATE_NOOP("ergonomics", "Bring it back")
LOOK_AGAIN = QT_TRANSLATE_NOOP("ergonomics", "Check again")
SEE_RESULT = QT_TRANSLATE_NOOP("ergonomics", "Show the result")
CHANGED_DESK = QT_TRANSLATE_NOOP("ergonomics", "I changed my desk")
NOTED_CHANGE = QT_TRANSLATE_NOOP(
    "ergonomics", "Noted that “{workplace}” changed. Check again once all is in place."
)
ROW_WORDS = QT_TRANSLATE_NOOP("ergonomics", "{act}: {workplace}")
CHECKED_ON = QT_TRANSLATE_NOOP("ergonomics", "Checked on {date}")
NEVER_CHECKED = QT_TRANSLATE_NOOP("ergonomics", "Not checked yet")
DUE = {
    DueReason.CHANGED: QT_TRANSLATE_NOOP(
        "ergonomics", "You said on {date} that something changed here: check again."
    ),
    DueReason.AGE: QT_TRANSLATE_NOOP(
        "ergonomics", "The last self-check is older than 90 days: check again."
    ),
}

# Steps
PROGRESS = QT_TRANSLATE_NOOP("ergonomics", "{number} of {steps} · about {minutes}{space}min left")
PROGRESS_END = QT_TRANSLATE_NOOP("ergonomics", "{number} of {steps} · less than a minute left")
PART_OF = QT_TRANSLATE_NOOP("ergonomics", "{workplace} · {section}")
TICK_WHAT_IS_TRUE = QT_TRANSLATE_NOOP("ergonomics", "Tick what is true; nothing is an answer too.")
LAST_TIME = QT_TRANSLATE_NOOP("ergonomics", "Last time")
DO_NOT_KNOW = QT_TRANSLATE_NOOP("ergonomics", "I don't know")
SAID_UNKNOWN = QT_TRANSLATE_NOOP(
    "ergonomics", "You said that you don't know: this stays open, and nothing is guessed."
)
TIME_KEYS = QT_TRANSLATE_NOOP(
    "ergonomics",
    "1 short, 2 medium, 3 long for the first that is open; Enter goes on, Backspace goes back.",
)
KEYS = QT_TRANSLATE_NOOP("ergonomics", "Number keys answer, Enter goes on, Backspace goes back.")
BACK = QT_TRANSLATE_NOOP("ergonomics", "Back")
NEXT = QT_TRANSLATE_NOOP("ergonomics", "Next")
FINISH = QT_TRANSLATE_NOOP("ergonomics", "Show the result")
PAUSE = QT_TRANSLATE_NOOP("ergonomics", "Go on later")
HOW_LONG = QT_TRANSLATE_NOOP("ergonomics", "How long is each of these used on a usual day?")
HOW_LONG_HELP = QT_TRANSLATE_NOOP(
    "ergonomics", "What your log knows is filled in. Correct it where it does not fit your days."
)
TIMES_OPEN = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Still open: {names}. Without them there is no score. Choose for each, or say that you don't "
    "know.",
)
AS_SAID = QT_TRANSLATE_NOOP("ergonomics", "As you said.")
NOT_CHOSEN = QT_TRANSLATE_NOOP("ergonomics", "Left open: nothing is guessed.")
READING_LOG = QT_TRANSLATE_NOOP("ergonomics", "Reading your log …")
KEEPING = QT_TRANSLATE_NOOP("ergonomics", "Saving …")

# Result
RESULT_OF = QT_TRANSLATE_NOOP("ergonomics", "{workplace}, {date}")
OUT_OF = QT_TRANSLATE_NOOP("ergonomics", "{score} of 10")
AT_LEAST = QT_TRANSLATE_NOOP("ergonomics", "at least {score} of 10")
STATE_LOW = QT_TRANSLATE_NOOP("ergonomics", "Below the action level")
STATE_HIGH = QT_TRANSLATE_NOOP("ergonomics", "Action level reached")
STATE_OPEN = QT_TRANSLATE_NOOP("ergonomics", "Not known yet")
STATE_UNDER_WAY = QT_TRANSLATE_NOOP("ergonomics", "Under way")
STATE_DUE = QT_TRANSLATE_NOOP("ergonomics", "Due again")
STATE_DISCARDED = QT_TRANSLATE_NOOP("ergonomics", "Discarded")
HEADLINE_LOW = QT_TRANSLATE_NOOP("ergonomics", "Score {score} of 10: below the action level")
HEADLINE_HIGH = QT_TRANSLATE_NOOP("ergonomics", "Score {score} of 10: change something soon")
HEADLINE_AT_LEAST_HIGH = QT_TRANSLATE_NOOP(
    "ergonomics", "Score at least {score} of 10: change something soon"
)
HEADLINE_OPEN = QT_TRANSLATE_NOOP("ergonomics", "No score yet: some answers are open")
LEVEL = QT_TRANSLATE_NOOP(
    "ergonomics",
    "From {level} on a workplace should be changed soon: people at such workplaces had more "
    "discomfort than those with lower scores.",
)
OPEN_LEAST = QT_TRANSLATE_NOOP("ergonomics", "It is {score} of 10 at the least.")
COMPLETE = QT_TRANSLATE_NOOP("ergonomics", "Answer what is open")
TO_OVERVIEW = QT_TRANSLATE_NOOP("ergonomics", "All workplaces")
SECTIONS_TITLE = QT_TRANSLATE_NOOP("ergonomics", "The highest of three sections counts")
SECTION_OPEN = QT_TRANSLATE_NOOP("ergonomics", "open")
SETS_SCORE = QT_TRANSLATE_NOOP("ergonomics", "sets the score")
SECTION_SPOKEN = QT_TRANSLATE_NOOP("ergonomics", "{section}: {score} of 10")
FIRST_TITLE = QT_TRANSLATE_NOOP("ergonomics", "Change this first")
FIRST_NONE = QT_TRANSLATE_NOOP(
    "ergonomics", "Nothing has to change soon: the score is below the action level."
)
FIRST_OPEN = QT_TRANSLATE_NOOP(
    "ergonomics", "What comes first is known once everything is answered."
)
ALL_TITLE = QT_TRANSLATE_NOOP("ergonomics", "What costs points")
REST_TITLE = QT_TRANSLATE_NOOP("ergonomics", "What else costs points")
ROOM_TITLE = QT_TRANSLATE_NOOP("ergonomics", "Room and posture")
ROOM_INTRO = QT_TRANSLATE_NOOP("ergonomics", "These do not count for the score.")
ROOM_NONE = QT_TRANSLATE_NOOP("ergonomics", "Nothing stands out.")
OPEN_SOURCE = QT_TRANSLATE_NOOP("ergonomics", "Open the source")
SOURCE = QT_TRANSLATE_NOOP("ergonomics", "Source: {title}")
OPEN_LIST = QT_TRANSLATE_NOOP("ergonomics", "Left open, and nothing is guessed: {names}.")
ASKED = {
    "computer": QT_TRANSLATE_NOOP("ergonomics", "Kind of computer"),
    "light": QT_TRANSLATE_NOOP("ergonomics", "Lighting"),
    "window": QT_TRANSLATE_NOOP("ergonomics", "Window"),
    "noise": QT_TRANSLATE_NOOP("ergonomics", "Noise"),
    "temperature": QT_TRANSLATE_NOOP("ergonomics", "Temperature"),
    "company": QT_TRANSLATE_NOOP("ergonomics", "Who else is there"),
}
TIMED_OPEN = {
    Timed.CHAIR: QT_TRANSLATE_NOOP("ergonomics", "Time of sitting"),
    Timed.MONITOR: QT_TRANSLATE_NOOP("ergonomics", "Time at the screen"),
    Timed.PHONE: QT_TRANSLATE_NOOP("ergonomics", "Time in calls"),
    Timed.MOUSE: QT_TRANSLATE_NOOP("ergonomics", "Time with the mouse"),
    Timed.KEYBOARD: QT_TRANSLATE_NOOP("ergonomics", "Time of typing"),
}
COMPARED_TITLE = QT_TRANSLATE_NOOP("ergonomics", "Since {date}")
FEEDBACK = QT_TRANSLATE_NOOP(
    "ergonomics",
    "In a study, people who saw their results rated themselves less exactly later: measure again "
    "what you changed.",
)
HISTORY_WORDS = QT_TRANSLATE_NOOP(
    "ergonomics", "{count} self-checks since {date}: {scores}. The dashed line is the action level."
)
FAULT = QT_TRANSLATE_NOOP(
    "ergonomics", "The self-check stopped for a reason that nobody foresaw. The log has it."
)
