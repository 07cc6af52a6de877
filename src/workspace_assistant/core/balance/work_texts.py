"""Sentences of the indicators of readiness, trouble, the way to work and the planned times."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

N_READY = QT_TRANSLATE_NOOP("week", "Shifts that began ready")
F_READY = QT_TRANSLATE_NOOP(
    "week",
    "Shifts whose last checks in the three hours before them were all ready, of those with a check "
    "in that time.",
)
READY = QT_TRANSLATE_NOOP(
    "week", "{met} of {count} that were checked before; shifts in all: {whole}."
)
NO_CHECK = QT_TRANSLATE_NOOP(
    "week", "No readiness check told anything in the three hours before a shift."
)

N_TECHNICAL = QT_TRANSLATE_NOOP("week", "Technical trouble")
F_TECHNICAL = QT_TRANSLATE_NOOP(
    "week",
    "Time in shifts of technical interruptions and of trouble seen on the line or the computer, "
    "what overlaps counted once.",
)
NOT_WATCHED = QT_TRANSLATE_NOOP(
    "week", "In no shift of this week was a block logged or the line watched."
)
TECHNICAL = QT_TRANSLATE_NOOP("week", "{length} in shifts.")
TECHNICAL_UNSEEN = QT_TRANSLATE_NOOP("week", "{length} in shifts; the line was not watched.")
TECHNICAL_AT_LEAST = QT_TRANSLATE_NOOP(
    "week", "{length} in shifts, without the interruptions that have no end: {count}."
)
TECHNICAL_OPEN = QT_TRANSLATE_NOOP(
    "week", "Nobody knows how long: technical interruptions without an end: {count}."
)

N_TIME_SAVED = QT_TRANSLATE_NOOP("week", "Commuting time saved")
N_DISTANCE_SAVED = QT_TRANSLATE_NOOP("week", "Commuting distance saved")
N_MONEY_SAVED = QT_TRANSLATE_NOOP("week", "Commuting cost saved")
F_TIME_SAVED = QT_TRANSLATE_NOOP("week", "Days worked at home, times two ways of your settings.")
F_DISTANCE_SAVED = F_TIME_SAVED
F_MONEY_SAVED = QT_TRANSLATE_NOOP(
    "week", "Days worked at home, times what a day costs by your settings."
)
NO_COMMUTE = QT_TRANSLATE_NOOP("week", "Your way to work is not in the settings of the week.")
TIME_SAVED = QT_TRANSLATE_NOOP("week", "{length}; days at home: {count}, of {whole} with work.")
DISTANCE_SAVED = QT_TRANSLATE_NOOP(
    "week", "{distance} km; days at home: {count}, of {whole} with work."
)
MONEY_SAVED = QT_TRANSLATE_NOOP("week", "{amount}; days at home: {count}, of {whole} with work.")

N_ADHERENCE = QT_TRANSLATE_NOOP("week", "Adherence")
N_CONFORMANCE = QT_TRANSLATE_NOOP("week", "Conformance")
F_ADHERENCE = QT_TRANSLATE_NOOP(
    "week",
    "Time seen at work in the planned hours of watched shifts, of these hours as far as somebody "
    "looked. Breaks are left out of both.",
)
F_CONFORMANCE = QT_TRANSLATE_NOOP(
    "week",
    "Time seen at work on the days of watched shifts, whenever it was, of their planned hours as "
    "far as somebody looked. Breaks are left out of both.",
)
NO_WATCHED_SHIFT = QT_TRANSLATE_NOOP("week", "No shift that is over was watched in this week.")
AT_WORK = QT_TRANSLATE_NOOP("week", "{length} of {planned_length} in watched shifts: {count}.")
AT_WORK_HELD = QT_TRANSLATE_NOOP(
    "week",
    "{length} of {planned_length} in watched shifts: {count}. Customers held you in breaks for "
    "{held_length}.",
)

STRETCH_NIGHT = QT_TRANSLATE_NOOP(
    "week", "The stretch at night of {length} was longer than {target}: {span}."
)
NIGHT_BASIS = QT_TRANSLATE_NOOP(
    "week", "HSE, Managing shift work (HSG256), good practice for work at night"
)
