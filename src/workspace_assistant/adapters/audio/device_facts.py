"""What one source or sink of the sound server is, read from its entry in pactl's JSON. Pure.

PulseAudio and PipeWire share the form and differ in the words: both are understood. An entry says
what udev, ALSA or BlueZ told the server; what none of them told stays unknown.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from workspace_assistant.core.readiness.microphone.model import Connection

Entry = Mapping[str, Any]

FULL_VOLUME = 65_536  # what PulseAudio calls 100 % and 0 dB (PA_VOLUME_NORM)

_INSIDE = ("internal", "built-in", "digital mic", "dmic", "speaker", "earpiece", "handset")
_IN_A_JACK = ("headset", "headphone", "line", "mic")
# HFP 1.9: CVSD at 8 kHz, mSBC at 16 kHz, LC3-SWB at 32 kHz.
_CODEC_RATES_HZ = {"cvsd": 8_000, "msbc": 16_000, "lc3_swb": 32_000}


def connection(entry: Entry) -> Connection:
    """How the device is connected; the bus decides first, then the socket in use."""
    properties = _properties(entry)
    if _is_bluetooth(properties):
        return Connection.BLUETOOTH
    if properties.get("device.bus") == "usb":
        return Connection.USB
    if _is_virtual(entry, properties):
        return Connection.VIRTUAL
    if found := _of_socket(_active_socket(entry)):
        return found
    if "hdmi" in str(entry.get("name", "")).lower():
        return Connection.HDMI
    is_internal = properties.get("device.form_factor") == "internal"
    return Connection.BUILT_IN if is_internal else Connection.UNKNOWN


def bluetooth_profile(entry: Entry) -> str:
    """Its mode, written as PipeWire writes it (``headset-head-unit``); empty where none is told."""
    properties = _properties(entry)
    for key in ("api.bluez5.profile", "bluetooth.protocol", "device.profile.name"):
        if _is_bluetooth(properties) and properties.get(key):
            return str(properties[key]).replace("_", "-")
    return ""


def is_hands_free(entry: Entry) -> bool | None:
    """Whether a Bluetooth device is in its hands-free profile; False for other connections."""
    if not _is_bluetooth(_properties(entry)):
        return None if connection(entry) is Connection.UNKNOWN else False
    profile = bluetooth_profile(entry)
    return profile.startswith(("headset", "handsfree")) if profile else None


def stream_format(entry: Entry) -> tuple[int, int]:
    """Channels and rate (Hz) that the server itself works at, out of ``s16le 2ch 48000Hz``."""
    _, channels, rate = str(entry["sample_specification"]).split()
    return int(channels.removesuffix("ch")), int(rate.removesuffix("Hz"))


def native_rate_hz(entry: Entry) -> int:
    """The device's own rate: a Bluetooth codec's where one is named, else the server's."""
    properties = _properties(entry)
    codec = str(properties.get("api.bluez5.codec") or properties.get("bluetooth.codec"))
    return _CODEC_RATES_HZ.get(codec.lower(), stream_format(entry)[1])


def volume_db(entry: Entry) -> float | None:
    """The louder channel's volume, 0 dB being the system's 100 %; None without a scale in dB."""
    values = channel_volumes(entry)
    if not values or "DECIBEL_VOLUME" not in entry.get("flags", ()):
        return None
    return decibels(max(values))


def channel_volumes(entry: Entry) -> list[int]:
    """PulseAudio's own numbers, channel by channel; `FULL_VOLUME` is 100 %."""
    return [int(channel["value"]) for channel in dict(entry.get("volume") or {}).values()]


def flat_volume(entry: Entry) -> int | None:
    """The volume of a stream that adds nothing to the device's, where volumes are flat.

    Then a stream's volume is the whole gain, and its 100 % would move the device's; None where the
    two are separate, as on nearly every system.
    """
    if "FLAT_VOLUME" not in entry.get("flags", ()):
        return None
    return max(channel_volumes(entry), default=FULL_VOLUME)


def active_port(entry: Entry) -> str:
    """The socket in use; empty where the device has none."""
    return str(entry.get("active_port") or "")


def decibels(volume: int) -> float:
    """PulseAudio's volumes are cubic: 60 dB a decade (pa_sw_volume_to_dB)."""
    return round(60 * math.log10(volume / FULL_VOLUME), 2) if volume > 0 else -math.inf


def is_muted(entry: Entry) -> bool | None:
    muted = entry.get("mute")
    return muted if isinstance(muted, bool) else None


def hardware(entry: Entry) -> str:
    """What the entries of one piece of hardware have in common; empty where nothing is told."""
    properties = _properties(entry)
    if _is_bluetooth(properties):
        keys: tuple[str, ...] = ("api.bluez5.address", "device.string")
    else:
        keys = ("sysfs.path", "device.bus_path", "alsa.long_card_name", "alsa.card_name")
    return next((str(properties[key]) for key in keys if properties.get(key)), "")


def _properties(entry: Entry) -> Mapping[str, Any]:
    return entry.get("properties") or {}


def _is_bluetooth(properties: Mapping[str, Any]) -> bool:
    api = str(properties.get("device.api", ""))
    return properties.get("device.bus") == "bluetooth" or api.startswith("bluez")


def _is_virtual(entry: Entry, properties: Mapping[str, Any]) -> bool:
    """A module's or a program's: no hardware says a server, and none is named."""
    is_known = properties.get("device.bus") or properties.get("device.api")
    return not is_known and "HARDWARE" not in entry.get("flags", ())


def _active_socket(entry: Entry) -> str:
    """Everything said of the port in use, in small letters."""
    ports = [port for port in entry.get("ports") or () if isinstance(port, Mapping)]
    active = (port for port in ports if port.get("name") == entry.get("active_port"))
    words = (str(port.get(key, "")) for port in active for key in ("name", "description", "type"))
    return " ".join(words).lower()


def _of_socket(socket: str) -> Connection | None:
    if "hdmi" in socket or "displayport" in socket:
        return Connection.HDMI
    if any(word in socket for word in _INSIDE):
        return Connection.BUILT_IN
    return Connection.JACK if any(word in socket for word in _IN_A_JACK) else None
