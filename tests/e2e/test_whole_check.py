"""The main job, whole: a voice in a real capture device, this computer, a server to load."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import command, environment
from tests.lab.sound_server import SoundServer, missing_tools, sound_server
from tests.quiet_computer import on_time, timed

pytestmark = pytest.mark.lab

_TEXT = "The quick check of my line, my headset and my voice takes half a minute every morning. "


@pytest.fixture
def headset() -> Iterator[SoundServer]:
    if missing := missing_tools("espeak-ng", "sox"):
        pytest.skip(f"missing: {missing}")
    with sound_server() as server:
        server.plug()
        yield server


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    spoken, loud = tmp_path / "spoken.wav", tmp_path / "voice.wav"
    subprocess.run(["espeak-ng", "-w", spoken, _TEXT * 3], check=True)
    subprocess.run(["sox", spoken, "-r", "48000", loud, "gain", "-n", "-3"], check=True)
    return loud


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Half a minute of a quiet room: white noise at about -70 dBFS."""
    noise = tmp_path / "room.wav"
    synthesis = ["synth", "30", "whitenoise", "vol", "0.0006"]
    subprocess.run(["sox", "-n", "-r", "48000", "-c", "1", noise, *synthesis], check=True)
    return noise


def check_while_speaking(
    headset: SoundServer, voice: Path, data_dir: Path, *options: str
) -> tuple[int, dict[str, Any]]:
    """Runs the check; the voice starts when the program asks for it, as a person would."""
    arguments = command("check", "--embedded-target", "--json", *options)
    with ExitStack() as stack:
        process = stack.enter_context(
            subprocess.Popen(
                arguments,
                env=environment(data_dir),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        assert process.stderr is not None
        assert process.stdout is not None
        for line in process.stderr:
            if line.startswith("microphone: Read"):
                stack.enter_context(headset.playing(voice))
        return process.wait(timeout=10), json.loads(process.stdout.read())


@pytest.mark.parametrize(("options", "limit_s"), [((), 35), (("--quick",), 12)])
@timed
def test_a_whole_check_measures_everything_in_time(
    headset: SoundServer,
    voice: Path,
    room: Path,
    tmp_path: Path,
    options: tuple[str, ...],
    limit_s: float,
) -> None:
    with headset.environment_applied(), headset.playing(room):
        began_s = time.monotonic()
        code, document = check_while_speaking(headset, voice, tmp_path / "data", *options)
        took_s = time.monotonic() - began_s
    checks = {check["id"]: check for check in document["checks"]}
    values = {
        entry["id"]: entry["value"] for check in checks.values() for entry in check["measurements"]
    }
    with on_time():
        assert took_s < limit_s
        assert checks["microphone"]["verdict"] == "ready", checks["microphone"]
        assert checks["bandwidth"]["verdict"] == "ready", checks["bandwidth"]
        assert values.get("microphone.snr", 0.0) > 25
    assert 0 <= values["computer.cpu_utilization"] <= 1
    assert code == {"ready": 0, "caution": 10, "not-ready": 20}[document["verdict"]]
