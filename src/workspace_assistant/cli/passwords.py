"""Secrets come from the keyboard without echo, or from standard input; never from an argument."""

from __future__ import annotations

import sys

from workspace_assistant.core.errors import UserInputError

_LONGEST_LINE_CHARACTERS = 4096


def ask_password(prompt: str, what: str = "password") -> str:
    """Asks on a terminal, else reads standard input. Raises `UserInputError` for an empty one."""
    if sys.stdin is None or not sys.stdin.isatty():
        return read_password_line(what)
    import getpass

    try:
        return _present(getpass.getpass(prompt, stream=sys.stderr), what)
    except EOFError:
        return _present("", what)


def ask_line(prompt: str, what: str) -> str:
    """As `ask_password`, for what may be seen while it is written."""
    if sys.stdin is None or not sys.stdin.isatty():
        return read_password_line(what)
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return read_password_line(what)


def read_password_line(what: str = "password") -> str:
    """One line of standard input. Raises `UserInputError`, naming *what*, when there is none."""
    if sys.stdin is None:
        return _present("", what)
    try:
        line = sys.stdin.readline(_LONGEST_LINE_CHARACTERS)
    except UnicodeDecodeError:
        raise UserInputError(f"the {what} on standard input is not text") from None
    return _present(line.rstrip("\r\n"), what)


def _present(secret: str, what: str) -> str:
    if not secret:
        raise UserInputError(f"no {what} was given on standard input")
    return secret
