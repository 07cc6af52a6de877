"""What the bandwidth check makes of rates, intervals, budgets and delays."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from tests.fakes.scripted_line import ramping
from tests.unit.core.readiness.bandwidth_runs import (
    OWN,
    found,
    line_of,
    measured,
    missing,
    run,
    unsteady,
)
from workspace_assistant.core.readiness.bandwidth.model import Direction
from workspace_assistant.core.readiness.limits import Floor
from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.readiness.profile.model import VoicePathRequirement
from workspace_assistant.core.readiness.timeline import Timeline
from workspace_assistant.core.readiness.verdict import check_verdict


@pytest.mark.parametrize(
    ("download_mbps", "code", "severity", "limit"),
    [
        (9, "download-below-requirement", Severity.CAUTION, 10e6),
        (1.5, "download-below-requirement", Severity.NOT_READY, 2e6),
    ],
)
def test_a_slow_line_breaks_the_limit_it_breaks(
    download_mbps: float, code: str, severity: Severity, limit: float
) -> None:
    line, _ = line_of(download_mbps, 12)
    finding = found(run(line))[code]
    assert finding.severity is severity
    assert finding.limit == limit
    assert finding.value == pytest.approx(download_mbps * 1e6, rel=0.01)
    assert "this job asks for 10 Mbit/s or more" in finding.message


def test_a_slow_upload_is_named_as_such() -> None:
    line, _ = line_of(48, 2)
    finding = found(run(line))["upload-below-requirement"]
    assert (finding.severity, finding.limit) == (Severity.CAUTION, 3e6)


def test_an_interval_across_the_limit_is_borderline() -> None:
    line, server = line_of(10, 12)
    server.totals[Direction.DOWNLOAD] = unsteady
    outcome = run(line)
    assert found(outcome)["download-borderline"].severity is Severity.CAUTION
    assert check_verdict(outcome) is Verdict.CAUTION
    assert measured(outcome)["bandwidth.download"].conditions["decided"] is False
    assert server.durations_s[Direction.DOWNLOAD] == pytest.approx(7.0)


def test_both_directions_share_the_byte_budget() -> None:
    line, server = line_of(80, 80)
    outcome = run(line, replace(OWN, budget_megabytes=30))
    assert server.durations_s[Direction.DOWNLOAD] == pytest.approx(1.8, abs=0.05)
    assert outcome.bytes_used == pytest.approx(30e6, rel=0.02)
    assert measured(outcome)["bandwidth.upload"].conditions["ended_by"] == "budget"
    assert found(outcome).keys() == set()


@pytest.mark.parametrize(
    ("direction", "code", "undecided"),
    [
        (Direction.DOWNLOAD, "download-ended-by-budget", "download-borderline"),
        (Direction.UPLOAD, "upload-ended-by-budget", "upload-borderline"),
    ],
)
def test_a_budget_that_ends_an_undecided_run_is_told(
    direction: Direction, code: str, undecided: str
) -> None:
    line, server = line_of(48, 48)
    server.totals[direction] = unsteady
    limit = Floor(ready=10, caution=2)
    wanted = replace(OWN, download_mbps=limit, upload_mbps=limit, budget_megabytes=7)
    outcome = run(line, wanted)
    assert found(outcome)[code].severity is Severity.INFO
    assert undecided in found(outcome)


def test_what_a_slow_download_leaves_is_the_uploads() -> None:
    line, server = line_of(8, 80)
    run(line, replace(OWN, budget_megabytes=20))
    downloaded = 8e6 / 8 * server.durations_s[Direction.DOWNLOAD]
    expected_s = (20e6 - downloaded) / 10e6
    assert server.durations_s[Direction.UPLOAD] == pytest.approx(expected_s, abs=0.05)


def test_a_fast_line_is_ready_though_the_budget_ended_its_start() -> None:
    line, server = line_of(900, 900)
    server.totals[Direction.DOWNLOAD] = ramping(900e6, 0.5)
    outcome = run(line, replace(OWN, budget_megabytes=60))
    assert check_verdict(outcome) is Verdict.READY
    conditions = measured(outcome)["bandwidth.download"].conditions
    assert "may carry more" in str(conditions["statistic"])
    assert conditions["lower_bound"] is True
    assert missing(outcome)["bandwidth.loaded_latency"].reason == "load-too-short"


def test_a_line_many_times_as_fast_as_asked_is_ready_however_soon_the_budget_ended_it() -> None:
    line, server = line_of(1000, 1000)
    for direction in Direction:  # in lumps, so that no rate can be told from so short a time
        server.totals[direction] = lambda at_s: 12e6 * int(at_s * 10)
    outcome = run(line, replace(OWN, budget_megabytes=60))
    assert measured(outcome)["bandwidth.download"].conditions["duration_s"] <= 0.3
    assert check_verdict(outcome) is Verdict.READY
    assert not {"download-too-short", "upload-too-short"} & found(outcome).keys()


def test_a_budget_spent_before_the_warm_up_never_condemns_a_line() -> None:
    line, _ = line_of(1, 1)
    outcome = run(line, replace(OWN, budget_megabytes=0.1))
    assert check_verdict(outcome) is Verdict.CAUTION
    assert {"download-too-short", "upload-too-short"} <= found(outcome).keys()


def test_a_short_run_names_what_the_job_asks_for_and_no_interval() -> None:
    line, _ = line_of(1, 1)
    finding = found(run(line, replace(OWN, budget_megabytes=0.1)))["download-too-short"]
    assert finding.limit == 10e6
    assert "carried 1 Mbit/s" in finding.message
    assert "asks for 10 Mbit/s" in finding.message
    assert "between" not in finding.message


def test_a_budget_of_almost_nothing_measures_nothing() -> None:
    line, _ = line_of(900, 900)
    outcome = run(line, replace(OWN, budget_megabytes=0.001))
    assert missing(outcome)["bandwidth.download"].reason == "budget-too-small"
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_a_very_slow_line_is_a_verdict() -> None:
    line, _ = line_of(0.05, 0.05)
    assert check_verdict(run(line)) is Verdict.NOT_READY


@pytest.mark.parametrize(
    ("loaded_ms", "severity", "limit"),
    [(70, None, None), (120, Severity.CAUTION, 50), (200, Severity.NOT_READY, 150)],
)
def test_latency_under_load_is_judged_by_its_increase(
    loaded_ms: float, severity: Severity | None, limit: float | None
) -> None:
    line, server = line_of(48, 12)
    server.loaded_ms = loaded_ms
    outcome = run(line)
    finding = found(outcome).get("latency-under-load-high")
    assert (finding and finding.severity, finding and finding.limit) == (severity, limit)
    if finding is not None:
        assert finding.value == loaded_ms - 20
        assert finding.value == measured(outcome)[finding.measurement].value
        assert "this job asks for 50 ms or less" in finding.message


def test_beside_a_needed_voice_stream_the_delay_of_a_full_line_is_information() -> None:
    line, server = line_of(48, 12)
    server.loaded_ms = 400
    timeline = Timeline(is_stream_on=True)
    outcome = run(line, timeline=timeline, voice=VoicePathRequirement(required=True))
    assert found(outcome)["latency-under-load-high"].severity is Severity.INFO
    assert check_verdict(outcome) is Verdict.READY
    assert [window.phase for window in timeline.windows] == ["download", "upload"]


def test_beside_a_voice_stream_loads_last_until_deep_queues_are_full() -> None:
    line, server = line_of(20, 5)
    run(line, timeline=Timeline(is_stream_on=True))
    assert all(duration_s >= 6.5 for duration_s in server.durations_s.values())
    run(line, quick=True, timeline=Timeline(is_stream_on=True))
    assert all(duration_s < 4 for duration_s in server.durations_s.values())


@pytest.mark.parametrize(("is_stream_on", "is_required"), [(True, False), (False, True)])
def test_without_a_needed_voice_stream_the_delay_weighs(
    is_stream_on: bool, is_required: bool
) -> None:
    line, server = line_of(48, 12)
    server.loaded_ms = 400
    voice = VoicePathRequirement(required=is_required)
    outcome = run(line, timeline=Timeline(is_stream_on=is_stream_on), voice=voice)
    assert found(outcome)["latency-under-load-high"].severity is Severity.NOT_READY


def test_a_delay_just_above_the_limit_does_not_read_like_it() -> None:
    line, server = line_of(48, 12)
    server.loaded_ms = 70.4
    message = found(run(line))["latency-under-load-high"].message
    assert "50.4 ms longer" in message


def test_a_rate_just_below_the_limit_does_not_read_like_it() -> None:
    line, _ = line_of(9.9993, 12)
    message = found(run(line))["download-below-requirement"].message
    assert "carries 9.999 Mbit/s" in message


def test_limits_of_the_profile_are_megabits() -> None:
    line, _ = line_of(48, 12)
    wanted = replace(OWN, download_mbps=Floor(ready=100, caution=50))
    assert found(run(line, wanted))["download-below-requirement"].limit == 50e6


def test_an_interval_across_the_lower_bound_names_that_bound() -> None:
    line, server = line_of(2, 12)
    server.totals[Direction.DOWNLOAD] = partial(unsteady, rate_bps=2e6, jump_bytes=9_000)
    finding = found(run(line))["download-borderline"]
    assert finding.limit == 2e6
    assert "whether it reaches 2 Mbit/s. This job asks for 10 Mbit/s or more" in finding.message
