"""Sentences of the mini timer."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("window", "Mini timer")
OPEN_WINDOW = QT_TRANSLATE_NOOP("window", "Open the window (key W)")
CLOSE = QT_TRANSLATE_NOOP("window", "Close the mini timer (Esc)")
INTERRUPTED = QT_TRANSLATE_NOOP("window", "Interrupted")
INTERRUPTED_HINT = QT_TRANSLATE_NOOP("window", "What interrupts you? (key I, or 1 to 9)")
WAITS = QT_TRANSLATE_NOOP("window", "Nobody watched it for a while. The window asks about that.")
NOT_ON_TOP = QT_TRANSLATE_NOOP(
    "window",
    "On this desktop a program cannot keep its own window above others (Wayland). The menu of the "
    "mini timer's title bar may offer it.",
)
