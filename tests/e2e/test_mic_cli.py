"""`mic` as a user runs it, without a sound server: files, scores, and nothing that waits."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.e2e.program import Answer, command, environment, run
from tests.fakes.sounds import spoken_recording, tone
from workspace_assistant.adapters.audio.wav_bytes import wav_bytes
from workspace_assistant.adapters.audio.wav_file import read_recording

RATE_HZ = 48_000


@pytest.fixture(scope="module")
def humming(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hum = tone(50, -52, 7, RATE_HZ) + tone(150, -55, 7, RATE_HZ)
    samples = spoken_recording(sample_rate_hz=RATE_HZ) + hum[:, None]
    path = tmp_path_factory.mktemp("voice") / "humming.wav"
    path.write_bytes(wav_bytes(samples, RATE_HZ))
    return path


def test_a_recording_is_explained_and_scored(tmp_path: Path, humming: Path) -> None:
    answer = run(tmp_path, "mic", str(humming), "--json")
    assert answer.code == 10
    document = answer.document()
    assert document["schema"] == "workspace-assistant/recording/1"
    (hum,) = (one for one in document["findings"] if one["code"] == "mains-hum")
    assert "50\u202fHz" in hum["message"]
    verdicts = {score["id"]: score["verdict"] for score in document["scores"]}
    assert verdicts == {
        "loud-enough": "ready",
        "clear": "ready",
        "quiet-room": "ready",
        "no-faults": "caution",
    }


@pytest.mark.parametrize(("codec", "rate_hz"), [("g711", 8_000), ("wideband", 16_000)])
def test_a_voice_is_written_as_a_call_carries_it(
    tmp_path: Path, humming: Path, codec: str, rate_hz: int
) -> None:
    heard = tmp_path / "heard.wav"
    answer = run(tmp_path, "mic", str(humming), "--as-heard", str(heard), "--codec", codec)
    assert answer.code == 10
    recording = read_recording(heard)
    assert recording.sample_rate_hz == rate_hz
    assert np.abs(recording.samples).max() > 0.05


def test_a_damaged_file_gets_one_sentence(tmp_path: Path, humming: Path) -> None:
    damaged = tmp_path / "damaged.wav"
    damaged.write_bytes(humming.read_bytes()[:99_999])
    answer = run(tmp_path, "mic", str(damaged))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"{damaged}: byte 99999: the file is cut off: 99955 of 1008000 bytes of samples are there; "
        "copy or save it again.\n"
    )


def without_sound(data_dir: Path, *arguments: str) -> Answer:
    """With a sound server that is not there, and a standard input that never says anything."""
    nowhere = {"PULSE_SERVER": f"unix:{data_dir}/none", "XDG_RUNTIME_DIR": str(data_dir)}
    reader, writer = os.pipe()
    try:
        done = subprocess.run(
            command(*arguments),
            env=environment(data_dir) | nowhere,
            capture_output=True,
            text=True,
            timeout=60,
            stdin=reader,
            check=False,
        )
    finally:
        os.close(reader)
        os.close(writer)
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(not shutil.which("pactl"), reason="only pactl can be told to ask nobody")
@pytest.mark.parametrize("option", ["--headset", "--compare", "--list"])
def test_nothing_waits_for_a_sound_system_or_an_answer(tmp_path: Path, option: str) -> None:
    answer = without_sound(tmp_path, "mic", option)
    assert answer.code == 30
    assert "The sound system of this computer does not answer." in answer.out
