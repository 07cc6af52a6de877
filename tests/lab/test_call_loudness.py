"""Levels of a voice in a call: another program records, and a take listens beside it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.lab.sound_server import (
    MICROPHONE,
    MICROPHONE_NAME,
    SoundServer,
    missing_tools,
    sound_server,
    wait_until,
)
from workspace_assistant.adapters.audio.call_microphone import SharedCallMicrophone
from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor
from workspace_assistant.adapters.audio.voice_detector import voice_detector
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.loudness.attending import LoudnessJob
from workspace_assistant.core.loudness.model import CallLevel
from workspace_assistant.core.spans import Span

MISSING = missing_tools("espeak-ng", "parec")
pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
]
# Any four seconds hold the same words, wherever they begin.
PERIOD_S, PERIODS = 2, 20
MOST_GROWTH_BYTES = 20_000  # four seconds of sound are 384 000 bytes and more


@dataclass
class OneTake:
    """A clock on which the first take is due, and an alarm that rings once."""

    steady: float = 0.0
    is_rung: bool = False

    def steady_s(self) -> float:
        return self.steady

    def wait(self, _until: datetime, _ctx: JobContext) -> None:
        if self.steady:
            raise JobCancelledError
        self.steady = 31.0

    def ring(self) -> None:
        self.is_rung = True


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with sound_server() as running:
        running.plug()
        running.pactl("set-default-source", MICROPHONE)
        with running.environment_applied():
            yield running


@pytest.fixture
def call(server: SoundServer) -> Iterator[None]:
    command = ["parec", "-d", MICROPHONE, "--client-name=softphone", "--latency-msec=20"]
    with subprocess.Popen(command, env=server.environment, stdout=subprocess.DEVNULL) as softphone:
        wait_until(lambda: PulseCallSensor().in_call() is True, "the call is seen")
        yield
        assert softphone.poll() is None
        softphone.kill()


def voice(folder: Path, gain: float) -> Path:
    spoken = folder / "spoken.wav"
    sentence = "Thanks for calling; which order should ship?"
    subprocess.run(["espeak-ng", "-w", spoken, sentence], check=True)
    samples, rate_hz = soundfile.read(spoken)
    period = samples[: PERIOD_S * rate_hz]
    assert period.size == PERIOD_S * rate_hz
    path = folder / f"{gain}.wav"
    soundfile.write(path, np.tile(period * gain, PERIODS), rate_hz, subtype="PCM_16")
    return path


def take(database: Database) -> CallLevel:
    """As the window's job does it, asked by what the call sensor says."""
    time, store = OneTake(), SqliteLoudnessStore(database)
    job = LoudnessJob(
        is_on=lambda: True,
        microphone=SharedCallMicrophone(),
        detector=voice_detector(),
        store=store,
        alarm=time,
        now=lambda: datetime.now(UTC),
        steady_s=time.steady_s,
    )
    job.hear(PulseCallSensor().in_call())
    assert time.is_rung
    with pytest.raises(JobCancelledError):
        job.run(JobContext(lambda _progress: None))
    now = datetime.now(UTC)
    return store.levels(Span(now - timedelta(minutes=1), now))[-1]


def test_two_levels_read_as_they_differ_and_neither_call_nor_disk_notices(
    server: SoundServer, call: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch, data = tmp_path / "scratch", tmp_path / "data"
    scratch.mkdir()
    monkeypatch.chdir(scratch)
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    levels = []
    with closing(Database(data / "data.sqlite3")) as database:
        SqliteLoudnessStore(database).levels(Span(datetime.now(UTC), datetime.now(UTC)))
        empty_bytes = size(data)
        streams = server.pactl("list", "short", "source-outputs")
        volume = server.pactl("get-source-volume", MICROPHONE)
        for gain in (0.4, 0.2):
            with server.playing(voice(tmp_path, gain)):
                levels.append(take(database))
        assert size(data) - empty_bytes < MOST_GROWTH_BYTES
    assert levels[0].level_dbov - levels[1].level_dbov == pytest.approx(6.02, abs=0.5)
    for one in levels:
        assert one.speech_s > 2
        assert (one.microphone.source_id, one.microphone.name) == (MICROPHONE, MICROPHONE_NAME)
        assert one.microphone.volume_db == 0
    assert list(scratch.iterdir()) == []
    assert {path.name.partition("-")[0] for path in data.iterdir()} == {"data.sqlite3"}
    assert server.pactl("list", "short", "source-outputs") == streams
    assert server.pactl("get-source-volume", MICROPHONE) == volume


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())
