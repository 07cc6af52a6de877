from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.scripted_line import ramping, steady, trace_of
from workspace_assistant.core.readiness.bandwidth.goodput import (
    WARM_UP_CAP_S,
    Decision,
    GoodputEstimate,
    decide,
    estimate,
    short_run_estimate,
    t95,
    total_bytes_at,
    warm_up_end_s,
)
from workspace_assistant.core.readiness.bandwidth.model import ByteSample
from workspace_assistant.core.readiness.limits import Floor

LIMIT = Floor(ready=10e6, caution=2e6)
rates = st.floats(min_value=20_000, max_value=2e9)
increments = st.lists(
    st.tuples(st.floats(min_value=0.005, max_value=0.2), st.integers(0, 5_000_000)),
    min_size=1,
    max_size=150,
)


def samples_of(steps: list[tuple[float, int]]) -> list[ByteSample]:
    samples = [ByteSample(at_s=0.0, total_bytes=0)]
    for gap_s, size in steps:
        last = samples[-1]
        samples.append(ByteSample(at_s=last.at_s + gap_s, total_bytes=last.total_bytes + size))
    return samples


def interval(low_mbps: float, high_mbps: float, *, short: bool = False) -> GoodputEstimate:
    return GoodputEstimate(
        mean_bps=(low_mbps + high_mbps) / 2 * 1e6,
        low_bps=low_mbps * 1e6,
        high_bps=high_mbps * 1e6,
        warm_up_s=1.0,
        bins=16,
        is_short_run=short,
    )


@given(rates)
def test_a_steady_line_is_measured_exactly(rate_bps: float) -> None:
    value = estimate(trace_of(steady(rate_bps), 5))
    assert value is not None
    assert value.mean_bps == pytest.approx(rate_bps, rel=0.002)
    assert value.low_bps <= rate_bps * 1.002
    assert value.high_bps >= rate_bps * 0.998


@given(rates, st.floats(min_value=0.1, max_value=1.5))
def test_a_slow_start_does_not_lower_the_result(rate_bps: float, ramp_s: float) -> None:
    value = estimate(trace_of(ramping(rate_bps, ramp_s), 7))
    assert value is not None
    assert value.mean_bps == pytest.approx(rate_bps, rel=0.03)
    assert value.warm_up_s <= WARM_UP_CAP_S


@given(increments)
def test_estimates_are_ordered_and_never_negative(steps: list[tuple[float, int]]) -> None:
    samples = samples_of(steps)
    for value in (estimate(samples), short_run_estimate(samples)):
        if value is not None:
            assert 0 <= value.low_bps <= value.mean_bps * (1 + 1e-9)
            assert value.mean_bps <= value.high_bps * (1 + 1e-9)
            assert math.isfinite(value.high_bps)


@given(increments, st.integers(min_value=1, max_value=150))
def test_the_end_of_the_warm_up_does_not_move_once_found(
    steps: list[tuple[float, int]], length: int
) -> None:
    samples = samples_of(steps)
    early = warm_up_end_s(samples[:length])
    if early is not None:
        assert warm_up_end_s(samples) == early


@given(increments, st.floats(min_value=-1, max_value=40), st.floats(min_value=0, max_value=5))
def test_interpolation_never_falls(
    steps: list[tuple[float, int]], at_s: float, later_s: float
) -> None:
    samples = samples_of(steps)
    assert total_bytes_at(samples, at_s) <= total_bytes_at(samples, at_s + later_s) + 1e-6


def test_interpolation_is_linear_between_samples() -> None:
    samples = [ByteSample(at_s=0, total_bytes=0), ByteSample(at_s=2, total_bytes=100)]
    assert [total_bytes_at(samples, at_s) for at_s in (-1, 0.5, 3)] == [0, 25, 100]


def test_nothing_is_estimated_before_four_bins_after_the_warm_up() -> None:
    assert estimate(trace_of(steady(1e7), 1.9)) is None
    assert estimate(trace_of(steady(1e7), 2.1)) is not None


def test_a_silent_line_never_warms_up_before_the_cap() -> None:
    assert warm_up_end_s(trace_of(lambda _: 0.0, 2.4)) is None
    assert warm_up_end_s(trace_of(lambda _: 0.0, 2.6)) == WARM_UP_CAP_S


def test_a_short_run_is_marked_and_reads_its_second_half() -> None:
    value = short_run_estimate(trace_of(ramping(100e6, 0.3), 0.6))
    assert value is not None
    assert value.is_short_run
    assert value.mean_bps == pytest.approx(100e6, rel=0.01)


@pytest.mark.parametrize("duration_s", [0.0, 0.04])
def test_a_run_of_no_length_says_nothing(duration_s: float) -> None:
    assert short_run_estimate(trace_of(steady(1e9), duration_s)) is None


def test_a_short_run_without_bytes_says_nothing() -> None:
    assert short_run_estimate(trace_of(lambda _: 0.0, 1.0)) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (interval(10.0, 12.0), Decision.READY),
        (interval(9.9, 12.0), Decision.UNDECIDED),
        (interval(2.0, 9.9), Decision.CAUTION),
        (interval(1.9, 9.9), Decision.UNDECIDED),
        (interval(1.0, 1.9), Decision.NOT_READY),
        (interval(1.0, 2.0), Decision.UNDECIDED),
        (interval(11.0, 12.0, short=True), Decision.READY),
        (interval(0.5, 0.6, short=True), Decision.UNDECIDED),
    ],
)
def test_decisions_need_the_whole_interval(value: GoodputEstimate, expected: Decision) -> None:
    assert decide(value, LIMIT) is expected


@given(st.floats(0, 1e3), st.floats(0, 1e3), st.floats(0, 1e3), st.floats(0, 1e3))
def test_a_decision_is_never_contradicted_by_the_bounds(
    one: float, other: float, bound: float, second_bound: float
) -> None:
    value = interval(*sorted((one, other)))
    caution, ready = sorted((bound * 1e6, second_bound * 1e6))
    decision = decide(value, Floor(ready=ready, caution=caution))
    if decision is Decision.READY:
        assert value.low_bps >= ready
    if decision is Decision.NOT_READY:
        assert value.high_bps < caution


@pytest.mark.parametrize(("degrees", "quantile"), [(1, 12.706), (10, 2.228), (30, 2.042)])
def test_quantiles_of_the_table(degrees: int, quantile: float) -> None:
    assert t95(degrees) == quantile


@pytest.mark.parametrize(("degrees", "quantile"), [(40, 2.021), (60, 2.000), (120, 1.980)])
def test_quantiles_beyond_the_table(degrees: int, quantile: float) -> None:
    assert t95(degrees) == pytest.approx(quantile, abs=0.003)


def test_the_half_width_of_nothing_is_infinite() -> None:
    assert interval(0, 0).half_width_fraction == math.inf
