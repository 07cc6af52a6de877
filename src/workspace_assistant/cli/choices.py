"""Words of a command line that stand for one of several choices."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TypeVar

from workspace_assistant.cli.language import worded
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

ValueT = TypeVar("ValueT")

NO_CHANNEL = QT_TRANSLATE_NOOP("cli", "“{text}” is no channel; choose from {choices}")
NO_PRESET = QT_TRANSLATE_NOOP("cli", "“{text}” is no preset; choose from {choices}")
NO_CAUSE = QT_TRANSLATE_NOOP("cli", "“{text}” is no cause; choose from {choices}")
NO_CHOICE = QT_TRANSLATE_NOOP("cli", "“{text}” is no choice; choose from {choices}")
NO_ANSWER = QT_TRANSLATE_NOOP("cli", "“{text}” is no answer; choose from {choices}")
NO_PLACE = QT_TRANSLATE_NOOP("cli", "“{text}” is no place; choose from {choices}")
NO_WEEKS = QT_TRANSLATE_NOOP("cli", "“{text}” is no number of weeks; choose from {choices}")


def understood(
    make: Callable[[str], ValueT], refusal: str, choices: Iterable[str]
) -> Callable[[str], ValueT]:
    """*make* as a type of an argument, with an error that names what can be meant.

    *refusal* is a sentence, marked for translation, with the places ``text`` and ``choices``.
    """

    def value(text: str) -> ValueT:
        try:
            return make(text.strip().lower())
        except (ValueError, KeyError) as error:
            raise argparse.ArgumentTypeError(
                worded(refusal, text=text, choices=", ".join(choices))
            ) from error

    return value
