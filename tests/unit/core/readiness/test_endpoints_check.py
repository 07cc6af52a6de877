"""From what a probe finds to measurements, gaps, essentials and progress."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.scripted_endpoints import ScriptedEndpoints, dead, lost, reached, way, web
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.endpoints.check import check_endpoints
from workspace_assistant.core.readiness.endpoints.model import EndpointOutcome, Fault, Step
from workspace_assistant.core.readiness.model import Outcome, Verdict
from workspace_assistant.core.readiness.names import label_of
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    EndpointRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.profile.relay_login import RelayLogin
from workspace_assistant.core.readiness.verdict import check_verdict

CRM = EndpointRequirement(name="crm", url="https://crm.example.com/health")
RELAY = EndpointRequirement(name="relay", url="turn:relay.example.com")
SILENT_PORT = EndpointRequirement(name="vpn", url="udp://vpn.example.com:4500")


def silent(_: Progress) -> None:
    return


def request(*endpoints: EndpointRequirement, quick: bool = False) -> CheckRequest:
    voice = VoicePathRequirement(turn=("turn:RELAY.example.com:3478", "turns:?"))
    profile = WorkplaceProfile(name="test", endpoints=endpoints, voice_path=voice)
    return CheckRequest(profile=profile, quick=quick)


def outcome_of(*pairs: tuple[EndpointRequirement, EndpointOutcome]) -> Outcome:
    probe = ScriptedEndpoints({wanted.name: found for wanted, found in pairs})
    return check_endpoints(probe, request(*(one for one, _ in pairs)), JobContext(silent), None)


def values(outcome: Outcome) -> dict[str, object]:
    return {one.id: one.value for one in outcome.measurements}


def gaps(outcome: Outcome) -> dict[str, str]:
    return {one.id: one.reason for one in outcome.not_measured}


def test_every_step_of_a_web_server_is_measured() -> None:
    outcome = outcome_of((CRM, reached(replace(web(), tls_version="TLSv1.3"))))
    assert values(outcome) == {
        "endpoint.crm.dns": 5.0,
        "endpoint.crm.tcp": 30.0,
        "endpoint.crm.tls": 31.0,
        "endpoint.crm.http": 32.0,
        "endpoint.crm.certificate_days": 60.0,
    }
    conditions = {one.id: one.conditions for one in outcome.measurements}
    assert conditions["endpoint.crm.tls"]["version"] == "TLSv1.3"
    assert conditions["endpoint.crm.http"]["status"] == 200
    assert conditions["endpoint.crm.certificate_days"]["issuer"] == "Example Trust"
    assert (outcome.findings, outcome.not_measured, outcome.bytes_used) == ((), (), 100)
    assert check_verdict(outcome) is Verdict.READY


def test_both_families_stand_apart_and_ipv6_comes_first() -> None:
    ids = values(outcome_of((CRM, reached(web("IPv4"), web("IPv6"))))).keys()
    assert {"endpoint.crm.http", "endpoint.crm.ipv4.http"} <= ids
    assert "endpoint.crm.ipv6.http" not in ids


def test_the_family_that_works_is_the_one_that_programs_use() -> None:
    outcome = outcome_of((CRM, reached(web("IPv4"), dead("IPv6"))))
    found = {one.id: one.conditions.get("family") for one in outcome.measurements}
    assert found["endpoint.crm.http"] == "IPv4"
    assert gaps(outcome) == {"endpoint.crm.ipv6.tcp": "timeout"}


def test_a_network_without_ipv6_is_told_once() -> None:
    both = reached(web(), dead("IPv6", Fault.NETWORK_UNREACHABLE))
    outcome = outcome_of((CRM, both), (replace(CRM, name="mail"), both))
    assert gaps(outcome) == {"endpoint.ipv6": "no-ipv6"}
    assert outcome.findings == ()


def test_a_failure_of_the_other_way_behind_a_measured_step_leaves_no_gap() -> None:
    answer = way(
        "IPv4", (Step.TCP, 1.0), (Step.HTTP, 1.0), failed=Step.HTTP, fault=Fault.BAD_STATUS
    )
    assert gaps(outcome_of((CRM, reached(answer, web("IPv6"))))) == {}


def test_without_any_network_nothing_is_judged() -> None:
    mail = replace(CRM, name="mail")
    no_way = dead("IPv4", Fault.NETWORK_UNREACHABLE)
    outcome = outcome_of((CRM, lost(Fault.NETWORK_UNREACHABLE)), (mail, reached(no_way)))
    assert outcome.findings == ()
    assert gaps(outcome) == {
        "endpoint.crm.http": "network-unreachable",
        "endpoint.mail.http": "network-unreachable",
        "endpoint.mail.tcp": "network-unreachable",
    }
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_what_the_deadline_cut_off_is_not_tested_and_not_red() -> None:
    outcome = outcome_of((CRM, lost(Fault.OUT_OF_TIME)))
    assert outcome.findings == ()
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_a_silent_udp_port_is_neither_open_nor_closed() -> None:
    outcome = outcome_of((SILENT_PORT, reached(dead("IPv4", Fault.SILENT, Step.UDP))))
    assert outcome.findings == ()
    assert gaps(outcome) == {"endpoint.vpn.udp": "silent"}
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_a_relay_that_asks_for_a_login_is_within_reach() -> None:
    asks = way("IPv4", (Step.STUN, 30.0), failed=Step.TURN, fault=Fault.NO_PASSWORD)
    outcome = outcome_of((RELAY, reached(asks)))
    assert outcome.findings == ()
    assert gaps(outcome) == {"endpoint.relay.turn": "no-password"}
    assert check_verdict(outcome) is Verdict.READY


def test_a_websocket_behind_a_login_is_measured_by_its_answer() -> None:
    chat = EndpointRequirement(name="chat", url="wss://chat.example.com/ws")
    steps = ((Step.TCP, 30.0), (Step.HTTP, 30.0))
    refused = way("IPv4", *steps, failed=Step.WEBSOCKET, fault=Fault.UPGRADE_REFUSED, status=401)
    outcome = outcome_of((chat, reached(refused)))
    assert outcome.essential == {"endpoint.chat.http"}
    assert gaps(outcome) == {"endpoint.chat.websocket": "upgrade-refused"}
    assert check_verdict(outcome) is Verdict.READY


def test_a_datagram_that_was_sent_again_says_so() -> None:
    pbx = EndpointRequirement(name="pbx", url="sip:pbx.example.com")
    late = replace(way("IPv4", (Step.SIP, 530.0), status=200), tries=2)
    (told,) = outcome_of((pbx, reached(late, dns_ms=None))).measurements
    assert told.conditions["transmissions"] == 2


def test_the_clock_of_the_server_and_its_redirect_are_conditions() -> None:
    answer = replace(web(status=302, detail="/login"), server_clock_offset_ms=600_000.4)
    outcome = outcome_of((CRM, reached(answer)))
    told = {one.id: one.conditions for one in outcome.measurements}["endpoint.crm.http"]
    assert told["clock_offset_ms"] == 600_000
    assert told["redirects_to"] == "/login"


def test_an_address_of_an_unknown_kind_is_not_tried() -> None:
    dtls = EndpointRequirement(name="dtls", url="turns:relay?transport=udp")
    probe = ScriptedEndpoints({})
    outcome = check_endpoints(probe, request(dtls), JobContext(silent), None)
    assert probe.tasks == ()
    assert gaps(outcome) == {"endpoint.dtls.dns": "not-supported"}


def test_a_name_that_is_unknown_has_no_look_up_time() -> None:
    outcome = outcome_of((CRM, replace(lost(Fault.NAME_NOT_RESOLVED), dns_ms=3.0)))
    assert outcome.measurements == ()
    assert gaps(outcome) == {"endpoint.crm.http": "name-not-resolved"}


def test_a_host_without_addresses_is_like_an_unknown_name() -> None:
    outcome = outcome_of((CRM, reached()))
    assert gaps(outcome) == {"endpoint.crm.http": "name-not-resolved"}


def test_required_systems_come_first_and_only_they_are_essential() -> None:
    optional = replace(RELAY, required=False)
    probe = ScriptedEndpoints({"crm": reached(web()), "relay": lost(Fault.OUT_OF_TIME)})
    outcome = check_endpoints(probe, request(optional, CRM), JobContext(silent), None)
    assert [task.name for task in probe.tasks] == ["crm", "relay"]
    assert outcome.essential == {"endpoint.crm.http"}
    assert check_verdict(outcome) is Verdict.READY


def test_only_the_relays_of_the_voice_path_see_the_login() -> None:
    other = EndpointRequirement(name="other", url="turn:elsewhere.example.com")
    beside = EndpointRequirement(name="beside", url="turn:beside.example.com")
    login = RelayLogin(username="agent", password="secret", hosts=("relay.example.com",))
    probe = ScriptedEndpoints(
        {name: reached(web()) for name in ("relay", "other", "beside", "crm")}
    )
    check_endpoints(probe, request(RELAY, other, beside, CRM), JobContext(silent), login)
    assert {task.name: task.login for task in probe.tasks} == {
        "relay": ("agent", "secret"),
        "other": None,
        "beside": None,
        "crm": None,
    }
    assert "secret" not in repr(probe.tasks)


@pytest.mark.parametrize(("quick", "within_s"), [(False, 7.8), (True, 3.8)])
def test_one_deadline_for_all_and_progress_for_each(quick: bool, within_s: float) -> None:
    told: list[Progress] = []
    probe = ScriptedEndpoints({"crm": reached(web()), "relay": reached(web())})
    check_endpoints(probe, request(CRM, RELAY, quick=quick), JobContext(told.append), None)
    assert probe.within_s == within_s
    assert [one.fraction for one in told] == [0.0, 0.5, 1.0]
    assert isinstance(told[-1].reading, EndpointOutcome)


def test_a_cancelled_job_ends_the_check() -> None:
    ctx = JobContext(silent)
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        check_endpoints(ScriptedEndpoints({}), request(CRM), ctx, None)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("endpoint.crm.tls", "crm: Secure connection"),
        ("endpoint.crm.ipv6.http", "crm: Web answer, IPv6"),
        ("endpoint.crm.certificate_days", "crm: Certificate valid for"),
        ("endpoint.ipv6", "Employer's systems, IPv6"),
        ("something.crm.tls", "something.crm.tls"),
    ],
)
def test_measurements_have_names(name: str, label: str) -> None:
    assert label_of(name) == label
