"""The whole questionnaire, in the order in which it is asked."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.chair_questions import CHAIR_QUESTIONS
from workspace_assistant.core.ergonomics.hand_questions import HAND_QUESTIONS
from workspace_assistant.core.ergonomics.model import (
    Answers,
    Item,
    Kind,
    Option,
    Question,
    Section,
    Timed,
)
from workspace_assistant.core.ergonomics.posture_questions import POSTURE_QUESTIONS
from workspace_assistant.core.ergonomics.room_questions import ROOM_QUESTIONS
from workspace_assistant.core.ergonomics.screen_questions import NO_PHONE, SCREEN_QUESTIONS

QUESTIONS: tuple[Question, ...] = (
    *CHAIR_QUESTIONS,
    *SCREEN_QUESTIONS,
    *HAND_QUESTIONS,
    *ROOM_QUESTIONS,
    *POSTURE_QUESTIONS,
)

SCORED_SECTIONS = (Section.CHAIR, Section.MONITOR_PHONE, Section.MOUSE_KEYBOARD)

SECTION_OF = {
    Item.SEAT_HEIGHT: Section.CHAIR,
    Item.SEAT_DEPTH: Section.CHAIR,
    Item.ARMRESTS: Section.CHAIR,
    Item.BACKREST: Section.CHAIR,
    Item.MONITOR: Section.MONITOR_PHONE,
    Item.PHONE: Section.MONITOR_PHONE,
    Item.MOUSE: Section.MOUSE_KEYBOARD,
    Item.KEYBOARD: Section.MOUSE_KEYBOARD,
}

TIMED_OF = {
    Section.CHAIR: (Timed.CHAIR,),
    Section.MONITOR_PHONE: (Timed.MONITOR, Timed.PHONE),
    Section.MOUSE_KEYBOARD: (Timed.MOUSE, Timed.KEYBOARD),
}

_BY_ID = {one.id: one for one in QUESTIONS}
_OF_ITEM = {item: tuple(one for one in QUESTIONS if one.item is item) for item in Item}


def question(question_id: str) -> Question:
    """Raises KeyError for an id of no question."""
    return _BY_ID[question_id]


def is_question(question_id: str) -> bool:
    return question_id in _BY_ID


def questions_of(item: Item) -> tuple[Question, ...]:
    return _OF_ITEM[item]


def is_asked(one: Question, answers: Answers) -> bool:
    """Whether what was answered before leaves it to be asked."""
    if one.item is None or not one.not_after:
        return True
    first = questions_of(one.item)[0]
    return not set(answers.get(first.id, ())) & set(one.not_after)


def asked(answers: Answers) -> tuple[Question, ...]:
    """All questions that belong to these answers, in order."""
    return tuple(one for one in QUESTIONS if is_asked(one, answers))


def is_timed(timed: Timed, answers: Answers) -> bool:
    """Whether it is asked how long that is used: not without calls."""
    return timed is not Timed.PHONE or NO_PHONE not in answers.get(Item.PHONE.value, ())


def chosen(answers: Answers, question_id: str) -> tuple[Option, ...] | None:
    """The options that were chosen, in the question's order.

    None where it is not answered, or by something that this version of the program does not know.
    """
    if question_id not in answers:
        return None
    ids = set(answers[question_id])
    one = question(question_id)
    options = tuple(option for option in one.options if option.id in ids)
    is_known = len(options) == len(ids)
    is_enough = one.kind is Kind.TICKS or len(options) == 1
    return options if is_known and is_enough else None


def is_answered(one: Question, answers: Answers) -> bool:
    return chosen(answers, one.id) is not None


def said(answers: Answers, question_id: str, option_id: str) -> bool | None:
    """Whether that option was chosen; None where the question is not answered."""
    options = chosen(answers, question_id)
    return None if options is None else any(one.id == option_id for one in options)


def best_answer(one: Question) -> tuple[str, ...]:
    """What costs the fewest points."""
    return () if one.kind is Kind.TICKS else (min(one.options, key=lambda it: it.points).id,)


def aim(one: Question, answers: Answers) -> tuple[str, ...] | None:
    """The answer to aim at: as it is where nothing is to be fixed; None where it is open.

    Nobody is told to make no more calls.
    """
    options = chosen(answers, one.id)
    if options is None:
        return None
    if one.kind is Kind.TICKS or not any(option.fix for option in options):
        return tuple(option.id for option in options if not option.fix)
    return (one.options[0].id,)
