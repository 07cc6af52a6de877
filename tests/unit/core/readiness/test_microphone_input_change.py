"""How far to turn the input volume, and what became of it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.fakes.sounds import spoken_recording, white_noise
from workspace_assistant.core.readiness.microphone.device_texts import NO_VOLUME_CONTROL
from workspace_assistant.core.readiness.microphone.file_take import file_take
from workspace_assistant.core.readiness.microphone.input_change import (
    advised_change,
    change_sentence,
)
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.ports import (
    NoVolumeControl,
    Volume,
    VolumeUnavailableError,
)
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

RATE_HZ = 16_000
PROFILE = WorkplaceProfile(name="test")


def take_of(samples: np.ndarray) -> Take:
    recording = Recording(samples=samples.astype(np.float32), sample_rate_hz=RATE_HZ)
    return file_take(recording, 2, PROFILE)


@pytest.mark.parametrize("speech_dbov", [-45, -36.2, -8.5])
def test_the_step_on_the_button_is_the_step_in_the_finding_and_enough(speech_dbov: float) -> None:
    samples = spoken_recording(speech_dbov=speech_dbov, noise_dbov=-90)
    take = take_of(samples)
    change = advised_change(take.outcome, PROFILE.microphone)
    assert change is not None
    shown = f"{abs(change.change_db)}\u202fdB"
    assert f"about {shown}" in take.outcome.findings[0].action
    assert (
        change.sentence == f"{'Raise' if change.change_db > 0 else 'Lower'} the input by {shown}."
    )
    obeyed = take_of(samples * 10 ** (change.change_db / 20))
    assert obeyed.verdict is Verdict.READY
    assert advised_change(obeyed.outcome, PROFILE.microphone) is None


def test_clipped_sound_goes_down_and_clipped_yet_quiet_sound_has_no_one_step() -> None:
    clipped = take_of(np.clip(white_noise(-10, 7, RATE_HZ)[:, None] * 2, -1, 1))
    change = advised_change(clipped.outcome, PROFILE.microphone)
    assert change is not None
    assert change.change_db == -6
    samples = np.clip(spoken_recording(speech_dbov=-36, noise_dbov=-90), -0.03, 0.03)
    assert advised_change(take_of(samples).outcome, PROFILE.microphone) is None


def test_a_muted_microphone_is_not_raised() -> None:
    muted = take_of(np.zeros((7 * RATE_HZ, 1)))
    assert muted.channel == 1
    assert advised_change(muted.outcome, PROFILE.microphone) is None


@pytest.mark.parametrize(
    ("before_db", "after_db", "sentence"),
    [
        (-12, -6, "The input volume is \u22126\u202fdB now, +6\u202fdB from before."),
        (-6, -9, "The input volume is \u22129\u202fdB now, \u22123\u202fdB from before."),
        (11, 11.2, "The input volume stays at 11.2\u202fdB: the system's scale ends there."),
        (-math.inf, -10, "The input volume is \u221210\u202fdB now; it was zero before."),
        (-50, -math.inf, "The input volume is zero now: nothing is heard."),
        (-math.inf, -math.inf, "The input volume is zero now: nothing is heard."),
    ],
)
def test_what_became_of_a_change_is_told(before_db: float, after_db: float, sentence: str) -> None:
    before, after = (Volume(db=db, is_muted=False) for db in (before_db, after_db))
    assert change_sentence(before, after) == sentence
    muted = change_sentence(before, Volume(db=after_db, is_muted=True))
    assert muted == f"{sentence} The microphone is muted in the system."


def test_every_reason_against_a_volume_has_words() -> None:
    assert set(NO_VOLUME_CONTROL) == set(NoVolumeControl)
    error = VolumeUnavailableError(NoVolumeControl.REFUSED, "pactl said no")
    assert str(error) == "refused: pactl said no"
    assert str(VolumeUnavailableError(NoVolumeControl.REFUSED)) == "refused"
