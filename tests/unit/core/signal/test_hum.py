"""Mains hum is found where there is some, named right, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import Samples, speech_like, tone, white_noise
from workspace_assistant.core.signal.hum import mains_hum


def hum(mains_hz: float, level_dbfs: float, duration_s: float, rate_hz: int) -> Samples:
    """Five harmonics, each 6 dB under the one before."""
    wave = sum(
        (tone(mains_hz * n, -6.0 * n, duration_s, rate_hz) for n in range(1, 6)), np.zeros(1)
    )
    return wave / np.sqrt(np.mean(wave**2)) * 10 ** (level_dbfs / 20)


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000])
@pytest.mark.parametrize("mains_hz", [50, 60])
@pytest.mark.parametrize("off_fraction", [-0.002, 0.0, 0.002])
def test_hum_has_its_frequency_its_level_and_its_harmonics(
    rate_hz: int, mains_hz: int, off_fraction: float
) -> None:
    quiet = hum(mains_hz * (1 + off_fraction), -55, 2, rate_hz) + white_noise(-70, 2, rate_hz)
    found = mains_hum(quiet, rate_hz)
    assert found is not None
    assert found.mains_hz == mains_hz
    assert found.level_dbfs == pytest.approx(-55, abs=0.5)
    assert {1, 2, 3} <= set(found.harmonics) <= {1, 2, 3, 4, 5}


@pytest.mark.parametrize("duration_s", [1, 2, 5, 20])
def test_the_length_of_the_quiet_part_does_not_matter(duration_s: int) -> None:
    quiet = hum(50, -60, duration_s, 8_000) + white_noise(-65, duration_s, 8_000)
    found = mains_hum(quiet, 8_000)
    assert found is not None
    assert found.level_dbfs == pytest.approx(-60, abs=0.5)


def test_the_stronger_of_two_is_told() -> None:
    both = hum(50, -50, 2, 16_000) + hum(60, -60, 2, 16_000) + white_noise(-75, 2, 16_000)
    found = mains_hum(both, 16_000)
    assert found is not None
    assert found.mains_hz == 50


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_no_hum(seed: int) -> None:
    assert mains_hum(white_noise(-50, 2, 16_000, seed=seed), 16_000) is None


def test_a_single_line_is_no_hum_and_a_voice_is_none() -> None:
    noise = white_noise(-70, 2, 16_000)
    assert mains_hum(tone(50, -40, 2, 16_000) + noise, 16_000) is None
    assert mains_hum(speech_like(-26, 2, 16_000) + noise, 16_000) is None


@pytest.mark.parametrize("tone_hz", [83.3, 124.5, 166.8, 201.9, 374.0])
@pytest.mark.parametrize("rate_hz", [8_000, 48_000])
def test_the_tone_of_a_fan_is_no_hum(tone_hz: float, rate_hz: int) -> None:
    quiet = hum(tone_hz, -50, 2, rate_hz) + hum(50, -72, 2, rate_hz)
    assert mains_hum(quiet + white_noise(-85, 2, rate_hz), rate_hz) is None


def test_less_than_a_second_tells_nothing() -> None:
    assert mains_hum(hum(50, -30, 0.99, 16_000), 16_000) is None


def test_harmonics_beyond_the_sample_rate_are_not_missed() -> None:
    found = mains_hum(hum(50, -30, 2, 500) + white_noise(-60, 2, 500), 500)
    assert found is not None
    assert set(found.harmonics) <= {1, 2, 3, 4}


@given(
    size=st.sampled_from([0, 1, 7, 500, 4000]),
    rate_hz=st.sampled_from([8.0, 240.0, 1000.0, 1e6]),
    kind=st.sampled_from(["zeros", "constant", "noise", "tiny"]),
)
@settings(max_examples=40, deadline=None)
def test_odd_input_has_no_hum_and_no_warning(size: int, rate_hz: float, kind: str) -> None:
    noise = np.random.default_rng(size).standard_normal(size)
    samples = {
        "zeros": np.zeros(size), "constant": np.full(size, 0.5), "noise": noise * 0.1,
        "tiny": noise * 1e-300,
    }[kind]  # fmt: skip
    found = mains_hum(samples, rate_hz)
    assert found is None or np.isfinite(found.level_dbfs)
