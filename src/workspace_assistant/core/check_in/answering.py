"""What answers may be, and counts that follow from marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from workspace_assistant.core.check_in import texts
from workspace_assistant.core.check_in.errors import CheckInError
from workspace_assistant.core.check_in.model import BEST, WORST, Answers, HardContact, Item
from workspace_assistant.core.one_line import one_line

MOST_CONTACTS = 500
MOST_MINUTES = 24 * 60
LONGEST_NOTE = 300
_COUNTS = ("hard_contacts", "abusive_contacts", "solved_contacts")


def checked(answers: Answers) -> Answers:
    """*answers*, the note on one line; raises `CheckInError` for what cannot be."""
    told = replace(answers, note=one_line(answers.note))
    for item in Item:
        _check_value(item, told.of(item))
    for count in (told.hard_contacts, told.abusive_contacts, told.solved_contacts):
        _check_count(count)
    for part, kind in (
        (told.abusive_contacts, texts.ABUSIVE),
        (told.solved_contacts, texts.SOLVED),
    ):
        _check_part(part, told.hard_contacts, kind)
    minutes = told.learning_minutes
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise CheckInError(texts.NO_MINUTES, value=str(minutes), most=str(MOST_MINUTES))
    if len(told.note) > LONGEST_NOTE:
        raise CheckInError(texts.LONG_NOTE, most=str(LONGEST_NOTE))
    if told == Answers():
        raise CheckInError(texts.NOTHING_TOLD)
    return told


def filled_in(answers: Answers, marks: Sequence[HardContact]) -> Answers:
    """With *marks*, made since these answers were told; without one nothing is made up.

    Nobody who marked nothing has said that there was nothing.
    """
    if not marks:
        return answers
    return replace(
        answers,
        hard_contacts=(answers.hard_contacts or 0) + len(marks),
        abusive_contacts=(answers.abusive_contacts or 0) + sum(one.is_abusive for one in marks),
        solved_contacts=(answers.solved_contacts or 0) + sum(one.is_solved for one in marks),
    )


def counts_of(answers: Answers) -> tuple[int | None, ...]:
    """Those that belong together: a part without its whole says nothing."""
    return tuple(getattr(answers, name) for name in _COUNTS)


def merged(mine: Answers, seen: Answers, theirs: Answers) -> Answers:
    """*theirs* with what *mine* changed of what was *seen*."""
    names = {one.name for one in fields(Answers) if one.name not in _COUNTS}
    changed = {name for name in names if getattr(mine, name) != getattr(seen, name)}
    if counts_of(mine) != counts_of(seen):
        changed |= set(_COUNTS)
    return replace(theirs, **{name: getattr(mine, name) for name in changed})


def _check_value(item: Item, value: int | None) -> None:
    if value is not None and not WORST <= value <= BEST:
        raise CheckInError(texts.NO_VALUE, value=str(value), item=texts.NAMES[item])


def _check_count(count: int | None) -> None:
    if count is not None and not 0 <= count <= MOST_CONTACTS:
        raise CheckInError(texts.NO_COUNT, value=str(count), most=str(MOST_CONTACTS))


def _check_part(part: int | None, whole: int | None, kind: str) -> None:
    if part is None:
        return
    if whole is None:
        raise CheckInError(texts.NO_WHOLE, kind=kind)
    if part > whole:
        raise CheckInError(texts.TOO_MANY_OF, part=str(part), whole=str(whole), kind=kind)
