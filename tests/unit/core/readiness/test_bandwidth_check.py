from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

import pytest

from tests.fakes.scripted_line import (
    SAMPLE_S,
    ScriptedLine,
    ScriptedServer,
    ramping,
    scripted_server,
    steady,
)
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.bandwidth import plan
from workspace_assistant.core.readiness.bandwidth.check import (
    check_bandwidth,
    prepare_bandwidth,
)
from workspace_assistant.core.readiness.bandwidth.goodput import BIN_S, LEAST_BINS, WARM_UP_CAP_S
from workspace_assistant.core.readiness.bandwidth.model import (
    CrossCheck,
    Direction,
    GoodputReading,
    Reason,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.texts import FINDINGS, REASONS, sentence
from workspace_assistant.core.readiness.limits import Floor
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    NotMeasured,
    Outcome,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import BandwidthRequirement, WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict

OWN = BandwidthRequirement(provider="librespeed", server="http://speed.test")


def run(
    line: ScriptedLine,
    wanted: BandwidthRequirement = OWN,
    *,
    quick: bool = False,
    server: str = "",
    this_computer: bool = False,
    ctx: JobContext | None = None,
) -> Outcome:
    request = CheckRequest(
        profile=WorkplaceProfile(name="test", bandwidth=wanted),
        quick=quick,
        server=server,
        server_is_this_computer=this_computer,
    )
    return check_bandwidth(line, request, ctx or JobContext(lambda _: None))


def line_of(download_mbps: float, upload_mbps: float) -> tuple[ScriptedLine, ScriptedServer]:
    server = scripted_server(download_mbps * 1e6, upload_mbps * 1e6)
    return ScriptedLine(servers={"librespeed": server}), server


def measured(outcome: Outcome) -> dict[str, Measurement]:
    return {one.id: one for one in outcome.measurements}


def missing(outcome: Outcome) -> dict[str, NotMeasured]:
    return {one.id: one for one in outcome.not_measured}


def found(outcome: Outcome) -> dict[str, Finding]:
    return {one.code: one for one in outcome.findings}


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


def unsteady(at_s: float, rate_bps: float = 10e6, jump_bytes: int = 40_000) -> float:
    """Bytes of a line that carries its rate in fits and starts."""
    return rate_bps / 8 * at_s + (jump_bytes if int(at_s * 4) % 2 else 0)


def growing(at_s: float) -> float:
    """Bytes of a line that grows by a quarter each half second, up to 0.5 Mbit/s after 2.5 s."""
    rate_bytes, growth_s = 62_500.0, 0.5 / math.log(1.25)
    risen = math.exp((min(at_s, 2.5) - 2.5) / growth_s) - math.exp(-2.5 / growth_s)
    return rate_bytes * (growth_s * risen + max(0.0, at_s - 2.5))


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


@pytest.mark.parametrize("quick", [True, False])
def test_a_drip_is_no_verdict_about_the_line(quick: bool) -> None:
    line, server = line_of(48, 12)
    server.totals[Direction.DOWNLOAD] = steady(8)
    outcome = run(line, quick=quick)
    assert missing(outcome)["bandwidth.download"].reason == "transfer-stalled"
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert server.durations_s[Direction.DOWNLOAD] <= 3.2


def burst(at_s: float) -> float:
    """Bytes that fit into the buffers of a far end which then stops reading."""
    return min(at_s, 0.2) * 2_000_000


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


def test_a_very_slow_line_is_a_verdict() -> None:
    line, _ = line_of(0.05, 0.05)
    assert check_verdict(run(line)) is Verdict.NOT_READY


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


def test_a_delay_just_above_the_limit_does_not_read_like_it() -> None:
    line, server = line_of(48, 12)
    server.loaded_ms = 70.4
    message = found(run(line))["latency-under-load-high"].message
    assert "50.4 ms longer" in message


def test_a_rate_just_below_the_limit_does_not_read_like_it() -> None:
    line, _ = line_of(9.9993, 12)
    message = found(run(line))["download-below-requirement"].message
    assert "carries 9.999 Mbit/s" in message


def test_auto_tries_the_profiles_server_then_the_public_ones_and_tells() -> None:
    server = scripted_server(48e6, 12e6, provider="cloudflare")
    line = ScriptedLine(
        servers={"cloudflare": server},
        reasons={"librespeed": Reason.CONNECT_TIMEOUT, "speedtest.net": Reason.DISCOVERY_TIMEOUT},
    )
    outcome = run(line, replace(OWN, provider="auto"))
    assert [one.provider for one in line.asked] == ["librespeed", "speedtest.net", "cloudflare"]
    assert {name: one.reason for name, one in missing(outcome).items()} == {
        "bandwidth.provider.librespeed": "connect-timeout",
        "bandwidth.provider.speedtest.net": "discovery-timeout",
    }
    assert check_verdict(outcome) is Verdict.READY


def test_auto_without_a_server_begins_with_the_public_ones() -> None:
    line = ScriptedLine()
    outcome = run(line, BandwidthRequirement())
    assert [one.provider for one in line.asked] == ["speedtest.net", "cloudflare"]
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert {"bandwidth.download", "bandwidth.upload"} <= missing(outcome).keys()


@pytest.mark.parametrize("quick", [True, False])
def test_slow_servers_share_one_time_and_each_gets_some(quick: bool) -> None:
    takes_s = {"librespeed": 99.0, "speedtest.net": 99.0, "cloudflare": 99.0}
    line = ScriptedLine(takes_s=takes_s)
    run(line, replace(OWN, provider="auto"), quick=quick)
    assert line.now_s == (plan.QUICK if quick else plan.FULL).connect_s
    assert line.granted_s[1:] == [2, 2]


def test_what_a_server_leaves_of_the_time_is_the_next_ones() -> None:
    line = ScriptedLine(takes_s={"librespeed": 0.5})
    run(line, replace(OWN, provider="auto"), quick=True)
    assert line.granted_s == [4, 5.5, 7.5]


@pytest.mark.parametrize("provider", ["auto", "speedtest.net", "cloudflare", "http"])
def test_a_server_named_by_the_user_is_the_only_one_contacted(provider: str) -> None:
    line = ScriptedLine()
    outcome = run(line, BandwidthRequirement(provider=provider), server="http://10.0.0.1")
    assert [(one.provider, one.url) for one in line.asked] == [("librespeed", "http://10.0.0.1")]
    assert missing(outcome).keys() == {
        "bandwidth.download",
        "bandwidth.upload",
        "bandwidth.idle_latency",
        "bandwidth.loaded_latency",
        "bandwidth.latency_increase",
    }


def test_a_measurement_of_this_computer_says_so_and_needs_no_budget() -> None:
    line, server = line_of(2000, 2000)
    outcome = run(line, server="http://127.0.0.1:1", this_computer=True)
    assert measured(outcome)["bandwidth.download"].conditions["scope"] == "this-computer"
    assert found(outcome)["measured-this-computer"].severity is Severity.INFO
    assert server.durations_s[Direction.DOWNLOAD] >= 5


def test_a_server_found_to_be_this_computer_is_told_and_keeps_the_budget() -> None:
    line, server = line_of(2000, 2000)
    server.identity = replace(server.identity, is_this_computer=True)
    outcome = run(line, server="http://localhost.test")
    scopes = {one.conditions["scope"] for one in outcome.measurements}
    assert scopes == {"this-computer"}
    assert found(outcome)["measured-this-computer"].severity is Severity.INFO
    assert outcome.bytes_used == pytest.approx(60e6, rel=0.2)


def test_the_cross_check_adds_numbers_and_bytes() -> None:
    line, server = line_of(48, 12)
    server.cross = CrossCheck(download_bps=40e6, upload_bps=11e6, payload_bytes=1000)
    plain = run(line)
    outcome = run(line, replace(OWN, cross_check=True))
    assert measured(outcome)["bandwidth.cross_check_download"].value == 40e6
    assert measured(outcome)["bandwidth.cross_check_upload"].value == 11e6
    assert outcome.bytes_used == plain.bytes_used + 1000


def test_a_failed_cross_check_does_not_change_the_verdict() -> None:
    line, server = line_of(48, 12)
    server.cross = Trouble(reason=Reason.NO_SERVER_ANSWERS, server="speedtest.net")
    outcome = run(line, replace(OWN, cross_check=True))
    assert missing(outcome)["bandwidth.cross_check_upload"].reason == "no-server-answers"
    assert check_verdict(outcome) is Verdict.READY


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


def test_limits_of_the_profile_are_megabits() -> None:
    line, _ = line_of(48, 12)
    wanted = replace(OWN, download_mbps=Floor(ready=100, caution=50))
    assert found(run(line, wanted))["download-below-requirement"].limit == 50e6


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    text = sentence(Trouble(reason=reason, server="speed.test", status=500))
    assert text.endswith(".")
    assert "{" not in text
    assert reason in REASONS


def test_every_finding_has_message_and_action() -> None:
    assert all(one.message.endswith(".") and one.action.endswith(".") for one in FINDINGS.values())


def test_an_interval_across_the_lower_bound_names_that_bound() -> None:
    line, server = line_of(2, 12)
    server.totals[Direction.DOWNLOAD] = partial(unsteady, rate_bps=2e6, jump_bytes=9_000)
    finding = found(run(line))["download-borderline"]
    assert finding.limit == 2e6
    assert "whether it reaches 2 Mbit/s. This job asks for 10 Mbit/s or more" in finding.message


def test_without_round_trips_there_is_no_idle_latency() -> None:
    line, server = line_of(48, 12)
    server.idle_answers = 2
    outcome = run(line)
    assert missing(outcome)["bandwidth.idle_latency"].reason == "too-few-answers"
    assert missing(outcome)["bandwidth.latency_increase"].reason == "too-few-answers"
    assert "bandwidth.loaded_latency" in measured(outcome)
    assert check_verdict(outcome) is Verdict.READY


def test_the_first_server_is_prepared_and_nothing_else_is_asked() -> None:
    line, _ = line_of(48, 12)
    request = CheckRequest(profile=WorkplaceProfile(name="test", bandwidth=BandwidthRequirement()))
    prepare_bandwidth(line, request, JobContext(lambda _: None))
    assert [choice.provider for choice in line.prepared] == ["speedtest.net"]
    assert line.asked == []
