"""Every sentence about the watched line on the Today page, and of what watches it."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("window", "The line during shifts")
SWITCH = QT_TRANSLATE_NOOP("window", "Watch it: one small packet a second")
HINT = QT_TRANSLATE_NOOP(
    "window",
    "It asks the voice server that your workplace profile names and your router, nobody else: "
    "about 10{space}kB a minute.",
)
HINT_WITHOUT_SERVER = QT_TRANSLATE_NOOP(
    "window",
    "Your workplace profile names no voice server: only your router and this computer are "
    "watched, not the way beyond. Less than 10{space}kB a minute, to nobody else.",
)

# What was seen today.
OFF = QT_TRANSLATE_NOOP(
    "window",
    "Not watched today. Turned on, it notes when the line fails, how badly, and on which side of "
    "your router.",
)
NOTHING_YET = QT_TRANSLATE_NOOP(
    "window",
    "Nothing was seen today yet. It is watched while a shift goes on, at the places that are "
    "checked before a shift.",
)
WATCHED_SINCE = QT_TRANSLATE_NOOP(
    "window", "Watched since {clock}; its first minute is being measured."
)
BEGUN = QT_TRANSLATE_NOOP("window", "The watch has just begun.")
WATCHED = QT_TRANSLATE_NOOP("window", "Watched for {length}.")
WATCHED_FINE = QT_TRANSLATE_NOOP("window", "Watched for {length}: nothing went wrong.")
WATCHED_ONE = QT_TRANSLATE_NOOP("window", "Watched for {length}: something went wrong once.")
WATCHED_MANY = QT_TRANSLATE_NOOP(
    "window", "Watched for {length}: something went wrong {count} times."
)
NONE_SEEN = QT_TRANSLATE_NOOP(
    "window", "No voice server answered: how the way beyond your router was is not known."
)
PARTLY_SEEN = QT_TRANSLATE_NOOP("window", "The voice server was seen for {seen} of it.")
GOES_ON = QT_TRANSLATE_NOOP("window", "{event}. It goes on.")
MORE = QT_TRANSLATE_NOOP("window", "and {count} more: {command}")
COMMAND = "workspace-assistant watch events"

# Trouble of the watch itself.
NOT_KEPT = QT_TRANSLATE_NOOP(
    "window", "Whether the line is watched could not be kept. Details are in the log."
)
NOT_NOW = QT_TRANSLATE_NOOP(
    "window", "The line is not watched; it is tried again each minute. {reason}"
)
BROKE = QT_TRANSLATE_NOOP(
    "window",
    "Nobody watches the line any more. Start the program anew; details are in the log.",
)
