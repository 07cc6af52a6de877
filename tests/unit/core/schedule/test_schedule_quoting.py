"""Words survive the system's own files, whatever signs they hold."""

from __future__ import annotations

import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.schedule import STRANGE
from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.quoting import (
    crontab_line,
    desktop_line,
    systemd_line,
    windows_line,
    writable,
)

# What breaks lines is refused; all else may be in a path.
SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
WORDS = st.lists(st.text(SIGNS) | st.text("a \"%$`\\;'"), min_size=1, max_size=5)


def taken_apart(line: str, escaped: str) -> list[str]:
    """Double-quoted words with a backslash before *escaped* signs, as the specifications say."""
    words, word, signs = [], "", iter(line)
    is_inside = False
    for sign in signs:
        if sign == '"':
            is_inside = not is_inside
            if not is_inside:
                words.append(word)
                word = ""
        elif sign == "\\" and is_inside:
            following = next(signs)
            assert following in escaped
            word += following
        elif is_inside:
            word += sign
        else:
            assert sign == " "
    assert not is_inside
    return words


def started(words: list[str], refused: str) -> list[str]:
    """By way of a shell where the system refuses such a program."""
    by_shell = ["/bin/sh", "-c", 'exec "$@"', "sh"] if set(words[0]) & set(refused) else []
    return [*by_shell, *words]


@given(words=WORDS)
def test_systemd_reads_the_same_words(words: list[str]) -> None:
    line = systemd_line(words)
    assert line[0] == ":"  # variables stay as they are
    found = taken_apart(line[1:], '"\\')
    assert not any(word.replace("%%", "").count("%") for word in found)
    read = [word.replace("%%", "%") for word in found]
    assert read == started(words, "\"'\\")


@given(words=WORDS)
def test_desktops_read_the_same_words(words: list[str]) -> None:
    value = desktop_line(words)
    line = value.replace("\\\\", "\\")  # first as a string of the file, then as a command line
    assert line.replace("\\", "\\\\") == value
    found = taken_apart(line, '"`$\\')
    assert [word.replace("%%", "%") for word in found] == started(words, "=%")


@given(words=WORDS)
def test_windows_programs_read_the_same_words(words: list[str]) -> None:
    assert windows_line(words) == subprocess.list2cmdline(words)


@given(words=WORDS)
def test_cron_and_the_shell_read_the_same_words(words: list[str]) -> None:
    line = crontab_line(words)
    assert not line.replace("\\%", "").count("%")
    assert shlex.split(line.replace("\\%", "%")) == words


@pytest.mark.parametrize("word", ["a\nb", "a\0", "a\x1b", "a\u2028", "a\udc80"])
def test_what_fits_into_no_line_is_refused(word: str) -> None:
    for line in (systemd_line, desktop_line, windows_line, crontab_line):
        with pytest.raises(ScheduleError, match="control character"):
            line(["/program", word])


def test_other_words_are_left_alone() -> None:
    assert writable([STRANGE, ""]) == (STRANGE, "")
