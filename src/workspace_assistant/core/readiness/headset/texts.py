"""Every sentence of the headset check."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.readiness.microphone.model import Connection
from workspace_assistant.core.readiness.microphone.ports import NotPlayable
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

STAGE_LOOKING = QT_TRANSLATE_NOOP("headset", "Looking at the headset.")
STAGE_TONE = QT_TRANSLATE_NOOP("headset", "Stay quiet: a short tone is played into the earpiece.")

CONNECTIONS: Mapping[Connection, str] = {
    Connection.USB: QT_TRANSLATE_NOOP("headset", "USB"),
    Connection.JACK: QT_TRANSLATE_NOOP("headset", "jack"),
    Connection.BLUETOOTH: QT_TRANSLATE_NOOP("headset", "Bluetooth"),
    Connection.HDMI: QT_TRANSLATE_NOOP("headset", "HDMI"),
    Connection.BUILT_IN: QT_TRANSLATE_NOOP("headset", "built in"),
    Connection.VIRTUAL: QT_TRANSLATE_NOOP("headset", "virtual"),
}

FINDINGS: Mapping[str, FindingText] = {
    "connection-not-allowed": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "“{device}” is connected by {connection}, and this job allows {allowed}.",
        ),
        QT_TRANSLATE_NOOP(
            "headset", "Connect a headset in one of those ways and choose it as microphone."
        ),
    ),
    "system-mute": FindingText(
        QT_TRANSLATE_NOOP("headset", "The system has muted the microphone “{device}”."),
        QT_TRANSLATE_NOOP(
            "headset", "Unmute it in the system's sound settings or with the microphone key."
        ),
    ),
    "earpiece-muted": FindingText(
        QT_TRANSLATE_NOOP("headset", "The system has muted the output “{device}”."),
        QT_TRANSLATE_NOOP("headset", "Unmute it in the system's sound settings."),
    ),
    "output-amplified": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "The output volume of “{device}” is {excess} above the system's 100 %: loud sounds are "
            "distorted and can hurt your ears.",
        ),
        QT_TRANSLATE_NOOP(
            "headset",
            "Lower the output volume to 100 % or less in the system's sound settings; if callers "
            "are too quiet then, raise the volume at the headset.",
        ),
    ),
    "earpiece-missing": FindingText(
        QT_TRANSLATE_NOOP("headset", "There is no output to hear callers with."),
        QT_TRANSLATE_NOOP("headset", "Connect a headset, or choose it in the sound settings."),
    ),
    "hands-free-mode": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "The Bluetooth headset “{device}” is in hands-free mode: both ways sound like a "
            "telephone.",
        ),
        QT_TRANSLATE_NOOP(
            "headset",
            "Switch the headset from hands-free to its own USB adapter or cable. If it has to be "
            "Bluetooth, choose its wideband profile (mSBC) in the system's sound settings.",
        ),
    ),
    "other-microphone-default": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "“{device}” is not the system's default microphone: the call program may record from "
            "another one.",
        ),
        QT_TRANSLATE_NOOP(
            "headset",
            "Choose it in the call program, or make it the default in the system's sound settings.",
        ),
    ),
    "other-default-for-calls": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "“{device}” is the default device, but another one is the default for communication: "
            "calls may use that.",
        ),
        QT_TRANSLATE_NOOP(
            "headset",
            "In the system's sound settings, make it the default communication device as well.",
        ),
    ),
    "two-devices": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "You speak into “{microphone}” and hear through “{playback}”: two devices.",
        ),
        QT_TRANSLATE_NOOP(
            "headset",
            "If you wear a headset, choose it for both in the system's sound settings; a speaker "
            "gives callers their own voice back.",
        ),
    ),
    "microphone-shared": FindingText(
        QT_TRANSLATE_NOOP("headset", "Other programs listen to the microphone now: {programs}."),
        QT_TRANSLATE_NOOP(
            "headset", "Close those that you do not need: some keep the microphone for themselves."
        ),
    ),
    "earpiece-leaks": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "The microphone hears the earpiece: {value} of what is played, where at most {limit} "
            "is good. This is a relative figure, not the echo loss of a calibrated telephone "
            "(TCLw).",
        ),
        QT_TRANSLATE_NOOP(
            "headset",
            "Lower the output volume, turn the microphone away from the earpiece, and wear a "
            "headset instead of listening through speakers.",
        ),
    ),
    "sound-not-heard": FindingText(
        QT_TRANSLATE_NOOP("headset", "You did not recognize the word that was played."),
        QT_TRANSLATE_NOOP(
            "headset",
            "Choose the headset as output in the system's sound settings, raise its volume, and "
            "try again.",
        ),
    ),
}

# Where the tone comes back louder than it was played: no earpiece does that.
LOUDER_THAN_PLAYED: Mapping[str, FindingText] = {
    "earpiece-leaks": FindingText(
        QT_TRANSLATE_NOOP(
            "headset",
            "The tone comes back {value} louder than it was played, where at most {limit} is good: "
            "the microphone seems to record what the computer plays, or a loudspeaker is close to "
            "it.",
        ),
        QT_TRANSLATE_NOOP(
            "headset",
            "Choose the headset's own microphone, not a “monitor” or “stereo mix”. If you did, "
            "wear the headset instead of listening through speakers.",
        ),
    )
}

NOT_MEASURED: Mapping[str, str] = {
    "not-asked": QT_TRANSLATE_NOOP(
        "headset",
        "Nothing was played: run workspace-assistant mic --headset, or let the check play.",
    ),
    "no-word-played": QT_TRANSLATE_NOOP(
        "headset",
        "No word was played, so nobody was asked whether it is heard: that takes the microphone "
        "page, or workspace-assistant mic --headset at a terminal.",
    ),
    "not-answered": QT_TRANSLATE_NOOP(
        "headset", "No word was chosen, so it is not known whether the sound is heard."
    ),
    "system-does-not-tell": QT_TRANSLATE_NOOP(
        "headset", "This system does not tell how the headset is connected."
    ),
    "no-leak-found": QT_TRANSLATE_NOOP(
        "headset",
        "The tone was not found in the recording: too little leaks to be measured, or nothing "
        "sounded.",
    ),
    "virtual-output": QT_TRANSLATE_NOOP(
        "headset",
        "The tone went to a virtual output and was not found in the recording: whether anything "
        "sounded is not known. Choose the headset itself as output to measure what leaks.",
    ),
    "digital-silence": QT_TRANSLATE_NOOP(
        "headset", "The microphone delivered digital silence, so nothing can be said about a leak."
    ),
}

NOT_PLAYABLE: Mapping[NotPlayable, str] = {
    NotPlayable.NO_DEVICE: QT_TRANSLATE_NOOP(
        "headset", "There is nothing to play to. Connect a headset and try again."
    ),
    NotPlayable.NO_SOUND_SERVER: QT_TRANSLATE_NOOP(
        "headset",
        "The sound system of this computer does not answer. Log out and in again, or restart the "
        "sound server (PipeWire or PulseAudio).",
    ),
    NotPlayable.UNKNOWN_DEVICE: QT_TRANSLATE_NOOP(
        "headset", "The chosen output is not connected. Connect it, or choose another one."
    ),
    NotPlayable.DEVICE_BUSY: QT_TRANSLATE_NOOP(
        "headset", "Another program holds the output for itself. Close it and try again."
    ),
    NotPlayable.CANNOT_OPEN: QT_TRANSLATE_NOOP(
        "headset",
        "The system could not open the output. Disconnect and connect the headset, then try again.",
    ),
    NotPlayable.STOPPED: QT_TRANSLATE_NOOP(
        "headset", "The output stopped while playing. Check cable and battery, then try again."
    ),
    NotPlayable.UNPLUGGED: QT_TRANSLATE_NOOP(
        "headset", "The output was disconnected while playing. Connect it firmly and try again."
    ),
    NotPlayable.MOVED: QT_TRANSLATE_NOOP(
        "headset",
        "The system or another program switched the sound to another output while playing. Choose "
        "the headset as output in the system's sound settings, then try again.",
    ),
    NotPlayable.TURNED_DOWN: QT_TRANSLATE_NOOP(
        "headset",
        "The sound server keeps this program's own sound muted, or at a volume other than 100 %. "
        "In the system's sound settings, under the programs that play, set Workspace Assistant to "
        "100 % and unmute it, then try again.",
    ),
    NotPlayable.VOLUME_CHANGED: QT_TRANSLATE_NOOP(
        "headset",
        "The output volume or the mute was changed while playing. Leave the controls alone and try "
        "again.",
    ),
    NotPlayable.MICROPHONE_IN_USE: QT_TRANSLATE_NOOP(
        "headset",
        "Another program records from the microphone: a call may be running, so nothing was "
        "played. End the call, or close that program, then try again.",
    ),
    NotPlayable.LIBRARY_MISSING: QT_TRANSLATE_NOOP(
        "headset",
        "The sound library PortAudio is missing. Install it (on Debian and Ubuntu: sudo apt "
        "install libportaudio2) and try again.",
    ),
    NotPlayable.PLUGIN_MISSING: QT_TRANSLATE_NOOP(
        "headset",
        "The link between this program and the sound server is missing. Install it (on Debian and "
        "Ubuntu: sudo apt install libasound2-plugins) and try again.",
    ),
}
