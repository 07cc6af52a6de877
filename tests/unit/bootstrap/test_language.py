"""Which language everything is said in."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from workspace_assistant.adapters.files import catalogs
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.bootstrap.language import (
    LANGUAGE,
    speak_users_language,
    user_language,
    user_say,
)
from workspace_assistant.cli import argparse_words
from workspace_assistant.cli.language import speak, worded
from workspace_assistant.core.text import Say, in_english


@pytest.fixture(autouse=True)
def _nobody_said(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    user_language.cache_clear()
    yield
    user_language.cache_clear()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_DE", "LC_MESSAGES": "es_MX"}, "es"),
        ({"LANG": "de_DE", "LC_MESSAGES": "es_MX", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "de"),
        ({"LANG": "hu_HU.UTF-8"}, "en"),
        ({"LANG": "hu_HU.UTF-8", "LANGUAGE": "hu:de"}, "de"),
        ({"LC_ALL": "C", "LANGUAGE": "de"}, "en"),
    ],
)
def test_the_system_says_it_where_nobody_chose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: dict[str, str], code: str
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    assert user_language(tmp_path) == code


def test_what_was_chosen_comes_before_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    ChoicesFile(tmp_path).remember(LANGUAGE, "en")
    assert user_language(tmp_path) == "en"
    assert user_say(tmp_path) is in_english


def in_capitals(sentence: str, /, **parts: str) -> str:
    return in_english(sentence, **parts).upper()


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The languages that were asked for; each speaks in capitals."""
    asked: list[str] = []

    def say_in(code: str) -> Say:
        asked.append(code)
        return in_capitals

    monkeypatch.setattr(catalogs, "say_in", say_in)
    for name in ("_", "ngettext"):
        monkeypatch.setattr(argparse, name, getattr(argparse, name))
    yield asked
    speak(in_english)


@pytest.mark.parametrize("form", [["--data-dir", "{}"], ["--data-dir={}"]])
def test_the_command_line_speaks_before_it_is_read(
    tmp_path: Path, spoken: list[str], form: list[str]
) -> None:
    ChoicesFile(tmp_path).remember(LANGUAGE, "de")
    speak_users_language(["week", *(word.format(tmp_path) for word in form)])
    assert spoken == ["de"]
    assert worded("{count} blocks", count="3") == "3 BLOCKS"
    assert argparse.ArgumentParser().format_help().startswith("USAGE: ")


def test_english_asks_for_nothing(tmp_path: Path, spoken: list[str]) -> None:
    speak_users_language(["--data-dir", str(tmp_path)])
    assert not spoken
    assert worded("Stop") == "Stop"


@pytest.mark.parametrize("argv", [["--data-dir", "~nobody-of-that-name/x"], ["--data-dir"]])
def test_a_directory_that_cannot_be_is_told_by_who_needs_it(
    spoken: list[str], argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    speak_users_language(argv)
    assert not spoken


def test_pythons_reader_of_arguments_speaks_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("_", "ngettext"):
        monkeypatch.setattr(argparse, name, getattr(argparse, name))
    argparse_words.speak_of_arguments(lambda sentence, /, **_: f"<{sentence}>")
    parser = argparse.ArgumentParser(prog="it")
    parser.add_argument("--two", nargs=2)
    with pytest.raises(SystemExit):
        parser.parse_args(["--two", "1"])
    said = capsys.readouterr().err
    assert all(word in said for word in ("<usage: >", "<expected 2 arguments>", "error: <argument"))
