"""What is taken away before measuring: rumble, and offsets that would spoil a level."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import Samples, speech_like, tone, white_noise
from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.filtering import (
    blocks_without_rumble,
    spoiling_offset,
    without_rumble,
)

RATE_HZ = 16_000


def level_dbov(samples: Samples) -> float:
    level = active_speech_level(samples, RATE_HZ)
    assert level is not None
    return level.level_dbov


def level_around_offset_dbov(samples: Samples) -> float:
    level = active_speech_level(samples, RATE_HZ, spoiling_offset(samples, RATE_HZ))
    assert level is not None
    return level.level_dbov


@pytest.mark.parametrize(
    ("frequency_hz", "gain_db", "within_db"),
    [(5, -80, 30), (25, -24.1, 1), (50, -3, 0.2), (100, 0, 0.05), (1000, 0, 0.01)],
)
def test_rumble_is_what_lies_below_50_hz(
    frequency_hz: float, gain_db: float, within_db: float
) -> None:
    filtered = without_rumble(tone(frequency_hz, -20, 8, RATE_HZ), RATE_HZ)
    middle = filtered[RATE_HZ:-RATE_HZ]
    level_db = 10 * np.log10(np.mean(middle**2)) + 20
    assert level_db == pytest.approx(gain_db, abs=within_db)


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 48_000])
@pytest.mark.parametrize("rumble_dbov", [-60, -40, -30])
def test_rumble_is_taken_from_blocks_about_as_well(rate_hz: int, rumble_dbov: float) -> None:
    voice = speech_like(-30, 5, rate_hz) + tone(950, -40, 5, rate_hz)
    samples = voice + tone(20, rumble_dbov, 5, rate_hz) + 0.1
    parts, block_rate_hz = blocks_without_rumble(samples, rate_hz)
    blocks = np.concatenate(list(parts))
    assert block_rate_hz == pytest.approx(1000, rel=0.01)
    exact = without_rumble(samples, rate_hz)[: blocks.size]
    levels_db = [10 * np.log10(np.mean(given**2)) for given in (blocks, exact)]
    assert levels_db[0] == pytest.approx(levels_db[1], abs=0.1)


@pytest.mark.parametrize("offset", [-0.3, -0.02, 0.02, 0.3])
@pytest.mark.parametrize("speech_dbov", [-20, -36, -46])
def test_a_constant_offset_does_not_move_the_level(offset: float, speech_dbov: float) -> None:
    speech = speech_like(speech_dbov, 4, RATE_HZ)
    shifted = level_around_offset_dbov(speech + offset)
    assert shifted == pytest.approx(level_dbov(speech), abs=0.02)


@given(share=st.floats(0, 0.4))
@settings(max_examples=30, deadline=None)
def test_an_offset_that_stays_moves_the_level_by_a_tenth_at_most(share: float) -> None:
    speech = speech_like(-30, 3, RATE_HZ)
    offset = share * float(np.sqrt(np.mean(speech**2)))
    level = level_around_offset_dbov(speech + offset)
    assert level == pytest.approx(level_dbov(speech), abs=0.1)


def test_sound_without_an_offset_stays_as_it_is() -> None:
    speech = speech_like(-30, 3, RATE_HZ)
    assert spoiling_offset(speech, RATE_HZ) == 0


def test_low_noise_that_wanders_is_no_offset() -> None:
    steps = white_noise(-60, 4, RATE_HZ)
    wandering = speech_like(-30, 4, RATE_HZ) + np.cumsum(steps) - 0.05
    assert abs(wandering.mean()) > 0.01
    assert spoiling_offset(wandering, RATE_HZ) == 0


@pytest.mark.parametrize("samples", [np.zeros(0), np.ones(1), np.zeros(5), np.full(9, 1e-300)])
@pytest.mark.parametrize("rate_hz", [8.0, 1e6])
def test_odd_input_is_taken(samples: Samples, rate_hz: float) -> None:
    assert abs(spoiling_offset(samples, rate_hz)) <= 1
    assert sum(part.size for part in blocks_without_rumble(samples, rate_hz)[0]) <= samples.size
    if samples.size:
        assert without_rumble(samples, rate_hz).size == samples.size
