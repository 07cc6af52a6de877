"""Every sentence of the weekly summary; each stands after the name of its indicator.

Lengths, times and days in their places are put in by whoever shows them, as the person writes them.
"""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

N_REST = QT_TRANSLATE_NOOP("week", "Shortest daily rest")
N_QUICK = QT_TRANSLATE_NOOP("week", "Quick returns")
N_WEEKLY_REST = QT_TRANSLATE_NOOP("week", "Longest weekly rest")
N_HOURS = QT_TRANSLATE_NOOP("week", "Hours this week")
N_AVERAGE = QT_TRANSLATE_NOOP("week", "Average hours")
N_STRETCH = QT_TRANSLATE_NOOP("week", "Longest stretch of work")
N_OVERTIME = QT_TRANSLATE_NOOP("week", "Overtime")
N_DAYS = QT_TRANSLATE_NOOP("week", "Days in a row")
N_NIGHTS = QT_TRANSLATE_NOOP("week", "Nights in a row")
N_AFTER_HOURS = QT_TRANSLATE_NOOP("week", "After hours")
N_QUIET = QT_TRANSLATE_NOOP("week", "Quiet days")
N_FOCUS = QT_TRANSLATE_NOOP("week", "Focus")
N_COMPLETED = QT_TRANSLATE_NOOP("week", "Completed blocks")
N_UNINTERRUPTED = QT_TRANSLATE_NOOP("week", "Uninterrupted")
N_INTERRUPTIONS = QT_TRANSLATE_NOOP("week", "Interruptions")
N_STARTS = QT_TRANSLATE_NOOP("week", "Start of shifts")
N_SCREEN = QT_TRANSLATE_NOOP("week", "Longest screen stretch")
N_LONG_SHIFTS = QT_TRANSLATE_NOOP("week", "Long shifts without break")
N_BREAKS = QT_TRANSLATE_NOOP("week", "Breaks had")
N_LEARNING = QT_TRANSLATE_NOOP("week", "Learning")
N_HARD = QT_TRANSLATE_NOOP("week", "Hard contacts")
N_SWITCH_OFF = QT_TRANSLATE_NOOP("week", "Switching off")
N_CONTACT = QT_TRANSLATE_NOOP("week", "Contact with colleagues")

NO_ACTIVITY = QT_TRANSLATE_NOOP("week", "Nobody watched in this week how long you were at it.")
NO_BREAK_LAW = QT_TRANSLATE_NOOP(
    "week", "No country was chosen whose law says how long a break has to be."
)
NO_LONG_SHIFT = QT_TRANSLATE_NOOP(
    "week", "No shift of more than {length} was watched in this week."
)
TOO_FEW_BREAKS = QT_TRANSLATE_NOOP("week", "It takes five breaks that came due; {count} did.")
NO_CHECK_IN = QT_TRANSLATE_NOOP("week", "No check-in of this week tells.")
SCREEN = QT_TRANSLATE_NOOP("week", "{length} without five minutes away: {span}.")
LONG_SHIFTS = QT_TRANSLATE_NOOP(
    "week", "{count} of {whole} long shifts without the break that is due."
)
BREAKS = QT_TRANSLATE_NOOP(
    "week", "{met} of {count} that came due; calls made {blocked} impossible."
)
BREAKS_UNBLOCKED = QT_TRANSLATE_NOOP("week", "{met} of {count} that came due.")
LEARNING = QT_TRANSLATE_NOOP("week", "{length} of learning.")
HARD = QT_TRANSLATE_NOOP("week", "{count} marked as hard.")
SWITCH_OFF = QT_TRANSLATE_NOOP("week", "Half of {whole} check-ins say {count} of 5 or more.")
CONTACT = QT_TRANSLATE_NOOP("week", "{met} of {count} check-ins tell of real talk.")

F_SCREEN = QT_TRANSLATE_NOOP(
    "week", "The longest time at the computer without five minutes away that was seen in this week."
)
F_LONG_SHIFTS = QT_TRANSLATE_NOOP(
    "week", "Watched shifts in which the breaks that are long enough add up to less than is due."
)
F_BREAKS = QT_TRANSLATE_NOOP(
    "week",
    "Breaks that were taken, natural or at least half as long, of all that came due.",
)
F_LEARNING = QT_TRANSLATE_NOOP(
    "week", "Worked time of blocks of learning; where a check-in tells of its time, what it tells."
)
F_HARD = QT_TRANSLATE_NOOP("week", "Contacts that were marked as hard, or told in a check-in.")
F_SWITCH_OFF = QT_TRANSLATE_NOOP(
    "week", "The median of what the check-ins tell, from 1 (not at all) to 5 (fully)."
)
F_CONTACT = QT_TRANSLATE_NOOP(
    "week", "Check-ins that put contact with colleagues at 3 of 5 or more."
)

NO_REST = QT_TRANSLATE_NOOP("week", "No rest between two days of work is known in this week.")
NO_WORK = QT_TRANSLATE_NOOP("week", "Neither a shift nor a block is known in this week.")
NO_SHIFT = QT_TRANSLATE_NOOP("week", "No shift of this week has begun.")
NO_SHIFT_KNOWN = QT_TRANSLATE_NOOP("week", "No shift is known: what is planned, nobody can tell.")
OFF = QT_TRANSLATE_NOOP("week", "Nothing was worked; days off in this week: {count}.")
NOT_OVER = QT_TRANSLATE_NOOP("week", "The week is not over yet.")
NO_BLOCKS = QT_TRANSLATE_NOOP("week", "No block was logged in this week.")
NO_PLAN = QT_TRANSLATE_NOOP("week", "No block of this week has a planned length.")
NO_PLANNED_BLOCKS = QT_TRANSLATE_NOOP("week", "No block with a planned length ended in this week.")
TOO_FEW_SHIFTS = QT_TRANSLATE_NOOP("week", "It takes two shifts in a week to tell.")
TOO_FEW_WEEKS = QT_TRANSLATE_NOOP(
    "week", "It takes four weeks with work and without a day off; {count} are known."
)

REST = QT_TRANSLATE_NOOP("week", "The shortest rest between two days of work was {length}: {span}.")
RESTS = QT_TRANSLATE_NOOP(
    "week", "{met} of {count} rests were {target} or longer; {span} was {length}."
)
NO_QUICK = QT_TRANSLATE_NOOP("week", "No rest was shorter than {target}.")
QUICK = QT_TRANSLATE_NOOP("week", "{count} of {whole} rests shorter than {target}.")
WEEKLY_REST = QT_TRANSLATE_NOOP("week", "The longest time without work was {length}: {span}.")
HOURS = QT_TRANSLATE_NOOP("week", "{length} at work; days with work: {count}.")
AVERAGE = QT_TRANSLATE_NOOP("week", "{length} a week on average; weeks counted: {count}.")
STRETCH = QT_TRANSLATE_NOOP("week", "The longest stretch of work was {length}: {span}.")
DAYS = QT_TRANSLATE_NOOP("week", "{count}, up to {day}.")
NIGHTS = QT_TRANSLATE_NOOP("week", "{count}, up to {day}.")
NO_NIGHTS = QT_TRANSLATE_NOOP("week", "No shift of this week was at night.")
OVERTIME = QT_TRANSLATE_NOOP("week", "{length} more than planned.")
UNDERTIME = QT_TRANSLATE_NOOP("week", "{length} less than planned.")
AFTER_HOURS = QT_TRANSLATE_NOOP(
    "week", "{length} of blocks outside of shifts; days with such work: {count}."
)
NO_AFTER_HOURS = QT_TRANSLATE_NOOP("week", "No block outside of a shift.")
QUIET_AT_MOST = QT_TRANSLATE_NOOP(
    "week", "At most {count} of {whole} without work outside of shifts."
)
QUIET = QT_TRANSLATE_NOOP("week", "{count} of {whole} without work outside of shifts.")
FOCUS = QT_TRANSLATE_NOOP("week", "{length} in completed blocks, {count} in number.")
COMPLETED = QT_TRANSLATE_NOOP("week", "{met} of {count} with a planned length.")
UNINTERRUPTED = QT_TRANSLATE_NOOP(
    "week", "Half of the stretches without an interruption were {length} or longer."
)
INTERRUPTIONS = QT_TRANSLATE_NOOP("week", "{count} in {length} of blocks.")
ONE_START = QT_TRANSLATE_NOOP("week", "All shifts began at the same time of day.")
STARTS = QT_TRANSLATE_NOOP("week", "Shifts began up to {length} apart by the clock.")

F_REST = QT_TRANSLATE_NOOP("week", "The shortest of the rests that ended in this week.")
F_QUICK = QT_TRANSLATE_NOOP(
    "week", "How many of these rests were shorter than the target of the daily rest."
)
F_WEEKLY_REST = QT_TRANSLATE_NOOP(
    "week", "The longest time between two stretches of work that touches this week."
)
F_HOURS = QT_TRANSLATE_NOOP(
    "week", "Shifts and blocks that began in this week, without planned breaks."
)
F_AVERAGE = QT_TRANSLATE_NOOP(
    "week", "The mean of the weeks with work and without a day off among the last 17."
)
F_STRETCH = QT_TRANSLATE_NOOP(
    "week", "From the start to the end of shifts and blocks that touch each other."
)
F_DAYS = QT_TRANSLATE_NOOP(
    "week",
    "Days one after the other on which work began, the longest row that reaches into this week.",
)
F_NIGHTS = QT_TRANSLATE_NOOP(
    "week",
    "Days one after the other on which a shift of three night hours (23:00 to 06:00) began.",
)
F_OVERTIME = QT_TRANSLATE_NOOP(
    "week", "Hours at work less the hours of the shifts, both without planned breaks."
)
F_AFTER_HOURS = QT_TRANSLATE_NOOP(
    "week", "Worked time of blocks that lies more than five minutes outside of every shift."
)
F_QUIET = QT_TRANSLATE_NOOP(
    "week", "Days of this week without such time; a day off without work lowers the target by one."
)
F_FOCUS = QT_TRANSLATE_NOOP(
    "week", "Worked time of blocks that reached four fifths of their planned length."
)
F_COMPLETED = QT_TRANSLATE_NOOP(
    "week", "Those that reached four fifths of their planned length, of all planned blocks."
)
F_UNINTERRUPTED = QT_TRANSLATE_NOOP(
    "week", "The median of the times between start, interruptions, gaps and end of blocks."
)
F_INTERRUPTIONS = QT_TRANSLATE_NOOP("week", "Interruptions by the worked hours of the blocks.")
F_STARTS = QT_TRANSLATE_NOOP(
    "week", "The shortest part of the day, by the clock, that holds the starts of all shifts."
)
