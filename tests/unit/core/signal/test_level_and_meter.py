"""Levels of live blocks, and the meter's movement in time."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.sounds import tone
from workspace_assistant.core.signal.level import amplitude_db, loudest_channel_levels, power_db
from workspace_assistant.core.signal.meter import MeterState, advance, position

LEVELS = st.floats(-100, 6) | st.just(-math.inf)


def test_full_scale_sine_and_square() -> None:
    rms_dbfs, peak_dbfs = loudest_channel_levels(tone(1000, -3.0103, 1, 48_000)[:, None])
    assert rms_dbfs == pytest.approx(-3.01, abs=0.01)
    assert peak_dbfs == pytest.approx(0, abs=0.01)
    square = np.array([[1.0], [-1.0]])
    assert loudest_channel_levels(square) == (0, 0)


def test_the_loudest_channel_is_shown() -> None:
    block = np.column_stack((np.full(10, 0.1), np.full(10, 0.5)))
    assert loudest_channel_levels(block) == pytest.approx((amplitude_db(0.5), amplitude_db(0.5)))


def test_nothing_has_the_level_minus_infinity() -> None:
    assert power_db(0) == amplitude_db(0) == -math.inf
    assert loudest_channel_levels(np.zeros((0, 1))) == (-math.inf, -math.inf)


def test_the_bar_rises_at_once_and_falls_20_db_in_1700_ms() -> None:
    loud = advance(MeterState(at_s=0), peak_dbfs=-10, rms_dbfs=-20, at_s=0.02)
    assert loud.level_dbfs == -10
    later = advance(loud, peak_dbfs=-math.inf, rms_dbfs=-math.inf, at_s=1.72)
    assert later.level_dbfs == pytest.approx(-30)


def test_the_peak_mark_holds_1500_ms_then_follows() -> None:
    state = advance(MeterState(at_s=0), peak_dbfs=-6, rms_dbfs=-20, at_s=0)
    held = advance(state, peak_dbfs=-40, rms_dbfs=-50, at_s=1.49)
    assert held.held_peak_dbfs == -6
    released = advance(held, peak_dbfs=-40, rms_dbfs=-50, at_s=1.51)
    assert released.held_peak_dbfs == released.level_dbfs < -6


def test_the_mean_reaches_99_percent_of_a_step_in_300_ms() -> None:
    state = advance(MeterState(at_s=0), peak_dbfs=0, rms_dbfs=0, at_s=0.3)
    assert 10 ** (state.mean_dbfs / 20) == pytest.approx(0.99, abs=0.001)


@given(steps=st.lists(st.tuples(LEVELS, st.floats(0, 0.5)), min_size=1, max_size=20))
def test_all_readings_stay_on_the_scale(steps: list[tuple[float, float]]) -> None:
    state = MeterState(at_s=0)
    for level_db, wait_s in steps:
        state = advance(state, peak_dbfs=level_db, rms_dbfs=level_db, at_s=state.at_s + wait_s)
        for shown in (state.level_dbfs, state.mean_dbfs, state.held_peak_dbfs):
            assert -60 <= shown <= 0
            assert 0 <= position(shown) <= 1
        assert state.level_dbfs <= state.held_peak_dbfs


@given(st.integers(1, 50))
def test_the_number_of_steps_does_not_matter(steps: int) -> None:
    once = advance(MeterState(at_s=0, level_dbfs=-5), peak_dbfs=-60, rms_dbfs=-12, at_s=1)
    many = MeterState(at_s=0, level_dbfs=-5)
    for step in range(1, steps + 1):
        many = advance(many, peak_dbfs=-60, rms_dbfs=-12, at_s=step / steps)
    assert many.level_dbfs == pytest.approx(once.level_dbfs)
    assert many.mean_dbfs == pytest.approx(once.mean_dbfs)
