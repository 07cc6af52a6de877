"""Options of `check` that may be given more than once, and the words of `history`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import readiness_reports
from workspace_assistant.cli import history
from workspace_assistant.cli.main import parse


@pytest.mark.parametrize("files", [[], ["a.json"], ["a.json", "b.md"]])
def test_every_report_that_was_asked_for_is_kept(files: list[str]) -> None:
    options = [part for file in files for part in ("--report", file)]
    assert parse(["check", *options]).report == [Path(file) for file in files]
    assert parse(["check"]).report == []  # no list is shared between two calls


def test_a_past_report_names_its_checks_in_words() -> None:
    line = history._line(readiness_reports.bad_wifi())
    assert "Voice path: not ready" in line
    assert "voice-path" not in line
