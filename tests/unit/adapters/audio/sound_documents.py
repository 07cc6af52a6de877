"""What `pactl -f json` says of real kinds of devices, shortened to what is looked at.

Modeled on PulseAudio 16 and PipeWire 0.3/1.0; addresses and serial numbers are made up.
"""

from __future__ import annotations

from typing import Any

Entry = dict[str, Any]


def volume(*values: int) -> Entry:
    names = ("mono",) if len(values) == 1 else ("front-left", "front-right")
    return {
        name: {"value": value, "value_percent": f"{value * 100 // 65536}%"}
        for name, value in zip(names, values, strict=True)
    }


def entry(name: str, **changes: Any) -> Entry:
    """A source or sink without any hardware behind it."""
    document: Entry = {
        "index": 7,
        "name": name,
        "description": f"The {name}",
        "sample_specification": "s16le 2ch 48000Hz",
        "monitor_source": "",
        "mute": False,
        "volume": volume(65_536, 65_536),
        "flags": ["DECIBEL_VOLUME", "LATENCY"],
        "properties": {},
        "ports": [],
        "active_port": None,
    }
    return document | changes


def port(name: str, description: str, kind: str) -> Entry:
    return {"name": name, "description": description, "type": kind, "priority": 8900}


_HARDWARE = ["HARDWARE", "HW_MUTE_CTRL", "HW_VOLUME_CTRL", "DECIBEL_VOLUME", "LATENCY"]
_USB = {
    "device.api": "alsa",
    "device.bus": "usb",
    "device.form_factor": "headset",
    "device.bus_path": "pci-0000:00:14.0-usb-0:2:1.0",
    "sysfs.path": "/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/sound/card2",
    "device.vendor.id": "0b0e",
    "alsa.card_name": "Jabra EVOLVE 20 MS",
}
_USB_NAME = "usb-GN_Netcom_A_S_Jabra_EVOLVE_20_MS_000123-00"
USB_MICROPHONE = entry(
    f"alsa_input.{_USB_NAME}.mono-fallback",
    index=3,
    description="Jabra EVOLVE 20 MS Mono",
    sample_specification="s16le 1ch 16000Hz",
    volume=volume(52_057),
    flags=_HARDWARE,
    properties=_USB,
    ports=[port("analog-input-mic", "Microphone", "Mic")],
    active_port="analog-input-mic",
)
USB_EARPIECE = entry(
    f"alsa_output.{_USB_NAME}.analog-stereo",
    index=4,
    description="Jabra EVOLVE 20 MS Analog Stereo",
    flags=_HARDWARE,
    properties=_USB,
    ports=[port("analog-output", "Analog Output", "Analog")],
    active_port="analog-output",
)

_LAPTOP = {
    "device.api": "alsa",
    "device.bus": "pci",
    "device.form_factor": "internal",
    "device.bus_path": "pci-0000:00:1f.3",
    "sysfs.path": "/devices/pci0000:00/0000:00:1f.3/sound/card0",
}
_LAPTOP_INPUTS = [
    port("analog-input-internal-mic", "Internal Microphone", "Mic"),
    port("analog-input-headset-mic", "Headset Microphone", "Headset"),
]
_LAPTOP_OUTPUTS = [
    port("analog-output-speaker", "Speakers", "Speaker"),
    port("analog-output-headphones", "Headphones", "Headphones"),
]
LAPTOP_MICROPHONE = entry(
    "alsa_input.pci-0000_00_1f.3.analog-stereo",
    index=1,
    description="Built-in Audio Analog Stereo",
    sample_specification="s16le 2ch 44100Hz",
    flags=_HARDWARE,
    properties=_LAPTOP,
    ports=_LAPTOP_INPUTS,
    active_port="analog-input-internal-mic",
)
JACK_MICROPHONE = LAPTOP_MICROPHONE | {"active_port": "analog-input-headset-mic"}
LAPTOP_SPEAKERS = entry(
    "alsa_output.pci-0000_00_1f.3.analog-stereo",
    index=0,
    description="Built-in Audio Analog Stereo",
    flags=_HARDWARE,
    properties=_LAPTOP,
    ports=_LAPTOP_OUTPUTS,
    active_port="analog-output-speaker",
)
JACK_HEADPHONES = LAPTOP_SPEAKERS | {"active_port": "analog-output-headphones"}
# Newer laptops name their sockets by the kernel's use-case files (UCM).
UCM_MICROPHONE = entry(
    "alsa_input.pci-0000_00_1f.3-platform-skl_hda_dsp_generic.HiFi__hw_sofhdadsp_6__source",
    flags=_HARDWARE,
    properties=_LAPTOP,
    ports=[port("[In] Mic1", "Digital Microphone", "Mic")],
    active_port="[In] Mic1",
)
UCM_JACK = UCM_MICROPHONE | {
    "ports": [port("[In] Mic2", "Stereo Microphone", "Mic")],
    "active_port": "[In] Mic2",
}

_MONITOR = {"device.api": "alsa", "device.bus": "pci", "device.bus_path": "pci-0000:01:00.1"}
HDMI_SCREEN = entry(
    "alsa_output.pci-0000_01_00.1.hdmi-stereo",
    flags=_HARDWARE,
    properties=_MONITOR,
    ports=[port("hdmi-output-0", "HDMI / DisplayPort", "HDMI")],
    active_port="hdmi-output-0",
)

PULSE_BLUETOOTH_MICROPHONE = entry(
    "bluez_source.74_D7_13_00_00_01.headset_head_unit",
    index=11,
    description="WH-1000XM4",
    sample_specification="s16le 1ch 16000Hz",
    volume=volume(65_536),
    flags=["HARDWARE", "DECIBEL_VOLUME", "LATENCY"],
    properties={
        "device.api": "bluez",
        "device.bus": "bluetooth",
        "device.form_factor": "headset",
        "device.string": "74:D7:13:00:00:01",
        "bluetooth.protocol": "headset_head_unit",
        "bluetooth.codec": "mSBC",
    },
    ports=[port("headset-input", "Headset", "Headset")],
    active_port="headset-input",
)
PULSE_BLUETOOTH_EARPIECE = PULSE_BLUETOOTH_MICROPHONE | {
    "index": 12,
    "name": "bluez_sink.74_D7_13_00_00_01.headset_head_unit",
}

# PipeWire's graph runs at 48 kHz; the codec tells what the radio carries.
PIPEWIRE_BLUETOOTH_MICROPHONE = entry(
    "bluez_input.74:D7:13:00:00:01",
    index=86,
    description="WH-1000XM4",
    sample_specification="s16le 1ch 48000Hz",
    monitor_source="n/a",
    volume=volume(65_536),
    flags=["HARDWARE", "DECIBEL_VOLUME", "LATENCY"],
    properties={
        "device.api": "bluez5",
        "api.bluez5.address": "74:D7:13:00:00:01",
        "api.bluez5.profile": "headset-head-unit",
        "api.bluez5.codec": "cvsd",
        "media.class": "Audio/Source",
    },
)
PIPEWIRE_BLUETOOTH_EARPIECE = PIPEWIRE_BLUETOOTH_MICROPHONE | {
    "index": 84,
    "name": "bluez_output.74_D7_13_00_00_01.1",
}
PIPEWIRE_MUSIC_EARPIECE = PIPEWIRE_BLUETOOTH_EARPIECE | {
    "properties": {
        "device.api": "bluez5",
        "api.bluez5.address": "74:D7:13:00:00:01",
        "api.bluez5.profile": "a2dp-sink",
        "api.bluez5.codec": "aac",
    }
}

PULSE_MONITOR = entry("out.monitor", monitor_source="out")
PIPEWIRE_MONITOR = entry(
    "out.monitor", monitor_source="n/a", properties={"device.class": "monitor"}
)
VIRTUAL_MICROPHONE = entry("noise_remover", properties={"device.class": "filter"})


def stream(source: int, client: str | None = "41", **properties: str) -> Entry:
    """A program that records: an entry of ``list source-outputs``."""
    names = {key.replace("_", "."): value for key, value in properties.items()}
    return {"source": source, "client": client, "corked": False, "properties": names}
