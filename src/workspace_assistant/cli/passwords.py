"""Secrets come from the keyboard without echo, or from standard input; never from an argument."""

from __future__ import annotations

import sys

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_LONGEST_LINE_CHARACTERS = 4096

_NOT_TEXT = {
    "password": QT_TRANSLATE_NOOP("cli", "the password on standard input is not text"),
    "address": QT_TRANSLATE_NOOP("cli", "the address on standard input is not text"),
    "user name": QT_TRANSLATE_NOOP("cli", "the user name on standard input is not text"),
    "calendar": QT_TRANSLATE_NOOP("cli", "the calendar on standard input is not text"),
    "token": QT_TRANSLATE_NOOP("cli", "the token on standard input is not text"),
    "answer": QT_TRANSLATE_NOOP("cli", "the answer on standard input is not text"),
    "recovery key": QT_TRANSLATE_NOOP("cli", "the recovery key on standard input is not text"),
}
_NOTHING = {
    "password": QT_TRANSLATE_NOOP("cli", "no password was given on standard input"),
    "address": QT_TRANSLATE_NOOP("cli", "no address was given on standard input"),
    "user name": QT_TRANSLATE_NOOP("cli", "no user name was given on standard input"),
    "calendar": QT_TRANSLATE_NOOP("cli", "no calendar was given on standard input"),
    "token": QT_TRANSLATE_NOOP("cli", "no token was given on standard input"),
    "answer": QT_TRANSLATE_NOOP("cli", "no answer was given on standard input"),
    "recovery key": QT_TRANSLATE_NOOP("cli", "no recovery key was given on standard input"),
}


def ask_password(prompt: str, what: str = "password") -> str:
    """Asks on a terminal, else reads standard input. Raises `RefusedError` for an empty one."""
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
    """One line of standard input. Raises `RefusedError`, naming *what*, when there is none."""
    if sys.stdin is None:
        return _present("", what)
    try:
        line = sys.stdin.readline(_LONGEST_LINE_CHARACTERS)
    except UnicodeDecodeError:
        raise RefusedError(_NOT_TEXT[what]) from None
    return _present(line.rstrip("\r\n"), what)


def _present(secret: str, what: str) -> str:
    if not secret:
        raise RefusedError(_NOTHING[what])
    return secret
