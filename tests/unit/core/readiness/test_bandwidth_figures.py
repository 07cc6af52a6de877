"""Numbers in sentences are short, and differ from the limit they are compared with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.bandwidth.figures import (
    limit_text,
    megabits_text,
    milliseconds_text,
)


@pytest.mark.parametrize(
    ("value_bps", "text"),
    [
        (1_234_600_000, "1235"),
        (957_000_000, "957"),
        (95_700_000, "95.7"),
        (9_570_000, "9.57"),
        (957_000, "0.957"),
        (0, "0"),
    ],
)
def test_rates_are_told_with_three_figures(value_bps: float, text: str) -> None:
    assert megabits_text(value_bps) == text


@pytest.mark.parametrize(
    ("value_bps", "limits_bps", "text"),
    [
        (9_996_000, (10e6,), "9.996"),
        (9_999_700, (10e6, 2e6), "9.9997"),
        (149_700_000, (150e6,), "149.7"),
        (1_999_000, (10e6, 2e6), "1.999"),
        (9_996_000, (12e6,), "10"),
        (10_000_000, (10e6,), "10"),
    ],
)
def test_a_rate_does_not_read_like_its_limit(
    value_bps: float, limits_bps: tuple[float, ...], text: str
) -> None:
    assert megabits_text(value_bps, *limits_bps) == text


@pytest.mark.parametrize(
    ("value_ms", "text"),
    [(50.4, "50.4"), (50.04, "50.04"), (120.4, "120"), (150.2, "150.2"), (50.0, "50")],
)
def test_a_delay_does_not_read_like_its_limit(value_ms: float, text: str) -> None:
    assert milliseconds_text(value_ms, 50, 150) == text


@given(st.floats(1, 1000), st.floats(1, 1000))
def test_what_differs_reads_differently(value: float, limit: float) -> None:
    limit = float(limit_text(limit))
    if abs(value - limit) > 1e-4:
        assert milliseconds_text(value, limit) != limit_text(limit)
        assert megabits_text(value * 1e6, limit * 1e6) != limit_text(limit)
