"""From findings to verdicts: the worst required check wins, and the unknown never becomes ready."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.readiness.model import CheckResult, Outcome, Severity, Verdict

# From bad to good. An untested required check outweighs a caution: nobody can say "you can start"
# about something that was never looked at.
_WORST_FIRST = (Verdict.NOT_READY, Verdict.NOT_TESTED, Verdict.CAUTION, Verdict.READY)


def check_verdict(outcome: Outcome) -> Verdict:
    """What one check's outcome amounts to."""
    severities = {finding.severity for finding in outcome.findings}
    if Severity.NOT_READY in severities:
        return Verdict.NOT_READY
    measured = {measurement.id for measurement in outcome.measurements}
    if not outcome.essential <= measured or not measured:
        return Verdict.NOT_TESTED
    return Verdict.CAUTION if Severity.CAUTION in severities else Verdict.READY


def overall_verdict(checks: Iterable[CheckResult]) -> Verdict:
    """The verdict of a whole run.

    Only required checks count. When a run holds none (the user picked optional ones), all do.
    """
    results = tuple(checks)
    counted = tuple(result for result in results if result.required) or results
    verdicts = {result.verdict for result in counted}
    return next((verdict for verdict in _WORST_FIRST if verdict in verdicts), Verdict.NOT_TESTED)
