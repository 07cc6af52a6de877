"""Every sentence of facts by the fact's name, and why one is not known by the reason."""

from __future__ import annotations

from workspace_assistant.core.facts import block_texts, day_texts, workplace_texts
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

MANY = {**block_texts.MANY, **workplace_texts.MANY, **day_texts.MANY}
ONE = {**block_texts.ONE, **workplace_texts.ONE, **day_texts.ONE}
NONE = {**block_texts.NONE, **workplace_texts.NONE, **day_texts.NONE}
LESS = {**block_texts.LESS, **workplace_texts.LESS}
PEAKS = block_texts.PEAKS

REASONS: dict[str, str] = {
    "no-blocks-in-week": QT_TRANSLATE_NOOP(
        "facts", "No focus block was logged in the last seven days."
    ),
    "no-blocks-in-four-weeks": QT_TRANSLATE_NOOP(
        "facts", "No focus block was logged in the last four weeks."
    ),
    "no-blocks-in-shift": QT_TRANSLATE_NOOP("facts", "No focus block was logged in the shift."),
    "too-few-interruptions": QT_TRANSLATE_NOOP(
        "facts", "Fewer than {least} interruptions are too few to tell a busiest hour."
    ),
    "too-few-blocks": QT_TRANSLATE_NOOP(
        "facts", "This needs {least} focus blocks with a planned length."
    ),
    "hours-not-comparable": QT_TRANSLATE_NOOP(
        "facts",
        "This needs {least} planned blocks that begin in one hour, and others beside them.",
    ),
    "no-microphone-check-in-week": QT_TRANSLATE_NOOP(
        "facts", "No check of the last seven days measured a voice at your microphone."
    ),
    "usual-not-known": QT_TRANSLATE_NOOP(
        "facts",
        "This needs {least} checks in the four weeks before, to know what is usual.",
    ),
    "no-other-microphone-before": QT_TRANSLATE_NOOP(
        "facts",
        "No other microphone was checked in the last five weeks, so nobody knows whether this "
        "one is new.",
    ),
    "line-not-measured-in-week": QT_TRANSLATE_NOOP(
        "facts",
        "No check of the last seven days measured this of your line, and nobody watched it.",
    ),
    "kind-of-network-hidden": QT_TRANSLATE_NOOP(
        "facts", "The last check did not see which kind of network it went over."
    ),
    "computer-not-checked-in-week": QT_TRANSLATE_NOOP(
        "facts", "No check of the last seven days measured your processor."
    ),
    "no-shift-runs": QT_TRANSLATE_NOOP("facts", "No shift is planned now."),
    "no-shift-in-week": QT_TRANSLATE_NOOP("facts", "No shift was planned in the last seven days."),
    "no-shift-ahead": QT_TRANSLATE_NOOP(
        "facts", "No shift runs, and none is planned for the next two weeks."
    ),
    "no-work-before": QT_TRANSLATE_NOOP(
        "facts", "No other day of work was planned in the five weeks before it."
    ),
    "no-work-after": QT_TRANSLATE_NOOP(
        "facts", "No further day of work is planned for the next two weeks."
    ),
    "no-shifts-known": QT_TRANSLATE_NOOP(
        "facts", "No shifts are known, so nobody knows what lies outside of them."
    ),
    "shift-not-watched": QT_TRANSLATE_NOOP(
        "facts",
        "Too little of the shift was watched for times at the computer and away from it.",
    ),
    "not-watched-now": QT_TRANSLATE_NOOP(
        "facts",
        "Nobody watches for times at the computer now: that happens in shifts and focus "
        "blocks while the window or its tray icon is open.",
    ),
    "not-watched-today": QT_TRANSLATE_NOOP(
        "facts", "Nobody watched for times at the computer today."
    ),
    "activity-not-watched-in-week": QT_TRANSLATE_NOOP(
        "facts", "Nobody watched for times at the computer in the last seven days."
    ),
    "breaks-not-watched-in-week": QT_TRANSLATE_NOOP(
        "facts", "Nobody watched for breaks in the last seven days."
    ),
    "too-few-breaks": QT_TRANSLATE_NOOP(
        "facts", "Fewer than {least} breaks came due in the last seven days."
    ),
    "no-call-seen": QT_TRANSLATE_NOOP(
        "facts", "No call was seen on this computer yet, so they may not be seen at all."
    ),
    "too-few-days": QT_TRANSLATE_NOOP(
        "facts",
        "This needs {least} days that were watched, in the four weeks before today.",
    ),
    "loudness-not-measured-in-week": QT_TRANSLATE_NOOP(
        "facts",
        "No level of your voice in calls was measured in the last seven days. It is measured only "
        "where you turn that on.",
    ),
    "loudness-not-comparable": QT_TRANSLATE_NOOP(
        "facts",
        "This needs {least} levels of calls in the last seven days and {least} in the four weeks "
        "before, each on two days or more, with the same microphone at the same volume.",
    ),
    "never-assessed": QT_TRANSLATE_NOOP(
        "facts", "The self-check of this workplace was not done yet."
    ),
    "workplace-changed": QT_TRANSLATE_NOOP(
        "facts", "The workplace changed since its last self-check."
    ),
    "not-answered": QT_TRANSLATE_NOOP(
        "facts", "The last self-check of this workplace leaves this open."
    ),
    "no-check-in-lately": QT_TRANSLATE_NOOP(
        "facts", "No check-in of the last {days} days answers this."
    ),
    "too-few-check-ins": QT_TRANSLATE_NOOP(
        "facts", "Fewer than two check-ins of the last seven days answer this."
    ),
    "no-contacts-marked": QT_TRANSLATE_NOOP(
        "facts",
        "No hard contact was marked, and no check-in tells of them: nobody said that there "
        "was none.",
    ),
}
