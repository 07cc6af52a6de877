"""What the `focus` commands print as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.fakes.focus_tools import FocusDesk


def document(desk: FocusDesk, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert desk.run(*words, "--json") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def blocks(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], *words: str
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document(desk, capsys, "list", *words)["blocks"]
    return found


def id_of(desk: FocusDesk, capsys: pytest.CaptureFixture[str], name: str) -> str:
    return next(str(one["id"]) for one in blocks(desk, capsys) if one["name"] == name)


def morning() -> FocusDesk:
    """Monday, 13:00 in Madrid, with two blocks of the morning."""
    desk = FocusDesk()
    desk.clock.advance(4 * 3600)
    desk.run("add", "Refunds", "--from", "09:00", "--to", "10:00", "--channel", "chat")
    desk.run("add", "Mail", "--from", "10:00", "--lasting", "30m", "--for", "30m")
    return desk
