"""The probe over scripted children: which device, exact length, and every way to fail."""

import json
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from workspace_assistant.adapters.audio import (
    capture_process,
    capture_take,
    portaudio_microphone,
)
from workspace_assistant.adapters.audio.portaudio_microphone import PortAudioMicrophone
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.microphone.model import LevelReading, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

LIST_TWO = (
    '[{"id": "0", "name": "Webcam", "is_default": false},'
    ' {"id": "4", "name": "Headset (hw:1,0)", "is_default": true}]'
)
# Lists the devices it was given; records 8 kHz stereo: left rises by 1/1024 a block, right is 0.5.
CHILD = """
import array, json, struct, sys, time
if sys.argv[1] == "list":
    print('{"devices": ' + DEVICES + "}", flush=True)
    sys.exit()
print(json.dumps({"sample_rate_hz": 8000, "channels": 2}), flush=True)
out = sys.stdout.buffer
for number in range(BLOCKS):
    block = array.array("f", [number / 1024, 0.5] * 256).tobytes()
    out.write(struct.pack("<dII", BEGAN_S + number * 0.032, number in LOST, len(block)) + block)
    out.flush()
    time.sleep(PAUSE_S)
time.sleep(60)
"""
PLUG_IN_MISSING = """
import json, sys
if sys.argv[2] == "pulse":
    sys.exit(print(json.dumps({"error": "sound-plugin-missing", "detail": ""})))
assert sys.argv[1:] == ["record", "-", "2", "8000"]
"""


@pytest.fixture
def no_pactl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portaudio_microphone, "find_pactl", lambda: None)


def script(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    devices: str = LIST_TWO,
    blocks: int = 100,
    lost: str = "(0, 2, 3)",
    pause_s: float = 0.0,
    before: str = "",
    began_s: float = 0,
) -> None:
    content = f"DEVICES, BLOCKS, LOST, PAUSE_S = {devices!r}, {blocks}, {lost}, {pause_s}\n"
    content += f"BEGAN_S = {began_s}\n"
    content += before + CHILD
    (tmp_path / "scripted_probe_child.py").write_text(content, encoding="utf-8")
    monkeypatch.setattr(capture_process, "_CHILD_MODULE", "scripted_probe_child")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def failure(device_id: str = "") -> Unavailable:
    with pytest.raises(MicrophoneUnavailableError) as caught:
        PortAudioMicrophone().record(
            device_id=device_id, quiet_s=0.4, speech_s=0.6, ctx=JobContext(lambda _progress: None)
        )
    return caught.value.reason


@pytest.mark.usefixtures("no_pactl")
def test_a_recording_has_exactly_the_asked_length_and_all_channels(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script(monkeypatch, tmp_path)
    told: list[Progress] = []
    recording = PortAudioMicrophone().record(
        device_id="", quiet_s=0.4, speech_s=0.6, ctx=JobContext(told.append)
    )
    assert recording.device_name == "Headset (hw:1,0)"
    assert recording.sample_rate_hz == 8_000
    assert recording.samples.shape == (8_000, 2)
    assert recording.samples[::256, 0].tolist() == [number / 1024 for number in range(32)]
    assert set(recording.samples[:, 1].tolist()) == {0.5}
    assert recording.overflows == 2  # the mark on the very first block says nothing
    assert recording.block_frames is not None
    assert recording.block_ends_s is not None
    assert recording.block_frames.tolist() == [256] * 32  # 8192 frames: the last 192 were too many
    assert recording.block_ends_s.tolist() == pytest.approx([n * 0.032 for n in range(32)])
    assert recording.device == MicrophoneDevice(id="4", name="Headset (hw:1,0)", is_default=True)
    readings = [p.reading for p in told if isinstance(p.reading, LevelReading)]
    assert {r.phase for r in readings} == {"quiet", "speech"}
    assert 28 <= len(readings) <= 32  # a meter of 30 steps a second
    assert all(r.peak_dbfs == pytest.approx(-6.02, abs=0.01) for r in readings)


@pytest.mark.usefixtures("no_pactl")
def test_devices_are_listed_and_chosen_by_id(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script(monkeypatch, tmp_path)
    microphone = PortAudioMicrophone()
    assert [(d.id, d.is_default) for d in microphone.devices()] == [("0", False), ("4", True)]
    ctx = JobContext(lambda _progress: None)
    recording = microphone.record(device_id="0", quiet_s=0.1, speech_s=0.1, ctx=ctx)
    assert recording.device_name == "Webcam"
    assert failure("7") is Unavailable.UNKNOWN_DEVICE


@pytest.mark.usefixtures("no_pactl")
def test_a_device_cannot_break_the_line_with_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    devices = r'[{"id": "0", "name": "Head\nset\u001b[2J\u202e", "is_default": true}]'
    script(monkeypatch, tmp_path, devices=devices)
    assert [d.name for d in PortAudioMicrophone().devices()] == ["Head set [2J"]


@pytest.mark.usefixtures("no_pactl")
def test_an_empty_list_is_no_device(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script(monkeypatch, tmp_path, devices="[]")
    assert failure() is Unavailable.NO_DEVICE


@pytest.mark.usefixtures("no_pactl")
@pytest.mark.parametrize(
    ("blocks", "reason"),
    [(0, Unavailable.DELIVERS_NOTHING), (5, Unavailable.STOPPED_DELIVERING)],
)
def test_a_microphone_that_falls_silent_is_given_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, blocks: int, reason: Unavailable
) -> None:
    script(monkeypatch, tmp_path, blocks=blocks)
    monkeypatch.setattr(capture_take, "FIRST_BLOCK_TIMEOUT_S", 0.3)
    monkeypatch.setattr(capture_take, "NEXT_BLOCK_TIMEOUT_S", 0.3)
    assert failure() is reason


@pytest.mark.usefixtures("no_pactl")
def test_a_microphone_that_is_slow_without_a_pause_is_given_up_in_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script(monkeypatch, tmp_path, pause_s=0.1)  # 1 s of sound would take 3.2 s
    monkeypatch.setattr(capture_take, "LATEST_END_S", 0.3)
    assert failure() is Unavailable.STOPPED_DELIVERING


def test_without_a_sound_server_the_hardware_is_taken_if_there_is_any(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(portaudio_microphone, "find_pactl", lambda: str(tmp_path / "none"))
    script(monkeypatch, tmp_path)
    assert [d.name for d in PortAudioMicrophone().devices()] == ["Headset (hw:1,0)"]
    script(monkeypatch, tmp_path, devices='[{"id": "0", "name": "pulse", "is_default": true}]')
    assert failure() is Unavailable.NO_SOUND_SERVER


@pytest.mark.usefixtures("no_pactl")
def test_a_microphone_that_left_portaudios_list_meanwhile_was_unplugged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "recorded"
    before = f"""
import pathlib, sys
gone = pathlib.Path({str(gone)!r})
if sys.argv[1] == "record":
    gone.touch()
elif gone.exists():
    DEVICES = "[]"
"""
    script(monkeypatch, tmp_path, before=before)
    assert failure() is Unavailable.UNPLUGGED


def fake_pactl(tmp_path: Path) -> str:
    """A sound server with a default headset and a webcam."""
    program = tmp_path / "pactl"
    sources = [
        {"index": index, "name": name, "sample_specification": "s16le 2ch 8000Hz"}
        for index, name in enumerate(("headset", "webcam"))
    ]
    program.write_text(
        f"""#!/bin/sh
        case "$*" in
            *info) echo '{{"default_source_name": "headset"}}' ;;
            *sources) echo '{json.dumps(sources)}' ;;
            *) echo '[]' ;;
        esac""",
        encoding="utf-8",
    )
    program.chmod(0o700)
    return str(program)


def test_without_the_plug_in_the_default_microphone_is_reached_as_portaudios_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pactl = fake_pactl(tmp_path)
    monkeypatch.setattr(portaudio_microphone, "find_pactl", lambda: pactl)
    script(monkeypatch, tmp_path, before=PLUG_IN_MISSING, began_s=time.monotonic() + 60)
    ctx = JobContext(lambda _progress: None)
    recording = PortAudioMicrophone().record(device_id="", quiet_s=0.1, speech_s=0.1, ctx=ctx)
    assert recording.device_name == "headset"
    assert failure("webcam") is Unavailable.PLUGIN_MISSING


@pytest.mark.parametrize(("skipped_s", "first"), [(1.0, 32), (-1.0, 0)])
def test_what_came_before_the_volumes_were_looked_at_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, skipped_s: float, first: int
) -> None:
    pactl = fake_pactl(tmp_path)
    monkeypatch.setattr(portaudio_microphone, "find_pactl", lambda: pactl)
    # By the child's clock: the volumes are looked at when 1 s of sound is there, or none.
    monkeypatch.setattr(capture_take, "time", SimpleNamespace(monotonic=lambda: 100.0 + skipped_s))
    script(monkeypatch, tmp_path, began_s=100.0)
    ctx = JobContext(lambda _progress: None)
    recording = PortAudioMicrophone().record(device_id="", quiet_s=0.1, speech_s=0.1, ctx=ctx)
    assert recording.samples[0, 0] == first / 1024
