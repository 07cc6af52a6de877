"""What is said about choices that make no sense."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_OWN_TARGET = QT_TRANSLATE_NOOP("week", "“{id}” is no indicator that can have an own target.")
NO_TARGET = QT_TRANSLATE_NOOP("week", "A target of {id} is from {least} to {most}, not {text}.")
NO_GOAL = QT_TRANSLATE_NOOP("week", "A goal of {kind} is from {least} to {most}, not {text}.")
NO_END_OF_DAY = QT_TRANSLATE_NOOP("week", "A goal for the end of the day is a time, such as 18:00.")
END_AT_START = QT_TRANSLATE_NOOP(
    "week", "A day begins at {time}, so none can end by then. Take another time, such as 18:00."
)
TWO_GOALS = QT_TRANSLATE_NOOP("week", "There is one goal of {kind} at most.")
NO_WAY = QT_TRANSLATE_NOOP("week", "One way to work takes from {least} to {most}, not {text}.")
NO_DISTANCE = QT_TRANSLATE_NOOP("week", "One way to work is up to {most} km long, not {text} km.")
NO_FARE = QT_TRANSLATE_NOOP("week", "Both ways of a day cost up to {most}, not {text}.")
NO_CURRENCY = QT_TRANSLATE_NOOP("week", "“{text}” is no currency in three letters, such as EUR.")
