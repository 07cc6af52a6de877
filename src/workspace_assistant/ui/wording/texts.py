"""Words that several parts of the window share, beside those of the core."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

RUNNING = QT_TRANSLATE_NOOP("window", "Running")
WAITING = QT_TRANSLATE_NOOP("window", "Waiting")
FROM_EARLIER = QT_TRANSLATE_NOOP("window", "From earlier")
FAILED = QT_TRANSLATE_NOOP("window", "Failed")
NOT_CHECKED_YET = QT_TRANSLATE_NOOP("window", "Not checked yet")
READY_IN_PART = QT_TRANSLATE_NOOP("window", "Ready, in part")
LIST = QT_TRANSLATE_NOOP("window", "{head} and {last}")

# Durations
SECONDS = QT_TRANSLATE_NOOP("window", "{count}{space}s")
MINUTES = QT_TRANSLATE_NOOP("window", "{count}{space}min")
HOURS = QT_TRANSLATE_NOOP("window", "{count}{space}h")
HOURS_MINUTES = QT_TRANSLATE_NOOP("window", "{hours}{space}h {minutes}{space}min")
HOURS_SHORT = QT_TRANSLATE_NOOP("window", "{hours}:{minutes}{space}h")
FROM_TO = QT_TRANSLATE_NOOP("window", "{start} – {end}")  # noqa: RUF001 - a dash between times
