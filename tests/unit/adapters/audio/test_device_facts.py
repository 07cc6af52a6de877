"""Entries of real kinds of devices become facts; what nobody told stays unknown."""

import math

import pytest

from tests.unit.adapters.audio.sound_documents import (
    HDMI_SCREEN,
    JACK_HEADPHONES,
    JACK_MICROPHONE,
    LAPTOP_MICROPHONE,
    LAPTOP_SPEAKERS,
    PIPEWIRE_BLUETOOTH_MICROPHONE,
    PIPEWIRE_MUSIC_EARPIECE,
    PULSE_BLUETOOTH_MICROPHONE,
    UCM_JACK,
    UCM_MICROPHONE,
    USB_EARPIECE,
    USB_MICROPHONE,
    VIRTUAL_MICROPHONE,
    Entry,
    entry,
    port,
    volume,
)
from workspace_assistant.adapters.audio import device_facts
from workspace_assistant.core.readiness.microphone.model import Connection

SOMETHING_ON_PCI = entry("alsa_input.pci", properties={"device.bus": "pci"})


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (USB_MICROPHONE, Connection.USB),
        (USB_EARPIECE, Connection.USB),
        (LAPTOP_MICROPHONE, Connection.BUILT_IN),
        (LAPTOP_SPEAKERS, Connection.BUILT_IN),
        (UCM_MICROPHONE, Connection.BUILT_IN),
        (JACK_MICROPHONE, Connection.JACK),
        (JACK_HEADPHONES, Connection.JACK),
        (UCM_JACK, Connection.JACK),
        (HDMI_SCREEN, Connection.HDMI),
        (HDMI_SCREEN | {"ports": [], "active_port": None}, Connection.HDMI),
        (PULSE_BLUETOOTH_MICROPHONE, Connection.BLUETOOTH),
        (PIPEWIRE_BLUETOOTH_MICROPHONE, Connection.BLUETOOTH),
        (VIRTUAL_MICROPHONE, Connection.VIRTUAL),
        (LAPTOP_MICROPHONE | {"active_port": None}, Connection.BUILT_IN),
        (SOMETHING_ON_PCI, Connection.UNKNOWN),
        (
            SOMETHING_ON_PCI | {"ports": [port("x", "Analog Input", "Analog")], "active_port": "x"},
            Connection.UNKNOWN,
        ),
        ({"name": "x"}, Connection.VIRTUAL),
    ],
)
def test_connections(document: Entry, expected: Connection) -> None:
    assert device_facts.connection(document) is expected


@pytest.mark.parametrize(
    ("document", "profile", "expected"),
    [
        (PULSE_BLUETOOTH_MICROPHONE, "headset-head-unit", True),
        (PIPEWIRE_BLUETOOTH_MICROPHONE, "headset-head-unit", True),
        (PIPEWIRE_MUSIC_EARPIECE, "a2dp-sink", False),
        (entry("x", properties={"device.bus": "bluetooth"}), "", None),
        (USB_MICROPHONE, "", False),
        (SOMETHING_ON_PCI, "", None),
    ],
)
def test_hands_free_profiles(document: Entry, profile: str, *, expected: bool | None) -> None:
    assert device_facts.bluetooth_profile(document) == profile
    assert device_facts.is_hands_free(document) is expected


@pytest.mark.parametrize(
    ("document", "rate_hz"),
    [
        (USB_MICROPHONE, 16_000),
        (LAPTOP_MICROPHONE, 44_100),
        (PULSE_BLUETOOTH_MICROPHONE, 16_000),
        (PIPEWIRE_BLUETOOTH_MICROPHONE, 8_000),  # CVSD, whatever the graph runs at
    ],
)
def test_the_rate_is_the_devices_own(document: Entry, rate_hz: int) -> None:
    assert device_facts.native_rate_hz(document) == rate_hz


@pytest.mark.parametrize(
    ("document", "db"),
    [
        (USB_MICROPHONE, -6.0),
        (LAPTOP_MICROPHONE, 0.0),
        (entry("x", volume=volume(65_536, 32_768)), 0.0),
        (entry("x", volume=volume(99_957)), 11.0),
        (entry("x", volume=volume(0)), -math.inf),
        (entry("x", flags=[]), None),
        (entry("x", volume=None), None),
    ],
)
def test_volumes_are_told_in_decibels(document: Entry, db: float | None) -> None:
    assert device_facts.volume_db(document) == db


def test_mute_is_unknown_where_nothing_is_said() -> None:
    assert device_facts.is_muted(USB_MICROPHONE) is False
    assert device_facts.is_muted(USB_MICROPHONE | {"mute": True}) is True
    assert device_facts.is_muted({"name": "x"}) is None


def test_devices_of_one_piece_of_hardware_share_a_name_for_it() -> None:
    assert device_facts.hardware(USB_MICROPHONE) == device_facts.hardware(USB_EARPIECE) != ""
    assert device_facts.hardware(PULSE_BLUETOOTH_MICROPHONE) == "74:D7:13:00:00:01"
    assert device_facts.hardware(PIPEWIRE_BLUETOOTH_MICROPHONE) == "74:D7:13:00:00:01"
    assert device_facts.hardware(VIRTUAL_MICROPHONE) == ""
