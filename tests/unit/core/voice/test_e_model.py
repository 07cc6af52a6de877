from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.voice.codecs import CODECS
from workspace_assistant.core.voice.e_model import (
    Transmission,
    delay_impairment,
    effective_equipment_impairment,
    mos_of,
    r_factor,
)

DEFAULT = Transmission()
delays_ms = st.floats(0, 2000)
losses_percent = st.floats(0, 100)
bursts = st.floats(0.5, 400)


def rated(codec: str, *, delay_ms: float = 100, loss_percent: float = 0, burst: float = 1) -> float:
    chosen = CODECS[codec]
    return r_factor(
        Transmission(
            absolute_delay_ms=delay_ms,
            ie=chosen.ie,
            bpl=chosen.bpl,
            ppl_percent=loss_percent,
            burst_ratio=burst,
        )
    )


def test_the_default_path_has_the_recommendations_rating() -> None:
    assert r_factor(DEFAULT) == pytest.approx(93.206, abs=0.001)


@pytest.mark.parametrize(
    ("delay_ms", "expected"),
    [(0, 93.2), (100, 93.2), (150, 93.0), (200, 90.2), (250, 84.3), (300, 78.4), (400, 69.1)],
)
def test_delay_without_echo(delay_ms: float, expected: float) -> None:
    assert rated("g711-plc", delay_ms=delay_ms) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(("delay_ms", "expected"), [(150, 89.5), (250, 79.2)])
def test_delay_with_the_default_echo_path(delay_ms: float, expected: float) -> None:
    path = replace(
        DEFAULT, absolute_delay_ms=delay_ms, echo_delay_ms=delay_ms, round_trip_ms=2 * delay_ms
    )
    assert r_factor(path) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("codec", "loss_percent", "expected"),
    [
        ("g711-plc", 1, 89.6),
        ("g711-plc", 3, 83.1),
        ("g711-plc", 5, 77.4),
        ("g711", 1, 75.3),
        ("g711", 3, 54.2),
        ("g729a", 0, 82.2),
        ("g729a", 1, 78.0),
        ("g729a", 3, 70.8),
        ("opus", 1, 85.7),
        ("opus", 3, 76.5),
    ],
)
def test_loss_at_100_ms(codec: str, loss_percent: float, expected: float) -> None:
    assert rated(codec, loss_percent=loss_percent) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("rating", "expected"),
    [(-5, 1), (0, 1), (3, 1), (50, 2.58), (60, 3.1), (70, 3.6), (80, 4.02), (90, 4.34), (101, 4.5)],
)
def test_the_mean_opinion_score_of_a_rating(rating: float, expected: float) -> None:
    assert mos_of(rating) == pytest.approx(expected, abs=0.006)


@given(st.floats(-50, 150), st.floats(-50, 150))
def test_a_better_rating_never_scores_worse(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 1 <= mos_of(low) <= mos_of(high) + 1e-12 <= 4.5 + 1e-12


@given(delays_ms, delays_ms, losses_percent, bursts)
def test_more_delay_is_never_rated_better(
    one: float, other: float, loss_percent: float, burst: float
) -> None:
    short, long = sorted((one, other))
    worse = rated("g711-plc", delay_ms=long, loss_percent=loss_percent, burst=burst)
    better = rated("g711-plc", delay_ms=short, loss_percent=loss_percent, burst=burst)
    assert 0 <= worse <= better + 1e-9


@given(losses_percent, losses_percent, bursts, st.sampled_from(sorted(CODECS)))
def test_more_loss_is_never_rated_better(
    one: float, other: float, burst: float, codec: str
) -> None:
    few, many = sorted((one, other))
    worse = rated(codec, loss_percent=many, burst=burst)
    assert worse <= rated(codec, loss_percent=few, burst=burst) + 1e-9


@given(losses_percent, bursts)
def test_losses_never_cost_more_than_everything(loss_percent: float, burst: float) -> None:
    assert 0 <= effective_equipment_impairment(0, 25.1, loss_percent, burst) <= 95


def test_a_burst_ratio_outside_its_range_is_held() -> None:
    assert rated("g711-plc", loss_percent=3, burst=50) == rated("g711-plc", loss_percent=3, burst=2)
    assert rated("g711-plc", loss_percent=1, burst=50) == rated("g711-plc", loss_percent=1, burst=8)


def test_delay_below_100_ms_costs_nothing() -> None:
    assert delay_impairment(100) == 0
    assert delay_impairment(101) >= 0


def test_sidetone_counts_at_both_ends_of_its_range() -> None:
    no_echo = replace(DEFAULT, sidetone_masking_db=25)
    assert r_factor(no_echo) < r_factor(DEFAULT)
    loud = replace(DEFAULT, sidetone_masking_db=5, echo_delay_ms=20)
    assert r_factor(loud) < r_factor(replace(DEFAULT, echo_delay_ms=20))


def test_the_advantage_of_access_is_added() -> None:
    assert r_factor(replace(DEFAULT, advantage=5)) == pytest.approx(r_factor(DEFAULT) + 5)
