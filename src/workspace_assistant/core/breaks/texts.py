"""Every word of breaks that is told outside the window's own pages."""

from __future__ import annotations

from workspace_assistant.core.breaks.model import BreakKind, Outcome
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

KIND_WORDS = {
    BreakKind.MICRO: QT_TRANSLATE_NOOP("breaks", "Micro-break"),
    BreakKind.REST: QT_TRANSLATE_NOOP("breaks", "Rest break"),
    BreakKind.DAILY_LIMIT: QT_TRANSLATE_NOOP("breaks", "Daily limit"),
}
OUTCOME_WORDS = {
    Outcome.TAKEN: QT_TRANSLATE_NOOP("breaks", "taken"),
    Outcome.NATURAL: QT_TRANSLATE_NOOP("breaks", "natural"),
    Outcome.SHORTENED: QT_TRANSLATE_NOOP("breaks", "shortened"),
    Outcome.POSTPONED: QT_TRANSLATE_NOOP("breaks", "postponed"),
    Outcome.SKIPPED: QT_TRANSLATE_NOOP("breaks", "skipped"),
    Outcome.BLOCKED: QT_TRANSLATE_NOOP("breaks", "blocked"),
}
REASON_WORDS = {
    "in-call": QT_TRANSLATE_NOOP("breaks", "a call goes on"),
    "open-block": QT_TRANSLATE_NOOP("breaks", "a focus block runs"),
    "full-screen": QT_TRANSLATE_NOOP("breaks", "a program fills the screen"),
    "do-not-disturb": QT_TRANSLATE_NOOP("breaks", "do not disturb is on"),
    "quiet-mode": QT_TRANSLATE_NOOP("breaks", "you asked for quiet"),
    "away": QT_TRANSLATE_NOOP("breaks", "nobody is at the computer"),
    "after-another": QT_TRANSLATE_NOOP("breaks", "another break was just asked about"),
    "shift-over": QT_TRANSLATE_NOOP("breaks", "work ended, or you changed the settings, first"),
    "day-over": QT_TRANSLATE_NOOP("breaks", "the day ended first"),
    "not-watched": QT_TRANSLATE_NOOP("breaks", "the program did not run, so nobody knows"),
    "not-seen": QT_TRANSLATE_NOOP(
        "breaks", "nobody began it, and whether you worked on could not be seen"
    ),
    "asked": QT_TRANSLATE_NOOP("breaks", "you skipped it"),
    "not-answered": QT_TRANSLATE_NOOP("breaks", "you worked on beside it"),
    "cut-short": QT_TRANSLATE_NOOP("breaks", "less than half of it was rest"),
}

OFFER_TITLES = {
    BreakKind.MICRO: QT_TRANSLATE_NOOP("breaks", "Time for a micro-break"),
    BreakKind.REST: QT_TRANSLATE_NOOP("breaks", "Time for a rest break"),
    BreakKind.DAILY_LIMIT: QT_TRANSLATE_NOOP("breaks", "Enough for today"),
}
OFFER = QT_TRANSLATE_NOOP(
    "breaks", "{length} away from keyboard and screen. It begins when you do."
)
OFFER_AFTER_CALL = QT_TRANSLATE_NOOP(
    "breaks", "It waited for your call to end: {length} away from keyboard and screen."
)
OFFER_LIMIT = QT_TRANSLATE_NOOP(
    "breaks", "You have worked {length} today, which is what you set as your limit."
)
HOW_TO_CHANGE = QT_TRANSLATE_NOOP(
    "breaks", "How often breaks come, and whether they do, is set on the page Breaks and tips."
)
BEGIN = QT_TRANSLATE_NOOP("breaks", "Begin")
POSTPONE = QT_TRANSLATE_NOOP("breaks", "Later")
SKIP = QT_TRANSLATE_NOOP("breaks", "Skip")

CALLS_UNKNOWN = QT_TRANSLATE_NOOP(
    "breaks",
    "Whether a call goes on cannot be told on this computer, so a break may be offered in one. "
    "Ask for quiet before a long call.",
)
FULL_SCREEN_UNKNOWN = QT_TRANSLATE_NOOP(
    "breaks",
    "Whether a program fills the screen cannot be told on this computer. Ask for quiet before a "
    "presentation.",
)
DO_NOT_DISTURB_UNKNOWN = QT_TRANSLATE_NOOP(
    "breaks", "Whether do not disturb is on cannot be told on this computer."
)

NO_LENGTH = QT_TRANSLATE_NOOP(
    "breaks", "{what} must be {least} to {most}, not {text}. Nothing was changed."
)
MICRO_WORK = QT_TRANSLATE_NOOP("breaks", "Work between two micro-breaks")
MICRO_LENGTH = QT_TRANSLATE_NOOP("breaks", "A micro-break")
REST_WORK = QT_TRANSLATE_NOOP("breaks", "Work between two rest breaks")
REST_LENGTH = QT_TRANSLATE_NOOP("breaks", "A rest break")
LIMIT = QT_TRANSLATE_NOOP("breaks", "The daily limit")
POSTPONING = QT_TRANSLATE_NOOP("breaks", "Postponing")
MODE = QT_TRANSLATE_NOOP("breaks", "This mode")
NO_TIMES = QT_TRANSLATE_NOOP(
    "breaks", "A break can be postponed 0 to {most} times in a row, not {text}."
)

NOBODY_WATCHES = QT_TRANSLATE_NOOP(
    "breaks",
    "No window watches breaks now: they are watched during shifts and focus blocks while the "
    "window or its tray icon is open.",
)
NOTHING_OPEN = QT_TRANSLATE_NOOP("breaks", "No break is due.")
IN_CALL = QT_TRANSLATE_NOOP("breaks", "A call goes on: the break is offered right after it.")
RUNS_ALREADY = QT_TRANSLATE_NOOP("breaks", "A break runs already.")
IS_STRICT = QT_TRANSLATE_NOOP(
    "breaks", "Breaks are strict, as you set them: they are neither postponed nor skipped."
)
NO_MORE_POSTPONING = QT_TRANSLATE_NOOP(
    "breaks",
    "Postponed in a row so far: {count}, and you allow no more. The break can be taken or skipped.",
)
