"""How a part of the program is started, by an interpreter and by a bundle."""

from __future__ import annotations

import sys

import pytest

from workspace_assistant.core.own_process import part_words


def test_an_interpreter_runs_the_part_as_a_module() -> None:
    assert part_words("a.part", "list") == [sys.executable, "-P", "-m", "a.part", "list"]


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert part_words("a.part", "list") == [sys.executable, "--part", "a.part", "list"]
