"""How the bandwidth check goes, over scripted lines."""

from __future__ import annotations

import pytest

from tests.fakes.scripted_line import SAMPLE_S, steady
from tests.unit.core.readiness.bandwidth_runs import (
    burst,
    found,
    growing,
    line_of,
    measured,
    missing,
    run,
)
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.bandwidth import plan
from workspace_assistant.core.readiness.bandwidth.goodput import BIN_S, LEAST_BINS, WARM_UP_CAP_S
from workspace_assistant.core.readiness.bandwidth.model import (
    Direction,
    GoodputReading,
    Reason,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.texts import FINDINGS, REASONS, sentence
from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.readiness.verdict import check_verdict


def test_a_good_line_is_ready_with_all_its_numbers() -> None:
    line, _ = line_of(48, 12)
    outcome = run(line)
    numbers = measured(outcome)
    assert check_verdict(outcome) is Verdict.READY
    assert numbers["bandwidth.download"].value == pytest.approx(48e6, rel=0.01)
    assert numbers["bandwidth.upload"].value == pytest.approx(12e6, rel=0.01)
    assert numbers["bandwidth.idle_latency"].value == 20
    assert numbers["bandwidth.loaded_latency"].value == 30
    assert numbers["bandwidth.latency_increase"].value == 10
    assert {one.unit for one in numbers.values()} == {"bit/s", "ms"}
    assert line.closed == 1


def test_the_conditions_tell_how_a_rate_was_measured() -> None:
    line, _ = line_of(48, 12)
    conditions = measured(run(line))["bandwidth.download"].conditions
    assert conditions["provider"] == "librespeed"
    assert conditions["server"] == "speed.test"
    assert conditions["connections"] == 8
    assert conditions["decided"] is True
    assert conditions["lower_bound"] is False
    assert conditions["ended_by"] == "decided"
    assert "scope" not in conditions


def test_a_full_run_loads_long_enough_for_queues_to_fill() -> None:
    line, server = line_of(48, 12)
    run(line)
    assert all(5.0 <= duration <= 7.1 for duration in server.durations_s.values())


def test_a_quick_run_ends_as_soon_as_it_is_decided() -> None:
    line, server = line_of(48, 12)
    outcome = run(line, quick=True)
    assert all(duration <= 2.3 for duration in server.durations_s.values())
    assert check_verdict(outcome) is Verdict.READY
    assert missing(outcome)["bandwidth.loaded_latency"].reason == "load-too-short"
    assert missing(outcome)["bandwidth.latency_increase"].reason == "load-too-short"


@pytest.mark.parametrize("run_plan", [plan.QUICK, plan.FULL])
def test_every_plan_outlasts_the_longest_warm_up(run_plan: plan.RunPlan) -> None:
    assert run_plan.cap_s >= WARM_UP_CAP_S + LEAST_BINS * BIN_S + 4 * SAMPLE_S


def test_a_quick_load_ends_within_four_seconds() -> None:
    assert plan.QUICK.cap_s <= 4


@pytest.mark.parametrize("quick", [True, False])
def test_a_slow_line_that_never_steadies_is_refused_all_the_same(quick: bool) -> None:
    line, server = line_of(0.5, 12)
    server.totals[Direction.DOWNLOAD] = growing
    outcome = run(line, quick=quick)
    assert found(outcome)["download-below-requirement"].severity is Severity.NOT_READY
    assert measured(outcome)["bandwidth.download"].conditions["warm_up_s"] == WARM_UP_CAP_S


@pytest.mark.parametrize("quick", [True, False])
def test_a_drip_is_no_verdict_about_the_line(quick: bool) -> None:
    line, server = line_of(48, 12)
    server.totals[Direction.DOWNLOAD] = steady(8)
    outcome = run(line, quick=quick)
    assert missing(outcome)["bandwidth.download"].reason == "transfer-stalled"
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert server.durations_s[Direction.DOWNLOAD] <= 3.2


@pytest.mark.parametrize("quick", [True, False])
def test_a_far_end_that_stops_reading_is_no_rate_of_zero(quick: bool) -> None:
    line, server = line_of(48, 12)
    server.totals[Direction.UPLOAD] = burst
    outcome = run(line, quick=quick)
    assert missing(outcome)["bandwidth.upload"].reason == "transfer-stalled"
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert server.durations_s[Direction.UPLOAD] <= 4


def test_a_line_that_comes_to_life_late_is_measured() -> None:
    line, server = line_of(48, 12)
    server.totals[Direction.UPLOAD] = lambda at_s: burst(at_s) + 1.5e6 * max(0.0, at_s - 2)
    outcome = run(line)
    assert "bandwidth.upload" in measured(outcome)


def test_trouble_in_one_direction_leaves_the_other() -> None:
    line, server = line_of(48, 12)
    server.troubles[Direction.UPLOAD] = Trouble(
        reason=Reason.SERVER_REFUSED, server="speed.test", status=413
    )
    outcome = run(line)
    assert "bandwidth.download" in measured(outcome)
    assert missing(outcome)["bandwidth.upload"].reason == "server-refused"
    assert "413" in missing(outcome)["bandwidth.upload"].detail
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_live_readings_come_about_ten_times_a_second() -> None:
    line, server = line_of(48, 12)
    seen: list[Progress] = []
    run(line, ctx=JobContext(seen.append))
    readings = [one.reading for one in seen if isinstance(one.reading, GoodputReading)]
    duration_s = sum(server.durations_s.values())
    assert 7 * duration_s <= len(readings) <= 11 * duration_s
    assert {one.direction for one in readings} == set(Direction)
    fractions = [one.fraction for one in seen if one.fraction is not None]
    assert fractions == sorted(fractions)
    assert fractions[-1] <= 1


def test_cancelling_ends_the_load_and_closes_the_server() -> None:
    line, _ = line_of(48, 12)

    def cancel_soon(progress: Progress) -> None:
        if isinstance(progress.reading, GoodputReading) and progress.reading.at_s > 1:
            ctx.cancel()

    ctx = JobContext(cancel_soon)
    with pytest.raises(JobCancelledError):
        run(line, ctx=ctx)
    assert line.closed == 1


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    text = sentence(Trouble(reason=reason, server="speed.test", status=500))
    assert text.endswith(".")
    assert "{" not in text
    assert reason in REASONS


def test_every_finding_has_message_and_action() -> None:
    assert all(one.message.endswith(".") and one.action.endswith(".") for one in FINDINGS.values())


def test_without_round_trips_there_is_no_idle_latency() -> None:
    line, server = line_of(48, 12)
    server.idle_answers = 2
    outcome = run(line)
    assert missing(outcome)["bandwidth.idle_latency"].reason == "too-few-answers"
    assert missing(outcome)["bandwidth.latency_increase"].reason == "too-few-answers"
    assert "bandwidth.loaded_latency" in measured(outcome)
    assert check_verdict(outcome) is Verdict.READY
