from __future__ import annotations

from dataclasses import replace
from math import pi, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.voice.model import SPACING_S, PacketTrace, pooled
from workspace_assistant.core.voice.statistics import (
    burst_ratio,
    describe,
    loss_interval,
    percentile,
    sent_fraction,
    wilson,
)


def a_trace(delays_ms: list[float | None], **more: tuple[int, ...]) -> PacketTrace:
    sent = tuple(number * SPACING_S for number in range(len(delays_ms)))
    came = tuple(
        None if delay is None else left + delay / 1000
        for left, delay in zip(sent, delays_ms, strict=True)
    )
    return PacketTrace(sent_s=sent, received_s=came, lateness_s=(0.0002,) * len(sent), **more)


def test_a_steady_stream() -> None:
    seen = describe(a_trace([40.0] * 100))
    assert (seen.sent, seen.received, seen.lost) == (100, 100, 0)
    assert seen.rtt_min_ms == pytest.approx(40)
    assert seen.rtt_median_ms == pytest.approx(40)
    assert seen.rtt_p95_ms == pytest.approx(40)
    assert seen.jitter_ms == pytest.approx(0, abs=1e-9)
    assert seen.ipdv_ms == pytest.approx(0, abs=1e-9)
    assert (seen.longest_loss, seen.burst_ratio, seen.reordered) == (0, 1.0, 0)
    assert seen.lateness_p99_ms == pytest.approx(0.2)
    assert (seen.loss_low, seen.loss_high) == (0.0, pytest.approx(0.037, abs=0.001))


def test_nothing_sent_says_nothing() -> None:
    seen = describe(PacketTrace())
    assert (seen.rtt_min_ms, seen.jitter_ms, seen.ipdv_ms) == (None, None, None)
    assert (seen.loss_low, seen.loss_high) == (0.0, 1.0)


def test_everything_lost_has_no_delay_and_no_bursts() -> None:
    seen = describe(a_trace([None] * 10))
    assert (seen.lost, seen.longest_loss, seen.burst_ratio) == (10, 10, 1.0)
    assert seen.rtt_median_ms is None
    assert seen.loss_high == 1.0


def test_losses_in_a_row() -> None:
    seen = describe(a_trace([40.0, None, None, None, 40.0, None, 40.0, 40.0]))
    assert (seen.lost, seen.longest_loss) == (4, 3)
    assert seen.burst_ratio == pytest.approx(2 * 0.5)  # mean run 2, half of all lost


def test_a_packet_that_is_overtaken_is_reordered_and_a_copy_is_a_duplicate() -> None:
    seen = describe(a_trace([40.0, 90.0, 40.0, 40.0], duplicates=(2,)))
    assert (seen.reordered, seen.duplicates) == (1, 1)


def test_jitter_of_gaussian_delays_meets_theory() -> None:
    random, sigma_ms = Random(7), 5.0
    delays = [100 + random.gauss(0, sigma_ms) + random.gauss(0, sigma_ms) for _ in range(40_000)]
    expected_ms = 2 * sigma_ms * sqrt(2) / sqrt(pi)
    # Spread out, so that nothing overtakes: order of arrival is then order of sending.
    sent = tuple(number * 1.0 for number in range(len(delays)))
    trace = PacketTrace(
        sent_s=sent,
        received_s=tuple(at + ms / 1000 for at, ms in zip(sent, delays, strict=True)),
        lateness_s=(0.0,) * len(sent),
    )
    seen = describe(trace)
    assert seen.jitter_ms == pytest.approx(expected_ms, rel=0.02)
    assert seen.ipdv_ms == pytest.approx(expected_ms, rel=0.02)


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 400, 0.0, 0.0095), (4, 400, 0.0039, 0.0254), (0, 1500, 0.0, 0.00256), (5, 5, 0.5655, 1.0)],
)
def test_what_a_count_can_say(count: int, total: int, low: float, high: float) -> None:
    assert wilson(count, total) == pytest.approx((low, high), abs=0.0002)


@given(st.integers(0, 3000), st.integers(1, 3000))
def test_the_interval_holds_the_share_itself(count: int, total: int) -> None:
    count = min(count, total)
    low, high = wilson(count, total)
    assert 0 <= low <= count / total <= high <= 1


def bursts(random: Random, sent: int, share: float, length: float) -> list[bool]:
    """Losses of a two-state Markov chain: *share* of all, *length* packets long on average."""
    enter, lost = share / length / (1 - share), [random.random() < share]
    while len(lost) < sent:
        lost.append(random.random() < (1 - 1 / length if lost[-1] else enter))
    return lost


def test_random_losses_are_judged_by_wilson_alone() -> None:
    lost = [number % 20 == 0 for number in range(400)]
    assert loss_interval(lost) == wilson(20, 400)
    assert loss_interval([]) == (0.0, 1.0)
    assert loss_interval([True] * 10) == wilson(10, 10)


def test_bursts_widen_the_interval() -> None:
    lost = [number % 80 < 4 for number in range(400)]  # mean 4, burst ratio 3.8
    assert loss_interval(lost) == pytest.approx(wilson(20 / 6.6, 400 / 6.6))


def test_bursts_break_a_limit_that_they_keep_hardly_more_often_than_promised() -> None:
    """The low end of a 95 % interval lies above the truth once in 40 runs. As many: 0.1 % luck."""
    random, runs = Random(11), 600
    above = [loss_interval(bursts(random, 425, 0.01, 4))[0] > 0.01 for _ in range(runs)]
    assert sum(above) <= 0.055 * runs


def test_jitter_of_few_packets_would_be_too_small_and_is_none() -> None:
    random = Random(5)
    delays = [100 + random.gauss(0, 5) for _ in range(50)]
    assert describe(a_trace([*delays[:49], None])).jitter_ms is None
    assert describe(a_trace([*delays, None])).jitter_ms is not None


def test_packets_left_out_are_missed_by_the_plan() -> None:
    whole = a_trace([40.0] * 100)
    assert sent_fraction(whole, SPACING_S) == 1
    assert sent_fraction(PacketTrace(), SPACING_S) == 1
    asleep = pooled(whole.between(-1, 0.99), whole.between(1.39, 9))  # 20 packets from 1 s on
    assert sent_fraction(asleep, SPACING_S) == pytest.approx(0.8)
    late = replace(whole, lateness_s=(0.015,) * 100)
    assert sent_fraction(late, SPACING_S) == 1


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([1.0], 0.95) == 1.0
    assert percentile([], 0.95) is None


@given(st.lists(st.booleans(), min_size=1))
def test_a_burst_is_never_shorter_than_one_packet(lost: list[bool]) -> None:
    if any(lost):
        assert burst_ratio(lost) >= 1 - sum(lost) / len(lost)


delays = st.lists(st.none() | st.floats(1, 500), max_size=60)


@given(delays, st.integers(0, 60))
def test_parts_of_a_trace_add_up_to_the_whole(values: list[float | None], cut: int) -> None:
    whole = a_trace(values, duplicates=tuple(range(0, len(values), 7)))
    at_s = cut * SPACING_S - SPACING_S / 2
    parts = (whole.between(-1, at_s), whole.between(at_s, 1e9))
    assert pooled(*parts) == whole
    assert sum(describe(part).lost for part in parts) == describe(whole).lost
