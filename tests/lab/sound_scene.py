"""What a user and a room do while a microphone records: sounds at the right moments."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import numpy as np
import soundfile

from tests.lab.sound_server import FEED, SoundServer
from workspace_assistant.adapters.audio.portaudio_microphone import PortAudioMicrophone
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.microphone.check import check_microphone
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import CheckRequest

RATE_HZ = 48_000


def save(path: Path, samples: np.ndarray) -> Path:
    soundfile.write(path, samples, RATE_HZ, subtype="PCM_16")
    return path


def value(outcome: Outcome, measurement: str) -> float:
    (found,) = [m.value for m in outcome.measurements if m.id == measurement]
    assert isinstance(found, (int, float))
    return found


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


class Performer:
    """Starts a sound when the recording reaches a phase: what the user does when told to."""

    def __init__(self, server: SoundServer, wav: Path) -> None:
        self.readings: list[LevelReading] = []
        self._server, self._wav = server, wav
        self._players: list[subprocess.Popen[bytes]] = []

    def watch(self, progress: Progress) -> None:
        if isinstance(progress.reading, LevelReading):
            self.readings.append(progress.reading)
            if progress.reading.phase == "speech" and not self._players:
                command = ["paplay", f"--device={FEED}", "--latency-msec=20", str(self._wav)]
                self._players.append(subprocess.Popen(command, env=self._server.environment))

    def stop(self) -> None:
        for player in self._players:
            player.kill()
            player.wait()


def perform(server: SoundServer, speech: Path, noise: Path, request: CheckRequest) -> Outcome:
    """One check with *noise* all along and *speech* from the speech phase on."""
    performer = Performer(server, speech)
    with server.playing(noise):
        time.sleep(0.3)  # a room's noise is there before the check begins
        try:
            return check_microphone(
                PortAudioMicrophone(), request, JobContext(on_progress=performer.watch)
            )
        finally:
            performer.stop()
