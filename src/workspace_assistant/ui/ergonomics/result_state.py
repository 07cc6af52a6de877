"""What a self-check came to: score, what sets it, what to change first. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workspace_assistant.core.ergonomics.comparing import Comparison, compared
from workspace_assistant.core.ergonomics.model import (
    ACTION_LEVEL,
    HIGHEST_SCORE,
    Assessment,
    Change,
    Remark,
    Result,
    SectionScore,
)
from workspace_assistant.core.ergonomics.questions import question
from workspace_assistant.core.ergonomics.rosa import result_of
from workspace_assistant.core.ergonomics.texts import ITEM_NAMES, SECTION_NAMES
from workspace_assistant.core.ergonomics.wording import (
    change_text,
    comparison_texts,
    drivers_text,
    step_text,
)
from workspace_assistant.core.joining import joined
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.names import workplace_name
from workspace_assistant.ui.ergonomics.overview_state import result_look, small_print
from workspace_assistant.ui.ergonomics.situation import Shown, Situation
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.names import inside_sentence, listed
from workspace_assistant.ui.wording.wording import Wording

_FEWEST_FOR_TREND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionState:
    """One of the three sections.

    Attributes:
        fraction: of the highest score; None where it is open.
        note: that it sets the score.
    """

    name: str
    score: str
    fraction: float | None
    note: str
    is_driver: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeState:
    """Something to change: what that gives, and how."""

    title: str
    fixes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkState:
    """Something about room or posture.

    `source` and `url` are empty for plain practice, and where a later one has the same source.
    """

    text: str
    action: str
    source: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendState:
    """Scores of several self-checks: seconds and score, oldest first; `words` say the same."""

    points: tuple[tuple[float, float | None], ...]
    limit: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultState:
    """The whole result; what is empty takes no room.

    Attributes:
        first: the changes that bring the score below the action level, in their order.
        first_note: why there are none.
        rest: every other item that costs points, below its title.
        open_note: what is not answered, so that something is not known.
    """

    workplace: str
    title: str
    look: Look
    headline: str
    sentences: tuple[str, ...]
    sections: tuple[SectionState, ...]
    first: tuple[ChangeState, ...]
    first_note: str
    rest_title: str
    rest: tuple[ChangeState, ...]
    remarks: tuple[RemarkState, ...]
    remarks_note: str
    open_note: str
    compared_title: str
    compared: tuple[str, ...]
    trend: TrendState | None
    small_print: tuple[str, ...]


def result_state(now: Situation, wording: Wording) -> ResultState | None:
    """None where no result is looked at."""
    shown = now.result
    if shown is None:
        return None
    evaluation = shown.evaluation
    result, advice = evaluation.result, evaluation.advice
    steps = {one.item for one in advice.steps}
    comparison = _comparison(shown)
    return ResultState(
        workplace=shown.assessment.workplace,
        title=_title(shown.assessment, wording),
        look=result_look(result),
        headline=_headline(result, wording),
        sentences=tuple(_sentences(result, wording)),
        sections=tuple(_section(one, result, wording) for one in result.sections),
        first=tuple(_change(step_text(one, wording.say), one, wording) for one in advice.steps),
        first_note=_first_note(result, wording),
        rest_title=wording.say(texts.REST_TITLE if steps else texts.ALL_TITLE),
        rest=tuple(
            _change(change_text(one, wording.say), one, wording)
            for one in advice.changes
            if one.item not in steps
        ),
        remarks=_remarks((*evaluation.room, *evaluation.posture), wording),
        remarks_note=_remarks_note(shown, wording),
        open_note=_open_note(shown, wording),
        compared_title=_compared_title(comparison, wording),
        compared=tuple(_compared(comparison, wording)) if comparison else (),
        trend=_trend(shown, wording),
        small_print=small_print(wording),
    )


def _title(assessment: Assessment, wording: Wording) -> str:
    return wording.say(
        texts.RESULT_OF,
        workplace=workplace_name(assessment.workplace, wording),
        date=wording.short_date(assessment.done_at),
    )


def _headline(result: Result, wording: Wording) -> str:
    score = str(result.final or result.at_least)
    if result.needs_change is None:
        return wording.say(texts.HEADLINE_OPEN)
    if not result.needs_change:
        return wording.say(texts.HEADLINE_LOW, score=score)
    said = texts.HEADLINE_HIGH if result.final is not None else texts.HEADLINE_AT_LEAST_HIGH
    return wording.say(said, score=score)


def _sentences(result: Result, wording: Wording) -> Iterator[str]:
    if result.final is None and not result.needs_change:
        yield wording.say(texts.OPEN_LEAST, score=str(result.at_least))
    if result.drivers:
        yield drivers_text(result, wording.say)
    yield wording.say(texts.LEVEL, level=str(ACTION_LEVEL))


def _section(one: SectionScore, result: Result, wording: Wording) -> SectionState:
    name, is_driver = wording.say(SECTION_NAMES[one.section]), one.section in result.drivers
    note = wording.say(texts.SETS_SCORE) if is_driver else ""
    score = wording.say(texts.SECTION_OPEN) if one.score is None else str(one.score)
    spoken = f"{name}: {score}"
    if one.score is not None:
        spoken = wording.say(texts.SECTION_SPOKEN, section=name, score=score)
    return SectionState(
        name=name,
        score=score,
        fraction=None if one.score is None else one.score / HIGHEST_SCORE,
        note=note,
        is_driver=is_driver,
        spoken=joined((spoken, note), wording.say),
    )


def _change(title: str, change: Change, wording: Wording) -> ChangeState:
    return ChangeState(title=title, fixes=tuple(wording.say(fix) for fix in change.fixes))


def _first_note(result: Result, wording: Wording) -> str:
    if result.final is None:
        return wording.say(texts.FIRST_OPEN)
    return "" if result.needs_change else wording.say(texts.FIRST_NONE)


def _remarks(found: Sequence[Remark], wording: Wording) -> tuple[RemarkState, ...]:
    """Each source stands once, below the last remark that rests on it."""
    last = {one.source: one.id for one in found}
    return tuple(_remark(one, wording, has_source=last[one.source] == one.id) for one in found)


def _remark(one: Remark, wording: Wording, *, has_source: bool) -> RemarkState:
    source = one.source if has_source else None
    return RemarkState(
        text=wording.say(one.text),
        action=wording.say(one.action),
        source=wording.say(texts.SOURCE, title=source.title) if source else "",
        url=source.url if source else "",
    )


def _remarks_note(shown: Shown, wording: Wording) -> str:
    found = shown.evaluation
    if found.room or found.posture:
        return wording.say(texts.ROOM_INTRO)
    return "" if found.unanswered else wording.say(texts.ROOM_NONE)


def _open_note(shown: Shown, wording: Wording) -> str:
    """Every step that is open, by the name that it has elsewhere."""
    found = shown.evaluation
    names = dict.fromkeys(
        name
        for section in found.result.sections
        for name in (
            *(_asked_name(one, wording) for one in section.missing),
            *(wording.say(texts.TIMED_OPEN[one]) for one in section.missing_durations),
        )
    )
    names |= dict.fromkeys(_asked_name(one, wording) for one in found.unanswered)
    told = tuple(inside_sentence(one) for one in names)
    return wording.say(texts.OPEN_LIST, names=listed(told, wording)) if told else ""


def _asked_name(question_id: str, wording: Wording) -> str:
    one = question(question_id)
    if one.item is not None:
        return wording.say(ITEM_NAMES[one.item])
    return wording.say(texts.ASKED.get(one.id, SECTION_NAMES[one.section]))


def _comparison(shown: Shown) -> Comparison | None:
    if len(shown.history) < 2:
        return None
    return compared(shown.history[1], shown.history[0])


def _compared_title(comparison: Comparison | None, wording: Wording) -> str:
    if comparison is None:
        return ""
    return wording.say(texts.COMPARED_TITLE, date=wording.short_date(comparison.before.done_at))


def _compared(comparison: Comparison, wording: Wording) -> Iterator[str]:
    yield from comparison_texts(comparison, wording.say)
    before, after = comparison.final_before, comparison.final_after
    if before is not None and after is not None and after < before:
        yield wording.say(texts.FEEDBACK)


def _trend(shown: Shown, wording: Wording) -> TrendState | None:
    """From three whole self-checks on."""
    scored = [(one, result_of(one.sheet).final) for one in reversed(shown.history)]
    known = [(one, score) for one, score in scored if score is not None]
    if len(known) < _FEWEST_FOR_TREND:
        return None
    return TrendState(
        points=tuple((one.done_at.timestamp(), float(score)) for one, score in known),
        limit=float(ACTION_LEVEL),
        words=wording.say(
            texts.HISTORY_WORDS,
            count=str(len(known)),
            date=wording.short_date(known[0][0].done_at),
            scores=joined((str(score) for _, score in known), wording.say),
        ),
    )
