"""What the voice path's numbers amount to on the idle line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.scripted_voice_path import Behavior, trace_of
from tests.unit.core.readiness.voice_path_runs import (
    IDLE,
    UPLOAD,
    chain,
    found,
    idle,
    measured,
    missing,
    outcome_of,
)
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.readiness.voice_path.loss_rules import Loss, loss_verdict
from workspace_assistant.core.voice.statistics import StreamStatistics, describe

LIMIT = Ceiling(ready=0.01, caution=0.025)


def lost_of(lost: int, sent: int) -> StreamStatistics:
    """*lost* of *sent* packets, here and there."""
    return describe(trace_of([None if n * lost % sent < lost else 30.0 for n in range(sent)]))


@pytest.mark.parametrize(
    ("idle_lost", "whole_lost", "verdict"),
    [
        ((0, 400), (0, 1000), Loss.KEPT),
        ((0, 200), (0, 1000), Loss.KEPT),
        ((1, 400), (3, 1000), Loss.KEPT),
        ((0, 200), (0, 300), Loss.UNCLEAR),
        ((4, 400), (10, 1000), Loss.UNCLEAR),
        ((5, 425), (5, 1250), Loss.UNCLEAR),  # 1.2 % was seen: the whole run clears nothing
        ((10, 400), (10, 1000), Loss.CAUTION),
        ((40, 400), (40, 1000), Loss.BROKEN),
        ((40, 400), (0, 100_000), Loss.BROKEN),
    ],
)
def test_loss_is_judged_by_its_interval(
    idle_lost: tuple[int, int], whole_lost: tuple[int, int], verdict: Loss
) -> None:
    assert loss_verdict(lost_of(*idle_lost), lost_of(*whole_lost), LIMIT) is verdict


@given(sent=st.integers(10, 500), lost=st.integers(0, 499), more=st.integers(0, 200))
def test_more_loss_is_never_judged_better(sent: int, lost: int, more: int) -> None:
    few, many = min(lost, sent), min(lost + more, sent)
    first = loss_verdict(lost_of(few, sent), lost_of(few, sent), LIMIT)
    second = loss_verdict(lost_of(many, sent), lost_of(many, sent), LIMIT)
    assert first.value <= second.value


def test_heavy_loss_is_not_ready_with_its_numbers() -> None:
    outcome = outcome_of(idle(rtt_ms=30, loss=0.08), chain(0.0, 0.0, 0.0))
    told = found(outcome)["loss-high"]
    assert told.severity is Severity.NOT_READY
    assert told.limit == 0.025
    assert told.parameters["goal"] == "1\u202f%"
    assert "certainty" in told.message
    assert check_verdict(outcome) is Verdict.NOT_READY


def test_moderate_loss_is_a_caution_and_a_few_packets_are_unclear() -> None:
    few = found(outcome_of(idle(rtt_ms=30, loss=0.01)))
    assert few["loss-unclear"].severity is Severity.CAUTION
    more = found(outcome_of(idle(rtt_ms=30, loss=0.035)))
    assert more["loss-high"].severity is Severity.CAUTION
    assert more["loss-high"].limit == 0.01


def test_packets_lost_in_a_row_are_a_gap() -> None:
    outcome = outcome_of(idle(rtt_ms=30, loss=0.06, in_a_row=6))
    told = found(outcome)["loss-in-a-row"]
    assert told.severity is Severity.NOT_READY
    assert told.value == measured(outcome)["voice.longest_loss"].value
    assert measured(outcome)["voice.burst_ratio"].value > 3


def test_jitter_is_judged() -> None:
    told = found(outcome_of(idle(rtt_ms=80, sigma_ms=24)))["jitter-high"]
    assert told.severity is Severity.CAUTION
    assert told.value == pytest.approx(24 * 2 / 3.14159**0.5, rel=0.1)


def test_a_call_that_sounds_bad_is_told_by_its_mos() -> None:
    told = found(outcome_of(idle(rtt_ms=30, loss=0.2)))["voice-quality-low"]
    assert told.severity is Severity.NOT_READY
    assert told.parameters["goal"] == "4"


def test_nothing_coming_back_is_no_delay_but_all_of_the_loss() -> None:
    outcome = outcome_of(idle(loss=1.0))
    assert measured(outcome)["voice.loss"].value == 1
    assert measured(outcome)["voice.mos"].value == 1
    assert missing(outcome)["voice.rtt"].reason == "no-answer"
    assert missing(outcome)["voice.working_latency"].reason == "no-answer"
    assert check_verdict(outcome) is Verdict.NOT_READY


def test_where_nothing_came_no_buffer_and_no_delay_are_made_up() -> None:
    numbers = measured(outcome_of({IDLE: Behavior(loss=1.0), UPLOAD: Behavior(loss=1.0)}))
    for measurement in ("voice.mos", "voice.r_factor_fixed_buffer", "voice.mos_upload"):
        conditions = numbers[measurement].conditions
        assert conditions["lost_or_late_fraction"] == 1
        assert conditions.keys().isdisjoint({"buffer_ms", "mouth_to_ear_ms"})


def test_a_busy_computer_never_blames_the_line() -> None:
    late = Behavior(rtt_ms=500, sigma_ms=60, loss=0.2, in_a_row=4, lateness_ms=25)
    outcome = outcome_of({IDLE: late, UPLOAD: late})
    assert [one.code for one in outcome.findings] == ["computer-too-busy"]
    for measurement in ("rtt", "jitter", "loss", "longest_loss", "mos", "r_factor_upload"):
        assert missing(outcome)[f"voice.{measurement}"].reason == "computer-too-busy"
    assert missing(outcome)["path.weak_link"].reason == "computer-too-busy"
    assert measured(outcome)["voice.own_lateness"].value == pytest.approx(25)
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_good_numbers_of_a_busy_computer_stay_and_say_so() -> None:
    outcome = outcome_of(idle(rtt_ms=30, sigma_ms=0.5, lateness_ms=25))
    assert measured(outcome)["voice.rtt"].conditions["computer_was_busy"] is True
    assert not outcome.findings
