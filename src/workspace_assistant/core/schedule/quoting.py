"""Words of a command as the system's own files want them: none of these is read by a shell."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterable, Sequence

from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.texts import UNFIT_PATH

_ANY_PROGRAM = ("/bin/sh", "-c", 'exec "$@"', "sh")
_RESERVED_IN_DOUBLE_QUOTES = re.compile(r'(["`$\\])')
_BACKSLASHES_BEFORE_QUOTE = re.compile(r'(\\*)"')
_BACKSLASHES_AT_END = re.compile(r"(\\+)$")


def writable(words: Iterable[str]) -> tuple[str, ...]:
    """The words, which fit into one line. Raises `ScheduleError` for one that does not."""
    kept = tuple(words)
    for word in kept:
        if any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in word):
            raise ScheduleError(UNFIT_PATH, path=repr(word))
    return kept


def systemd_line(words: Sequence[str]) -> str:
    """ExecStart= of a unit, as systemd.service(5) reads command lines."""
    # The colon turns substitution of $VARIABLES off, for all words.
    return ":" + " ".join(_for_systemd(word) for word in _startable(words, "\"'\\"))


def desktop_line(words: Sequence[str]) -> str:
    """Exec= of a desktop entry (Desktop Entry Specification 1.5, "The Exec key").

    Quoted for the command line first, then escaped as every string of such a file is.
    """
    line = " ".join(_for_desktop(word) for word in _startable(words, "=%"))
    return line.replace("\\", "\\\\")


def windows_line(words: Sequence[str]) -> str:
    """A command line that programs for Windows take apart into these words again."""
    return " ".join(_for_windows(word) for word in writable(words))


def crontab_line(words: Sequence[str]) -> str:
    """The command of a crontab: read by a shell, where cron has taken bare percent signs away."""
    return shlex.join(writable(words)).replace("%", "\\%")


def _startable(words: Sequence[str], refused: str) -> tuple[str, ...]:
    """By way of a shell, where a program with one of the *refused* signs in its path is not found.

    Such words are handed on as they are all the same.
    """
    is_refused = any(sign in words[0] for sign in refused)
    return writable((*_ANY_PROGRAM, *words) if is_refused else words)


def _for_systemd(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _for_desktop(word: str) -> str:
    escaped = _RESERVED_IN_DOUBLE_QUOTES.sub(r"\\\1", word).replace("%", "%%")
    return f'"{escaped}"'


def _for_windows(word: str) -> str:
    escaped = _BACKSLASHES_BEFORE_QUOTE.sub(r'\1\1\\"', word)
    if word and " " not in word:
        return escaped
    return '"' + _BACKSLASHES_AT_END.sub(r"\1\1", escaped) + '"'
