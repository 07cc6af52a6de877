"""Passwords come from the keyboard without echo, or from standard input; never from an argument."""

from __future__ import annotations

import sys

from workspace_assistant.core.errors import UserInputError

_LONGEST_LINE_CHARACTERS = 4096


def ask_password(prompt: str) -> str:
    """Asks on a terminal, else reads standard input. Raises `UserInputError` for an empty one."""
    if sys.stdin is None or not sys.stdin.isatty():
        return read_password_line()
    import getpass

    try:
        return _present(getpass.getpass(prompt, stream=sys.stderr))
    except EOFError:
        return _present("")


def read_password_line() -> str:
    """One line of standard input. Raises `UserInputError` when there is none."""
    if sys.stdin is None:
        return _present("")
    try:
        line = sys.stdin.readline(_LONGEST_LINE_CHARACTERS)
    except UnicodeDecodeError:
        raise UserInputError("the password on standard input is not text") from None
    return _present(line.rstrip("\r\n"))


def _present(password: str) -> str:
    if not password:
        raise UserInputError("no password was given on standard input")
    return password
