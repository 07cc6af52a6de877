from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.bandwidth.latency import (
    LEAST_LOADED_SAMPLES,
    idle_latency_ms,
    loaded_latency,
    percentile,
)
from workspace_assistant.core.readiness.bandwidth.model import LatencySample

values = st.lists(st.floats(min_value=0, max_value=5000), min_size=1, max_size=80)


def samples(latencies_ms: list[float]) -> list[LatencySample]:
    return [
        LatencySample(started_s=index * 0.1, latency_ms=latency_ms)
        for index, latency_ms in enumerate(latencies_ms)
    ]


def test_idle_latency_is_the_median() -> None:
    assert idle_latency_ms(samples([30, 900, 31, 29, 32])) == 31


def test_two_answers_say_nothing_about_the_idle_line() -> None:
    assert idle_latency_ms(samples([30, 31])) is None


@given(values, st.floats(min_value=0, max_value=1))
def test_a_percentile_lies_among_the_values(latencies_ms: list[float], fraction: float) -> None:
    assert min(latencies_ms) <= percentile(latencies_ms, fraction) <= max(latencies_ms)


@pytest.mark.parametrize(("fraction", "expected"), [(0, 1), (0.25, 2), (0.5, 3), (0.95, 4.8)])
def test_percentiles_between_neighbors(fraction: float, expected: float) -> None:
    assert percentile([5, 1, 4, 2, 3], fraction) == pytest.approx(expected)


def test_only_round_trips_begun_in_the_load_count() -> None:
    found = loaded_latency(samples([1000.0] * 10 + [130.0] * 20 + [1000.0] * 10), 1.0, 2.95)
    assert found is not None
    assert found.latency_ms == 130
    assert found.samples == 20


def test_too_few_round_trips_say_nothing() -> None:
    assert loaded_latency(samples([130.0] * (LEAST_LOADED_SAMPLES - 1)), 0, 10) is None


def test_round_trips_sent_again_are_left_out_and_counted() -> None:
    found = loaded_latency(samples([125.0] * 47 + [386.0, 440.0, 466.0]), 0, 10)
    assert found is not None
    assert found.latency_ms == 125
    assert found.resent == 3


def test_many_slow_round_trips_are_the_line_itself() -> None:
    found = loaded_latency(samples([25.0] * 40 + [400.0] * 15), 0, 10)
    assert found is not None
    assert found.latency_ms == 400
    assert found.resent == 0


@given(st.lists(st.floats(min_value=1, max_value=5000), min_size=8, max_size=80))
def test_at_most_a_fifth_is_left_out(latencies_ms: list[float]) -> None:
    found = loaded_latency(samples(latencies_ms), 0, 100)
    assert found is not None
    assert found.resent <= 0.2 * len(latencies_ms)
    assert found.samples + found.resent == len(latencies_ms)
