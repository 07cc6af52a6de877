"""Sentences of the first steps."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

PROGRESS = QT_TRANSLATE_NOOP("first_run", "Step {number} of {total}")
BACK = QT_TRANSLATE_NOOP("first_run", "Back")
GO_ON = QT_TRANSLATE_NOOP("first_run", "Continue")
SKIP = QT_TRANSLATE_NOOP("first_run", "Skip the first steps")
LATER = QT_TRANSLATE_NOOP("first_run", "Later")
CHECK = QT_TRANSLATE_NOOP("first_run", "Start the first check")

WELCOME = QT_TRANSLATE_NOOP("first_run", "Welcome. This is what the program does for you")
WELCOME_SENTENCE = QT_TRANSLATE_NOOP(
    "first_run",
    "Four short steps, two minutes. You can leave at any of them, and change everything later.",
)
DOES_TITLE = QT_TRANSLATE_NOOP("first_run", "What it does")
DOES = (
    QT_TRANSLATE_NOOP(
        "first_run",
        "Before a shift it measures your line, the way of your voice, this computer and your "
        "microphone, and says in one line whether calls can be taken and what to fix.",
    ),
    QT_TRANSLATE_NOOP(
        "first_run",
        "During the shift it keeps your focus blocks and what interrupts them, and offers breaks, "
        "never in a call.",
    ),
    QT_TRANSLATE_NOOP(
        "first_run", "Each week it shows your rest, hours and breaks in plain numbers."
    ),
)
KEEPS_TITLE = QT_TRANSLATE_NOOP("first_run", "What it keeps to itself")
KEEPS = (
    QT_TRANSLATE_NOOP("first_run", "Everything stays on this computer, in {path}."),
    QT_TRANSLATE_NOOP("first_run", "Sound is analyzed and forgotten; no recording is kept."),
    QT_TRANSLATE_NOOP(
        "first_run", "Nothing is sent to your employer unless you have seen all of it and agreed."
    ),
)
COSTS = QT_TRANSLATE_NOOP(
    "first_run",
    "A check takes about half a minute and up to 60 MB; it asks only servers that your employer "
    "names or, for the line's speed, a public one.",
)
LANGUAGE = QT_TRANSLATE_NOOP("first_run", "Language")
LANGUAGE_NOTE = QT_TRANSLATE_NOOP("first_run", "The window opens anew in it.")

PROFILE = QT_TRANSLATE_NOOP("first_run", "What does your job ask of this workplace?")
PROFILE_SENTENCE = QT_TRANSLATE_NOOP(
    "first_run",
    "An employer can give you a file with its limits and servers, called a workplace profile. "
    "Without one the usual requirements of voice work hold.",
)
PROFILE_LOCKED = QT_TRANSLATE_NOOP("first_run", "Given by your organization: {name}")
PROFILE_LOCKED_SENTENCE = QT_TRANSLATE_NOOP(
    "first_run", "Your organization has set what this workplace is measured by. Nothing to do here."
)
PROFILE_USED = QT_TRANSLATE_NOOP("first_run", "Used: {name}")
PROFILE_CHOOSE = QT_TRANSLATE_NOOP("first_run", "Choose your employer's file…")
PROFILE_USUAL = QT_TRANSLATE_NOOP("first_run", "Use the usual requirements")
PROFILE_DIALOG = QT_TRANSLATE_NOOP("first_run", "Workplace profile")
PROFILE_KINDS = QT_TRANSLATE_NOOP("first_run", "Workplace profiles (*.toml)")
PROFILE_FAULTS = QT_TRANSLATE_NOOP(
    "first_run", "{file} cannot be used. Show this to whoever gave it to you:"
)
PROFILE_LINE = QT_TRANSLATE_NOOP(
    "first_run", "Line: at least {download} down and {upload} up is ready."
)
PROFILE_DELAY = QT_TRANSLATE_NOOP(
    "first_run", "Voice: up to {rtt} there and back and {loss} lost packets is ready."
)
PROFILE_SERVERS = QT_TRANSLATE_NOOP("first_run", "It names servers to measure the way to.")
PROFILE_NO_SERVERS = QT_TRANSLATE_NOOP(
    "first_run", "It names no voice server, so the way of your voice is not tested."
)

MICROPHONE = QT_TRANSLATE_NOOP("first_run", "Which microphone do customers hear?")
MICROPHONE_SENTENCE = QT_TRANSLATE_NOOP(
    "first_run",
    "Choose it, then record a sentence: it listens only then, shows the level while you speak, and "
    "forgets the sound.",
)

SHIFTS = QT_TRANSLATE_NOOP("first_run", "When do you work?")
SHIFTS_SENTENCE = QT_TRANSLATE_NOOP(
    "first_run",
    "With your shifts known, checks run by themselves before each, and breaks fit in. Write the "
    "hours of a usual week, or leave this empty.",
)
SHIFTS_KNOWN = QT_TRANSLATE_NOOP("first_run", "Your shifts are known already.")
SHIFTS_KNOWN_SENTENCE = QT_TRANSLATE_NOOP("first_run", "They can be changed on the page Shifts.")
SHIFTS_CALENDAR = QT_TRANSLATE_NOOP("first_run", "They are in a calendar…")

END = QT_TRANSLATE_NOOP("first_run", "That is all. Is this workplace ready?")
END_SENTENCE = QT_TRANSLATE_NOOP(
    "first_run",
    "The first check takes about half a minute. You can go on using the computer; no call should "
    "run.",
)
LEFT_TITLE = QT_TRANSLATE_NOOP("first_run", "Left for later")
LEFT = {
    "profile": QT_TRANSLATE_NOOP("first_run", "A profile of your employer: page Readiness."),
    "microphone": QT_TRANSLATE_NOOP("first_run", "The microphone: page Microphone."),
    "shifts": QT_TRANSLATE_NOOP("first_run", "Your shifts: page Shifts."),
}
