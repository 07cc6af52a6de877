"""The detector of voices: frames of 16 ms, the same answer each time, none where it is missing."""

import importlib.util

import numpy as np
import pytest

from tests.fakes.sounds import white_noise
from workspace_assistant.adapters.audio.voice_detector import EarshotDetector, voice_detector

SAMPLE_RATE_HZ = 16_000
installed = pytest.mark.skipif(
    not importlib.util.find_spec("earshot"), reason="earshot has no wheel for this computer"
)


@installed
def test_each_frame_has_a_probability_and_the_rest_is_left_out() -> None:
    detector = voice_detector()
    assert detector is not None
    assert (detector.name, detector.frame_s) == ("earshot", 0.016)
    probabilities = detector.probabilities(white_noise(-50, 1, SAMPLE_RATE_HZ)[:-1])
    assert probabilities.size == 62
    assert ((probabilities >= 0) & (probabilities <= 1)).all()


@installed
def test_each_recording_is_heard_anew() -> None:
    detector = EarshotDetector()
    noise = white_noise(-30, 1, SAMPLE_RATE_HZ)
    assert (detector.probabilities(noise) == detector.probabilities(noise)).all()


@installed
@pytest.mark.parametrize("level_dbov", [-70, -50, -40])
def test_steady_noise_is_no_voice(level_dbov: float) -> None:
    noise = white_noise(level_dbov, 3, SAMPLE_RATE_HZ)
    assert (EarshotDetector().probabilities(noise) < 0.5).mean() > 0.95


@installed
def test_sound_beyond_full_scale_or_of_no_length_does_no_harm() -> None:
    detector = EarshotDetector()
    assert np.isfinite(detector.probabilities(np.full(2560, 1e6))).all()
    assert detector.probabilities(np.zeros(0)).size == 0


def test_where_it_is_not_installed_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert voice_detector() is None
