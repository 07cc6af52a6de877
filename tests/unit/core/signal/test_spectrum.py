"""The live picture's bands: right levels for tones and noise, and something for every block."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.sounds import tone, white_noise
from workspace_assistant.core.signal.spectrum import (
    BAND_CENTERS_HZ,
    BOTTOM_DBFS,
    third_octaves,
)


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
@pytest.mark.parametrize("center_hz", [1000, 2000, 4000])
def test_a_tone_has_its_level_in_its_band(rate_hz: int, center_hz: int) -> None:
    levels = third_octaves(tone(center_hz, -20, 1 / 30, rate_hz), rate_hz)
    band = BAND_CENTERS_HZ.index(center_hz)
    assert levels[band] == pytest.approx(-20, abs=0.1)
    assert max(levels[:band] + levels[band + 1 :]) < -50


def test_white_noise_rises_by_a_decibel_from_band_to_band() -> None:
    levels = third_octaves(white_noise(-20, 20, 48_000), 48_000)
    expected = -20 + 10 * np.log10(np.array(BAND_CENTERS_HZ) * 0.2316 / 24_000)
    assert np.abs(np.array(levels) - expected).max() < 0.6


def test_the_bands_add_up_to_the_level() -> None:
    levels = third_octaves(tone(300, -30, 0.1, 48_000) + tone(3000, -30, 0.1, 48_000), 48_000)
    assert 10 * np.log10(sum(10 ** (level / 10) for level in levels)) == pytest.approx(-27, abs=0.1)


def test_bands_beyond_the_sample_rate_and_a_constant_stay_at_the_bottom() -> None:
    levels = third_octaves(white_noise(-20, 1, 8_000) + 0.5, 8_000)
    assert levels[-3:] == (BOTTOM_DBFS,) * 3  # 6.3 kHz and up
    assert set(third_octaves(np.full(1600, 0.5), 48_000)) == {BOTTOM_DBFS}


@given(
    size=st.integers(0, 3000),
    rate_hz=st.sampled_from([8.0, 8_000.0, 48_000.0, 1e6]),
    scale=st.sampled_from([0.0, 1e-300, 1.0, 16.0]),
)
def test_any_block_gives_a_level_for_every_band(size: int, rate_hz: float, scale: float) -> None:
    block = np.random.default_rng(size).standard_normal(size) * scale
    levels = third_octaves(block, rate_hz)
    assert len(levels) == len(BAND_CENTERS_HZ)
    assert all(BOTTOM_DBFS <= level < 40 for level in levels)
