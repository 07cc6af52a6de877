"""Sentences of facts about a shift that is over."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

MANY: dict[str, str] = {
    "shift.length_h": QT_TRANSLATE_NOOP("facts", "Your last shift was {value} long."),
    "shift.nights_in_a_row": QT_TRANSLATE_NOOP(
        "facts", "Your last shift was night shift number {value} in a row."
    ),
    "shift.after_dark_share": QT_TRANSLATE_NOOP(
        "facts", "{value} % of your last shift lay between 18:00 and 07:00."
    ),
    "shift.breaks_taken": QT_TRANSLATE_NOOP(
        "facts", "You took {value} breaks of five minutes or more in your last shift."
    ),
    "shift.long_breaks": QT_TRANSLATE_NOOP(
        "facts", "You took {value} breaks of 15 minutes or more in your last shift."
    ),
    "shift.open_items": QT_TRANSLATE_NOOP(
        "facts", "{value} blocks of your last shift noted a next step and are not completed."
    ),
    "screen.long_stretches.shift": QT_TRANSLATE_NOOP(
        "facts",
        "In your last shift you were at the computer {value} times for more than an hour "
        "without five minutes away.",
    ),
    "sitting.minutes.shift": QT_TRANSLATE_NOOP(
        "facts", "You were at the computer for {value} minutes of your last shift."
    ),
    "contacts.hard.shift": QT_TRANSLATE_NOOP(
        "facts", "{value} contacts of your last shift were hard."
    ),
}

ONE: dict[str, str] = {
    "shift.nights_in_a_row": QT_TRANSLATE_NOOP("facts", "Your last shift was a first night shift."),
    "shift.breaks_taken": QT_TRANSLATE_NOOP(
        "facts", "You took 1 break of five minutes or more in your last shift."
    ),
    "shift.long_breaks": QT_TRANSLATE_NOOP(
        "facts", "You took 1 break of 15 minutes or more in your last shift."
    ),
    "shift.open_items": QT_TRANSLATE_NOOP(
        "facts", "1 block of your last shift noted a next step and is not completed."
    ),
    "screen.long_stretches.shift": QT_TRANSLATE_NOOP(
        "facts",
        "In your last shift you were at the computer once for more than an hour without five "
        "minutes away.",
    ),
    "contacts.hard.shift": QT_TRANSLATE_NOOP("facts", "1 contact of your last shift was hard."),
}

NONE: dict[str, str] = {
    "shift.nights_in_a_row": QT_TRANSLATE_NOOP("facts", "Your last shift was no night shift."),
}
