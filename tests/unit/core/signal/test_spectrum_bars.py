from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.signal.spectrum_bars import (
    DECAY_DB_PER_S,
    HIGHEST_DBFS,
    LOWEST_DBFS,
    moved,
    share_of_scale,
)

LEVELS = st.floats(min_value=-150, max_value=10)


def test_bars_rise_at_once_and_fall_by_time() -> None:
    assert moved((-60.0, -30.0), (-40.0, -80.0), 0.1) == pytest.approx(
        (-40.0, -30.0 - DECAY_DB_PER_S * 0.1)
    )


def test_another_number_of_bands_starts_anew() -> None:
    assert moved((), (-40.0, -50.0), 0.1) == (-40.0, -50.0)


@given(st.lists(LEVELS, min_size=1, max_size=21), LEVELS, st.floats(min_value=-1, max_value=10))
def test_bars_stay_on_the_scale_and_never_below_the_sound(
    bands: list[float], shown: float, elapsed_s: float
) -> None:
    after = moved((shown,) * len(bands), tuple(bands), elapsed_s)
    for level, bar in zip(bands, after, strict=True):
        assert LOWEST_DBFS <= bar <= HIGHEST_DBFS
        assert bar >= min(level, HIGHEST_DBFS)
        assert 0 <= share_of_scale(bar) <= 1


@given(LEVELS, st.floats(min_value=0, max_value=1), st.floats(min_value=0, max_value=1))
def test_two_short_steps_are_one_long_one(shown: float, one_s: float, other_s: float) -> None:
    silence = (LOWEST_DBFS,)
    start = moved((), (shown,), 0.0)
    stepped = moved(moved(start, silence, one_s), silence, other_s)
    assert stepped == pytest.approx(moved(start, silence, one_s + other_s))


def test_other_bands_start_anew_within_the_scale() -> None:
    assert moved((-60.0,), (-40.0, -500.0), 0.1) == (-40.0, LOWEST_DBFS)


def test_the_scale_ends_at_both_ends() -> None:
    levels_dbfs = (LOWEST_DBFS - 1, (LOWEST_DBFS + HIGHEST_DBFS) / 2, HIGHEST_DBFS + 1)
    assert [share_of_scale(one) for one in levels_dbfs] == [0, 0.5, 1]
