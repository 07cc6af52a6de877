"""The same sound at another rate: tones keep frequency, level and phase, and nothing folds back."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import tone
from workspace_assistant.core.signal.level import mean_square
from workspace_assistant.core.signal.resampling import PASSED_FRACTION, resampled

PAIRS = [(48_000, 16_000), (44_100, 16_000), (8000, 16_000), (16_000, 48_000), (44_101, 8000)]


@pytest.mark.parametrize(("from_hz", "to_hz"), PAIRS)
@pytest.mark.parametrize("share", [0.05, 0.5, PASSED_FRACTION - 0.01])
def test_a_tone_in_the_band_is_the_same_tone(from_hz: int, to_hz: int, share: float) -> None:
    frequency_hz = round(share * min(from_hz, to_hz) / 2)
    got = resampled(tone(frequency_hz, -20, 2, from_hz), from_hz, to_hz)
    inside = slice(to_hz // 2, -to_hz // 2)  # the tone starts and ends abruptly
    difference = got[inside] - tone(frequency_hz, -20, 2, to_hz)[inside]
    assert got.size == 2 * to_hz
    assert np.abs(difference).max() < 1e-3


def test_what_the_lower_rate_cannot_hold_is_gone() -> None:
    got = resampled(tone(9000, -20, 2, 48_000), 48_000, 16_000)
    assert mean_square(got[4000:-4000]) < 1e-10


def test_pieces_join_without_a_seam() -> None:
    got = resampled(tone(440, -20, 50, 8000), 8000, 12_000)
    assert np.abs(got[6000:-6000] - tone(440, -20, 50, 12_000)[6000:-6000]).max() < 1e-4


def test_the_same_rate_gives_a_copy() -> None:
    samples = tone(440, -20, 0.1, 8000)
    got = resampled(samples, 8000, 8000)
    assert (got == samples).all()
    assert got is not samples


@given(
    size=st.integers(0, 3000),
    from_hz=st.integers(1, 4000) | st.just(100_000),
    to_hz=st.integers(1, 4000) | st.just(16_000),
)
@settings(max_examples=40, deadline=None)
def test_any_size_and_rates_give_finite_sound_of_the_same_length(
    size: int, from_hz: int, to_hz: int
) -> None:
    got = resampled(np.ones(size), from_hz, to_hz)
    assert got.size == size * to_hz // from_hz
    assert np.isfinite(got).all()
