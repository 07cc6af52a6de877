"""Which language the user reads: the one that was chosen, else the system's."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.languages import ENGLISH, fitting
from workspace_assistant.core.text import Say, in_english

LANGUAGE = "language"  # the setting's name
_DATA_DIR = "--data-dir"
_NOBODYS = {"C", "POSIX"}
# By which a POSIX system says what messages are written in, the strongest first.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@cache
def user_language(data_dir: Path) -> str:
    """The code of the language that all is said in for as long as the program runs."""
    return _chosen(data_dir) or fitting(_of_system()) or ENGLISH.code


def user_say(data_dir: Path) -> Say:
    """Says sentences in the user's language."""
    code = user_language(data_dir)
    if code == ENGLISH.code:
        return in_english
    from workspace_assistant.adapters.files.catalogs import say_in

    return say_in(code)


def speak_users_language(argv: Sequence[str]) -> None:
    """The command line's sentences, and those of Python's reader of arguments, from now on."""
    from workspace_assistant.adapters.files.locations import data_dir

    try:
        say = user_say(data_dir(_named_dir(argv)))
    except UserInputError:  # said by whoever needs that directory
        return
    if say is in_english:
        return
    from workspace_assistant.cli.argparse_words import speak_of_arguments
    from workspace_assistant.cli.language import speak

    speak(say)
    speak_of_arguments(say)


def _chosen(data_dir: Path) -> str:
    """Nothing where nobody chose, which costs two looks at the directory."""
    from workspace_assistant.adapters.files.choices import ChoicesFile

    return fitting([ChoicesFile(data_dir).recall(LANGUAGE)])


def _of_system() -> Iterator[str]:
    told = next((told for name in _VARIABLES if (told := os.environ.get(name))), "")
    if told not in _NOBODYS:  # as gettext has it: a list of languages, unless the locale is C
        yield from os.environ.get("LANGUAGE", "").split(":")
    yield told
    if sys.platform == "win32":
        yield _of_windows()
    if sys.platform == "darwin":
        yield from _of_macos()


def _of_windows() -> str:
    """What Windows' own menus are written in."""
    import ctypes
    import locale

    identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore] # on Windows alone
    return locale.windows_locale.get(identifier, "")


def _of_macos() -> list[str]:
    """What was put into order in its settings; a program that is no terminal's has no variables."""
    import plistlib

    kept = Path.home() / "Library" / "Preferences" / ".GlobalPreferences.plist"
    try:
        return [str(name) for name in plistlib.loads(kept.read_bytes())["AppleLanguages"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _named_dir(argv: Sequence[str]) -> Path | None:
    """What ``--data-dir`` names, looked for before there is a parser: that one speaks already."""
    for place, word in enumerate(argv):
        option, _, value = word.partition("=")
        if option == _DATA_DIR:
            return Path(value or next(iter(argv[place + 1 :]), ""))
    return None
