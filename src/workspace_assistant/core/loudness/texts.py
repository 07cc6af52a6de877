"""Sentences about the loudness of calls."""

from __future__ import annotations

from workspace_assistant.core.loudness.model import WhyNot
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

WHY_NOT = {
    WhyNot.NOT_SHARED: QT_TRANSLATE_NOOP(
        "loudness",
        "Here a measurement could take the microphone away from the call, so none is made.",
    ),
    WhyNot.NO_CALL_MICROPHONE: QT_TRANSLATE_NOOP(
        "loudness", "The call had ended, or its microphone is not known."
    ),
    WhyNot.SEVERAL_MICROPHONES: QT_TRANSLATE_NOOP(
        "loudness", "More than one microphone is in use; which one is the call's is not known."
    ),
    WhyNot.MUTED: QT_TRANSLATE_NOOP("loudness", "The microphone is muted in the sound settings."),
    WhyNot.TAKE_FAILED: QT_TRANSLATE_NOOP(
        "loudness", "The microphone could not be heard, or its volume changed meanwhile."
    ),
    WhyNot.TOO_LITTLE_SPEECH: QT_TRANSLATE_NOOP("loudness", "You said too little at that moment."),
    WhyNot.TOO_MUCH_NOISE: QT_TRANSLATE_NOOP(
        "loudness", "The room was too loud to tell your voice from it."
    ),
    WhyNot.NOT_KEPT: QT_TRANSLATE_NOOP("loudness", "The database could not be written."),
}
PRIVATE = QT_TRANSLATE_NOOP(
    "loudness",
    "Only levels are kept, never sound, and nothing leaves this computer.",
)
IS_OFF = QT_TRANSLATE_NOOP("loudness", "The loudness of calls is not measured: that is off.")
NEEDS_BREAKS = QT_TRANSLATE_NOOP(
    "loudness", "Breaks are off, so calls are not noticed and nothing is measured."
)
