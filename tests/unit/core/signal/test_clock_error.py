"""The microphone's clock, on simulated blocks with a known error, lateness and losses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from workspace_assistant.core.signal.clock_error import ClockError, clock_error

RATE_HZ = 48_000
Blocks = tuple[NDArray[np.float64], NDArray[np.int64]]


def blocks(
    *,
    seconds: float = 7.0,
    size: int = 480,
    ppm: float = 0.0,
    late_s: float = 0.002,
    lost_blocks: int = 0,
    together: int = 1,
    seed: int = 1,
) -> Blocks:
    """Blocks handed over in groups, some lateness after their end; some lost in the middle."""
    count = int(seconds * RATE_HZ / size)
    numbers = np.minimum((np.arange(count) // together + 1) * together, count)
    ends_s = numbers * size / (RATE_HZ * (1 + ppm * 1e-6))
    ends_s += np.random.default_rng(seed).exponential(late_s, count)
    frames = np.full(count, size, dtype=np.int64)
    kept = np.ones(count, dtype=bool)
    kept[count // 2 : count // 2 + lost_blocks] = False
    return 1000 + np.maximum.accumulate(ends_s)[kept], frames[kept]


def measured(given: Blocks) -> ClockError:
    found = clock_error(*given, RATE_HZ)
    assert found is not None
    return found


@pytest.mark.parametrize("ppm", [-200, 0, 35, 500])
@pytest.mark.parametrize("size", [128, 480, 1024])
def test_a_clock_is_measured_within_tens_of_ppm(ppm: float, size: int) -> None:
    found = measured(blocks(ppm=ppm, size=size))
    assert found.ppm == pytest.approx(ppm, abs=60)
    assert found.missing_frames == 0


def test_the_uncertainty_holds_the_truth_nearly_always() -> None:
    errors = [measured(blocks(ppm=100, seed=seed)) for seed in range(60)]
    held = [abs(error.ppm - 100) <= error.uncertainty_ppm for error in errors]
    assert np.mean(held) >= 0.85
    assert max(error.uncertainty_ppm for error in errors) < 60


def test_blocks_in_groups_are_less_certain() -> None:
    alone, grouped = measured(blocks()), measured(blocks(together=5))
    assert grouped.uncertainty_ppm > 3 * alone.uncertainty_ppm
    assert abs(grouped.ppm) < 400


@pytest.mark.parametrize(("actual_hz", "ppm"), [(44_100, -81_250), (52_245, 88_438)])
def test_a_mix_up_of_rates_is_a_wrong_clock_and_no_loss(actual_hz: int, ppm: float) -> None:
    found = measured(blocks(ppm=(actual_hz / RATE_HZ - 1) * 1e6))
    assert found.ppm == pytest.approx(ppm, abs=300)
    assert found.missing_frames == 0


@pytest.mark.parametrize("lost_blocks", [1, 2, 10])
@pytest.mark.parametrize("ppm", [-100, 0, 100])
def test_lost_blocks_are_missed_and_do_not_bend_the_clock(lost_blocks: int, ppm: float) -> None:
    found = measured(blocks(ppm=ppm, lost_blocks=lost_blocks, late_s=0.0005))
    assert found.missing_frames == pytest.approx(lost_blocks * 480, abs=40)
    assert found.ppm == pytest.approx(ppm, abs=60)


def test_lateness_that_is_made_up_for_is_no_loss() -> None:
    ends_s, frames = blocks(late_s=0.0002)
    ends_s[300:330] = ends_s[330]  # the program slept a third of a second, then got all of it
    found = measured((ends_s, frames))
    assert found.missing_frames == 0
    assert abs(found.ppm) < 60


def test_the_first_half_second_may_be_wild() -> None:
    ends_s, frames = blocks(late_s=0.0002)
    ends_s[:30] = ends_s[30]
    found = measured((ends_s, frames))
    assert found.missing_frames == 0
    assert abs(found.ppm) < 60


@pytest.mark.parametrize("seconds", [0.0, 1.0, 4.9])
def test_less_than_five_seconds_tell_nothing(seconds: float) -> None:
    assert clock_error(*blocks(seconds=seconds), RATE_HZ) is None


def test_too_few_blocks_tell_nothing() -> None:
    assert clock_error(*blocks(size=24_000), RATE_HZ) is None


def test_times_that_stand_still_tell_nothing() -> None:
    ends_s = np.repeat([0.0, 6.0], 200)
    assert clock_error(ends_s, np.full(400, 480), RATE_HZ) is None
    ends_s = np.concatenate((np.zeros(20), np.full(100, 1.0), np.full(100, 6.0)))
    found = clock_error(ends_s, np.full(220, 480), RATE_HZ)
    assert found is None or np.isfinite(found.ppm)


@given(
    steps_s=st.lists(st.floats(0, 0.5), min_size=0, max_size=200),
    size=st.integers(0, 5000),
    rate_hz=st.sampled_from([8.0, 8000.0, 1e6]),
)
@settings(max_examples=60, deadline=None)
def test_any_times_are_taken(steps_s: list[float], size: int, rate_hz: float) -> None:
    ends_s = np.cumsum(np.array(steps_s, dtype=np.float64))
    found = clock_error(ends_s, np.full(ends_s.size, size, dtype=np.int64), rate_hz)
    if found is not None:
        assert np.isfinite(found.ppm)
        assert found.uncertainty_ppm >= 0
