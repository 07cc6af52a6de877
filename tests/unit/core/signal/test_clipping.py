"""Clipping is counted where there is some, and nowhere else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import speech_like, tone
from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.clipping import (
    clipping,
    over_driven,
    runs,
)
from workspace_assistant.core.signal.level import amplitude_db, peak
from workspace_assistant.core.signal.limits import LEAST_CREST_DB
from workspace_assistant.core.signal.silence import constant_fraction, is_digital_silence


def quantized(samples: np.ndarray) -> np.ndarray:
    return np.round(samples * 32768) / 32768


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 48_000, 192_000])
def test_clean_speech_has_no_flat_tops_and_no_pile_up(rate_hz: int) -> None:
    signs = clipping(quantized(speech_like(-26, 5, rate_hz)))
    assert signs.events == 0
    assert signs.full_scale_samples == 0
    assert signs.pile_up_fraction < 0.12


@pytest.mark.parametrize("frequency_hz", [50, 100, 200, 440, 1000])
@pytest.mark.parametrize("level_dbov", [-6, -20, -30])
def test_the_round_crests_of_a_tone_are_not_clipping(frequency_hz: int, level_dbov: int) -> None:
    assert clipping(quantized(tone(frequency_hz, level_dbov, 2, 48_000))).events == 0


def test_the_stairs_of_8_bits_are_not_clipping() -> None:
    speech = speech_like(-24, 5, 48_000)
    stairs = np.round(speech * 127) / 128
    assert clipping(stairs, 1 / 128).events == 0
    clipped = np.round(np.clip(speech * 8, -1, 1) * 127) / 128
    assert clipping(clipped, 1 / 128).events > 20
    assert clipping(clipped, 1 / 128).full_scale_samples > 1000


@pytest.mark.parametrize("ceiling", [1.0, 0.5, 0.1])
def test_clipped_speech_counts_even_below_full_scale(ceiling: float) -> None:
    speech = speech_like(-26, 5, 16_000)
    limit = np.quantile(np.abs(speech), 0.99)
    clipped = np.clip(speech, -limit, limit) / limit * ceiling
    signs = clipping(quantized(clipped))
    assert signs.events >= 10
    assert signs.pile_up_fraction > 0.12
    assert (signs.full_scale_samples > 20) == (ceiling == 1.0)


def test_nothing_is_no_clipping() -> None:
    signs = clipping(np.zeros(0))
    assert (signs.events, signs.full_scale_samples, signs.pile_up_fraction) == (0, 0, 0)


def test_sound_too_faint_to_be_clipped_has_no_flat_tops() -> None:
    assert clipping(np.tile([0.01, 0.01, 0.01, -0.01, -0.01, -0.01], 20)).events == 0


def test_a_flat_top_at_the_very_start_counts() -> None:
    samples = np.array([0.5, 0.5, 0.5, 0.1, -0.2, 0.3])
    assert clipping(samples).events == 1


@given(st.lists(st.booleans(), max_size=60))
@settings(max_examples=50)
def test_runs_describe_the_mask_completely(mask: list[bool]) -> None:
    rebuilt = np.zeros(len(mask), dtype=bool)
    starts, lengths = runs(np.array(mask, dtype=bool))
    for start, length in zip(starts, lengths, strict=True):
        rebuilt[start : start + length] = True
    assert rebuilt.tolist() == mask


def test_zeros_constants_and_nothing_are_digital_silence() -> None:
    assert is_digital_silence(np.zeros(1000))
    assert is_digital_silence(np.full(1000, 0.25))
    assert constant_fraction(np.zeros(1)) == 1


def test_the_faintest_dither_is_not_digital_silence() -> None:
    dither = np.random.default_rng(1).integers(-1, 2, 1000) / 32768
    assert not is_digital_silence(dither)


@pytest.mark.parametrize("drive", [1.0, 30.0])
def test_a_driven_voice_loses_its_crest(drive: float) -> None:
    speech = speech_like(-26, 5, 16_000)
    pressed = np.tanh(drive * speech) / drive
    level = active_speech_level(pressed, 16_000)
    assert level is not None
    signs = over_driven(clipping(pressed), amplitude_db(peak(pressed)), level.level_dbov)
    assert signs.pile_up_fraction == clipping(pressed).pile_up_fraction
    assert (signs.crest_db < LEAST_CREST_DB) == (drive == 30.0)
