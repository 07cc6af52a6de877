"""A result in sentences, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.ergonomics import texts
from workspace_assistant.core.ergonomics.comparing import Comparison, Step
from workspace_assistant.core.ergonomics.model import (
    ACTION_LEVEL,
    LOWEST_SCORE,
    Change,
    Due,
    Duration,
    Item,
    Result,
    Section,
    SectionScore,
)
from workspace_assistant.core.text import Say


def score_text(result: Result, say: Say) -> str:
    """The final score and what it means, or the most that is known of it."""
    level = str(ACTION_LEVEL)
    if result.final is not None:
        sentence = texts.FINAL_HIGH if result.needs_change else texts.FINAL_LOW
        return say(sentence, score=str(result.final), level=level)
    if result.at_least == LOWEST_SCORE:
        return say(texts.NO_FINAL)
    if result.needs_change:
        return say(texts.AT_LEAST_HIGH, score=str(result.at_least), level=level)
    return say(texts.AT_LEAST, score=str(result.at_least))


def section_text(score: SectionScore, say: Say) -> str:
    name = say(texts.SECTION_NAMES[score.section])
    if score.score is None:
        return say(texts.SECTION_OPEN, section=name)
    return say(texts.SECTION_SCORE, section=name, score=str(score.score))


def drivers_text(result: Result, say: Say) -> str:
    """Which part sets the score; empty where that is not known."""
    names = [say(texts.SECTION_NAMES[one]) for one in result.drivers]
    if len(names) > 1:
        return say(texts.SEVERAL_DRIVERS, sections=", ".join(f"“{name}”" for name in names))
    return say(texts.ONE_DRIVER, section=names[0]) if names else ""


def change_text(change: Change, say: Say) -> str:
    """What changing one item alone would give."""
    if _lowers(change):
        return _lowers_text(change, say)
    item, section = say(texts.ITEM_NAMES[change.item]), say(texts.SECTION_NAMES[change.section])
    points = str(change.saved_points)
    if change.section_after is None:
        return say(texts.CHANGE_OPEN, item=item, points=points)
    before, after = str(change.section_before), str(change.section_after)
    if before == after:
        return say(texts.CHANGE_SAVES, item=item, points=points, section=section)
    sentence = texts.CHANGE_OF_SECTION if change.final_after is None else texts.CHANGE_PREPARES
    return say(sentence, item=item, section=section, before=before, after=after)


def step_text(step: Change, say: Say) -> str:
    """The same for one of several steps, each on top of those before it."""
    if _lowers(step):
        return _lowers_text(step, say)
    item = say(texts.ITEM_NAMES[step.item])
    return say(texts.STEP_PREPARES, item=item, score=str(step.final_after))


def _lowers(change: Change) -> bool:
    return change.final_after is not None and change.final_after != change.final_before


def _lowers_text(change: Change, say: Say) -> str:
    item = say(texts.ITEM_NAMES[change.item])
    before, after = str(change.final_before), str(change.final_after)
    return say(texts.CHANGE_LOWERS, item=item, before=before, after=after)


def basis_text(duration: Duration, say: Say) -> str:
    """What a duration from the log rests on, or why it is not known; else empty."""
    return say(duration.basis, **duration.parts) if duration.basis else ""


def due_text(due: Due, say: Say) -> str:
    return say(texts.DUE[due.reason], workplace=due.workplace)


def comparison_texts(comparison: Comparison, say: Say) -> Iterator[str]:
    """What is different since the self-check before, the score first."""
    final = _step_text(texts.SCORE, comparison.final_before, comparison.final_after, say)
    if comparison.final_before != comparison.final_after:
        yield final
    for step in (*comparison.sections, *comparison.items):
        yield _step_text(_name(step), step.before, step.after, say)
    if not comparison.items and not comparison.sections:
        yield say(texts.SAME)


def _name(step: Step) -> str:
    if isinstance(step.name, Section):
        return texts.SECTION_NAMES[step.name]
    return texts.ITEM_NAMES[Item(step.name)]


def _step_text(name: str, before: int | None, after: int | None, say: Say) -> str:
    known = (say(texts.NO_NUMBER) if one is None else str(one) for one in (before, after))
    was, now = known
    sentence = texts.NOT_COMPARED
    if before is not None and after is not None:
        sentence = texts.BETTER if after < before else texts.WORSE
    return say(sentence, name=say(name), before=was, after=now)
