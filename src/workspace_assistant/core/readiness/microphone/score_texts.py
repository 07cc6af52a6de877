"""What the four scores say where all is well."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.microphone.measurements import (
    AUDIO_BANDWIDTH,
    CLIPPING,
    LEVEL,
    NOISE,
    REVERBERATION,
    SNR,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLES: Mapping[str, str] = {
    "loud-enough": QT_TRANSLATE_NOOP("microphone", "Loud enough"),
    "clear": QT_TRANSLATE_NOOP("microphone", "Clear"),
    "quiet-room": QT_TRANSLATE_NOOP("microphone", "Quiet room"),
    "no-faults": QT_TRANSLATE_NOOP("microphone", "No technical faults"),
}

LOUD = QT_TRANSLATE_NOOP("microphone", "Your voice has {value}, where {low} to {high} is good.")
ABOVE_NOISE = QT_TRANSLATE_NOOP(
    "microphone",
    "Your voice stands {value} above the background noise, where at least {low} is good.",
)
ROOM = QT_TRANSLATE_NOOP("microphone", "The background has {value}, where at most {high} is good.")
BAND = QT_TRANSLATE_NOOP(
    "microphone", "The microphone hears tones up to {value}, where at least {low} is good."
)
TELEPHONE_BAND = QT_TRANSLATE_NOOP(
    "microphone",
    "Your voice is as clear as calls by telephone number carry it, and no clearer: tones up to "
    "{value} are picked up, where at least {low} is good.",
)
ECHO = QT_TRANSLATE_NOOP(
    "microphone", "Words ring on for about {value}, where at most {high} is good."
)
UNSURE_ECHO = QT_TRANSLATE_NOOP(
    "microphone",
    "Words ring on for about {value}: an estimate too rough to say that it is more than the {high} "
    "that is good.",
)
SHORT_ECHO = QT_TRANSLATE_NOOP(
    "microphone", "Words ring on for {value} at most, where at most {high} is good."
)
FLAT_TOPS = QT_TRANSLATE_NOOP(
    "microphone", "Flat tops of clipping: {value}, where at most {high} is good."
)
DROPOUTS = QT_TRANSLATE_NOOP("microphone", "Dropouts: {value}, where {high} is good.")
COARSE = QT_TRANSLATE_NOOP(
    "microphone",
    "The recording has steps as coarse as of 8 bits: gaps and a noise gate cannot be seen in it.",
)
UNSEEN = QT_TRANSLATE_NOOP(
    "microphone",
    "Clipping inside a headset that codes the voice leaves no trace that could be seen here.",
)
# What a score says of a decisive number that it had to do without.
MISSING: Mapping[str, str] = {
    AUDIO_BANDWIDTH: QT_TRANSLATE_NOOP(
        "microphone", "How high the microphone hears was not measured."
    ),
    REVERBERATION: QT_TRANSLATE_NOOP("microphone", "The echo was not measured."),
    SNR: QT_TRANSLATE_NOOP(
        "microphone", "How far your voice stands above the noise was not measured."
    ),
    NOISE: QT_TRANSLATE_NOOP("microphone", "The background noise was not measured."),
    LEVEL: QT_TRANSLATE_NOOP("microphone", "The level of your voice was not measured."),
    CLIPPING: QT_TRANSLATE_NOOP("microphone", "Clipping was not looked for."),
}
NOT_TESTED = QT_TRANSLATE_NOOP("microphone", "This could not be measured.")
