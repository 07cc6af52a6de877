"""A self-check under way: which step, what was answered, and where to go. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from workspace_assistant.core.ergonomics.model import (
    Answers,
    Assessment,
    Band,
    Duration,
    Durations,
    Kind,
    Origin,
    Question,
    Section,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.questions import QUESTIONS, is_asked, is_timed

DURATIONS = "durations"
_MORE = "-more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One screen of the self-check.

    Attributes:
        question: None where it is asked how long things are used.
        more: what is asked beside it, as boxes to tick.
    """

    id: str
    section: Section
    question: Question | None = None
    more: Question | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(one for one in (self.question, self.more) if one is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What was answered so far.

    Attributes:
        at: number of the step, from 0.
        unknown: steps at which the person said that they do not know.
        logged: what the logs say of how long things are used; None until it was asked.
        said: what the person said instead; None for “I don't know”.
        earlier: the self-check before this one.
    """

    workplace: str
    at: int = 0
    answers: Answers = field(default_factory=lambda: MappingProxyType({}))
    unknown: frozenset[str] = frozenset()
    logged: Durations | None = None
    said: Mapping[Timed, Band | None] = field(default_factory=lambda: MappingProxyType({}))
    earlier: Assessment | None = None

    @property
    def step(self) -> Step:
        return STEPS[self.at]

    @property
    def is_last(self) -> bool:
        return self.at == len(STEPS) - 1

    @property
    def more(self) -> Question | None:
        """What is asked beside the step's question, as long as that makes sense."""
        more = self.step.more
        return more if more is not None and is_asked(more, self.answers) else None


def _steps() -> Iterator[Step]:
    """Each choice with the boxes to tick that belong to it; how long it all is used after them."""
    by_id = {one.id: one for one in QUESTIONS}
    is_timed_asked = False
    for one in QUESTIONS:
        if one.item is None and not is_timed_asked:
            is_timed_asked = True
            yield Step(id=DURATIONS, section=Section.MOUSE_KEYBOARD)
        if not one.id.endswith(_MORE):
            more = by_id.get(one.id + _MORE)
            yield Step(id=one.id, section=one.section, question=one, more=more)


STEPS = tuple(_steps())


def can_go_on(walk: Walk) -> bool:
    """Whether the step is answered, or said to be unknown; boxes may all stay empty."""
    one = walk.step.question
    if one is None:
        return not timed_open(walk)
    if one.kind is Kind.TICKS or walk.step.id in walk.unknown:
        return True
    return one.id in walk.answers


def picked(walk: Walk, question_id: str, option_id: str) -> Walk:
    """The step's question is answered by that option; a box is ticked, or no longer."""
    one = next((one for one in walk.step.questions if one.id == question_id), None)
    if one is None or one.option(option_id) is None:
        return walk
    after: tuple[str, ...] = (option_id,)
    if one.kind is Kind.TICKS:
        before = walk.answers.get(one.id, ())
        without = tuple(it for it in before if it != option_id)
        after = without if option_id in before else (*before, option_id)
    unknown = walk.unknown - {walk.step.id} if one is walk.step.question else walk.unknown
    return replace(walk, answers={**walk.answers, one.id: after}, unknown=unknown)


def not_known(walk: Walk) -> Walk:
    """The step stays open, and the next one comes. Of times of use, those that are open."""
    step = walk.step
    if step.question is None:
        said = {**walk.said, **dict.fromkeys(timed_open(walk) or timed_asked(walk), None)}
        return gone_on(replace(walk, said=said))
    answers = {key: value for key, value in walk.answers.items() if key != step.question.id}
    return gone_on(replace(walk, answers=answers, unknown=walk.unknown | {step.id}))


def gone_on(walk: Walk) -> Walk:
    """To the next step, where this one is answered; boxes that stay empty are an answer as well."""
    if not can_go_on(walk):
        return walk
    return replace(walk, answers=_with_empty_boxes(walk), at=min(walk.at + 1, len(STEPS) - 1))


def gone_back(walk: Walk) -> Walk:
    return replace(walk, at=max(walk.at - 1, 0))


def timed(walk: Walk, what: Timed, band: Band) -> Walk:
    """How long *what* is used, as the person says."""
    return replace(walk, said={**walk.said, what: band})


def timed_asked(walk: Walk) -> tuple[Timed, ...]:
    """What it is asked of how long it is used."""
    return tuple(one for one in Timed if is_timed(one, walk.answers))


def timed_open(walk: Walk) -> tuple[Timed, ...]:
    """Neither the logs know how long it is used, nor did the person say anything of it."""
    asked = timed_asked(walk)
    return tuple(one for one in asked if one not in walk.said and band_of(walk, one) is None)


def band_of(walk: Walk, what: Timed) -> Band | None:
    """What was said, else what the logs say; None where neither knows."""
    if what in walk.said:
        return walk.said[what]
    logged = (walk.logged or {}).get(what)
    return logged.band if logged is not None else None


def sheet_of(walk: Walk) -> Sheet:
    """All that was answered, with the last step's empty boxes."""
    answers = _with_empty_boxes(walk)
    return Sheet(
        answers={
            one.id: answers[one.id]
            for one in QUESTIONS
            if one.id in answers and is_asked(one, answers)
        },
        durations={what: _duration(walk, what) for what in timed_asked(walk)},
    )


def first_open(walk: Walk) -> Walk:
    """At the first step that holds something open; where nothing is open, at the last."""
    for number in range(len(STEPS)):
        there = replace(walk, at=number)
        if _is_open(there):
            return there
    return replace(walk, at=len(STEPS) - 1)


def taken_up(assessment: Assessment, earlier: Assessment | None) -> Walk:
    """The answers of a self-check that left something open, to be completed."""
    sheet = assessment.sheet
    said = {
        what: one.band
        for what, one in sheet.durations.items()
        if one.origin is Origin.SAID and one.band is not None
    }
    walk = Walk(
        workplace=assessment.workplace,
        answers=sheet.answers,
        said=said,
        earlier=earlier,
        logged={what: one for what, one in sheet.durations.items() if one.origin is Origin.LOGGED},
    )
    return first_open(walk)


def _is_open(walk: Walk) -> bool:
    if walk.step.question is None:
        return any(band_of(walk, one) is None for one in timed_asked(walk))
    return any(
        one.id not in walk.answers for one in walk.step.questions if is_asked(one, walk.answers)
    )


def _duration(walk: Walk, what: Timed) -> Duration:
    """A band that is as logged keeps its basis; the person's own word has none."""
    logged = (walk.logged or {}).get(what)
    band = band_of(walk, what)
    if logged is not None and band is logged.band:
        return logged
    return Duration(band=band, origin=Origin.SAID)


def _with_empty_boxes(walk: Walk) -> Answers:
    """Boxes of the step that were seen: none ticked, where what they belong to is known."""
    if walk.step.id in walk.unknown:
        return walk.answers
    boxes = [
        one
        for one in walk.step.questions
        if one.kind is Kind.TICKS and is_asked(one, walk.answers) and one.id not in walk.answers
    ]
    return {**walk.answers, **{one.id: () for one in boxes}}
