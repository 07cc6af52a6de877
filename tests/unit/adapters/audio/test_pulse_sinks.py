"""Outputs out of pactl's JSON, and which of them belongs to a microphone."""

from pathlib import Path

import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import (
    HDMI_SCREEN,
    JACK_HEADPHONES,
    JACK_MICROPHONE,
    LAPTOP_MICROPHONE,
    LAPTOP_SPEAKERS,
    PIPEWIRE_BLUETOOTH_EARPIECE,
    PIPEWIRE_BLUETOOTH_MICROPHONE,
    PULSE_BLUETOOTH_EARPIECE,
    PULSE_BLUETOOTH_MICROPHONE,
    USB_EARPIECE,
    USB_MICROPHONE,
    VIRTUAL_MICROPHONE,
    Entry,
    entry,
)
from workspace_assistant.adapters.audio.pulse_sinks import (
    is_same_device,
    list_sinks,
    parse_sinks,
)
from workspace_assistant.adapters.audio.pulse_sources import parse_sources
from workspace_assistant.core.readiness.headset.model import PlaybackDevice
from workspace_assistant.core.readiness.microphone.model import Connection
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)


def test_an_earpiece_is_told_with_all_its_facts() -> None:
    (found,) = parse_sinks([PIPEWIRE_BLUETOOTH_EARPIECE], "bluez_output.74_D7_13_00_00_01.1")
    assert (found.index, found.channels) == (84, 1)
    assert found.device == PlaybackDevice(
        id="bluez_output.74_D7_13_00_00_01.1",
        name="WH-1000XM4",
        connection=Connection.BLUETOOTH,
        is_default=True,
        is_muted=False,
        volume_db=0.0,
        profile="headset-head-unit",
    )


def test_the_stand_in_for_no_output_is_none() -> None:
    found = parse_sinks([entry("auto_null"), USB_EARPIECE], "auto_null")
    assert [sink.index for sink in found] == [4]
    assert not any(sink.device.is_default for sink in found)


@pytest.mark.parametrize(
    ("microphone", "output", "expected"),
    [
        (USB_MICROPHONE, USB_EARPIECE, True),
        (PULSE_BLUETOOTH_MICROPHONE, PULSE_BLUETOOTH_EARPIECE, True),
        (PIPEWIRE_BLUETOOTH_MICROPHONE, PIPEWIRE_BLUETOOTH_EARPIECE, True),
        (LAPTOP_MICROPHONE, LAPTOP_SPEAKERS, True),
        (JACK_MICROPHONE, JACK_HEADPHONES, True),
        (LAPTOP_MICROPHONE, JACK_HEADPHONES, False),  # headphones without a microphone
        (USB_MICROPHONE, LAPTOP_SPEAKERS, False),
        (USB_MICROPHONE, HDMI_SCREEN, False),
        (VIRTUAL_MICROPHONE, USB_EARPIECE, None),
    ],
)
def test_which_output_belongs_to_the_microphone(
    microphone: Entry, output: Entry, *, expected: bool | None
) -> None:
    (source,), (sink,) = parse_sources([microphone], ""), parse_sinks([output], "")
    assert is_same_device(source, sink) is expected


def go_on() -> None:
    pass


def test_sinks_and_default_come_from_two_questions(tmp_path: Path) -> None:
    name = USB_EARPIECE["name"]
    pactl = pactl_listing(tmp_path, sinks=[LAPTOP_SPEAKERS, USB_EARPIECE], default_sink=name)
    chosen = [sink.device.id for sink in list_sinks(pactl, go_on) if sink.device.is_default]
    assert chosen == [name]


def test_no_answer_is_no_sound_server(tmp_path: Path) -> None:
    with pytest.raises(PlaybackUnavailableError) as caught:
        list_sinks(pactl_saying(tmp_path, "exit 1"), go_on)
    assert caught.value.reason is NotPlayable.NO_SOUND_SERVER
