"""What each fault at each step is called, and how much it weighs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.scripted_endpoints import VALID, dead, lost, reached, way, web
from workspace_assistant.core.readiness.endpoints.judge import findings_of
from workspace_assistant.core.readiness.endpoints.model import (
    EndpointOutcome,
    FamilyOutcome,
    Fault,
    Step,
)
from workspace_assistant.core.readiness.endpoints.texts import fault_sentence
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import EndpointRequirement

CRM = EndpointRequirement(name="crm", url="https://crm.example.com/health")
CHAT = EndpointRequirement(name="chat", url="wss://chat.example.com/ws")
PBX = EndpointRequirement(name="pbx", url="sip:pbx.example.com")
RELAY = EndpointRequirement(name="relay", url="turn:relay.example.com")


def judged(wanted: EndpointRequirement, found: EndpointOutcome) -> tuple[Finding, ...]:
    return findings_of(wanted, replace(found, name=wanted.name, url=wanted.url))


def only(wanted: EndpointRequirement, *ways: FamilyOutcome) -> Finding:
    (found,) = judged(wanted, reached(*ways))
    return found


def failing(step: Step, fault: Fault, status: int | None = None) -> FamilyOutcome:
    steps = ((Step.TCP, 30.0),)
    return way("IPv4", *steps, failed=step, fault=fault, status=status, certificate=None)


@pytest.mark.parametrize(
    ("wanted", "step", "fault", "code"),
    [
        (CRM, Step.TCP, Fault.NETWORK_UNREACHABLE, "endpoint-no-way"),
        (CRM, Step.TCP, Fault.HOST_UNREACHABLE, "endpoint-unreachable"),
        (CRM, Step.TCP, Fault.TIMEOUT, "endpoint-timeout"),
        (CRM, Step.TCP, Fault.REFUSED, "endpoint-refused"),
        (CRM, Step.HTTP, Fault.RESET, "endpoint-reset"),
        (CRM, Step.TLS, Fault.TLS_FAILED, "endpoint-tls-failed"),
        (CRM, Step.TLS, Fault.CERTIFICATE_EXPIRED, "endpoint-certificate-expired"),
        (CRM, Step.TLS, Fault.CERTIFICATE_NOT_YET_VALID, "endpoint-certificate-not-yet-valid"),
        (CRM, Step.TLS, Fault.CERTIFICATE_WRONG_NAME, "endpoint-certificate-wrong-name"),
        (CRM, Step.TLS, Fault.CERTIFICATE_UNTRUSTED, "endpoint-certificate-untrusted"),
        (CRM, Step.TLS, Fault.CERTIFICATE_SELF_SIGNED, "endpoint-certificate-self-signed"),
        (
            CRM,
            Step.TLS,
            Fault.CERTIFICATE_INCOMPLETE_CHAIN,
            "endpoint-certificate-chain-incomplete",
        ),
        (CRM, Step.HTTP, Fault.BAD_STATUS, "endpoint-server-error"),
        (CRM, Step.HTTP, Fault.MALFORMED_ANSWER, "endpoint-malformed-answer"),
        (CHAT, Step.WEBSOCKET, Fault.UPGRADE_REFUSED, "websocket-upgrade-refused"),
        (CHAT, Step.WEBSOCKET, Fault.MALFORMED_ANSWER, "websocket-wrong-answer"),
        (RELAY, Step.TURN, Fault.CREDENTIALS_REFUSED, "turn-credentials-refused"),
        (RELAY, Step.TURN, Fault.BAD_STATUS, "turn-allocation-refused"),
    ],
)
def test_a_fault_has_a_code_that_weighs_by_need(
    wanted: EndpointRequirement, step: Step, fault: Fault, code: str
) -> None:
    found = only(wanted, failing(step, fault, 503))
    assert (found.code, found.severity) == (code, Severity.NOT_READY)
    assert found.measurement == f"endpoint.{wanted.name}.{step.value}"
    assert wanted.name in found.message
    optional = only(replace(wanted, required=False), failing(step, fault, 503))
    assert (optional.code, optional.severity) == (code, Severity.CAUTION)


def test_a_name_that_is_unknown() -> None:
    (found,) = judged(CRM, lost(Fault.NAME_NOT_RESOLVED))
    assert found.code == "endpoint-name-not-resolved"
    assert found.measurement == "endpoint.crm.dns"
    assert "crm.example.com" in found.message


@pytest.mark.parametrize(
    ("wanted", "step", "fault", "code"),
    [
        (PBX, Step.SIP, Fault.BAD_STATUS, "sip-server-error"),
        (CHAT, Step.PONG, Fault.NO_PONG, "websocket-no-pong"),
    ],
)
def test_what_fails_behind_the_proof_of_reach_is_a_caution(
    wanted: EndpointRequirement, step: Step, fault: Fault, code: str
) -> None:
    found = only(wanted, failing(step, fault, 503))
    assert (found.code, found.severity) == (code, Severity.CAUTION)


@pytest.mark.parametrize("status", [401, 403])
def test_a_websocket_behind_a_login_is_within_reach(status: int) -> None:
    found = only(CHAT, failing(Step.WEBSOCKET, Fault.UPGRADE_REFUSED, status))
    assert (found.code, found.severity) == ("websocket-needs-login", Severity.INFO)


@pytest.mark.parametrize(
    "fault", [Fault.NO_PASSWORD, Fault.SILENT, Fault.NOT_SUPPORTED, Fault.OUT_OF_TIME]
)
def test_the_unknown_is_no_finding(fault: Fault) -> None:
    assert judged(CRM, lost(fault)) == ()


def test_a_certificate_is_named_with_its_issuer() -> None:
    shown = replace(VALID, issuer="Shadow Proxy", days_left=-2.0, is_trusted=False)
    untrusted = replace(failing(Step.TLS, Fault.CERTIFICATE_UNTRUSTED), certificate=shown)
    found = only(CRM, untrusted)
    assert "Shadow Proxy" in found.message
    assert "Shadow Proxy" in found.action
    expired = replace(failing(Step.TLS, Fault.CERTIFICATE_EXPIRED), certificate=shown)
    assert "2\u202fdays ago" in only(CRM, expired).message
    nameless = replace(shown, names=(), issuer="")
    wrong = replace(failing(Step.TLS, Fault.CERTIFICATE_WRONG_NAME), certificate=nameless)
    assert "no host at all" in only(CRM, wrong).message


@pytest.mark.parametrize(
    ("status", "code"),
    [(200, None), (204, None), (401, None), (403, None), (404, "endpoint-request-refused")],
)
def test_any_status_below_500_proves_reach(status: int, code: str | None) -> None:
    found = judged(CRM, reached(web(status=status)))
    assert [one.code for one in found] == ([] if code is None else [code])
    assert all(one.severity is Severity.CAUTION for one in found)


def test_a_redirect_to_another_place_is_noted_and_one_within_is_not() -> None:
    assert judged(CRM, reached(web(status=302, detail="/login"))) == ()
    assert judged(CRM, reached(web(status=302))) == ()
    found = only(CRM, web(status=302, detail="https://portal.example.net/"))
    assert (found.code, found.severity) == ("endpoint-redirects", Severity.INFO)
    assert "portal.example.net" in found.message


@pytest.mark.parametrize(
    ("took_ms", "severity"),
    [(500.0, None), (1500.0, Severity.CAUTION), (6000.0, Severity.NOT_READY)],
)
def test_the_time_limit_is_about_tls_and_the_answer(
    took_ms: float, severity: Severity | None
) -> None:
    steps = ((Step.TCP, 9000.0), (Step.TLS, took_ms / 2), (Step.HTTP, took_ms / 2))
    slow = way("IPv4", *steps, status=200)
    found = judged(CRM, reached(slow))
    assert [one.severity for one in found] == ([] if severity is None else [severity])
    for one in found:
        assert (one.code, one.value) == ("endpoint-slow", took_ms)
        (optional,) = judged(replace(CRM, required=False), reached(slow))
        assert optional.severity is Severity.CAUTION


def test_a_plain_port_is_timed_by_its_connection() -> None:
    port = EndpointRequirement(name="db", url="tcp://db.example.com:5432")
    found = only(port, way("IPv4", (Step.TCP, 2000.0)))
    assert (found.code, found.value) == ("endpoint-slow", 2000.0)


@pytest.mark.parametrize(
    ("days", "severity"),
    [(14.0, None), (5.0, Severity.CAUTION), (1.0, Severity.NOT_READY)],
)
def test_a_certificate_that_ends_soon(days: float, severity: Severity | None) -> None:
    ending = replace(web(), certificate=replace(VALID, days_left=days))
    found = judged(CRM, reached(ending))
    assert [one.severity for one in found] == ([] if severity is None else [severity])
    for one in found:
        assert one.code == "endpoint-certificate-expires-soon"
        assert one.measurement == "endpoint.crm.certificate_days"


def test_the_days_of_a_certificate_nobody_trusts_are_not_judged() -> None:
    shown = replace(VALID, days_left=-2.0, is_trusted=False)
    expired = replace(failing(Step.TLS, Fault.CERTIFICATE_EXPIRED), certificate=shown)
    assert only(CRM, expired).code == "endpoint-certificate-expired"


@pytest.mark.parametrize(
    ("fault", "step", "severity"),
    [
        (Fault.TIMEOUT, Step.TCP, Severity.CAUTION),
        (Fault.REFUSED, Step.TCP, Severity.INFO),
        (Fault.RESET, Step.TLS, Severity.CAUTION),
        (Fault.CERTIFICATE_WRONG_NAME, Step.TLS, Severity.CAUTION),
    ],
)
def test_a_broken_ipv6_way_beside_a_working_one(
    fault: Fault, step: Step, severity: Severity
) -> None:
    found = only(CRM, web("IPv4"), dead("IPv6", fault, step))
    assert (found.code, found.severity) == ("endpoint-ipv6-broken", severity)
    assert found.measurement == f"endpoint.crm.ipv6.{step.value}"


@pytest.mark.parametrize(
    "ways",
    [
        (web("IPv6"), dead("IPv4")),
        (web("IPv4"), dead("IPv6", Fault.NETWORK_UNREACHABLE)),
        (web("IPv4"), dead("IPv6", Fault.OUT_OF_TIME)),
        (web("IPv4"), web("IPv6")),
    ],
)
def test_no_word_about_ipv6_where_nothing_suffers(ways: tuple[FamilyOutcome, ...]) -> None:
    assert judged(CRM, reached(*ways)) == ()


def test_two_broken_ways_are_one_finding() -> None:
    assert only(CRM, dead("IPv4"), dead("IPv6")).code == "endpoint-timeout"


def test_the_step_stands_in_the_sentence() -> None:
    assert "(secure connection)" in only(CRM, failing(Step.TLS, Fault.TIMEOUT)).message
    assert "(WebSocket)" in only(CHAT, failing(Step.WEBSOCKET, Fault.TIMEOUT)).message


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_is_explained(fault: Fault) -> None:
    assert fault_sentence(fault).endswith(".")


@given(
    fault=st.sampled_from(list(Fault)),
    step=st.sampled_from(list(Step)),
    status=st.none() | st.integers(100, 699),
    second=st.sampled_from([None, dead("IPv6"), web("IPv6")]),
    required=st.booleans(),
)
def test_any_fault_at_any_step_can_be_told(
    fault: Fault, step: Step, status: int | None, second: FamilyOutcome | None, required: bool
) -> None:
    ways = (failing(step, fault, status), *((second,) if second else ()))
    for found in judged(replace(CRM, required=required), reached(*ways)):
        assert found.measurement.startswith("endpoint.crm.")
        assert required or found.severity is not Severity.NOT_READY
