"""What pactl says becomes the list of microphones: no monitors, real names, default marked."""

from pathlib import Path

import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import (
    PIPEWIRE_BLUETOOTH_MICROPHONE,
    PIPEWIRE_MONITOR,
    PULSE_MONITOR,
    USB_MICROPHONE,
    Entry,
    entry,
    stream,
)
from workspace_assistant.adapters.audio.pulse_sources import list_sources, parse_sources
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)


def test_a_source_keeps_its_format_and_its_name_for_people() -> None:
    (found,) = parse_sources([entry("headset", monitor_source="n/a")], "headset")
    assert (found.index, found.channels, found.sample_rate_hz) == (7, 2, 48_000)
    assert (found.name, found.device.name) == ("headset", "The headset")
    assert found.device.is_default


def test_a_usb_headset_is_told_with_all_its_facts() -> None:
    (found,) = parse_sources([USB_MICROPHONE], "")
    assert found.device == MicrophoneDevice(
        id="alsa_input.usb-GN_Netcom_A_S_Jabra_EVOLVE_20_MS_000123-00.mono-fallback",
        name="Jabra EVOLVE 20 MS Mono",
        is_default=True,
        connection=Connection.USB,
        sample_rate_hz=16_000,
        channels=1,
        is_muted=False,
        volume_db=-6.0,
        is_communication_default=None,  # PulseAudio and PipeWire know one default only
        is_hands_free=False,
    )


def test_a_bluetooth_headset_is_recorded_at_the_servers_rate_and_told_at_its_own() -> None:
    (found,) = parse_sources([PIPEWIRE_BLUETOOTH_MICROPHONE], "")
    assert (found.sample_rate_hz, found.device.sample_rate_hz) == (48_000, 8_000)
    assert found.device.is_hands_free


@pytest.mark.parametrize("monitor", [PULSE_MONITOR, PIPEWIRE_MONITOR])
def test_monitors_of_outputs_are_no_microphones(monitor: Entry) -> None:
    assert parse_sources([monitor], "out.monitor") == ()
    found = parse_sources([monitor, entry("headset"), entry("webcam")], "out.monitor")
    assert [(s.name, s.device.is_default) for s in found] == [("headset", True), ("webcam", False)]


def test_the_default_is_the_systems() -> None:
    found = parse_sources([entry("headset"), entry("webcam")], "webcam")
    assert [s.name for s in found if s.device.is_default] == ["webcam"]


@pytest.mark.parametrize(
    ("description", "name"), [("Head\nset\x1b[2J", "Head set [2J"), ("\x07", "usb"), ("", "usb")]
)
def test_a_description_is_shown_as_one_line(description: str, name: str) -> None:
    (found,) = parse_sources([entry("usb", description=description)], "usb")
    assert found.device.name == name


def test_other_programs_that_record_are_named_once() -> None:
    streams = [
        stream(7, application_name="Zoom"),
        stream(7, application_name="Zoom"),
        stream(7, application_name="ALSA plug-in [audacity]"),
        stream(7, application_process_binary="sox"),
        stream(8, application_name="records from another one"),
        stream(7, client=None, application_name="the server's own"),
        stream(7, application_name="Volume Control", media_name="Peak detect"),
        stream(7, application_name="W. A.", application_id="workspace-assistant"),
        stream(7, application_name="on hold") | {"corked": True},
    ]
    (found,) = parse_sources([entry("headset")], "", streams)
    assert found.device.used_by == ("Zoom", "audacity", "sox")


def go_on() -> None:
    pass


def test_no_answer_is_no_sound_server(tmp_path: Path) -> None:
    silent = pactl_saying(tmp_path, "echo 'Connection refused' >&2; exit 1")
    with pytest.raises(MicrophoneUnavailableError) as caught:
        list_sources(silent, go_on)
    assert caught.value.reason is Unavailable.NO_SOUND_SERVER


def test_sources_default_and_programs_come_from_three_questions(tmp_path: Path) -> None:
    pactl = pactl_listing(
        tmp_path,
        sources=[PULSE_MONITOR, entry("headset"), entry("webcam", index=8)],
        streams=[stream(8, application_name="Zoom")],
        default_source="webcam",
    )
    found = [source.device for source in list_sources(pactl, go_on)]
    assert [(d.id, d.is_default, d.used_by) for d in found] == [
        ("headset", False, ()),
        ("webcam", True, ("Zoom",)),
    ]
