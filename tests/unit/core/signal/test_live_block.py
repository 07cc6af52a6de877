"""Levels of live blocks."""

import math

import numpy as np
import pytest

from tests.fakes.sounds import tone
from workspace_assistant.core.signal.level import amplitude_db, power_db
from workspace_assistant.core.signal.live_block import live_block


def test_full_scale_sine_and_square() -> None:
    sine = live_block(tone(1000, -3.0103, 1, 48_000)[:, None])
    assert sine.rms_dbfs == pytest.approx(-3.01, abs=0.01)
    assert sine.peak_dbfs == pytest.approx(0, abs=0.01)
    square = live_block(np.array([[1.0], [-1.0]]))
    assert (square.rms_dbfs, square.peak_dbfs) == (0, 0)


@pytest.mark.parametrize("peak", [0.5, -0.5])
def test_the_loudest_channel_is_shown(peak: float) -> None:
    block = np.column_stack((np.full(10, 0.1), np.full(10, peak))).astype(np.float32)
    live = live_block(block)
    assert live.rms_dbfs == live.peak_dbfs == pytest.approx(amplitude_db(0.5))
    assert live.loudest.tolist() == [peak] * 10


def test_nothing_has_the_level_minus_infinity() -> None:
    assert power_db(0) == amplitude_db(0) == -math.inf
    for silent in (np.zeros((0, 1)), np.zeros((10, 2))):
        live = live_block(silent)
        assert (live.rms_dbfs, live.peak_dbfs) == (-math.inf, -math.inf)
