"""Every sentence of the microphone check."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.findings import FindingText
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
            "Try again: stay quiet first, then read the sentence aloud. If you did, check that "
            "the right microphone is chosen and close to your mouth.",
        ),
    ),
    "no-voice-recognized": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The microphone heard a sound in the speaking part, but no voice in it: a noise, or a "
            "whisper.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Try again and read the sentence aloud. If you did, check that the right "
            "microphone is chosen and close to your mouth.",
        ),
    ),
    "speech-too-quiet": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your voice is too quiet: {value}, where at least {limit} is good.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Raise the input level by about {change}, or move the microphone to the corner of your "
            "mouth, two fingers away from it.",
        ),
    ),
    "speech-too-loud": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your voice is too loud: {value}, where at most {limit} is good.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Lower the input level by about {change}, or move the microphone a finger's width "
            "further from your mouth.",
        ),
    ),
    "knocks": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "A knock, a cough or another short sound far louder than your voice lifts the level by "
            "{value}. Your voice is judged without it.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "If you bumped the microphone or the desk, try again without.",
        ),
    ),
    "spoke-too-early": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Somebody spoke while it should be quiet, so the background noise is uncertain.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Try again and stay quiet until you are asked to read.",
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
            "If somebody spoke or typed during the quiet part, try again.",
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
            "Move the microphone to the corner of your mouth, or make the room quieter. Raising "
            "the input level does not help: it raises the noise as well.",
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
            "settings, by about {change}. Then measure again.",
        ),
    ),
    "clipping-suspected": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The loudest parts crowd just below the peak ({value} of them): they may have been "
            "clipped before they came here, or squashed by a compressor.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "If callers say that you sound harsh, lower the level at the headset or microphone "
            "itself, and switch off microphone boost.",
        ),
    ),
    "over-driven": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your loudest moments stand only {value} above your voice, where {limit} is usual: "
            "over-driven or heavily compressed.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "If callers say that you sound harsh, lower the input level or switch off microphone "
            "boost and automatic gain.",
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
    "mains-hum": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "There is a hum of {mains} from the mains: {value}, where at most {limit} is good.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Unplug the charger and measure again. If the hum goes, use another socket or charger; "
            "if it stays, connect the headset by USB and keep its cable away from power supplies.",
        ),
    ),
    "rumble": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Rumble under 50 Hz lifts the level by {value}: wind, breath or a shaken cable. Your "
            "voice is judged without it.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Move the microphone out of your breath and of drafts, and put nothing on the table "
            "that shakes it.",
        ),
    ),
    "narrowband-voice": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your voice has the narrow band of an old telephone: nothing above {value} is picked "
            "up.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "This is enough for calls by telephone number. For clearer ones connect the headset by "
            "its cable or USB adapter, or choose another microphone.",
        ),
    ),
    "hands-free-suspected": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The microphone seems to be a Bluetooth headset in hands-free mode: nothing above "
            "{value} is picked up.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Switch the headset from hands-free to its own USB adapter or cable. If it has to be "
            "Bluetooth, choose its wideband profile (mSBC) in the system's sound settings.",
        ),
    ),
    "room-echo": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The room echoes: words ring on for about {value}, where at most {limit} is good. This "
            "is an estimate from the ends of your words.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Move the microphone to the corner of your mouth, draw the curtains, and put something "
            "soft behind you, such as clothes or a bed; in a smaller room with a carpet it is "
            "better.",
        ),
    ),
    "dropouts": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Sound is missing or repeated: {value} times, first at {place} into the recording.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Close programs that keep the processor busy and connect the headset to the computer "
            "without a hub; a Bluetooth headset must be near.",
        ),
    ),
    "went-silent": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The microphone falls silent {place} into the recording, for {value}: it was muted or "
            "disconnected.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Look at the mute switch, the cable and the battery, then try again.",
        ),
    ),
    "clock-off": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The microphone's clock is off by {value}, where at most {limit} is good: callers hear "
            "sound that skips or drags.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Choose 48 kHz for the microphone in the system's sound settings, connect it without a "
            "hub, and try again.",
        ),
    ),
    "sound-missing": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Of the time recorded, {value} of sound never arrived.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Close programs that keep the processor busy, connect the headset to the computer "
            "without a hub, and try again.",
        ),
    ),
    "quieter-than-usual": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Your voice is {difference} quieter than your usual {usual} with this microphone "
            "({count} checks).",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "If you sit as always, look at where the microphone is and at its input level: "
            "something changed.",
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
