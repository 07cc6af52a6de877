"""Which options of `mic` go together: none is passed over without a word."""

from __future__ import annotations

import argparse
from functools import reduce

from workspace_assistant.cli.language import worded
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

LONGEST_QUIET_S = 60

_NOT_WITH = QT_TRANSLATE_NOOP("cli", "{task}: does not go with {options}")
_ONLY_WITH = QT_TRANSLATE_NOOP("cli", "{option}: goes with {needed} only")
_QUIET_RANGE = QT_TRANSLATE_NOOP("cli", "--quiet-seconds: must lie between 0 and {most}")
_FILE = "FILE.wav"
_GOES_WITH = {
    "--list": (),
    "--compare": ("--profile",),
    "--headset": ("--profile", "--microphone", "--set-level", "--raise"),
    _FILE: ("--profile", "--quiet-seconds", "--as-heard", "--codec"),
}
_TAKES = {"--codec": "--as-heard", "--quiet-seconds": _FILE}


def check_options(arguments: argparse.Namespace) -> None:
    """Raises `RefusedError` for an option that would change nothing here."""
    given = _given(arguments)
    for task, others in _GOES_WITH.items():
        strange = [option for option in given if option not in (task, *others)]
        if task in given and strange:
            raise RefusedError(_NOT_WITH, task=task, options=reduce(_both, strange))
    for option, needed in _TAKES.items():
        if option in given and needed not in given:
            raise RefusedError(_ONLY_WITH, option=option, needed=needed)
    quiet_s = arguments.quiet_seconds
    if quiet_s is not None and not 0 <= quiet_s <= LONGEST_QUIET_S:
        raise RefusedError(_QUIET_RANGE, most=str(LONGEST_QUIET_S))


def _both(first: str, second: str) -> str:
    return worded("{first} and {second}", first=first, second=second)


def _given(arguments: argparse.Namespace) -> list[str]:
    """The options that the user has written. An empty text is no choice."""
    values = {
        _FILE: arguments.file,
        "--list": arguments.list or None,
        "--compare": arguments.compare or None,
        "--headset": arguments.headset or None,
        "--quiet-seconds": arguments.quiet_seconds,
        "--microphone": arguments.microphone or None,
        "--profile": arguments.profile,
        "--set-level": arguments.set_level,
        "--raise": arguments.raise_db,
        "--save": arguments.save,
        "--as-heard": arguments.as_heard,
        "--codec": arguments.codec,
    }
    return [option for option, value in values.items() if value is not None]
