"""The command line against a real sound server: which microphone, what leaks, how loud."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import command
from tests.fakes.sounds import spoken_recording
from tests.lab.sound_server import (
    EARPIECE,
    MICROPHONE,
    SoundServer,
    missing_tools,
    sound_server,
)
from workspace_assistant.adapters.audio.wav_bytes import wav_bytes
from workspace_assistant.adapters.audio.wav_file import read_recording

pytestmark = pytest.mark.lab

RATE_HZ = 48_000
LEAK_DB = -25.0


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    if lacking := missing_tools():
        pytest.skip(f"not installed: {lacking}")
    with sound_server() as running:
        running.plug()
        running.plug_earpiece(LEAK_DB)
        running.pactl("set-default-sink", EARPIECE)
        yield running


def mic(server: SoundServer, data_dir: Path, *arguments: str) -> tuple[Any, str]:
    """The JSON document that `mic` prints, and what it tells beside it."""
    done = subprocess.run(
        command("mic", *arguments, "--json"),
        env=server.environment | {"WORKSPACE_ASSISTANT_DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return json.loads(done.stdout), done.stderr


def test_the_leak_of_the_earpiece_is_measured(server: SoundServer, tmp_path: Path) -> None:
    document, _ = mic(server, tmp_path, "--headset")
    found = {one["id"]: one["value"] for one in document["measurements"]}
    assert found["headset.connection"] == "virtual"
    assert found["headset.leak"] == pytest.approx(LEAK_DB, abs=2)
    assert [one["code"] for one in document["findings"]] == ["earpiece-leaks"]
    gaps = {one["id"]: one["reason"] for one in document["not_measured"]}
    assert gaps == {"headset.playback_confirmed": "no-word-played"}


def test_the_input_is_lowered_measured_and_kept(server: SoundServer, tmp_path: Path) -> None:
    """A second microphone has an input volume of its own in this laboratory."""
    server.plug("lab_quiet", "Quiet")
    voice = tmp_path / "voice.wav"
    voice.write_bytes(wav_bytes(spoken_recording(sample_rate_hz=RATE_HZ, speech_s=12), RATE_HZ))
    kept = tmp_path / "kept.wav"
    with server.playing(voice):
        document, told = mic(
            server, tmp_path, "--microphone", "lab_quiet", "--raise", "-18", "--save", str(kept)
        )
    assert "The input volume is" in told
    assert "from before." in told
    level = next(one for one in document["measurements"] if one["id"] == "microphone.peak")
    assert level["conditions"]["device"] == "Quiet"
    assert level["value"] < -25
    assert len(read_recording(kept).samples) == 7 * RATE_HZ


def test_microphones_are_compared_one_after_the_other(server: SoundServer, tmp_path: Path) -> None:
    document, told = mic(server, tmp_path, "--compare")
    assert document["schema"] == "workspace-assistant/comparison/1"
    assert MICROPHONE in {one["id"] for one in document["microphones"]}
    assert "one after the other" in told
    assert document["best"] is None  # nobody speaks here
    assert document["sentence"] == "No microphone heard a voice."
