"""What one cause explains is advised once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workspace_assistant.core.readiness.advice import (
    SIGN_IN_ANSWERED,
    SIGN_IN_FIRST,
    SIGN_IN_STOPPED,
    advised,
)
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    Severity,
    Verdict,
)


def finding(code: str, severity: Severity = Severity.NOT_READY) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        measurement="x",
        value=None,
        limit=None,
        message="What.",
        action="Connect the VPN.",
    )


def check(check_id: str, *findings: Finding, reason: str = "") -> CheckResult:
    gaps = (NotMeasured(id="x", reason=reason, detail="Why."),) if reason else ()
    return CheckResult(
        id=check_id,
        required=True,
        verdict=Verdict.NOT_READY,
        duration_s=1.0,
        findings=findings,
        not_measured=gaps,
    )


PORTAL = check("connection", finding("captive-portal"), finding("dns-slow", Severity.CAUTION))


def test_before_a_sign_in_page_the_one_advice_is_to_sign_in() -> None:
    timeout, cold = finding("endpoint-timeout"), finding("cpu-busy")
    note = finding("endpoint-redirects", Severity.INFO)
    found = advised((PORTAL, check("endpoints", timeout, note), check("computer", cold)))
    actions = [[one.action for one in result.findings] for result in found]
    assert actions == [
        ["Connect the VPN.", SIGN_IN_FIRST],  # the page's own advice stays
        [SIGN_IN_FIRST, "Connect the VPN."],
        ["Connect the VPN."],
    ]


@pytest.mark.parametrize(
    ("check_id", "reason", "detail"),
    [
        ("bandwidth", "redirected-elsewhere", SIGN_IN_ANSWERED),
        ("voice-path", "no-answer", SIGN_IN_STOPPED),
        ("connection", "no-answer", "Why."),
        ("microphone", "redirected-elsewhere", "Why."),
    ],
)
def test_what_the_page_kept_from_being_measured_says_so(
    check_id: str, reason: str, detail: str
) -> None:
    _, other = advised((PORTAL, check(check_id, reason=reason)))
    assert [gap.detail for gap in other.not_measured] == [detail]


def test_a_page_that_voice_packets_passed_by_explains_nothing() -> None:
    trip = Measurement(id="voice.rtt", value=30.0, unit="ms")
    voice = replace(check("voice-path"), measurements=(trip,))
    results = (PORTAL, voice, check("endpoints", finding("endpoint-timeout")))
    assert advised(results) == results


@pytest.mark.parametrize("code", ["voice-suffers-under-upload", "queue-at-the-line"])
def test_the_cure_of_a_full_line_stands_with_the_calls(code: str) -> None:
    line = check("bandwidth", finding("latency-under-load-high", Severity.INFO))
    voice = check("voice-path", finding(code))
    told_line, told_voice = advised((line, voice))
    assert told_line.findings[0].action == ""
    assert told_voice is voice


def test_alone_the_line_keeps_its_advice_and_untouched_checks_stay_the_same() -> None:
    line = check("bandwidth", finding("latency-under-load-high"))
    assert advised((line,)) == (line,)
    quiet = check("connection")
    found = advised((quiet, PORTAL))
    assert found[0] is quiet
