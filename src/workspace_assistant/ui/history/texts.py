"""Every sentence of the history page."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

READING = QT_TRANSLATE_NOOP("window", "Reading your checks")
ALL_READY = QT_TRANSLATE_NOOP("window", "All of your last {count} checks were ready")
SOME_READY = QT_TRANSLATE_NOOP("window", "{ready} of your last {count} checks were ready")
ONE_CHECK = QT_TRANSLATE_NOOP("window", "One check so far: {verdict}")
ONE_WHOLE = QT_TRANSLATE_NOOP("window", "One complete check so far: {verdict}")
NONE_WHOLE = QT_TRANSLATE_NOOP("window", "No complete check so far")
IN_PART = QT_TRANSLATE_NOOP("window", "without {names}")
OWN_LOOP = QT_TRANSLATE_NOOP("window", "inside this computer only: {names}")
NOT_MEASURED = QT_TRANSLATE_NOOP("window", "not measured: {names}")
COUNTED = QT_TRANSLATE_NOOP("window", "Checks that left something out are not counted.")
IN_PART_READY = QT_TRANSLATE_NOOP(
    "window", "Where a number is missing, ready means ready as far as tested."
)
SINCE = QT_TRANSLATE_NOOP(
    "window", "Since {date}. Each number is compared with your own usual, with nobody else's."
)
NOTHING_YET = QT_TRANSLATE_NOOP("window", "Nothing to compare yet")
NOTHING_YET_SENTENCE = QT_TRANSLATE_NOOP(
    "window",
    "Every check you run is kept here, and goes to nobody unless you agree to share it. After four "
    "of them each number shows what is usual for you.",
)
CHECK_NOW = QT_TRANSLATE_NOOP("window", "Check now")
UNREADABLE = QT_TRANSLATE_NOOP("window", "Earlier checks cannot be read")
USUAL = QT_TRANSLATE_NOOP("window", "Usual: {usual}, from {count} checks")
NO_USUAL = QT_TRANSLATE_NOOP("window", "Not enough checks yet to know your usual")
PAST_CHECKS = QT_TRANSLATE_NOOP("window", "Past checks")
WHEN = QT_TRANSLATE_NOOP("window", "When")
RESULT = QT_TRANSLATE_NOOP("window", "Result")
REMARK = QT_TRANSLATE_NOOP("window", "Not ready or not tested")
PROFILE = QT_TRANSLATE_NOOP("window", "Profile")
DATE_AND_TIME = QT_TRANSLATE_NOOP("window", "{date}, {clock}")
FAULT = QT_TRANSLATE_NOOP(
    "window", "A fault in this program keeps them from being read; details are in the log."
)
