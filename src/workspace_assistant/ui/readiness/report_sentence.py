"""The hero's sentence about a report: which check is how, and what the answer leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Verdict
from workspace_assistant.core.readiness.verdict import is_own_loop, unjudged
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.wording.names import (
    check_title,
    display_rank,
    listed,
    measurement_label,
)
from workspace_assistant.ui.wording.wording import Wording


def report_sentence(report: ReadinessReport, wording: Wording) -> str:
    """Which checks stand in the way, which need a look, which were not tested, which are ready."""
    groups = (
        (texts.STANDS_IN_THE_WAY, _titles(report, Verdict.NOT_READY, wording)),
        (texts.NEEDS_A_LOOK, _titles(report, Verdict.CAUTION, wording)),
        (
            texts.WAS_NOT_TESTED,
            (
                *_titles(report, Verdict.NOT_TESTED, wording),
                *(check_title(check_id, wording) for check_id in report.deselected),
            ),
        ),
        (texts.IS_READY, _titles(report, Verdict.READY, wording)),
    )
    said = (_group(forms, names, wording) for forms, names in groups if names)
    return " ".join((*said, *_reserves(report, wording)))


def _reserves(report: ReadinessReport, wording: Wording) -> Iterator[str]:
    """What keeps "ready" from meaning everything."""
    names = tuple(measurement_label(each, wording).lower() for each in unjudged(report))
    if names and report.verdict in {Verdict.READY, Verdict.CAUTION}:
        yield wording.say(texts.NOT_MEASURED_LIMITS, names=listed(names, wording))
    if is_own_loop(report):
        yield wording.say(texts.NOT_YOUR_LINE)


def _group(forms: tuple[str, str], names: tuple[str, ...], wording: Wording) -> str:
    first, *others = names
    inside = (first, *(name.lower() for name in others))
    return wording.say(forms[len(names) > 1], names=listed(inside, wording))


def _titles(report: ReadinessReport, verdict: Verdict, wording: Wording) -> tuple[str, ...]:
    found = [
        check.id
        for check in report.checks
        if check.verdict is verdict and not (verdict is Verdict.READY and _is_looped(check))
    ]
    return tuple(check_title(check_id, wording) for check_id in sorted(found, key=display_rank))


def _is_looped(check: CheckResult) -> bool:
    """Whether *check* measured a line inside this computer: its being ready says nothing."""
    return any(m.conditions.get("scope") == "this-computer" for m in check.measurements)
