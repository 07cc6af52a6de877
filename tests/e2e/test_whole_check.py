"""The main job, whole: a voice in a real capture device, this computer, a server to load."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.program import run
from tests.lab.sound_server import SoundServer, missing_tools, sound_server

pytestmark = pytest.mark.lab

# Quiet until the recording's quiet phase is surely over, then a voice beyond its end.
_QUIET_S = 3.6
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
    """A quiet room with noise at about -70 dBFS, then speech with a peak of -3 dBFS."""
    spoken, whole = tmp_path / "spoken.wav", tmp_path / "voice.wav"
    subprocess.run(["espeak-ng", "-w", spoken, _TEXT * 3], check=True)
    effects = ["gain", "-n", "-3", "pad", str(_QUIET_S), "0"]
    padded = tmp_path / "padded.wav"
    subprocess.run(["sox", spoken, "-r", "48000", padded, *effects], check=True)
    noise = "|sox -n -r 48000 -p synth 20 whitenoise vol 0.0006"
    subprocess.run(["sox", "-m", padded, noise, "-c", "1", whole, "trim", "0", "16"], check=True)
    return whole


@pytest.mark.parametrize(("options", "limit_s"), [((), 35), (("--quick",), 12)])
def test_a_whole_check_measures_everything_in_time(
    headset: SoundServer,
    voice: Path,
    tmp_path: Path,
    options: tuple[str, ...],
    limit_s: float,
) -> None:
    arguments = ("check", "--embedded-target", "--json", *options)
    with headset.environment_applied(), headset.playing(voice):
        began_s = time.monotonic()
        answer = run(tmp_path / "data", *arguments)
        took_s = time.monotonic() - began_s
    checks = {check["id"]: check for check in answer.document()["checks"]}
    assert took_s < limit_s
    assert checks["microphone"]["verdict"] == "ready", checks["microphone"]["findings"]
    assert checks["bandwidth"]["verdict"] == "ready", checks["bandwidth"]
    values = {
        entry["id"]: entry["value"] for check in checks.values() for entry in check["measurements"]
    }
    assert values["microphone.snr"] > 25
    assert 0 <= values["computer.cpu_utilization"] <= 1
    assert answer.code == {"ready": 0, "caution": 10, "not-ready": 20}[answer.document()["verdict"]]
