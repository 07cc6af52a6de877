"""Help texts in another language: nothing but options, commands and codes stays English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import pytest

from tests.fakes.marked import marking, plain_words
from workspace_assistant.cli.main import build_parser
from workspace_assistant.core.focus.model import Cause, Channel

# What Python's own reader of arguments says is translated in one place for all commands.
_PYTHONS = ("usage:", "options:", "positional arguments:", "show this help message and exit")
_COMMANDS = (
    "check",
    "mic",
    "history",
    "focus",
    "shifts",
    "watch",
    "profile",
    "self-test",
    "target",
)
# The same in every language.
_CODES = {"ID", "URL", "DB", *(one.value for one in (*Channel, *Cause))}
_EXAMPLE = re.compile(r"^\s+workspace-assistant .*$", re.MULTILINE)
_CHOICES = re.compile(r"\{[^{}]*\}")


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from parsers(inner)


@pytest.mark.parametrize("command", _COMMANDS)
def test_help_is_said_whole(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "2000")
    with marking():
        made = list(parsers(build_parser([command])))
        texts = [one.format_help() for one in made]
    known = _CODES | {word for one in made for word in one.prog.split()}
    for text in texts:
        assert plain_words(_CHOICES.sub("", _EXAMPLE.sub("", text)), *_PYTHONS) <= known, text
