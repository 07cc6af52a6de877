"""Missing packets: what is there stays, gaps hold the last cycle fading away, and never a jump."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.signal.concealment import concealed

RATE_HZ = 8_000
PACKET = 160


def tone(
    seconds: float, frequency_hz: float = 200.0
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return 0.5 * np.sin(2 * np.pi * frequency_hz * np.arange(round(seconds * RATE_HZ)) / RATE_HZ)


def test_nothing_lost_changes_nothing() -> None:
    sound = tone(0.5)
    assert np.array_equal(concealed(sound, RATE_HZ, ()), sound)
    assert np.array_equal(concealed(sound, RATE_HZ, [False]), sound)


def test_one_lost_packet_of_a_steady_tone_is_hardly_heard() -> None:
    sound = tone(0.5)
    heard = concealed(sound, RATE_HZ, [False] * 10 + [True] + [False] * 20)
    start = 10 * PACKET
    assert np.array_equal(heard[:start], sound[:start])
    first_half = slice(start, start + PACKET // 2)
    assert heard[first_half] == pytest.approx(sound[first_half], abs=0.02)
    after = start + PACKET + round(0.004 * RATE_HZ)
    assert np.array_equal(heard[after:], sound[after:])
    assert np.abs(np.diff(heard)).max() < 2 * np.abs(np.diff(sound)).max()


def test_a_long_loss_ends_in_silence() -> None:
    heard = concealed(tone(0.5), RATE_HZ, [False] * 5 + [True] * 10 + [False] * 10)
    lost = heard[5 * PACKET : 15 * PACKET]
    assert np.abs(lost[: round(0.01 * RATE_HZ)]).max() == pytest.approx(0.5, abs=0.02)
    assert not lost[round(0.06 * RATE_HZ) + 1 :].any()


def test_losing_the_beginning_leaves_silence() -> None:
    heard = concealed(tone(0.2), RATE_HZ, [True] + [False] * 9)
    assert not heard[:PACKET].any()


def test_a_short_pattern_starts_over() -> None:
    heard = concealed(np.ones(4 * PACKET), RATE_HZ, [True, False])
    assert not heard[:PACKET].any()
    assert heard[2 * PACKET : 3 * PACKET].any()  # concealed out of the packet before


@given(
    size=st.integers(0, 2_000),
    lost=st.lists(st.booleans(), max_size=40),
    rate_hz=st.sampled_from([1.0, 8_000.0, 16_000.0, 44_100.0]),
)
def test_any_pattern_keeps_the_length_and_the_scale(
    size: int, lost: list[bool], rate_hz: float
) -> None:
    sound = np.sin(np.arange(size) / 3)
    heard = concealed(sound, rate_hz, lost)
    assert heard.size == size
    assert np.abs(heard).max(initial=0.0) <= 1.0
