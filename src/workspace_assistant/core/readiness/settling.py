"""Settles after a run what one check left for another to decide.

The line check finds that a full line delays packets; what that does to a call is for the voice path
check to measure, so beside its stream the delay is a remark only. Where that measurement did not
come about, the remark gets back the weight that the profile gives it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.model import CheckResult, Finding, Severity, Verdict

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

_LINE, _VOICE = "bandwidth", "voice-path"
_DELAY_CODE = "latency-under-load-high"
_OWN = "this-computer"


def settled(profile: WorkplaceProfile, results: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """*results* in their order, the line's finding and verdict as the voice path leaves them."""
    by_id = {one.id: one for one in results}
    line = by_id.get(_LINE)
    if line is not None and not _is_rated(by_id.get(_VOICE), _direction(line)):
        by_id[_LINE] = _weighted(profile, line)
    return tuple(by_id.values())


def _direction(line: CheckResult) -> str:
    """Which load delayed packets most: that is the one the finding speaks of."""
    found = (one for one in line.measurements if one.id == "bandwidth.latency_increase")
    return next((str(one.conditions.get("direction", "")) for one in found), "")


def _is_rated(voice: CheckResult | None, direction: str) -> bool:
    """Whether a call over the real line was rated under that load."""
    measured = () if voice is None else voice.measurements
    return any(
        one.id == f"voice.mos_{direction}" and one.conditions.get("scope") != _OWN
        for one in measured
    )


def _weighted(profile: WorkplaceProfile, line: CheckResult) -> CheckResult:
    findings = tuple(_weighed(profile, one) for one in line.findings)
    if findings == line.findings:
        return line
    worst = {one.severity for one in findings}
    verdict = line.verdict
    if Severity.NOT_READY in worst:
        verdict = Verdict.NOT_READY
    elif verdict is Verdict.READY:
        verdict = Verdict.CAUTION
    return replace(line, findings=findings, verdict=verdict)


def _weighed(profile: WorkplaceProfile, finding: Finding) -> Finding:
    if finding.code != _DELAY_CODE or not isinstance(finding.value, float | int):
        return finding
    judgement = profile.bandwidth.loaded_latency_increase_ms.judge(finding.value)
    return replace(finding, severity=judgement.severity or finding.severity)
