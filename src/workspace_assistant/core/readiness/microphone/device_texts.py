"""What to do where a microphone cannot be had, or its volume cannot be set."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.microphone.ports import NoVolumeControl, Unavailable
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

UNAVAILABLE: Mapping[Unavailable, str] = {
    Unavailable.NO_DEVICE: QT_TRANSLATE_NOOP(
        "microphone", "There is no microphone. Connect a headset and try again."
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
        "Another program holds the microphone for itself. Close calls and recorders, then try "
        "again.",
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
        "The system could not open the microphone. Disconnect and connect it again, then try "
        "again.",
    ),
    Unavailable.DOES_NOT_OPEN: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone did not open within 8 seconds. Disconnect and connect it again, then try "
        "again.",
    ),
    Unavailable.DELIVERS_NOTHING: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone opens but delivers no sound within 3 seconds. Disconnect and connect it "
        "again, or choose another microphone.",
    ),
    Unavailable.STOPPED_DELIVERING: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone stopped delivering sound while recording, or delivered it too slowly. "
        "Check its cable and battery, then try again.",
    ),
    Unavailable.UNPLUGGED: QT_TRANSLATE_NOOP(
        "microphone",
        "The microphone was disconnected while recording. Connect it firmly and try again.",
    ),
    Unavailable.MOVED: QT_TRANSLATE_NOOP(
        "microphone",
        "The system or another program switched the recording to another microphone. Choose the "
        "microphone in the system's sound settings, then try again.",
    ),
    Unavailable.TURNED_DOWN: QT_TRANSLATE_NOOP(
        "microphone",
        "The sound server keeps this program's own recording muted, or at a volume other than "
        "100 %. In the system's sound settings, under the programs that record, set Workspace "
        "Assistant to 100 % and unmute it, then try again.",
    ),
    Unavailable.VOLUME_CHANGED: QT_TRANSLATE_NOOP(
        "microphone",
        "The input volume or the mute was changed while recording, by hand or by a program such as "
        "a call with automatic gain. Leave the controls alone, close other programs that record, "
        "then try again.",
    ),
    Unavailable.LIBRARY_MISSING: QT_TRANSLATE_NOOP(
        "microphone",
        "The sound library PortAudio is missing. Install it (on Debian and Ubuntu: sudo apt "
        "install libportaudio2) and try again.",
    ),
    Unavailable.PLUGIN_MISSING: QT_TRANSLATE_NOOP(
        "microphone",
        "The link between this program and the sound server is missing. Install it (on Debian and "
        "Ubuntu: sudo apt install libasound2-plugins) and try again.",
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
