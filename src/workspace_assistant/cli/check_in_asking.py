"""Asks for a check-in, one question after the other; Enter leaves one open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.core.check_in.answering import checked
from workspace_assistant.core.check_in.errors import CheckInError
from workspace_assistant.core.check_in.model import Answers, Item
from workspace_assistant.core.check_in.service import Form
from workspace_assistant.core.check_in.texts import ENDS, QUESTIONS
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

Ask = Callable[[str], str]

_COUNTS = {
    "hard_contacts": QT_TRANSLATE_NOOP("cli", "How many contacts were hard?"),
    "abusive_contacts": QT_TRANSLATE_NOOP("cli", "How many of them were abusive?"),
    "solved_contacts": QT_TRANSLATE_NOOP("cli", "How many of them were solved?"),
    "learning_minutes": QT_TRANSLATE_NOOP("cli", "How many minutes did you learn?"),
}
_OF_HARD = frozenset({"abusive_contacts", "solved_contacts"})
ENDED = QT_TRANSLATE_NOOP("cli", "Nothing was kept.")


def asked_answers(form: Form, ask: Ask) -> Answers:
    """The person's answers; raises `RefusedError` when the person ends the input."""
    answers = form.answers
    try:
        for item in Item:
            worst, best = ENDS[item]
            question = worded(
                "{question} 1 {worst} ... 5 {best}",
                question=worded(QUESTIONS[item]),
                worst=worded(worst),
                best=worded(best),
            )
            answers = _asked(question, item.value, answers, ask)
        for name, question in _COUNTS.items():
            if name not in _OF_HARD or answers.hard_contacts:
                answers = _asked(worded(question), name, answers, ask)
    except EOFError as error:
        tell("")
        raise RefusedError(ENDED) from error
    return answers


def _asked(question: str, name: str, answers: Answers, ask: Ask) -> Answers:
    """Asked again until it is a number that can be."""
    before = getattr(answers, name)
    asked = (
        worded("{question} (Enter to leave it open): ", question=question)
        if before is None
        else worded("{question} (Enter for {before}): ", question=question, before=str(before))
    )
    while True:
        text = ask(asked)
        if not text:
            return answers
        if not text.isascii() or not text.isdigit():
            tell(worded("Give a whole number, or Enter."))
            continue
        told: dict[str, int] = {name: int(text)}
        try:
            return checked(replace(answers, **told))  # type: ignore[arg-type] # a count, by its name
        except CheckInError as error:
            tell(worded(error.phrase))
