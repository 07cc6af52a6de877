"""What is asked when the window closes while a block runs."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

STILL_RUNS = QT_TRANSLATE_NOOP("window", "“{name}” is running. What becomes of it?")
GOES_ON = QT_TRANSLATE_NOOP(
    "window",
    "It can go on without this window: a small program in the background keeps its time and "
    "notices when you are away. The window shows it again at its next start.",
)
GOES_ON_UNWATCHED = QT_TRANSLATE_NOOP(
    "window",
    "It can go on without this window, but nothing watches it then: the next start asks what that "
    "time was.",
)
KEEP = QT_TRANSLATE_NOOP("window", "Keep it running")
STOP = QT_TRANSLATE_NOOP("window", "Stop it")
STAY = QT_TRANSLATE_NOOP("window", "Stay here")
KEYS = QT_TRANSLATE_NOOP("window", "Closing the window again keeps it running; Esc stays here.")
