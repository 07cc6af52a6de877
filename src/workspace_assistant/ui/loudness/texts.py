"""Sentences of the loudness of calls in the window."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("loudness", "How loud you speak in calls")
SWITCH = QT_TRANSLATE_NOOP("loudness", "Measure how loud I speak during calls")
INTRO = QT_TRANSLATE_NOOP(
    "loudness",
    "Who raises the voice for weeks seldom notices it. For four seconds every three minutes of a "
    "call, it is measured how loud your voice reaches the microphone.",
)
LIMITS = QT_TRANSLATE_NOOP(
    "loudness",
    "Nearer to the microphone reads as louder. A mute inside the call program cannot be seen, and "
    "without a headset the other side is measured as well.",
)
LAST = QT_TRANSLATE_NOOP("loudness", "Not measured last time: {reason}")
TURNED_ON = QT_TRANSLATE_NOOP("loudness", "Kept: your next calls are measured.")
TURNED_OFF = QT_TRANSLATE_NOOP("loudness", "Kept: nothing is measured. What was measured stays.")
FAULT = QT_TRANSLATE_NOOP(
    "loudness",
    "Something unforeseen happened with the loudness of calls. Details are in the log.",
)
BROKE = QT_TRANSLATE_NOOP(
    "loudness",
    "The loudness of calls is not measured any more. Start the program anew; details are in the "
    "log.",
)
