"""What is told in the window reaches whoever attends: a notification that asks goes at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.bootstrap.attending import WindowAttendance
from workspace_assistant.bootstrap.window import window_services


def test_whoever_attends_is_rung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[str] = []
    monkeypatch.setattr(WindowAttendance, "ring", lambda _: rung.append("once"))
    window_services(tmp_path).check_in().settled()
    assert rung == ["once"]
