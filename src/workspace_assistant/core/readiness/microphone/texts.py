"""Every sentence of the microphone check."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.readiness.microphone.ports import NoVolumeControl, Unavailable
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
    "no-voice-recognized": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The microphone heard a sound in the speaking part, but no voice in it.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Run the check again and read the sentence aloud. If you did, check that the right "
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
    "spoke-too-early": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Somebody spoke while it should be quiet, so the background noise is uncertain.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Run the check again and stay quiet until you are asked to read.",
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
            "Look at the mute switch, the cable and the battery, then run the check again.",
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
            "hub, and run the check again.",
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
            "without a hub, and run the check again.",
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

# The same finding where its usual words would mislead: the code stays.
NARROWER_THAN_ASKED: Mapping[str, FindingText] = {
    "narrowband-voice": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Nothing above {value} is picked up of your voice, where at least {limit} is asked "
            "for.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Connect the headset by its cable or USB adapter, or choose another microphone.",
        ),
    ),
}
FILLED_GAPS: Mapping[str, FindingText] = {
    "room-echo": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Between your words it never gets quiet, though the room is: a long echo, or a voice "
            "in the background.",
        ),
        FINDINGS["room-echo"].action,
    ),
}
HUMMING: Mapping[str, FindingText] = {
    code: FindingText(
        FINDINGS[code].message,
        QT_TRANSLATE_NOOP(
            "microphone",
            "Most of it is hum of the mains: unplug the charger, keep the cable away from power "
            "supplies, and measure again.",
        ),
    )
    for code in ("snr-low", "noise-high")
}
PEAKS_IN_THE_WAY: Mapping[str, FindingText] = {
    "speech-too-quiet": FindingText(
        FINDINGS["speech-too-quiet"].message,
        QT_TRANSLATE_NOOP(
            "microphone",
            "Move the microphone to the corner of your mouth, two fingers away from it, first. "
            "Raised by about {change}, the input would clip a knock as loud as the one in this "
            "recording.",
        ),
    ),
}
HANDS_FREE: Mapping[str, FindingText] = {
    "hands-free-suspected": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The Bluetooth headset is in hands-free mode: nothing above {value} is picked up.",
        ),
        FINDINGS["hands-free-suspected"].action,
    ),
}
_OFF_BLUETOOTH = QT_TRANSLATE_NOOP(
    "microphone",
    "This is the widest that hands-free mode carries. For a fuller voice use the headset's own USB "
    "adapter or cable.",
)
# By whether the system says so. The wideband profile is in use already.
WIDE_HANDS_FREE: Mapping[bool, Mapping[str, FindingText]] = {
    is_sure: {
        "hands-free-suspected": FindingText(texts["hands-free-suspected"].message, _OFF_BLUETOOTH)
    }
    for is_sure, texts in ((False, FINDINGS), (True, HANDS_FREE))
}
SUPPRESSED_NOISE: Mapping[str, FindingText] = {
    "noise-gate": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "In pauses there is {value} less noise than under your voice: a noise gate or noise "
            "suppression is at work.",
        ),
        FINDINGS["noise-gate"].action,
    ),
}
GATED_WORDS: Mapping[str, FindingText] = {
    "noise-gate": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Between words the microphone delivers exact silence: a noise gate or noise "
            "suppression is at work.",
        ),
        FINDINGS["noise-gate"].action,
    ),
}
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
    Unavailable.MOVED: QT_TRANSLATE_NOOP(
        "microphone",
        "The system or another program switched the recording to another microphone. Choose the "
        "microphone in the system's sound settings, then run the check again.",
    ),
    Unavailable.TURNED_DOWN: QT_TRANSLATE_NOOP(
        "microphone",
        "The sound server keeps this program's own recording muted, or at a volume other than "
        "100 %. In the system's sound settings, under the programs that record, set Workspace "
        "Assistant to 100 % and unmute it, then run the check again.",
    ),
    Unavailable.VOLUME_CHANGED: QT_TRANSLATE_NOOP(
        "microphone",
        "The input volume or the mute was changed while recording, by hand or by a program such as "
        "a call with automatic gain. Leave the controls alone, close other programs that record, "
        "then run the check again.",
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

NO_VOLUME_CONTROL: Mapping[NoVolumeControl, str] = {
    NoVolumeControl.NOT_ON_THIS_SYSTEM: QT_TRANSLATE_NOOP(
        "microphone",
        "The input volume cannot be set from here. Set it in the system's sound settings.",
    ),
    NoVolumeControl.NO_SOUND_SERVER: QT_TRANSLATE_NOOP(
        "microphone",
        "The sound system of this computer does not answer, so the input volume stays as it is.",
    ),
    NoVolumeControl.UNKNOWN_DEVICE: QT_TRANSLATE_NOOP(
        "microphone",
        "The chosen microphone is not connected. Connect it, or choose another microphone.",
    ),
    NoVolumeControl.REFUSED: QT_TRANSLATE_NOOP(
        "microphone",
        "The system does not set the input volume of this microphone. Look for a control on the "
        "headset, or in the system's sound settings.",
    ),
    NoVolumeControl.AT_ZERO: QT_TRANSLATE_NOOP(
        "microphone",
        "The input volume is at zero, and no step leads up from there. Set a level instead: in the "
        "system's sound settings, or with workspace-assistant mic --set-level -10.",
    ),
}

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
