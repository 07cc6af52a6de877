"""Sentences of the help page."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SEARCH = QT_TRANSLATE_NOOP("help", "Search the help")
TOPICS = QT_TRANSLATE_NOOP("help", "Topics")
TEXT = QT_TRANSLATE_NOOP("help", "Help text")
NOTHING = QT_TRANSLATE_NOOP(
    "help", "No topic has all of these words. Try fewer words, or empty the field for all topics."
)
