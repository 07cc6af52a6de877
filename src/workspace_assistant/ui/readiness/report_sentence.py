"""The hero's sentence about a report: which check is how, and what the answer leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.readiness.model import ReadinessReport, Verdict
from workspace_assistant.core.readiness.verdict import (
    counted_checks,
    is_looped,
    looped_checks,
    unjudged,
)
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.wording.names import (
    check_title,
    display_rank,
    listed,
    measurement_label,
    noun_inside,
)
from workspace_assistant.ui.wording.wording import Wording

# One check whose title names many things.
_PLURALS = frozenset({"endpoints"})


def report_sentence(report: ReadinessReport, wording: Wording) -> str:
    """Which checks stand in the way, which need a look, which were not tested, which are ready.

    What the job does not require stands in nobody's way.
    """
    hindering = {check.id for check in counted_checks(report.checks)}
    failing = _ids(report, Verdict.NOT_READY)
    aside = [one for one in failing if one not in hindering]
    groups = (
        (texts.STANDS_IN_THE_WAY, tuple(one for one in failing if one in hindering)),
        (
            texts.NEEDS_A_LOOK,
            tuple(sorted([*aside, *_ids(report, Verdict.CAUTION)], key=display_rank)),
        ),
        (texts.WAS_NOT_TESTED, (*_ids(report, Verdict.NOT_TESTED), *report.deselected)),
        (texts.IS_READY, _ids(report, Verdict.READY)),
    )
    said = (_group(forms, ids, wording) for forms, ids in groups if ids)
    return " ".join((*said, *_reserves(report, wording)))


def _reserves(report: ReadinessReport, wording: Wording) -> Iterator[str]:
    """What keeps "ready" from meaning everything."""
    names = tuple(
        noun_inside(measurement_label(each, wording), wording) for each in unjudged(report)
    )
    if names and report.verdict in {Verdict.READY, Verdict.CAUTION}:
        yield wording.say(texts.NOT_MEASURED_LIMITS, names=listed(names, wording))
    if looped := looped_checks(report):
        ids = tuple(sorted(looped, key=display_rank))
        yield _group(texts.INSIDE_THIS_COMPUTER, ids, wording)


def _group(forms: tuple[str, str], check_ids: tuple[str, ...], wording: Wording) -> str:
    first, *others = (check_title(check_id, wording) for check_id in check_ids)
    inside = (first, *(noun_inside(one, wording) for one in others))
    is_many = len(check_ids) > 1 or check_ids[0] in _PLURALS
    return wording.say(forms[is_many], names=listed(inside, wording))


def _ids(report: ReadinessReport, verdict: Verdict) -> tuple[str, ...]:
    found = [
        check.id
        for check in report.checks
        if check.verdict is verdict and not (verdict is Verdict.READY and is_looped(check))
    ]
    return tuple(sorted(found, key=display_rank))
