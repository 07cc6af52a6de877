"""Sentences of the help page."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SEARCH = QT_TRANSLATE_NOOP("help", "Search the help")
TOPICS = QT_TRANSLATE_NOOP("help", "Topics")
TEXT = QT_TRANSLATE_NOOP("help", "Help text")
NOTHING = QT_TRANSLATE_NOOP(
    "help", "No topic has all of these words. Try fewer words, or empty the field for all topics."
)
ABOUT = QT_TRANSLATE_NOOP("help", "About this program")
VERSION = QT_TRANSLATE_NOOP("help", "Workspace Assistant {version}")
WHAT_IT_IS = QT_TRANSLATE_NOOP(
    "help",
    "For people who do customer support from home: it checks before a shift whether the workplace"
    " is ready, keeps a log of focused work, reminds of breaks and shows what a week was like.",
)
KEEPS_TO_ITSELF = QT_TRANSLATE_NOOP(
    "help",
    "What it knows stays on this computer. It sends something to your employer only where you have"
    " agreed to it, and shows you what.",
)
OWN_LICENSE = QT_TRANSLATE_NOOP(
    "help",
    "It is free software under the MIT license: you may use, change and pass it on. It comes"
    " without any warranty.",
)
LANGUAGES = QT_TRANSLATE_NOOP(
    "help",
    "It was written in English. The texts in Spanish, German, French, Portuguese (Brazil), Hindi"
    " and Arabic were translated by a machine; no person has reviewed them yet.",
)
COMPONENTS = QT_TRANSLATE_NOOP("help", "Made with")
MADE_WITH = QT_TRANSLATE_NOOP(
    "help",
    "Each part has a license of its own, which its name leads to. Parts under the LGPL are separate"
    " files that you may replace.",
)
COMPONENT = QT_TRANSLATE_NOOP("help", "Part")
VERSION_COLUMN = QT_TRANSLATE_NOOP("help", "Version")
LICENSE = QT_TRANSLATE_NOOP("help", "License")
BACK = QT_TRANSLATE_NOOP("help", "Back to all parts")
NO_TEXT = QT_TRANSLATE_NOOP("help", "No license text came with this part.")
COPY = QT_TRANSLATE_NOOP("help", "Copy for a bug report")
COPY_HINT = QT_TRANSLATE_NOOP(
    "help", "Versions of the program and of this system; nothing about you."
)
COPIED = QT_TRANSLATE_NOOP("help", "Copied. It is sent to nobody.")
FIRST_RUN = QT_TRANSLATE_NOOP("help", "Go through the first steps again")
