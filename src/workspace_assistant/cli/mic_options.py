"""Which options of `mic` go together: none is passed over without a word."""

from __future__ import annotations

import argparse

from workspace_assistant.core.errors import UserInputError

LONGEST_QUIET_S = 60

_FILE = "FILE.wav"
_GOES_WITH = {
    "--list": (),
    "--compare": ("--profile",),
    "--headset": ("--profile", "--microphone", "--set-level", "--raise"),
    _FILE: ("--profile", "--quiet-seconds", "--as-heard", "--codec"),
}
_TAKES = {"--codec": "--as-heard", "--quiet-seconds": _FILE}


def check_options(arguments: argparse.Namespace) -> None:
    """Raises `UserInputError` for an option that would change nothing here."""
    given = _given(arguments)
    for task, others in _GOES_WITH.items():
        strange = [option for option in given if option not in (task, *others)]
        if task in given and strange:
            raise UserInputError(f"{task}: does not go with {' and '.join(strange)}")
    for option, needed in _TAKES.items():
        if option in given and needed not in given:
            raise UserInputError(f"{option}: goes with {needed} only")
    quiet_s = arguments.quiet_seconds
    if quiet_s is not None and not 0 <= quiet_s <= LONGEST_QUIET_S:
        raise UserInputError(f"--quiet-seconds: must lie between 0 and {LONGEST_QUIET_S}")


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
