"""Frames of probability become stretches of speech; our own detector hears what stands out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import silence, white_noise
from tests.fakes.voices import words
from workspace_assistant.core.signal.voice_activity import (
    FRAME_S,
    energy_probabilities,
    voice_activity,
)


def frames(*stretches: tuple[float, int]) -> np.ndarray:
    return np.concatenate([np.full(count, probability) for probability, count in stretches])


def test_share_and_ends_of_speech() -> None:
    found = voice_activity(frames((0, 25), (1, 50), (0, 25)), 0.02)
    assert found is not None
    assert (found.fraction, found.first_s, found.last_s) == (0.5, 0.5, 1.5)


def test_short_pauses_belong_to_speech_and_long_ones_do_not() -> None:
    short = voice_activity(frames((1, 20), (0, 10), (1, 20)), 0.02)
    long = voice_activity(frames((1, 20), (0, 20), (1, 20)), 0.02)
    assert short is not None
    assert long is not None
    assert short.fraction == 1
    assert long.fraction == pytest.approx(40 / 60)


def test_a_click_is_not_speech() -> None:
    found = voice_activity(frames((0, 50), (1, 3), (0, 50)), 0.02)
    assert found is not None
    assert (found.fraction, found.first_s, found.last_s) == (0, None, None)


def test_no_frames_tell_nothing() -> None:
    assert voice_activity(np.zeros(0)) is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=200))
@settings(max_examples=100)
def test_speech_lies_within_the_frames(probabilities: list[float]) -> None:
    found = voice_activity(np.array(probabilities))
    assert found is not None
    assert 0 <= found.fraction <= 1
    if found.first_s is not None and found.last_s is not None:
        assert 0 <= found.first_s < found.last_s <= len(probabilities) * FRAME_S + 1e-9


@pytest.mark.parametrize("rate_hz", [8000, 16_000, 48_000])
def test_words_stand_out_from_steady_noise(rate_hz: int) -> None:
    said = np.concatenate((silence(1, rate_hz), words(4, sample_rate_hz=rate_hz, pause_s=0.5)))
    noisy = said + white_noise(-65, said.size / rate_hz, rate_hz)
    found = voice_activity(energy_probabilities(noisy, rate_hz))
    assert found is not None
    assert found.fraction == pytest.approx(4 * 0.25 / 4, abs=0.06)
    assert found.first_s == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("level_dbov", [-60, -30])
def test_steady_noise_is_no_voice(level_dbov: float) -> None:
    rumble = np.cumsum(white_noise(level_dbov - 30, 4, 16_000))
    for noise in (white_noise(level_dbov, 4, 16_000), rumble - rumble.mean()):
        found = voice_activity(energy_probabilities(noise, 16_000))
        assert found is not None
        assert found.fraction == 0


@pytest.mark.parametrize("size", [0, 1, 255, 256])
@pytest.mark.parametrize("rate_hz", [1.0, 16_000.0, 1e6])
def test_few_samples_and_odd_rates_do_no_harm(size: int, rate_hz: float) -> None:
    probabilities = energy_probabilities(np.ones(size), rate_hz)
    assert probabilities.size == size // max(1, round(rate_hz * FRAME_S))
    assert (probabilities < 0.5).all()
