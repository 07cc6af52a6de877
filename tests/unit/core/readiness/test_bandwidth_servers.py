"""Which servers the bandwidth check asks, in which order, and what it tells of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.scripted_line import ScriptedLine, scripted_server
from tests.unit.core.readiness.bandwidth_runs import OWN, found, line_of, measured, missing, run
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth import plan
from workspace_assistant.core.readiness.bandwidth.check import prepare_bandwidth
from workspace_assistant.core.readiness.bandwidth.model import (
    CrossCheck,
    Direction,
    Reason,
    Trouble,
)
from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import BandwidthRequirement, WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict


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


def test_the_first_server_is_prepared_and_nothing_else_is_asked() -> None:
    line, _ = line_of(48, 12)
    request = CheckRequest(profile=WorkplaceProfile(name="test", bandwidth=BandwidthRequirement()))
    prepare_bandwidth(line, request, JobContext(lambda _: None))
    assert [choice.provider for choice in line.prepared] == ["speedtest.net"]
    assert line.asked == []
