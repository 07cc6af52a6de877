"""What PortAudio's list gives away, in the words of Windows and macOS."""

import pytest

from workspace_assistant.adapters.audio import portaudio_devices
from workspace_assistant.core.readiness.headset.model import PlaybackDevice
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Headset (WH-1000XM4 Hands-Free AG Audio)", Connection.BLUETOOTH),
        ("AirPods Pro", Connection.BLUETOOTH),
        ("Microphone (USB Audio Device)", Connection.USB),
        ("Mikrofonarray (Realtek(R) Audio)", Connection.BUILT_IN),
        ("MacBook Pro Microphone", Connection.BUILT_IN),
        ("External Microphone", Connection.JACK),
        ("CABLE Output (VB-Audio Virtual Cable)", Connection.VIRTUAL),
        ("BlackHole 2ch", Connection.VIRTUAL),
        ("DELL U2720Q (HDMI)", Connection.HDMI),
        ("Headset Microphone (Jabra EVOLVE 20)", Connection.UNKNOWN),
        ("", Connection.UNKNOWN),
    ],
)
def test_names(name: str, expected: Connection) -> None:
    assert portaudio_devices.connection_in(name) is expected


@pytest.mark.parametrize(
    ("api", "rate_hz"),
    [("Windows WASAPI", 16_000), ("Core Audio", 16_000), ("ALSA", None), ("MME", None)],
)
def test_a_microphone_on_windows_and_macos(api: str, rate_hz: int | None) -> None:
    name = "Headset (Jabra Elite 7 Pro\n Hands-Free AG Audio)"
    entry = {"id": "4", "name": name, "api": api, "rate_hz": 16_000, "is_default": True}
    assert portaudio_devices.microphone(entry) == MicrophoneDevice(
        id="4",
        name="Headset (Jabra Elite 7 Pro Hands-Free AG Audio)",
        is_default=True,
        connection=Connection.BLUETOOTH,
        sample_rate_hz=rate_hz,
        is_hands_free=True,
    )


def test_what_a_name_does_not_say_stays_unknown() -> None:
    device = portaudio_devices.microphone({"id": "1", "name": "Headset", "is_default": False})
    assert device == MicrophoneDevice(id="1", name="Headset")
    output = portaudio_devices.playback_device({"id": "2", "name": "Speakers", "is_default": True})
    assert output == PlaybackDevice(id="2", name="Speakers", is_default=True)


def test_an_output_that_carries_calls_by_bluetooth() -> None:
    entry = {"id": "2", "name": "Headset (WH-1000XM4 Hands-Free)", "is_default": False}
    output = portaudio_devices.playback_device(entry)
    assert (output.connection, output.profile) == (Connection.BLUETOOTH, "hands-free")


@pytest.mark.parametrize(
    ("microphone", "output", "expected"),
    [
        ("Headset Microphone (Jabra EVOLVE 20)", "Headset Earphone (Jabra EVOLVE 20)", True),
        ("Microphone (Webcam C920)", "Headset Earphone (Jabra EVOLVE 20)", False),
        ("Headset (XM4 Hands-Free)", "Headphones (XM4 Stereo)", None),
        ("Headset (XM4 Hands-Free)", "Headset (XM4 Hands-Free)", True),
        ("MacBook Pro Microphone", "MacBook Pro Speakers", None),
    ],
)
def test_windows_names_both_ends_of_a_headset_alike(
    microphone: str, output: str, *, expected: bool | None
) -> None:
    assert portaudio_devices.is_same_device(microphone, output) is expected
