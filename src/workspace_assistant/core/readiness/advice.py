"""Fits the advice of all checks together after a run: what one cause explains is advised once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workspace_assistant.core.readiness.model import CheckResult, Finding, NotMeasured, Severity
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SIGN_IN_FIRST = QT_TRANSLATE_NOOP("readiness", "Sign in to this network first, then check again.")
SIGN_IN_ANSWERED = QT_TRANSLATE_NOOP(
    "readiness", "The sign-in page of this network answered in place of the server."
)
SIGN_IN_STOPPED = QT_TRANSLATE_NOOP(
    "readiness", "Nothing came back: this network wants you to sign in first."
)

_PORTAL = "captive-portal"
_BY_NETWORK = frozenset({"connection", "bandwidth", "voice-path", "endpoints"})
_ANSWERED_BY_PORTAL = frozenset({"redirected-elsewhere"})
_STOPPED_BY_PORTAL = frozenset({"no-answer"})
_DELAY_OF_LINE = "latency-under-load-high"
_TELLS_CALLS_UNDER_LOAD = ("voice-suffers-under-", "queue-")


def advised(results: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """*results* in their order; only actions and the words of gaps change."""
    results = tuple(results)
    codes = {one.code for check in results for one in check.findings}
    has_voice_arrived = any(
        one.id == "voice.rtt" for check in results for one in check.measurements
    )
    if _PORTAL in codes and not has_voice_arrived:
        return tuple(map(_before_sign_in, results))
    if any(code.startswith(_TELLS_CALLS_UNDER_LOAD) for code in codes):
        return tuple(_without_delay_advice(check) for check in results)
    return results


def _before_sign_in(check: CheckResult) -> CheckResult:
    if check.id not in _BY_NETWORK:
        return check
    findings = tuple(map(_signing_in, check.findings))
    gaps = tuple(_explained(gap, check.id) for gap in check.not_measured)
    if (findings, gaps) == (check.findings, check.not_measured):
        return check
    return replace(check, findings=findings, not_measured=gaps)


def _signing_in(finding: Finding) -> Finding:
    if finding.code == _PORTAL or finding.severity is Severity.INFO:
        return finding
    return replace(finding, action=SIGN_IN_FIRST)


def _explained(gap: NotMeasured, check_id: str) -> NotMeasured:
    if gap.reason in _ANSWERED_BY_PORTAL:
        return replace(gap, detail=SIGN_IN_ANSWERED)
    if check_id == "voice-path" and gap.reason in _STOPPED_BY_PORTAL:
        return replace(gap, detail=SIGN_IN_STOPPED)
    return gap


def _without_delay_advice(check: CheckResult) -> CheckResult:
    """The voice path says what a full line does to calls, and what to do: not here again."""
    findings = tuple(
        replace(one, action="") if one.code == _DELAY_OF_LINE else one for one in check.findings
    )
    return check if findings == check.findings else replace(check, findings=findings)
