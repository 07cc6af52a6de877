"""A desk with microphones, for the tests of `mic`: a sound system that is written down."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from tests.fakes.scripted_headset import ScriptedHeadset
from tests.fakes.scripted_microphone import HEADSET
from tests.fakes.sounds import spoken_recording
from workspace_assistant.cli import mic
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.services import CliServices, SoundServices
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.check import check_headset
from workspace_assistant.core.readiness.headset.words import CheckWord
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.check import unavailable_outcome
from workspace_assistant.core.readiness.microphone.comparison import Candidate, Comparison, compare
from workspace_assistant.core.readiness.microphone.file_take import file_take
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NoVolumeControl,
    PlaybackUnavailableError,
    Unavailable,
    Volume,
    VolumeUnavailableError,
)
from workspace_assistant.core.readiness.microphone.take import Heard, Take
from workspace_assistant.core.readiness.model import Outcome, Verdict
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

RATE_HZ = 16_000
PROFILE = WorkplaceProfile(name="test")
GOOD = Recording(samples=spoken_recording().astype(np.float32), sample_rate_hz=RATE_HZ)
QUIET = Recording(samples=GOOD.samples * 0.05, sample_rate_hz=RATE_HZ)
WEBCAM = MicrophoneDevice(id="cam", name="Webcam")


@dataclass
class Desk:
    """A sound system that is written down: what was done with it, and what it answers."""

    recordings: dict[str, Recording | None] = field(default_factory=lambda: {"": GOOD})
    devices: tuple[MicrophoneDevice, ...] = (HEADSET, WEBCAM)
    volume: Volume | None = field(default_factory=lambda: Volume(db=-12.0, is_muted=False))
    list_error: MicrophoneUnavailableError | None = None
    headset: ScriptedHeadset = field(default_factory=ScriptedHeadset)
    loss_fraction: float | None = None
    word_error: PlaybackUnavailableError | None = None
    saved: dict[str, Recording] = field(default_factory=dict)
    said: list[CheckWord] = field(default_factory=list)
    requests: list[CheckRequest] = field(default_factory=list)
    quiet_s: float | None = None
    threads: list[threading.Thread] = field(default_factory=list)
    checked: list[tuple[Path | None, list[Path]]] = field(default_factory=list)

    def take(self, profile: WorkplaceProfile, microphone: str, _ctx: JobContext) -> Take:
        recording = self.recordings[microphone]
        if recording is not None:
            return file_take(recording, 2, profile)
        outcome = unavailable_outcome(MicrophoneUnavailableError(Unavailable.UNPLUGGED))
        return replace(
            file_take(GOOD, 2, profile),
            recording=None,
            outcome=outcome,
            verdict=Verdict.NOT_TESTED,
        )

    def compare(
        self, profile: WorkplaceProfile, devices: Sequence[MicrophoneDevice], ctx: JobContext
    ) -> Comparison:
        for one in devices:
            ctx.part(one.id).report("Recording.")
        outcomes = [(one, self.take(profile, one.id, ctx).outcome) for one in devices]
        return compare([Candidate(device=one, outcome=outcome) for one, outcome in outcomes])

    def take_of_file(self, path: Path, quiet_s: float, profile: WorkplaceProfile) -> Take:
        self.threads.append(threading.current_thread())
        self.quiet_s = quiet_s
        return file_take(GOOD if "good" in path.name else QUIET, quiet_s, profile)

    def as_heard(self, take: Take, kind: CallKind) -> tuple[Recording, Heard]:
        assert take.recording is not None
        self.threads.append(threading.current_thread())
        return take.recording, Heard(kind=kind, loss_fraction=self.loss_fraction)

    def save(self, recording: Recording, path: Path) -> None:
        self.saved[path.name] = recording

    def check_headset(self, request: CheckRequest, ctx: JobContext) -> Outcome:
        self.requests.append(request)
        return check_headset(self.headset, request, ctx)

    def say_word(self, word: CheckWord, _ctx: JobContext) -> None:
        if self.word_error is not None:
            raise self.word_error
        self.said.append(word)

    def set_volume(self, microphone: str, volume_db: float) -> tuple[Volume, Volume]:
        if self.volume is None:
            raise VolumeUnavailableError(NoVolumeControl.NOT_ON_THIS_SYSTEM)
        before, self.volume = self.volume, replace(self.volume, db=volume_db)
        return before, self.volume

    def change_volume(self, microphone: str, change_db: float) -> tuple[Volume, Volume]:
        before = self.volume or Volume(db=0, is_muted=False)
        return self.set_volume(microphone, before.db + change_db)

    def microphones(self) -> tuple[MicrophoneDevice, ...]:
        if self.list_error is not None:
            raise self.list_error
        return self.devices

    def services(self) -> CliServices:
        def check_new_recordings(source: Path | None, targets: Sequence[Path]) -> None:
            self.checked.append((source, list(targets)))
            for path in targets:
                if path.suffix != ".wav":
                    raise UserInputError(f"{path}: a recording ends in .wav")

        sound = SoundServices(
            take=self.take,
            compare=self.compare,
            take_of_file=self.take_of_file,
            check_new_recordings=check_new_recordings,
            save=self.save,
            as_heard=self.as_heard,
            headset=self.check_headset,
            say_word=self.say_word,
            set_volume=self.set_volume,
            change_volume=self.change_volume,
        )
        fakes = SimpleNamespace(
            sound=sound, microphones=self.microphones, chosen_microphone=lambda: ""
        )
        return cast("CliServices", fakes)


def run(desk: Desk, *words: str) -> int:
    return explained(lambda: mic.run(parse(["mic", *words]), desk.services()))


def printed(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    out, err = capsys.readouterr()
    return out, err.replace("\u202f", " ")
