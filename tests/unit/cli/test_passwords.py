from __future__ import annotations

import argparse
import io
import sys
from types import SimpleNamespace
from typing import cast

import pytest

from workspace_assistant.cli import profile
from workspace_assistant.cli.passwords import ask_password, read_password_line
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("text", ["se cret\n", "se cret\r\n", "se cret", "se cret\nmore\n"])
def test_one_line_of_standard_input_is_the_password(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert ask_password("Password: ") == "se cret"


@pytest.mark.parametrize("text", ["", "\n", None])
def test_no_password_is_told(monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    monkeypatch.setattr(sys, "stdin", None if text is None else io.StringIO(text))
    with pytest.raises(UserInputError, match="no password"):
        read_password_line()


def test_bytes_that_are_no_text_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", raw)
    with pytest.raises(UserInputError, match="not text"):
        read_password_line()


def test_on_a_terminal_it_is_asked_without_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("seen by everybody\n"))
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: f"hidden after {prompt}")
    assert ask_password("Password: ") == "hidden after Password: "


def test_nobody_is_asked_for_a_password_without_a_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("secret\n"))
    plain = WorkplaceProfile(name="Plain")
    monkeypatch.setattr(profile, "chosen_profile", lambda *_: plain)
    arguments = argparse.Namespace(profile=None, forget=False)
    with pytest.raises(UserInputError, match="Plain: this profile names no TURN server"):
        profile._turn_password(arguments, cast("CliServices", SimpleNamespace()))
    assert sys.stdin.readline() == "secret\n"  # still there
