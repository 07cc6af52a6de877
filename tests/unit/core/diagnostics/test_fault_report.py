"""A report names versions, kinds of faults and places, and no words of anybody."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import pytest

from workspace_assistant.core.diagnostics.impersonal import (
    LEFT_OUT,
    Impersonal,
    impersonal,
    kind_of,
    trace_of,
)
from workspace_assistant.core.diagnostics.report import MOST_LINES, Program, fault_report

PROGRAM = Program(version="1.2", python="3.13", qt="6.10", platform="Linux 6.1", desktop="")
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Why(StrEnum):
    FULL = "disk-full"


class WithCodeError(Exception):
    def __init__(self, code: object) -> None:
        super().__init__("secret words")
        self.code = code


def deep(levels: int) -> None:
    if levels:
        deep(levels - 1)
    raise ValueError("secret words")


def raised(act: Callable[[], None]) -> BaseException:
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3, 3),
        (None, None),
        (Why.FULL, "disk-full"),
        ("voice-path", "voice-path"),
        ("LineWatching", "LineWatching"),
        ("0" * 32, "0" * 32),
        (Impersonal("as it stands: 1"), "as it stands: 1"),
        ("Two words", LEFT_OUT),
        ("Marta", LEFT_OUT),
        ("acme.example", LEFT_OUT),
        ("x" * 60, LEFT_OUT),
        (Path("/home/marta"), LEFT_OUT),
        ({"a-b": 1, "A b": 2}, {"a-b": 1, LEFT_OUT: 2}),
        (ValueError("secret"), "ValueError"),
    ],
)
def test_only_codes_and_numbers_pass(value: object, shown: object) -> None:
    assert impersonal(value) == shown


def test_kinds_have_codes_and_causes() -> None:
    assert kind_of(WithCodeError("not-found")) == "WithCodeError not-found"
    assert kind_of(WithCodeError("not found, Marta")) == "WithCodeError"
    assert kind_of(OSError(errno.ENOSPC, "full", "/home/marta")) == "OSError ENOSPC"
    assert kind_of(OSError("words alone")) == "OSError"
    error = ValueError("one")
    error.__cause__ = KeyError("two")
    assert kind_of(error) == "ValueError from KeyError"
    error.__cause__.__cause__ = error
    assert kind_of(error).count("ValueError") == 3  # a ring ends


def test_what_was_hidden_stays_hidden() -> None:
    def hide() -> None:
        try:
            {}["secret words"]
        except KeyError:
            raise ValueError("secret words") from None

    assert "KeyError" not in trace_of(raised(hide))


def test_a_trace_names_places_from_the_package_on() -> None:
    import importlib

    def ask_the_library() -> None:
        importlib.import_module("workspace_assistant.no_such_part")

    trace = trace_of(raised(ask_the_library))
    assert "test_fault_report.py:" in trace
    assert str(Path.home()) not in trace
    assert "/tests/" not in trace


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("/home/marta/.venv/lib/python3.13/site-packages/numpy/core.py", "numpy/core.py"),
        ("C:\\Users\\marta\\workspace_assistant\\ui\\app.py", "workspace_assistant/ui/app.py"),
        ("/home/marta/thing.py", "thing.py"),
    ],
)
def test_folders_above_a_package_are_left_out(file: str, shown: str) -> None:
    act = eval(compile("lambda: 1 / 0", file, "eval"))
    assert f"  {shown}:1 in <lambda>" in trace_of(raised(act))


def test_a_trace_has_an_end() -> None:
    trace = trace_of(raised(lambda: deep(90)))
    assert len(trace.splitlines()) == 43
    assert "  …" in trace
    assert "secret" not in trace


def test_the_report_is_whole_and_short() -> None:
    lines = [f"line {number}" for number in range(MOST_LINES + 5)]
    told = fault_report(PROGRAM, raised(lambda: deep(0)), AT, lines)
    assert told.startswith("Workspace Assistant 1.2\nPython 3.13, Qt 6.10\nLinux 6.1\n")
    assert "Desktop: not named" in told
    assert "At: 2026-11-22 09:30:00 UTC" in told
    assert told.endswith(f"line {MOST_LINES + 4}\n")
    assert "line 4\n" not in told
    assert "Last lines" not in fault_report(PROGRAM, ValueError("secret"), AT, ())
