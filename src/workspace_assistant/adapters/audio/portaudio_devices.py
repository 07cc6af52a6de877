"""What PortAudio's own list says of a device, where no sound server can be asked. Pure.

PortAudio tells a name, an interface and a rate. Windows and macOS put more into names than they
mean to, so a name that says nothing leaves the connection unknown; neither tells mute, volume or
the default for calls through PortAudio.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workspace_assistant.core.readiness.foreign_names import one_line
from workspace_assistant.core.readiness.headset.model import PlaybackDevice
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice

Entry = Mapping[str, Any]

# Where PortAudio's "default rate" is the device's own; ALSA and MME write 44100 for everything.
_TELLS_RATE = ("WASAPI", "Core Audio", "WDM-KS")
# Windows appends the first to Bluetooth headsets that carry calls; the rest is what vendors write.
_HANDS_FREE = ("hands-free", "handsfree")
_BY_WORDS = (
    (Connection.BLUETOOTH, (*_HANDS_FREE, "bluetooth", "airpods")),
    (Connection.VIRTUAL, ("virtual", "vb-audio", "blackhole", "zoomaudio", "teams audio")),
    (Connection.HDMI, ("hdmi", "displayport", "display audio", "high definition audio (nvidia")),
    (Connection.USB, ("usb",)),
    (
        Connection.BUILT_IN,
        ("built-in", "internal", "macbook", "imac", "microphone array", "mikrofonarray"),
    ),
    (Connection.JACK, ("external microphone", "external headphones", "front mic", "rear mic")),
)


def microphone(entry: Entry) -> MicrophoneDevice:
    """A microphone out of an entry of the child's list."""
    name = one_line(str(entry["name"]))
    return MicrophoneDevice(
        id=str(entry["id"]),
        name=name,
        is_default=bool(entry["is_default"]),
        connection=connection_in(name),
        sample_rate_hz=_own_rate_hz(entry),
        is_hands_free=_is_hands_free(name),
    )


def playback_device(entry: Entry) -> PlaybackDevice:
    """An output out of an entry of the child's list."""
    name = one_line(str(entry["name"]))
    return PlaybackDevice(
        id=str(entry["id"]),
        name=name,
        is_default=bool(entry["is_default"]),
        connection=connection_in(name),
        profile="hands-free" if _is_hands_free(name) else "",
    )


def connection_in(name: str) -> Connection:
    """What a device's name gives away of its connection."""
    small = name.lower()
    return next(
        (kind for kind, words in _BY_WORDS if any(word in small for word in words)),
        Connection.UNKNOWN,
    )


def is_same_device(microphone_name: str, playback_name: str) -> bool | None:
    """Windows names both ends of a device alike in brackets: ``Headset (Jabra EVOLVE 20)``.

    None where either name has no brackets, or where only one end is in hands-free mode: then the
    names differ though the headset is one.
    """
    inside = [_in_brackets(name) for name in (microphone_name, playback_name)]
    if not all(inside) or _is_hands_free(microphone_name) != _is_hands_free(playback_name):
        return None
    return inside[0] == inside[1]


def _in_brackets(name: str) -> str:
    return name.partition("(")[2].removesuffix(")").strip().lower()


def _is_hands_free(name: str) -> bool | None:
    """True where the name says so. Newer Windows and macOS keep it to themselves."""
    return True if any(word in name.lower() for word in _HANDS_FREE) else None


def _own_rate_hz(entry: Entry) -> int | None:
    rate_hz = int(entry.get("rate_hz") or 0)
    is_told = any(api in str(entry.get("api", "")) for api in _TELLS_RATE)
    return rate_hz if is_told and rate_hz > 0 else None
