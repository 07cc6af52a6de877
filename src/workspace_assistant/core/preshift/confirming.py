"""No single bad sample is told: what was not ready is measured again, and two of three decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Verdict
from workspace_assistant.core.readiness.verdict import overall_verdict

MOST_SAMPLES = 3

# From bad to good, as the verdict of a whole run counts them.
_RANKS = {
    Verdict.NOT_READY: 0,
    Verdict.NOT_TESTED: 1,
    Verdict.CAUTION: 2,
    Verdict.READY: 3,
}
# The stream of the voice path is judged under the load of the other: apart they say less.
_TOGETHER = frozenset({"bandwidth", "voice-path"})
# Why these could not be tested, the connection tells.
_BY_NETWORK = _TOGETHER | {"endpoints"}
CONNECTION = "connection"


def troubled(report: ReadinessReport) -> tuple[CheckResult, ...]:
    """The checks that keep this run from being ready: those that its verdict counts."""
    counted = tuple(one for one in report.checks if one.required) or report.checks
    return tuple(one for one in counted if one.verdict is not Verdict.READY)


def to_confirm(samples: Sequence[ReadinessReport]) -> frozenset[str]:
    """Ids of the checks that must run once more; empty when two of three are sure to agree."""
    undecided = {
        one.id for one in troubled(samples[0]) if not _is_decided(_verdicts(samples, one.id))
    }
    there = {one.id for one in samples[0].checks}
    if undecided & _TOGETHER:
        undecided |= _TOGETHER & there
    if any(Verdict.NOT_TESTED in _verdicts(samples, one) for one in undecided & _BY_NETWORK):
        undecided |= {CONNECTION} & there
    return frozenset(undecided)


def decided(samples: Sequence[ReadinessReport]) -> ReadinessReport:
    """One report of all samples: each check as the sample that decides found it.

    That is the middle one of three, and the better of two, where the second was only taken to
    load the line. Numbers and sentences of a check are all of one sample, never mixed.
    """
    checks = tuple(_decisive(samples, one.id) for one in samples[0].checks)
    limits = {one.measurement: one for sample in reversed(samples) for one in sample.limits}
    return replace(
        samples[0],
        finished_at=samples[-1].finished_at,
        verdict=overall_verdict(checks),
        bytes_used=sum(sample.bytes_used for sample in samples),
        checks=checks,
        limits=tuple(limits.values()),
    )


def _decisive(samples: Sequence[ReadinessReport], check_id: str) -> CheckResult:
    results = [one for sample in samples for one in sample.checks if one.id == check_id]
    worst_first = sorted(results, key=lambda result: _RANKS[result.verdict])
    return worst_first[len(worst_first) // 2]


def _verdicts(samples: Sequence[ReadinessReport], check_id: str) -> list[Verdict]:
    return [one.verdict for sample in samples for one in sample.checks if one.id == check_id]


def _is_decided(verdicts: Sequence[Verdict]) -> bool:
    return len(verdicts) >= MOST_SAMPLES or len(set(verdicts)) < len(verdicts)
