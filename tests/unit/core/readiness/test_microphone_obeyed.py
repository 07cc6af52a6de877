"""Whoever does what a finding on level or clipping advises is ready afterwards."""

import re

import numpy as np
import pytest

from tests.fakes.sounds import spoken_recording, white_noise
from workspace_assistant.core.readiness.microphone.check import (
    check_recording,
)
from workspace_assistant.core.readiness.model import (
    Finding,
    Outcome,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.verdict import check_verdict

RATE_HZ = 16_000
NEED = MicrophoneRequirement()


def outcome_of(samples: np.ndarray, quiet_s: float = 2) -> Outcome:
    return check_recording(samples, RATE_HZ, quiet_s, NEED)


def advised_db(finding: Finding) -> int:
    """By how many decibels the finding's next step changes the input level."""
    (number,) = re.findall(r"by about (\d+)\u202fdB", finding.action)
    return int(number)


@pytest.mark.parametrize("speech_dbov", [-50, -39.5, -34.4, -11.5, -9.2])
def test_who_obeys_is_ready(speech_dbov: float) -> None:
    samples = spoken_recording(speech_dbov=speech_dbov, noise_dbov=-90)
    finding = outcome_of(samples).findings[0]
    sign = {"speech-too-quiet": 1, "speech-too-loud": -1, "clipping": -1}[finding.code]
    obeyed = outcome_of(samples * 10 ** (sign * advised_db(finding) / 20))
    assert check_verdict(obeyed) is Verdict.READY


@pytest.mark.parametrize("gain_db", [2, 6, 18])
def test_too_loud_and_clipped_are_told_one_step(gain_db: float) -> None:
    samples = spoken_recording(speech_dbov=-12) * 10 ** (gain_db / 20)
    found = {f.code: f for f in outcome_of(np.clip(samples, -1, 1)).findings}
    assert {"speech-too-loud", "clipping"} <= set(found)
    steps_db = {advised_db(found[code]) for code in ("speech-too-loud", "clipping")}
    assert len(steps_db) == 1
    assert min(steps_db) >= 6


@pytest.mark.parametrize(("speech_dbov", "step_db"), [(-20, 6), (-31.5, 2)])
def test_clipped_speech_is_not_lowered_out_of_ready(speech_dbov: float, step_db: int) -> None:
    samples = spoken_recording(speech_dbov=speech_dbov, noise_dbov=-90)
    top = np.quantile(samples, 0.999)
    (finding,) = outcome_of(np.clip(samples, -top, top)).findings
    assert finding.code == "clipping"
    assert advised_db(finding) == step_db


def test_clipped_yet_quiet_speech_is_not_told_to_go_down_and_up() -> None:
    samples = np.clip(spoken_recording(speech_dbov=-36, noise_dbov=-90), -0.03, 0.03)
    found = {f.code: f for f in outcome_of(samples).findings}
    assert set(found) == {"clipping", "speech-too-quiet"}
    assert "then raise it in the system's sound settings" in found["clipping"].action
    assert "by about" not in found["clipping"].action


def test_clipped_sound_without_a_level_is_lowered_by_the_usual_step() -> None:
    outcome = outcome_of(np.clip(white_noise(-10, 7, RATE_HZ)[:, None] * 2, -1, 1))
    finding = next(f for f in outcome.findings if f.code == "clipping")
    assert advised_db(finding) == 6
