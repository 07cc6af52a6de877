"""Exact silence: how long, where, and what it says."""

import numpy as np
import pytest

from tests.fakes.sounds import white_noise
from tests.fakes.voices import in_16_bits
from workspace_assistant.core.signal.silence import (
    coarse_step,
    is_open,
    silent_runs,
    waking_size,
)

RATE_HZ = 8000


def room(level_dbov: float = -60.0) -> np.ndarray:
    return in_16_bits(white_noise(level_dbov, 2, RATE_HZ))


@pytest.mark.parametrize(("silent_s", "woken_s"), [(0.3, 0.3), (1.0, 1.0), (0.005, 0), (1.6, 0)])
def test_a_stream_that_wakes_up_is_silent_for_a_while(silent_s: float, woken_s: float) -> None:
    quiet = room(-30)
    quiet[: round(silent_s * RATE_HZ)] = 0
    assert waking_size(quiet, RATE_HZ) == woken_s * RATE_HZ


@pytest.mark.parametrize("size", [0, 1, 800])
def test_silence_to_the_end_is_no_waking(size: int) -> None:
    assert waking_size(np.zeros(size), RATE_HZ) == 0


def test_silent_runs_are_where_nothing_changes() -> None:
    samples = np.array([1, 1, 2, 3, 3, 3, 4, 4.0])
    starts, lengths = silent_runs(samples, 3 / RATE_HZ, RATE_HZ)
    assert (starts.tolist(), lengths.tolist()) == ([3], [3])
    starts, lengths = silent_runs(samples, 0, RATE_HZ)
    assert (starts.tolist(), lengths.tolist()) == ([0, 3, 6], [2, 3, 2])


def test_a_room_with_noise_is_open_even_with_gaps() -> None:
    quiet = room()
    assert is_open(quiet, RATE_HZ)
    quiet[3000:5000] = 0
    assert is_open(quiet, RATE_HZ)


def test_a_gate_or_noise_below_one_step_is_not_open() -> None:
    gated = room()
    gated[3000:12_000] = 0
    assert not is_open(gated, RATE_HZ)
    assert not is_open(room(-108), RATE_HZ)
    assert not is_open(np.zeros(1), RATE_HZ)


def test_only_steps_that_are_coarse_are_told() -> None:
    assert coarse_step(np.round(room(-20) * 127) / 128) == 1 / 128
    assert coarse_step(room()) is None
    assert coarse_step(np.zeros(9)) is None
