"""Why a number is missing, by the reason that the report names."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NOT_MEASURED: Mapping[str, str] = {
    "digital-silence": QT_TRANSLATE_NOOP(
        "microphone", "The samples do not change at all, so there is nothing to measure."
    ),
    "no-speech": QT_TRANSLATE_NOOP("microphone", "No speech stood out from the background noise."),
    "no-voice": QT_TRANSLATE_NOOP("microphone", "No voice was recognized in what was heard."),
    "no-noise": QT_TRANSLATE_NOOP(
        "microphone", "The quiet part is exact silence, which has no level in decibels."
    ),
    "gated": QT_TRANSLATE_NOOP(
        "microphone",
        "A noise gate or noise suppression hides the noise under your voice and the ends of words.",
    ),
    "quiet-part-too-short": QT_TRANSLATE_NOOP(
        "microphone", "Without at least 0.5 s of quiet at the start the noise cannot be measured."
    ),
    "speech-too-short": QT_TRANSLATE_NOOP(
        "microphone", "After the quiet part there must be at least 1 s of speech."
    ),
    "no-hum": QT_TRANSLATE_NOOP(
        "microphone",
        "No hum of the mains stands out from the background noise, so it has no level.",
    ),
    "no-noise-to-look-at": QT_TRANSLATE_NOOP(
        "microphone", "The quiet part is too short, or exact silence, to look for hum in it."
    ),
    "band-unclear": QT_TRANSLATE_NOOP(
        "microphone", "There is too little speech to tell how high the microphone hears."
    ),
    "no-clear-endings": QT_TRANSLATE_NOOP(
        "microphone", "Too few words end in a pause to tell how long they ring on."
    ),
    "file-has-no-clock": QT_TRANSLATE_NOOP(
        "microphone", "A file does not tell when its samples came."
    ),
    "recording-too-short": QT_TRANSLATE_NOOP(
        "microphone",
        "The recording is too short to compare the microphone's clock with this one's.",
    ),
    "outside-range": QT_TRANSLATE_NOOP(
        "microphone",
        "The speaking part is fainter or louder than the method (ITU-T P.56) can measure.",
    ),
}
