"""Sentences of facts about shifts, breaks, calls and check-ins."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

MANY: dict[str, str] = {
    "shift.length_h": QT_TRANSLATE_NOOP("facts", "This shift is {value} long."),
    "shift.elapsed_share": QT_TRANSLATE_NOOP("facts", "{value} % of the shift is over."),
    "shift.minutes_left": QT_TRANSLATE_NOOP("facts", "The shift ends in {value} minutes."),
    "shift.rest_before_h": QT_TRANSLATE_NOOP(
        "facts", "Rest of {value} is planned before this day of work, or the next one."
    ),
    "shift.rest_after_h": QT_TRANSLATE_NOOP(
        "facts", "Rest of {value} is planned until your next day of work."
    ),
    "shift.nights_in_a_row": QT_TRANSLATE_NOOP(
        "facts", "This is your night shift number {value} in a row."
    ),
    "shift.after_dark_share": QT_TRANSLATE_NOOP(
        "facts", "{value} % of this shift lie between 18:00 and 07:00."
    ),
    "shift.breaks_taken": QT_TRANSLATE_NOOP(
        "facts", "You took {value} breaks of five minutes or more in this shift."
    ),
    "shift.long_breaks": QT_TRANSLATE_NOOP(
        "facts", "You took {value} breaks of 15 minutes or more in this shift."
    ),
    "shift.open_items": QT_TRANSLATE_NOOP(
        "facts", "{value} blocks of this shift noted a next step and are not completed."
    ),
    "work.hours.week": QT_TRANSLATE_NOOP(
        "facts", "You had {value} of shifts in the last seven days."
    ),
    "work.after_hours_minutes.week": QT_TRANSLATE_NOOP(
        "facts",
        "You logged {value} minutes of work outside your shifts in the last seven days.",
    ),
    "work.after_hours_days.week": QT_TRANSLATE_NOOP(
        "facts", "You logged work outside your shifts on {value} of the last seven days."
    ),
    "screen.stretch_minutes": QT_TRANSLATE_NOOP(
        "facts",
        "You have been at the computer for {value} minutes without five minutes away.",
    ),
    "screen.long_stretches.shift": QT_TRANSLATE_NOOP(
        "facts",
        "In this shift you were at the computer {value} times for more than an hour without "
        "five minutes away.",
    ),
    "screen.longest_stretch.week": QT_TRANSLATE_NOOP(
        "facts",
        "Your longest time at the computer without five minutes away was {value} minutes in "
        "the last seven days.",
    ),
    "sitting.minutes.shift": QT_TRANSLATE_NOOP(
        "facts", "You have been at the computer for {value} minutes of this shift."
    ),
    "breaks.due.week": QT_TRANSLATE_NOOP(
        "facts", "{value} breaks came due in the last seven days."
    ),
    "breaks.skipped_share": QT_TRANSLATE_NOOP(
        "facts", "You skipped {skipped} of the {count} breaks of the last seven days."
    ),
    "breaks.blocked.week": QT_TRANSLATE_NOOP(
        "facts",
        "Calls made {value} of your {count} breaks impossible in the last seven days.",
    ),
    "breaks.with_input.week": QT_TRANSLATE_NOOP(
        "facts", "You went on typing in {value} of your breaks in the last seven days."
    ),
    "calls.minutes.today": QT_TRANSLATE_NOOP(
        "facts", "You were in calls for {value} minutes today."
    ),
    "calls.minutes_percentile": QT_TRANSLATE_NOOP(
        "facts",
        "On {value} % of your last {count} days you had fewer minutes in calls than today.",
    ),
    "check_in.eyes.low_days": QT_TRANSLATE_NOOP(
        "facts",
        "You rated your eyes at 2 or less in {value} of your last {count} check-ins.",
    ),
    "check_in.voice.low_days": QT_TRANSLATE_NOOP(
        "facts",
        "You rated your voice at 2 or less in {value} of your last {count} check-ins.",
    ),
    "check_in.body.low_days": QT_TRANSLATE_NOOP(
        "facts",
        "You rated your body at 2 or less in {value} of your last {count} check-ins.",
    ),
    "check_in.energy.low_days": QT_TRANSLATE_NOOP(
        "facts",
        "You rated your energy at 2 or less in {value} of your last {count} check-ins.",
    ),
    "check_in.switch_off.low_days": QT_TRANSLATE_NOOP(
        "facts",
        "You rated switching off at 2 or less in {value} of your last {count} check-ins.",
    ),
    "check_in.eyes.low_weeks": QT_TRANSLATE_NOOP(
        "facts", "You have rated your eyes at 2 or less on most days for {value} weeks."
    ),
    "check_in.switch_off.low_weeks": QT_TRANSLATE_NOOP(
        "facts",
        "You have rated switching off at 2 or less on most days for {value} weeks.",
    ),
    "check_in.contact.low_weeks": QT_TRANSLATE_NOOP(
        "facts",
        "You have rated your contact with colleagues at 2 or less on most days for {value} weeks.",
    ),
    "check_in.contact.low": QT_TRANSLATE_NOOP(
        "facts",
        "You rated your contact with colleagues at 2 or less in your last check-in.",
    ),
    "check_in.no_contact_in_a_row": QT_TRANSLATE_NOOP(
        "facts", "You talked with no colleague in your last {value} check-ins."
    ),
    "contacts.hard.shift": QT_TRANSLATE_NOOP("facts", "{value} contacts of this shift were hard."),
    "contacts.hard.week": QT_TRANSLATE_NOOP(
        "facts", "{value} contacts were hard in the last seven days."
    ),
    "contacts.abusive.week": QT_TRANSLATE_NOOP(
        "facts", "{value} contacts were abusive in the last seven days."
    ),
    "contacts.hard_solved.week": QT_TRANSLATE_NOOP(
        "facts", "You solved {value} hard contacts in the last seven days."
    ),
}

ONE: dict[str, str] = {
    "shift.minutes_left": QT_TRANSLATE_NOOP("facts", "The shift ends in 1 minute."),
    "shift.nights_in_a_row": QT_TRANSLATE_NOOP("facts", "This is a first night shift."),
    "shift.breaks_taken": QT_TRANSLATE_NOOP(
        "facts", "You took 1 break of five minutes or more in this shift."
    ),
    "shift.long_breaks": QT_TRANSLATE_NOOP(
        "facts", "You took 1 break of 15 minutes or more in this shift."
    ),
    "shift.open_items": QT_TRANSLATE_NOOP(
        "facts", "1 block of this shift noted a next step and is not completed."
    ),
    "work.after_hours_minutes.week": QT_TRANSLATE_NOOP(
        "facts", "You logged 1 minute of work outside your shifts in the last seven days."
    ),
    "work.after_hours_days.week": QT_TRANSLATE_NOOP(
        "facts", "You logged work outside your shifts on 1 of the last seven days."
    ),
    "screen.long_stretches.shift": QT_TRANSLATE_NOOP(
        "facts",
        "In this shift you were at the computer once for more than an hour without five "
        "minutes away.",
    ),
    "breaks.due.week": QT_TRANSLATE_NOOP("facts", "1 break came due in the last seven days."),
    "breaks.with_input.week": QT_TRANSLATE_NOOP(
        "facts", "You went on typing in 1 of your breaks in the last seven days."
    ),
    "calls.minutes.today": QT_TRANSLATE_NOOP("facts", "You were in calls for 1 minute today."),
    "check_in.eyes.low_weeks": QT_TRANSLATE_NOOP(
        "facts", "You have rated your eyes at 2 or less on most days of the last seven."
    ),
    "check_in.switch_off.low_weeks": QT_TRANSLATE_NOOP(
        "facts",
        "You have rated switching off at 2 or less on most days of the last seven.",
    ),
    "check_in.contact.low_weeks": QT_TRANSLATE_NOOP(
        "facts",
        "You have rated your contact with colleagues at 2 or less on most days of the last seven.",
    ),
    "check_in.no_contact_in_a_row": QT_TRANSLATE_NOOP(
        "facts", "You talked with no colleague in your last check-in."
    ),
    "contacts.hard.shift": QT_TRANSLATE_NOOP("facts", "1 contact of this shift was hard."),
    "contacts.hard.week": QT_TRANSLATE_NOOP("facts", "1 contact was hard in the last seven days."),
    "contacts.abusive.week": QT_TRANSLATE_NOOP(
        "facts", "1 contact was abusive in the last seven days."
    ),
    "contacts.hard_solved.week": QT_TRANSLATE_NOOP(
        "facts", "You solved 1 hard contact in the last seven days."
    ),
}

NONE: dict[str, str] = {
    "shift.nights_in_a_row": QT_TRANSLATE_NOOP("facts", "This is no night shift."),
    "check_in.eyes.low_weeks": QT_TRANSLATE_NOOP(
        "facts", "You rated your eyes above 2 on most days of the last seven."
    ),
    "check_in.switch_off.low_weeks": QT_TRANSLATE_NOOP(
        "facts", "You rated switching off above 2 on most days of the last seven."
    ),
    "check_in.contact.low_weeks": QT_TRANSLATE_NOOP(
        "facts",
        "You rated your contact with colleagues above 2 on most days of the last seven.",
    ),
    "check_in.contact.low": QT_TRANSLATE_NOOP(
        "facts", "You rated your contact with colleagues above 2 in your last check-in."
    ),
    "check_in.no_contact_in_a_row": QT_TRANSLATE_NOOP(
        "facts", "You talked with a colleague in your last check-in."
    ),
}
