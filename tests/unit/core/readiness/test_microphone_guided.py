"""Guided takes on scripted microphones: with and without a recording, rated, and side by side."""

from __future__ import annotations

import numpy as np
import pytest

from tests.fakes.scripted_microphone import HEADSET, ScriptedMicrophone
from tests.fakes.sounds import spoken_recording
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.microphone.guided import TakeMaker
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.microphone.speech_quality import RawRating
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.signal.level import Samples

PROFILE = WorkplaceProfile(name="test")
CTX = JobContext(on_progress=lambda _progress: None)


class Listener:
    def __init__(self) -> None:
        self.heard: list[int] = []

    def rate(self, samples_16k: Samples) -> RawRating:
        self.heard.append(samples_16k.size)
        return RawRating(background=4.0, overall=3.5)


def test_a_take_holds_the_recording_its_outcome_and_four_scores() -> None:
    taken = TakeMaker(probe=ScriptedMicrophone(samples=spoken_recording())).take(
        PROFILE, "headset", CTX
    )
    assert taken.recording is not None
    assert taken.recording.samples.shape == (7 * 16_000, 1)
    assert (taken.device_id, taken.quiet_s, taken.channel) == ("headset", 2.0, 1)
    assert [score.id for score in taken.scores] == [
        "loud-enough",
        "clear",
        "quiet-room",
        "no-faults",
    ]
    assert not any(one.unit == "MOS" for one in taken.outcome.measurements)


def test_the_measured_channel_is_kept() -> None:
    silent = np.zeros((7 * 16_000, 1))
    both = np.hstack([silent, spoken_recording()])
    taken = TakeMaker(probe=ScriptedMicrophone(samples=both)).take(PROFILE, "", CTX)
    assert taken.channel == 2


def test_a_microphone_that_cannot_be_had_is_a_take_that_says_why() -> None:
    error = MicrophoneUnavailableError(Unavailable.DEVICE_BUSY)
    probe = ScriptedMicrophone(samples=spoken_recording(), error=error)
    taken = TakeMaker(probe=probe, model=Listener()).take(PROFILE, "headset", CTX)
    assert taken.recording is None
    assert taken.verdict is Verdict.NOT_TESTED
    assert [gap.reason for gap in taken.outcome.not_measured] == ["device-busy"]
    assert all(score.verdict is Verdict.NOT_TESTED for score in taken.scores)


def test_where_the_network_is_installed_it_rates_the_speech() -> None:
    listener = Listener()
    probe = ScriptedMicrophone(samples=spoken_recording())
    taken = TakeMaker(probe=probe, model=listener).take(PROFILE, "", CTX)
    ratings = [one.id for one in taken.outcome.measurements if one.unit == "MOS"]
    assert ratings == ["microphone.background_rating", "microphone.overall_rating"]
    assert listener.heard == [144_160]


@pytest.mark.parametrize("noise_dbov", [-70.0])
def test_side_by_side_each_is_recorded_in_turn(noise_dbov: float) -> None:
    sources: list[str] = []

    def note(progress: Progress) -> None:
        if progress.source not in sources:
            sources.append(progress.source)

    other = MicrophoneDevice(id="laptop", name="Laptop")
    probe = ScriptedMicrophone(
        samples=spoken_recording(noise_dbov=noise_dbov), known_devices=(HEADSET, other)
    )
    found = TakeMaker(probe=probe).compare(PROFILE, (HEADSET, other), JobContext(on_progress=note))
    assert sources == ["headset", "laptop"]
    assert [one.device.id for one in found.candidates] == ["headset", "laptop"]
    assert found.best == HEADSET
