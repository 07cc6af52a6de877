"""What Python's own reader of arguments says, for translation: these sentences are Python's."""

from __future__ import annotations

import argparse

from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say

ALL = (
    QT_TRANSLATE_NOOP("arguments", "usage: "),
    QT_TRANSLATE_NOOP("arguments", "options"),
    QT_TRANSLATE_NOOP("arguments", "positional arguments"),
    QT_TRANSLATE_NOOP("arguments", "show this help message and exit"),
    QT_TRANSLATE_NOOP("arguments", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("arguments", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("arguments", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("arguments", "one of the arguments %s is required"),
    QT_TRANSLATE_NOOP("arguments", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("arguments", "not allowed with argument %s"),
    QT_TRANSLATE_NOOP("arguments", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("arguments", "expected one argument"),
    QT_TRANSLATE_NOOP("arguments", "expected at most one argument"),
    QT_TRANSLATE_NOOP("arguments", "expected at least one argument"),
    QT_TRANSLATE_NOOP("arguments", "expected %s argument"),
    QT_TRANSLATE_NOOP("arguments", "expected %s arguments"),
    QT_TRANSLATE_NOOP("arguments", "invalid %(type)s value: %(value)r"),
    QT_TRANSLATE_NOOP("arguments", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("arguments", "unknown parser %(parser_name)r (choices: %(choices)s)"),
    QT_TRANSLATE_NOOP("arguments", "ambiguous option: %(option)s could match %(matches)s"),
)


def speak_of_arguments(say: Say) -> None:
    """From now on `argparse` says its own words by *say*.

    It looks them up by the names that it imported from `gettext`, whose domains want catalogs in
    folders of another kind.
    """
    setattr(argparse, "_", say)  # noqa: B010 - no attribute that type checkers know
    setattr(  # noqa: B010 - the same
        argparse, "ngettext", lambda one, many, number: say(one if number == 1 else many)
    )
