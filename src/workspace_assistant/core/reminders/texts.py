"""Every word of the why-log."""

from __future__ import annotations

from workspace_assistant.core.reminders.model import Outcome
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

OUTCOME_WORDS = {
    Outcome.SHOWN: QT_TRANSLATE_NOOP("reminders", "Shown"),
    Outcome.HELD_BACK: QT_TRANSLATE_NOOP("reminders", "Held back"),
    Outcome.MERGED: QT_TRANSLATE_NOOP("reminders", "Merged"),
    Outcome.FAILED: QT_TRANSLATE_NOOP("reminders", "Not shown"),
}

REASON_WORDS = {
    "news": QT_TRANSLATE_NOOP("reminders", "It is new."),
    "confirmed-2-of-3": QT_TRANSLATE_NOOP(
        "reminders", "Two of three measurements say so, so it is no single bad moment."
    ),
    "other-trouble": QT_TRANSLATE_NOOP(
        "reminders", "It is another trouble than the one that was told before."
    ),
    "asked-later": QT_TRANSLATE_NOOP("reminders", "You asked to be told again later."),
    "recovered": QT_TRANSLATE_NOOP("reminders", "The trouble that was told is over."),
    "shift-ends": QT_TRANSLATE_NOOP(
        "reminders", "The shift ends, and you wanted to be asked how it went."
    ),
    "answered-already": QT_TRANSLATE_NOOP("reminders", "You had answered already."),
    "not-today": QT_TRANSLATE_NOOP("reminders", "You did not want to be asked that day."),
    "too-late": QT_TRANSLATE_NOOP("reminders", "It could not be asked in time."),
    "last-shift-ended": QT_TRANSLATE_NOOP(
        "reminders", "The last shift of the week ended, and you wanted to know how the week was."
    ),
    "self-check-due": QT_TRANSLATE_NOOP(
        "reminders", "The workplace has changed, or its last self-check is 90 days old."
    ),
    "one-a-day": QT_TRANSLATE_NOOP("reminders", "You were asked something else that day."),
    "microphone-test-due": QT_TRANSLATE_NOOP(
        "reminders", "The job needs a microphone, and its last good test is long ago."
    ),
    "keeps-failing": QT_TRANSLATE_NOOP("reminders", "The calendar could not be read for a day."),
    "ready": QT_TRANSLATE_NOOP("reminders", "Everything that was checked is ready."),
    "single-bad-sample": QT_TRANSLATE_NOOP(
        "reminders", "Only one measurement of three was bad: a bad moment, not a trouble."
    ),
    "seen-in-window": QT_TRANSLATE_NOOP("reminders", "You have checked by hand since, and saw it."),
    "in-call": QT_TRANSLATE_NOOP("reminders", "The microphone is in use: a call may be going on."),
    "shift-gone": QT_TRANSLATE_NOOP(
        "reminders", "The shift is no longer planned then and there, so it was taken back."
    ),
    "check-running": QT_TRANSLATE_NOOP("reminders", "A check was running already."),
    "asked-lately": QT_TRANSLATE_NOOP("reminders", "You were asked the same a few days ago."),
    "told-already": QT_TRANSLATE_NOOP("reminders", "The same was told already."),
    "shift-begins-first": QT_TRANSLATE_NOOP("reminders", "The shift begins before that."),
    "missed": QT_TRANSLATE_NOOP("reminders", "No check ran before the shift began."),
    "in-shift": QT_TRANSLATE_NOOP("reminders", "Another shift goes on until this one begins."),
    "no-time": QT_TRANSLATE_NOOP("reminders", "Too little time was left before the shift."),
    "not-ended": QT_TRANSLATE_NOOP(
        "reminders", "The check did not come to its end before the shift began."
    ),
    "check-failed": QT_TRANSLATE_NOOP(
        "reminders", "The check could not be run; this says nothing about your workplace."
    ),
    "nothing-to-check": QT_TRANSLATE_NOOP(
        "reminders", "The workplace profile asks for nothing that can be checked in silence."
    ),
    "m-of-n-bad": QT_TRANSLATE_NOOP(
        "reminders", "Several seconds of the last twenty were bad, so it is no single bad moment."
    ),
    "after-call": QT_TRANSLATE_NOOP("reminders", "It happened in a call that is over now."),
    "told-lately": QT_TRANSLATE_NOOP("reminders", "You were told of the line minutes ago."),
    "watch-ended": QT_TRANSLATE_NOOP(
        "reminders", "Nobody watched any more, so whether it is fine again is not known."
    ),
    "trouble-not-told": QT_TRANSLATE_NOOP("reminders", "Its beginning was not told either."),
    "open-block": QT_TRANSLATE_NOOP("reminders", "A focus block is open."),
    "fits": QT_TRANSLATE_NOOP("reminders", "It fits what was measured or logged."),
    "once-an-hour": QT_TRANSLATE_NOOP("reminders", "A tip was shown within the last hour."),
    "three-a-shift": QT_TRANSLATE_NOOP("reminders", "Three tips were shown in this shift."),
    "three-a-day": QT_TRANSLATE_NOOP("reminders", "Three tips were shown today."),
    "work-done": QT_TRANSLATE_NOOP("reminders", "So much work is enough for a break."),
    "after-call-break": QT_TRANSLATE_NOOP("reminders", "It waited for a call to end."),
    "after-another": QT_TRANSLATE_NOOP(
        "reminders", "Another break was asked about less than five minutes before."
    ),
    "after-wait": QT_TRANSLATE_NOOP("reminders", "What held it back is over."),
    "full-screen": QT_TRANSLATE_NOOP("reminders", "A program fills the screen."),
    "do-not-disturb": QT_TRANSLATE_NOOP("reminders", "Do not disturb is on."),
    "quiet-mode": QT_TRANSLATE_NOOP("reminders", "You asked for quiet."),
    "no-notifications": QT_TRANSLATE_NOOP("reminders", "No notification could be shown."),
}
