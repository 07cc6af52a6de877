"""Facts of a headset, and a sound played while its microphone records; children are scripted."""

from pathlib import Path

import numpy as np
import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing
from tests.unit.adapters.audio.sound_documents import (
    HDMI_SCREEN,
    USB_EARPIECE,
    USB_MICROPHONE,
    Entry,
    stream,
    volume,
)
from workspace_assistant.adapters.audio import (
    capture_process,
    capture_targets,
    headset_probe,
    playback_process,
    playback_targets,
)
from workspace_assistant.adapters.audio.headset_probe import SystemHeadset
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.model import HeadsetFacts, HeardTone
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NotPlayable,
    PlaybackUnavailableError,
    Unavailable,
)

# The microphone hears nothing until the player was told to start, then 0.5: both share a file.
RECORDER = """
import array, json, os, struct, sys, time
print(json.dumps({"sample_rate_hz": 8000, "channels": 1}), flush=True)
out = sys.stdout.buffer
while True:
    block = array.array("f", [0.5 * os.path.exists(STARTED)] * 128).tobytes()
    out.write(struct.pack("<dII", time.monotonic(), 0, len(block)) + block)
    out.flush()
    time.sleep(0.016)
"""
PLAYER = """
import sys, time
sys.stdin.buffer.read(int(sys.argv[4]) * 4)
print('{"ready": true}', flush=True)
sys.stdin.buffer.read(1)
open(STARTED, "w").close()
print(END, flush=True)
time.sleep(60)
"""


def quiet() -> JobContext:
    return JobContext(on_progress=lambda _progress: None)


def server(
    monkeypatch: pytest.MonkeyPatch, folder: Path, sinks: list[Entry], *streams: Entry
) -> None:
    default = str(sinks[0]["name"]) if sinks else ""
    pactl = pactl_listing(
        folder, sources=[USB_MICROPHONE], sinks=sinks, streams=streams, default_sink=default
    )
    monkeypatch.setattr(headset_probe, "find_pactl", lambda: pactl)


def facts() -> HeadsetFacts:
    return SystemHeadset().facts("", quiet())


def test_both_ends_of_a_headset_and_who_records(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server(monkeypatch, tmp_path, [USB_EARPIECE, HDMI_SCREEN], stream(3, application_name="Zoom"))
    found = facts()
    assert found.microphone is not None
    assert found.playback is not None
    assert found.microphone.id == USB_MICROPHONE["name"]
    assert found.playback.id == USB_EARPIECE["name"]
    assert found.same_device is True
    assert found.others_recording == ("Zoom",)


def test_calls_that_sound_elsewhere_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server(monkeypatch, tmp_path, [HDMI_SCREEN, USB_EARPIECE])
    found = facts()
    assert found.playback is not None
    assert found.playback.id == HDMI_SCREEN["name"]
    assert found.same_device is False
    assert found.others_recording == ()


def test_no_output_at_all_is_a_fact(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    server(monkeypatch, tmp_path, [])
    assert (facts().playback, facts().same_device) == (None, None)


def test_without_a_sound_server_only_names_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def listed(direction: str, _ctx: JobContext) -> list[Entry]:
        end = "Microphone" if direction == "input" else "Earphone"
        name = f"Headset {end} (Jabra EVOLVE 20)"
        return [{"id": "1", "name": name, "api": "WASAPI", "rate_hz": 16_000, "is_default": True}]

    monkeypatch.setattr(headset_probe, "find_pactl", lambda: None)
    monkeypatch.setattr(capture_targets, "list_portaudio", listed)
    monkeypatch.setattr(playback_targets, "list_portaudio", listed)
    assert (facts().same_device, facts().others_recording) == (True, None)


def play(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *, player: str = PLAYER, end: str = "done"
) -> HeardTone:
    given = f"STARTED = {str(folder / 'started')!r}\nEND = '{{\"{end}\": true}}'\n"
    for name, lines, module in (
        ("scripted_recorder", RECORDER, capture_process),
        ("scripted_player_of_tones", player, playback_process),
    ):
        (folder / f"{name}.py").write_text(given + lines, encoding="utf-8")
        monkeypatch.setattr(module, "_CHILD_MODULE", name)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return SystemHeadset().play_and_record(
        np.zeros(800), 8_000, microphone_id="", playback_id="", record_s=1.0, ctx=quiet()
    )


def test_the_recording_begins_before_the_sound(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server(monkeypatch, tmp_path, [USB_EARPIECE])
    heard = play(monkeypatch, tmp_path)
    assert heard.played_quieter_db == 0
    recording = heard.recording
    assert recording.samples.shape == (8_000, 1)
    assert recording.samples[:128].max() == 0
    assert recording.samples[-128:].min() == 0.5
    assert recording.device_name == USB_MICROPHONE["description"]


@pytest.mark.parametrize(
    ("player", "end", "reason"),
    [
        ('print(\'{"error": "device-busy", "detail": ""}\')', "", NotPlayable.DEVICE_BUSY),
        (PLAYER, "error", NotPlayable.STOPPED),
    ],
    ids=["does not open", "breaks off"],
)
def test_a_sound_that_did_not_play_makes_no_recording(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, player: str, end: str, reason: NotPlayable
) -> None:
    server(monkeypatch, tmp_path, [USB_EARPIECE])
    with pytest.raises(PlaybackUnavailableError) as caught:
        play(monkeypatch, tmp_path, player=player, end=end)
    assert caught.value.reason is reason


def test_nothing_is_played_into_a_call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    server(monkeypatch, tmp_path, [USB_EARPIECE], stream(3, application_name="Zoom"))
    with pytest.raises(PlaybackUnavailableError) as tone:
        play(monkeypatch, tmp_path)
    with pytest.raises(PlaybackUnavailableError) as word:
        headset_probe.say(np.zeros(800), 8_000, quiet())
    assert tone.value.reason is word.value.reason is NotPlayable.MICROPHONE_IN_USE
    assert tone.value.detail == "Zoom"
    assert not (tmp_path / "started").exists()


def test_an_amplified_output_gets_less_and_the_tone_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server(monkeypatch, tmp_path, [USB_EARPIECE | {"volume": volume(99_957)}])  # its slider's end
    assert play(monkeypatch, tmp_path).played_quieter_db == 11.0


def test_a_microphone_that_is_not_there_is_told_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server(monkeypatch, tmp_path, [USB_EARPIECE])
    with pytest.raises(MicrophoneUnavailableError) as caught:
        SystemHeadset().facts("gone", quiet())
    assert caught.value.reason is Unavailable.UNKNOWN_DEVICE
