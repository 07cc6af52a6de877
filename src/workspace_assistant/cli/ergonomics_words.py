"""A self-check as lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.core.ergonomics import texts
from workspace_assistant.core.ergonomics.evaluating import evaluated
from workspace_assistant.core.ergonomics.model import Origin
from workspace_assistant.core.ergonomics.questions import SECTION_OF, question
from workspace_assistant.core.ergonomics.wording import (
    basis_text,
    change_text,
    comparison_texts,
    drivers_text,
    due_text,
    score_text,
    section_text,
    step_text,
)
from workspace_assistant.core.joining import joined

if TYPE_CHECKING:
    from workspace_assistant.core.ergonomics.model import (
        Advice,
        Assessment,
        Change,
        Durations,
        Remark,
        Result,
        SectionScore,
    )
    from workspace_assistant.core.ergonomics.service import Standing


def assessment_lines(assessment: Assessment, zone: tzinfo) -> Iterator[str]:
    """Everything about one self-check, and what it cannot tell."""
    evaluation = evaluated(assessment.sheet)
    yield worded(
        "Workplace “{name}”, {at}",
        name=assessment.workplace,
        at=day_text(assessment.done_at, zone),
    )
    yield ""
    yield from _score_lines(evaluation.result)
    yield from _time_lines(assessment.sheet.durations)
    yield from _advice_lines(evaluation.advice)
    yield from _remark_lines(worded("Room"), evaluation.room)
    yield from _remark_lines(worded("Posture"), evaluation.posture)
    yield ""
    yield from map(worded, texts.NOTES)


def standing_lines(standing: Standing, zone: tzinfo) -> Iterator[str]:
    """The latest self-check of a workplace, what is different since, and those before."""
    if standing.latest is not None:
        yield from assessment_lines(standing.latest, zone)
    else:
        yield worded("Workplace “{name}”: no self-check was done yet.", name=standing.workplace)
    if standing.comparison is not None:
        yield ""
        yield worded("Since {at}", at=day_text(standing.comparison.before.done_at, zone))
        yield from _indented(comparison_texts(standing.comparison, worded))
    if len(standing.history) > 1:
        yield ""
        yield worded("All self-checks")
        yield from (f"  {_history_line(one, zone)}" for one in standing.history)
    if standing.due is not None:
        yield ""
        yield due_text(standing.due, worded)


def day_text(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _history_line(assessment: Assessment, zone: tzinfo) -> str:
    result = evaluated(assessment.sheet).result
    known = (
        worded("score {score}", score=str(result.final))
        if result.final
        else worded("not whole, at least {score}", score=str(result.at_least))
    )
    return f"{day_text(assessment.done_at, zone)}  {known}"


def _score_lines(result: Result) -> Iterator[str]:
    yield score_text(result, worded)
    for one in result.sections:
        yield f"  {section_text(one, worded)}"
        points = joined(
            (
                worded(
                    "{item} {points}",
                    item=inside(texts.ITEM_NAMES[item.item]),
                    points=str(item.points),
                )
                for item in result.items
                if SECTION_OF[item.item] is one.section and item.points is not None
            ),
            worded,
        )
        yield from _indented([points] if points else [], "    ")
        yield from _missing_lines(one)
    if result.drivers:
        yield drivers_text(result, worded)


def _missing_lines(score: SectionScore) -> Iterator[str]:
    prompts = [
        *(worded(question(one).prompt) for one in score.missing),
        *(worded(texts.DURATION_PROMPTS[one]) for one in score.missing_durations),
    ]
    if prompts:
        yield worded("    Not answered:")
        yield from _indented(prompts, "      ")


def _time_lines(durations: Durations) -> Iterator[str]:
    if durations:
        yield ""
        yield worded("Times of use")
    for timed, one in durations.items():
        basis = basis_text(one, worded)
        band = worded(texts.BAND_TEXTS[one.band]) if one.band else worded("Not known.")
        told = {"what": worded(texts.TIMED_NAMES[timed]), "band": band}
        if one.origin is Origin.SAID:
            yield worded("  {what}: {band} As you said.", **told)
        else:
            yield worded("  {what}: {band} From the log: {basis}", basis=basis, **told)


def _advice_lines(advice: Advice) -> Iterator[str]:
    yield ""
    if not advice.changes:
        yield worded(texts.NOTHING_TO_CHANGE)
    elif advice.steps:
        yield worded("What to change first, in this order, until the score is below 5")
        for number, step in enumerate(advice.steps, 1):
            yield from _change_lines(step_text(step, worded), step, f"  {number}. ")
        yield ""
        yield worded("What each change would give on its own")
        yield from _indented(change_text(one, worded) for one in advice.changes)
    else:
        yield worded("What to change, what gives most first")
        for one in advice.changes:
            yield from _change_lines(change_text(one, worded), one, "  - ")


def _change_lines(text: str, change: Change, mark: str) -> Iterator[str]:
    yield f"{mark}{text}"
    yield from _indented(map(worded, change.fixes), " " * len(mark))


def _remark_lines(title: str, remarks: Iterable[Remark]) -> Iterator[str]:
    """Each source is told once."""
    listed = list(remarks)
    if listed:
        yield ""
        yield title
    yield from (f"  - {worded(one.text)} {worded(one.action)}" for one in listed)
    sources = dict.fromkeys(one.source for one in listed if one.source is not None)
    yield from (
        worded("    Source: {title}, {url}", title=one.title, url=one.url) for one in sources
    )


def _indented(lines: Iterable[str], indent: str = "  ") -> Iterator[str]:
    return (f"{indent}{line}" for line in lines)
