"""Two of three samples decide."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.preshift import CAUTION, NOT_READY, NOT_TESTED, READY, a_result, a_run
from workspace_assistant.core.preshift.confirming import decided, to_confirm, troubled
from workspace_assistant.core.readiness.model import ReadinessReport, Verdict

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
RANKS = [NOT_READY, NOT_TESTED, CAUTION, READY]


def samples(*verdicts: Verdict) -> list[ReadinessReport]:
    return [
        a_run(AT + timedelta(minutes=number), number, a_result("computer", verdict))
        for number, verdict in enumerate(verdicts)
    ]


def test_a_good_first_sample_needs_no_other() -> None:
    assert to_confirm(samples(READY)) == frozenset()


def test_a_bad_first_sample_needs_another() -> None:
    assert to_confirm(samples(CAUTION)) == {"computer"}


def test_two_that_agree_are_enough_and_two_that_differ_are_not() -> None:
    assert to_confirm(samples(NOT_READY, NOT_READY)) == frozenset()
    assert to_confirm(samples(NOT_READY, CAUTION)) == {"computer"}
    assert to_confirm(samples(NOT_READY, CAUTION, READY)) == frozenset()


def test_an_optional_check_is_not_run_again_beside_required_ones() -> None:
    run = a_run(
        AT, 1, a_result("computer", NOT_READY, required=False), a_result("bandwidth", READY)
    )
    assert to_confirm([run]) == frozenset()
    alone = a_run(AT, 1, a_result("computer", NOT_READY, required=False))
    assert to_confirm([alone]) == {"computer"}


@pytest.mark.parametrize("bad", ["bandwidth", "voice-path"])
def test_voice_path_and_line_run_together(bad: str) -> None:
    ids = ("computer", "bandwidth", "voice-path")
    run = a_run(AT, 1, *(a_result(one, CAUTION if one == bad else READY) for one in ids))
    assert to_confirm([run]) == {"bandwidth", "voice-path"}


def test_line_alone_runs_alone_where_there_is_no_voice_path() -> None:
    assert to_confirm([a_run(AT, 1, a_result("bandwidth", CAUTION))]) == {"bandwidth"}


def test_numbers_are_those_of_one_sample_and_the_data_is_the_sum() -> None:
    first, second = samples(NOT_READY, NOT_READY)
    result = decided([first, second])
    assert result.checks[0] is second.checks[0]
    assert (result.id, result.started_at) == (first.id, first.started_at)
    assert result.finished_at == second.finished_at
    assert result.bytes_used == 2000


def test_what_ran_again_only_beside_another_keeps_its_better_sample() -> None:
    first = a_run(AT, 1, a_result("bandwidth", NOT_READY), a_result("voice-path", READY))
    second = a_run(AT, 2, a_result("bandwidth", NOT_READY), a_result("voice-path", CAUTION))
    result = decided([first, second])
    assert [one.verdict for one in result.checks] == [NOT_READY, READY]


@given(st.lists(st.sampled_from(RANKS), min_size=3, max_size=3))
def test_of_three_the_middle_one_counts(verdicts: list[Verdict]) -> None:
    middle = sorted(verdicts, key=RANKS.index)[1]
    assert decided(samples(*verdicts)).verdict is middle


@given(st.lists(st.sampled_from(RANKS), min_size=3, max_size=3))
def test_no_single_sample_decides_for_the_worse(verdicts: list[Verdict]) -> None:
    taken = samples(verdicts[0])
    while to_confirm(taken):
        taken = samples(*verdicts[: len(taken) + 1])
    result = decided(taken)
    if troubled(result):
        bad = [one.verdict for one in taken if one.verdict is not READY]
        assert len(bad) >= 2
