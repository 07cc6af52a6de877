"""Asks for a check-in, one question after the other; Enter leaves one open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workspace_assistant.cli.output import tell
from workspace_assistant.core.check_in.answering import checked
from workspace_assistant.core.check_in.errors import CheckInError
from workspace_assistant.core.check_in.model import Answers, Item
from workspace_assistant.core.check_in.service import Form
from workspace_assistant.core.check_in.texts import ENDS, QUESTIONS
from workspace_assistant.core.errors import UserInputError

Ask = Callable[[str], str]

_COUNTS = {
    "hard_contacts": "How many contacts were hard?",
    "abusive_contacts": "How many of them were abusive?",
    "solved_contacts": "How many of them were solved?",
    "learning_minutes": "How many minutes did you learn?",
}
_OF_HARD = frozenset({"abusive_contacts", "solved_contacts"})
ENDED = "Nothing was kept."


def asked_answers(form: Form, ask: Ask) -> Answers:
    """The person's answers; raises `UserInputError` when the person ends the input."""
    answers = form.answers
    try:
        for item in Item:
            worst, best = ENDS[item]
            question = f"{QUESTIONS[item]} 1 {worst} ... 5 {best}"
            answers = _asked(question, item.value, answers, ask)
        for name, question in _COUNTS.items():
            if name not in _OF_HARD or answers.hard_contacts:
                answers = _asked(question, name, answers, ask)
    except EOFError as error:
        tell("")
        raise UserInputError(ENDED) from error
    return answers


def _asked(question: str, name: str, answers: Answers, ask: Ask) -> Answers:
    """Asked again until it is a number that can be."""
    before = getattr(answers, name)
    kept = "Enter to leave it open" if before is None else f"Enter for {before}"
    while True:
        text = ask(f"{question} ({kept}): ")
        if not text:
            return answers
        if not text.isascii() or not text.isdigit():
            tell("Give a whole number, or Enter.")
            continue
        told: dict[str, int] = {name: int(text)}
        try:
            return checked(replace(answers, **told))  # type: ignore[arg-type] # a count, by its name
        except CheckInError as error:
            tell(str(error))
