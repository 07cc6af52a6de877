"""Sentences of the page of breaks and tips."""

from __future__ import annotations

from workspace_assistant.core.breaks.model import BreakKind, Outcome
from workspace_assistant.core.text import QT_TRANSLATE_NOOP
from workspace_assistant.core.tips.model import Answer

# The answer in the first line
OPENING = QT_TRANSLATE_NOOP("breaks", "Reading your breaks")
UNREADABLE = QT_TRANSLATE_NOOP("breaks", "Breaks and tips cannot be read")
TRY_AGAIN = QT_TRANSLATE_NOOP("breaks", "Try again")
FAULT = QT_TRANSLATE_NOOP(
    "breaks", "Something unforeseen happened with breaks or tips. Details are in the log."
)
BROKE = QT_TRANSLATE_NOOP(
    "breaks", "Breaks are not watched any more. Start the program anew; details are in the log."
)
NOT_WATCHED = QT_TRANSLATE_NOOP("breaks", "Breaks are not watched")
OFF = QT_TRANSLATE_NOOP("breaks", "Breaks are off")
OFF_MORE = QT_TRANSLATE_NOOP(
    "breaks", "None is offered and none is counted. Tips come all the same."
)
TURN_ON = QT_TRANSLATE_NOOP("breaks", "Turn on")
RESTING = QT_TRANSLATE_NOOP("breaks", "No shift and no focus block runs")
PLAN_REST = QT_TRANSLATE_NOOP(
    "breaks", "While one does, a break of {length} is offered after {work} of work."
)
PLAN_MICRO = QT_TRANSLATE_NOOP(
    "breaks", "While one does, {length} away from the screen are offered after {work} of work."
)
PLAN_LIMIT = QT_TRANSLATE_NOOP("breaks", "You are told when {length} of a day are full.")
PRIVATE = QT_TRANSLATE_NOOP(
    "breaks",
    "What is looked at then: when keys or mouse were used last, whether a microphone is in use and "
    "a program fills the screen. Never what you type, and none of it leaves this computer.",
)
ELSEWHERE = QT_TRANSLATE_NOOP("breaks", "Another window of this program watches your breaks")
NEXT = {
    BreakKind.MICRO: QT_TRANSLATE_NOOP("breaks", "Next micro-break after {length} of work"),
    BreakKind.REST: QT_TRANSLATE_NOOP("breaks", "Next break after {length} of work"),
    BreakKind.DAILY_LIMIT: QT_TRANSLATE_NOOP("breaks", "Your daily limit is {length} away"),
}
NEXT_SOON = QT_TRANSLATE_NOOP("breaks", "The next break comes within a minute")
NEXT_FOLLOWS = QT_TRANSLATE_NOOP("breaks", "The postponed break comes in {length}")
NEXT_AFTER_ANOTHER = QT_TRANSLATE_NOOP("breaks", "The next break comes in {length} at the soonest")
AFTER_ANOTHER = QT_TRANSLATE_NOOP(
    "breaks", "It is due, but for five minutes after one break was answered no other one comes."
)
QUIET_NOW = QT_TRANSLATE_NOOP("breaks", "Quiet until {time}")
QUIET_AFTER = QT_TRANSLATE_NOOP("breaks", "A break that is due before then comes after it.")
NEXT_NONE = QT_TRANSLATE_NOOP("breaks", "No break is coming up")
WORKED = QT_TRANSLATE_NOOP("breaks", "{worked} of work since the count last began.")
WORKED_NOT = QT_TRANSLATE_NOOP("breaks", "You have just begun to work.")
DAY = QT_TRANSLATE_NOOP("breaks", "{length} at the computer or in calls today.")
DUE = {
    BreakKind.MICRO: QT_TRANSLATE_NOOP("breaks", "Time for {length} away from the screen"),
    BreakKind.REST: QT_TRANSLATE_NOOP("breaks", "Time for a break of {length}"),
    BreakKind.DAILY_LIMIT: QT_TRANSLATE_NOOP("breaks", "Enough for today"),
}
DUE_SINCE = QT_TRANSLATE_NOOP("breaks", "It was offered at {time}.")
RUNNING = QT_TRANSLATE_NOOP("breaks", "Your break runs")
RUNNING_LEFT = QT_TRANSLATE_NOOP("breaks", "{digits} left of {length}.")
RUNNING_OVER = QT_TRANSLATE_NOOP("breaks", "It is long enough. Stay away as long as you like.")
STOPPED = QT_TRANSLATE_NOOP("breaks", "You stopped for today")
PROGRESS = QT_TRANSLATE_NOOP("breaks", "How much of the break is over")
HELD = QT_TRANSLATE_NOOP("breaks", "A break is due and waits")
HELD_BY = {
    "in-call": QT_TRANSLATE_NOOP("breaks", "A call goes on. It is offered right after the call."),
    "open-block": QT_TRANSLATE_NOOP(
        "breaks",
        "A focus block runs. It is offered at the block's end, or half an hour after it was due.",
    ),
    "full-screen": QT_TRANSLATE_NOOP(
        "breaks", "A program fills the screen. It is offered once that is over."
    ),
    "do-not-disturb": QT_TRANSLATE_NOOP(
        "breaks", "The desktop is set to “do not disturb”. It is offered once that is over."
    ),
    "quiet-mode": QT_TRANSLATE_NOOP("breaks", "You asked for quiet. It is offered after that."),
    "away": QT_TRANSLATE_NOOP(
        "breaks", "You are away from keyboard and mouse: that counts as the break."
    ),
}
HELD_OTHERWISE = QT_TRANSLATE_NOOP("breaks", "It is offered as soon as nothing stands in its way.")

# What can be done now
NOW_TITLE = QT_TRANSLATE_NOOP("breaks", "Now")
BEGIN = QT_TRANSLATE_NOOP("breaks", "Begin")
STOP = QT_TRANSLATE_NOOP("breaks", "I stop now")
BREAK_NOW = QT_TRANSLATE_NOOP("breaks", "Break now")
POSTPONE = QT_TRANSLATE_NOOP("breaks", "Postpone {length}")
SKIP = QT_TRANSLATE_NOOP("breaks", "Skip")
BACK = QT_TRANSLATE_NOOP("breaks", "Back to work")
QUIET = QT_TRANSLATE_NOOP("breaks", "Quiet for {length}")
QUIET_END = QT_TRANSLATE_NOOP("breaks", "End quiet")
QUIET_UNTIL = QT_TRANSLATE_NOOP(
    "breaks", "Quiet until {time}: no break is offered. It ends by itself."
)
QUIET_TOLD = QT_TRANSLATE_NOOP("breaks", "No break is offered until {time}.")
QUIET_ENDED = QT_TRANSLATE_NOOP("breaks", "Quiet is over: breaks are offered again.")
READ = QT_TRANSLATE_NOOP("breaks", "I read for {length}")
READ_HINT = QT_TRANSLATE_NOOP(
    "breaks", "Reading without touching the computer counts as work for that time, not as a break."
)
READ_END = QT_TRANSLATE_NOOP("breaks", "End reading")
READING_UNTIL = QT_TRANSLATE_NOOP(
    "breaks", "Reading until {time}: a still keyboard counts as work. It ends by itself."
)
READING_TOLD = QT_TRANSLATE_NOOP("breaks", "A still keyboard counts as work until {time}.")
READING_ENDED = QT_TRANSLATE_NOOP("breaks", "A still keyboard counts as a break again.")
NOW_INTRO = QT_TRANSLATE_NOOP(
    "breaks", "Being away for as long as a break counts as one, without being asked."
)
HOW_KNOWN = QT_TRANSLATE_NOOP("breaks", "How is this known?")
HOW_KNOWN_BUT_ONE = QT_TRANSLATE_NOOP("breaks", "How is this known? One thing cannot be seen here.")
HOW_KNOWN_BUT = QT_TRANSLATE_NOOP(
    "breaks", "How is this known? {count} things cannot be seen here."
)
HOW_KNOWN_HIDE = QT_TRANSLATE_NOOP("breaks", "Show this no longer")
LOOKED_AT = QT_TRANSLATE_NOOP(
    "breaks",
    "Looked at are: when keys or mouse were used last, whether the screen is locked, whether a "
    "microphone is in use, and before an offer whether a program fills the screen and “do not "
    "disturb” is on. Never what you type, and none of it leaves this computer.",
)

# Tips
TIP_TITLE = QT_TRANSLATE_NOOP("breaks", "Tip: {topic}")
TIP_NONE = QT_TRANSLATE_NOOP("breaks", "No tip now")
TIP_NEXT = QT_TRANSLATE_NOOP("breaks", "The next one may come at {time}.")
TIP_CALL_UNKNOWN = QT_TRANSLATE_NOOP(
    "breaks", "Whether you are in a call cannot be told on this computer."
)
TIP_RULES = QT_TRANSLATE_NOOP(
    "breaks",
    "A tip comes at most once an hour and three times a shift, only where your own numbers give a "
    "reason, and never in a call or a focus block.",
)
TIP_BECAUSE = QT_TRANSLATE_NOOP("breaks", "Because: {fact}")
GRADED = QT_TRANSLATE_NOOP("breaks", "Evidence {grade}: {word}")
IDEA = QT_TRANSLATE_NOOP("breaks", "Idea: plausible, but no study stands behind it")
SOURCE = QT_TRANSLATE_NOOP("breaks", "{by}, {year}: {title}")
SOURCE_LINK = QT_TRANSLATE_NOOP("breaks", "Open the source")
SOURCE_OPEN = QT_TRANSLATE_NOOP("breaks", "Open the source in the browser: {source}")
HELPED = QT_TRANSLATE_NOOP("breaks", "Helped")
NOT_NOW = QT_TRANSLATE_NOOP("breaks", "Not now")
NEVER = QT_TRANSLATE_NOOP("breaks", "Does not apply to me")
PUT_BACK = QT_TRANSLATE_NOOP("breaks", "Put back")
ABOUT_TIP = QT_TRANSLATE_NOOP("breaks", "{action}: {tip}")
SAID_HELPED = QT_TRANSLATE_NOOP("breaks", "You said that it helped.")
TIP_ANSWERED = {
    Answer.HELPED: QT_TRANSLATE_NOOP(
        "breaks", "Kept: it helped. It may come again, after a week at the soonest."
    ),
    Answer.NOT_NOW: QT_TRANSLATE_NOOP("breaks", "Kept: it does not come again in this shift."),
    Answer.DOES_NOT_APPLY: QT_TRANSLATE_NOOP(
        "breaks", "Kept: it does not come again. The catalog can put it back."
    ),
    Answer.PUT_BACK: QT_TRANSLATE_NOOP("breaks", "The tip may come again."),
}

# Today's breaks
DAY_TITLE = QT_TRANSLATE_NOOP("breaks", "Breaks today")
DAY_EMPTY = QT_TRANSLATE_NOOP("breaks", "None was due yet.")
DAY_SUM = QT_TRANSLATE_NOOP("breaks", "{count} due: {outcomes}.")
COUNTED = QT_TRANSLATE_NOOP("breaks", "{count} {outcome}")
STILL_OPEN = QT_TRANSLATE_NOOP("breaks", "{count} still open")
BY_CALL = QT_TRANSLATE_NOOP("breaks", "{count} blocked by calls")
OUTCOMES = {
    Outcome.TAKEN: QT_TRANSLATE_NOOP("breaks", "Taken"),
    Outcome.NATURAL: QT_TRANSLATE_NOOP("breaks", "Natural"),
    Outcome.SHORTENED: QT_TRANSLATE_NOOP("breaks", "Shortened"),
    Outcome.POSTPONED: QT_TRANSLATE_NOOP("breaks", "Postponed"),
    Outcome.SKIPPED: QT_TRANSLATE_NOOP("breaks", "Skipped"),
    Outcome.BLOCKED: QT_TRANSLATE_NOOP("breaks", "Blocked"),
}
OPEN = QT_TRANSLATE_NOOP("breaks", "Not answered")
NATURAL_WHY = QT_TRANSLATE_NOOP("breaks", "You were away by yourself.")
POSTPONED_WHY = QT_TRANSLATE_NOOP("breaks", "What came later is a line of its own.")
OWN = QT_TRANSLATE_NOOP("breaks", "You began it of your own accord.")
OWN_UNCOUNTED = QT_TRANSLATE_NOOP(
    "breaks",
    "You began it of your own accord and had less than half of it: as it was not due, it is not "
    "counted.",
)
BROKEN_OFF = QT_TRANSLATE_NOOP("breaks", "Broken off")
FOLLOWS = QT_TRANSLATE_NOOP("breaks", "It was postponed before.")
ENDED = {
    "in-call": QT_TRANSLATE_NOOP("breaks", "A call did not end in time."),
    "open-block": QT_TRANSLATE_NOOP("breaks", "A focus block did not end in time."),
    "full-screen": QT_TRANSLATE_NOOP("breaks", "A program filled the screen all the time."),
    "do-not-disturb": QT_TRANSLATE_NOOP("breaks", "The desktop was set to “do not disturb”."),
    "quiet-mode": QT_TRANSLATE_NOOP("breaks", "You had asked for quiet."),
    "away": QT_TRANSLATE_NOOP("breaks", "Nobody was at the computer."),
}
RESTED = QT_TRANSLATE_NOOP("breaks", "Away for {rest} of {length}.")
RESTED_ALL = QT_TRANSLATE_NOOP("breaks", "Away for {rest}.")

# Settings
SETTINGS_TITLE = QT_TRANSLATE_NOOP("breaks", "When breaks are offered")
IS_ON = QT_TRANSLATE_NOOP("breaks", "Offer breaks during shifts and focus blocks")
REST_WORK = QT_TRANSLATE_NOOP("breaks", "A break after so much work")
REST_LENGTH = QT_TRANSLATE_NOOP("breaks", "Its length")
REST_HINT = QT_TRANSLATE_NOOP(
    "breaks",
    "The British Health and Safety Executive advises 5 to 10 minutes after 50 to 60 minutes at "
    "the screen, rather than longer breaks less often.",
)
MICRO_WORK = QT_TRANSLATE_NOOP("breaks", "A micro-break after so much work")
MICRO_LENGTH = QT_TRANSLATE_NOOP("breaks", "The length of a micro-break")
LIMIT = QT_TRANSLATE_NOOP("breaks", "Tell me when a day is full")
POSTPONE_TIMES = QT_TRANSLATE_NOOP("breaks", "Postpone in a row at most")
POSTPONING = QT_TRANSLATE_NOOP("breaks", "Each time by")
SWITCHED_OFF = QT_TRANSLATE_NOOP("breaks", "Off")
TIMES = QT_TRANSLATE_NOOP("breaks", "{count} times")
ONCE = QT_TRANSLATE_NOOP("breaks", "Once")
NEVER_POSTPONED = QT_TRANSLATE_NOOP("breaks", "Never")
STRICT = QT_TRANSLATE_NOOP("breaks", "Strict: neither postponed nor skipped")
FULL_SCREEN = QT_TRANSLATE_NOOP("breaks", "Offer nothing over a full-screen program")

# The catalog
CATALOG_TITLE = QT_TRANSLATE_NOOP("breaks", "All tips")
CATALOG_SUM = QT_TRANSLATE_NOOP("breaks", "{count} tips, of which {fitting} fit your numbers now.")
CATALOG_TOPICS = QT_TRANSLATE_NOOP("breaks", "Which tips")
FIT_NOW = QT_TRANSLATE_NOOP("breaks", "Fitting now")
FIT_NONE = QT_TRANSLATE_NOOP("breaks", "No tip fits what is known of your work.")
PUT_AWAY = QT_TRANSLATE_NOOP("breaks", "Put away ({count})")
AWAY_NONE = QT_TRANSLATE_NOOP("breaks", "You have put no tip away.")
STANDS = QT_TRANSLATE_NOOP("breaks", "{stand}. {reason}")
SHOWN_ONCE = QT_TRANSLATE_NOOP("breaks", "Shown once, {when}.")
SHOWN_OFTEN = QT_TRANSLATE_NOOP("breaks", "Shown {count} times, last {when}.")

# Why
WHY_TITLE = QT_TRANSLATE_NOOP("breaks", "Why did a break or a tip come, or not?")
WHY_EMPTY = QT_TRANSLATE_NOOP(
    "breaks", "Nothing yet. Each offer and each silence leaves a line here."
)
WHY_MORE = QT_TRANSLATE_NOOP("breaks", "Show older lines")
WHEN_TODAY = QT_TRANSLATE_NOOP("breaks", "Today {time}")
WHEN_EARLIER = QT_TRANSLATE_NOOP("breaks", "{date}, {time}")
ENTRY = QT_TRANSLATE_NOOP("breaks", "{outcome}: {title}")

# States of which the icon alone shows the rest
STATE_BREAKS = QT_TRANSLATE_NOOP("breaks", "Breaks")
STATE_DUE = QT_TRANSLATE_NOOP("breaks", "Due")
STATE_HELD = QT_TRANSLATE_NOOP("breaks", "Waits")
STATE_RUNNING = QT_TRANSLATE_NOOP("breaks", "Break")
STATE_QUIET = QT_TRANSLATE_NOOP("breaks", "Quiet")
STATE_OFF = QT_TRANSLATE_NOOP("breaks", "Off")
STATE_TIP = QT_TRANSLATE_NOOP("breaks", "Tip")
