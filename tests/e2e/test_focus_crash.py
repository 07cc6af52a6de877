"""Pulling the plug on everybody who writes the time log."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes.focus import MONDAY, CountingId, FakeClock
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.service import FocusService

KILLS = 500

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")


@pytest.mark.timeout(600)
def test_five_hundred_kills_lose_nothing_that_was_told_as_saved(tmp_path: Path) -> None:
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "tests.e2e.focus_crash_runner"),
            *("--kills", str(KILLS), "--directory", str(tmp_path)),
        ],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    result = json.loads(ran.stdout)
    assert result["lost"] == [], result  # its seed repeats the choices, though not the instants
    assert result["kills"] == KILLS
    assert result["acknowledged"] > KILLS
    assert result["changes"] >= result["acknowledged"]
    assert result["beats_checked"] > 0


def test_what_is_lost_is_found(tmp_path: Path) -> None:
    """The check itself: a saved act that is gone, and a block that nobody changed."""
    from tests.e2e import focus_crash_runner as runner

    path = tmp_path / "data" / "log.sqlite3"
    database = Database(path)
    service = FocusService(SqliteFocusLog(database), FakeClock(), CountingId(), "window")
    change = service.start(Plan(name="Mail"))
    database.close()
    told = {change.id: runner.fingerprint(change)}

    def lost(told: dict[int, str]) -> list[str]:
        result = runner.Result(seed=0, files=1)
        runner.verify(path, told, result)
        runner.verify_whole(path, MONDAY, result)
        return result.lost

    assert lost(told) == []
    assert "told as saved" in lost(told | {2: "a"})[0]
    assert "told as saved" in lost({1: "another"})[0]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE focus_block SET name = 'Refunds'")
    assert "another story" in lost(told)[0]
