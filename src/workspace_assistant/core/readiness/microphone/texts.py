"""Every sentence of the microphone check."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.readiness.microphone.ports import Unavailable
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

STAGE_OPENING = QT_TRANSLATE_NOOP("microphone", "Opening the microphone.")
STAGE_QUIET = QT_TRANSLATE_NOOP("microphone", "Stay quiet: the background noise is measured.")
STAGE_SPEECH = QT_TRANSLATE_NOOP(
    "microphone",
    "Read this sentence aloud: “Good morning, thanks for calling; shall we check together "
    "which five of your orders should ship on Thursday?”",
)
STAGE_ANALYZING = QT_TRANSLATE_NOOP("microphone", "Analyzing the recording.")

FINDINGS: Mapping[str, FindingText] = {
    "microphone-muted": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The microphone delivers digital silence: it is muted, or this program may not hear "
            "it.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Unmute it at the headset's switch and in the system's sound settings, and check the "
            "permission to use the microphone.",
        ),
    ),
    "no-speech-heard": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The speaking part is only {excess} louder than the quiet part, and a voice is "
            "measured from {limit} on.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Run the check again: stay quiet first, then read the sentence aloud. If you did, "
            "check that the right microphone is chosen and close to your mouth.",
        ),
    ),
    "speech-too-quiet": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your voice is too quiet: {value}, where at least {limit} is good.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Raise the input level by about {change}, or move the microphone closer to your mouth.",
        ),
    ),
    "speech-too-loud": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your voice is too loud: {value}, where at most {limit} is good.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Lower the input level by about {change}, or move the microphone away from your mouth.",
        ),
    ),
    "noise-high": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The background is loud: {value}, where at most {limit} is good.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Close doors and windows and switch off fans; if your voice is loud enough, lower the "
            "input level.",
        ),
    ),
    "noise-unsteady": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The quiet part was not steady: its level varies by {value}, so the noise figure is "
            "uncertain.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "If somebody spoke or typed during the quiet part, run the check again.",
        ),
    ),
    "snr-low": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your voice is only {value} above the background noise, where at least {limit} is "
            "good.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Move the microphone closer to your mouth, or make the room quieter. Raising the input "
            "level does not help: it raises the noise as well.",
        ),
    ),
    "clipping": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The recording is clipped: {value} flat tops and {full_scale} samples at full scale.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Lower the input level, first at the headset or microphone, then in the system's sound "
            "settings, by about {change}.",
        ),
    ),
    "over-driven": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The loudest parts are crowded together ({value} of them at the peak): over-driven or "
            "heavily compressed.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "If callers say that you sound harsh, lower the input level or switch off microphone "
            "boost.",
        ),
    ),
    "dc-offset": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The signal is shifted by a constant {value} of full scale: the input is faulty or "
            "badly adjusted.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Try another socket or another microphone.",
        ),
    ),
    "noise-gate": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "In the quiet part the microphone delivers exact silence: a noise gate or noise "
            "suppression is at work, so the noise under your voice stays unknown.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Nothing to do, unless callers hear your words cut off: then switch off noise "
            "suppression.",
        ),
    ),
    "input-lost": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The system reports that sound was lost {value} times while recording.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Close programs that keep the processor busy, and connect the headset to the computer "
            "without a hub.",
        ),
    ),
}

# The same finding where its usual words would mislead: the code stays.
NO_LOUDER: Mapping[str, FindingText] = {
    "no-speech-heard": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The speaking part is no louder than the quiet part, and a voice is measured from "
            "{limit} above it on.",
        ),
        FINDINGS["no-speech-heard"].action,
    ),
}
CLIPPED_YET_QUIET: Mapping[str, FindingText] = {
    "clipping": FindingText(
        FINDINGS["clipping"].message,
        QT_TRANSLATE_NOOP(
            "microphone",
            "Switch off microphone boost and lower the level at the headset or microphone first; "
            "then raise it in the system's sound settings.",
        ),
    ),
}

UNAVAILABLE: Mapping[Unavailable, str] = {
    Unavailable.NO_DEVICE: QT_TRANSLATE_NOOP(
        "microphone", "There is no microphone. Connect a headset and run the check again."
    ),
    Unavailable.NO_SOUND_SERVER: QT_TRANSLATE_NOOP(
        "microphone",
        "The sound system of this computer does not answer. Log out and in again, or restart the "
        "sound server (PipeWire or PulseAudio).",
    ),
    Unavailable.UNKNOWN_DEVICE: QT_TRANSLATE_NOOP(
        "microphone",
        "The chosen microphone is not connected. Connect it, or choose another microphone.",
    ),
    Unavailable.DEVICE_BUSY: QT_TRANSLATE_NOOP(
        "microphone",
        "Another program holds the microphone for itself. Close calls and recorders, then run the "
        "check again.",
    ),
    Unavailable.PERMISSION_DENIED: QT_TRANSLATE_NOOP(
        "microphone",
        "This program may not use the microphone. Allow it in the system's privacy settings.",
    ),
    Unavailable.FORMAT_REFUSED: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone refuses its own sample rate or channel count. Choose its default format in "
        "the system's sound settings, or another microphone.",
    ),
    Unavailable.CANNOT_OPEN: QT_TRANSLATE_NOOP(
        "microphone",
        "The system could not open the microphone. Disconnect and connect it again, then run the "
        "check again.",
    ),
    Unavailable.DOES_NOT_OPEN: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone did not open within 8 seconds. Disconnect and connect it again, then run "
        "the check again.",
    ),
    Unavailable.DELIVERS_NOTHING: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone opens but delivers no sound within 3 seconds. Disconnect and connect it "
        "again, or choose another microphone.",
    ),
    Unavailable.STOPPED_DELIVERING: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone stopped delivering sound while recording, or delivered it too slowly. "
        "Check its cable and battery, then run the check again.",
    ),
    Unavailable.UNPLUGGED: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone was disconnected while recording. Connect it firmly and run the check "
        "again.",
    ),
    Unavailable.LIBRARY_MISSING: QT_TRANSLATE_NOOP(
        "microphone",
        "The sound library PortAudio is missing. Install it (on Debian and Ubuntu: sudo apt "
        "install libportaudio2) and run the check again.",
    ),
    Unavailable.PLUGIN_MISSING: QT_TRANSLATE_NOOP(
        "microphone",
        "The link between this program and the sound server is missing. Install it (on Debian and "
        "Ubuntu: sudo apt install libasound2-plugins) and run the check again.",
    ),
}

NOT_MEASURED: Mapping[str, str] = {
    "digital-silence": QT_TRANSLATE_NOOP(
        "microphone", "The samples do not change at all, so there is nothing to measure."
    ),
    "no-speech": QT_TRANSLATE_NOOP("microphone", "No speech stood out from the background noise."),
    "no-noise": QT_TRANSLATE_NOOP(
        "microphone", "The quiet part is exact silence, which has no level in decibels."
    ),
    "quiet-part-too-short": QT_TRANSLATE_NOOP(
        "microphone", "Without at least 0.5 s of quiet at the start the noise cannot be measured."
    ),
    "speech-too-short": QT_TRANSLATE_NOOP(
        "microphone", "After the quiet part there must be at least 1 s of speech."
    ),
    "outside-range": QT_TRANSLATE_NOOP(
        "microphone",
        "The speaking part is fainter or louder than the method (ITU-T P.56) can measure.",
    ),
}
