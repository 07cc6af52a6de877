"""Pulling the plug on backups, restores and migrations."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import data_crash_runner as runner
from workspace_assistant.bootstrap.data_restore import Restoring

KILLS = 12

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")


@pytest.mark.timeout(300)
def test_nothing_is_lost_and_nothing_is_half(tmp_path: Path) -> None:
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "tests.e2e.data_crash_runner"),
            *("--kills", str(KILLS), "--directory", str(tmp_path)),
        ],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    result = json.loads(ran.stdout)
    assert result["faults"] == [], result  # its seed repeats the choices, though not the instants
    assert result["kills"] == KILLS
    assert result["told"] > KILLS
    assert result["backups_verified"] > 2


def test_a_restore_without_a_backup_of_before_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check itself: what is told as saved is gone."""
    rounds = runner.Rounds(tmp_path, seed=1)
    rounds.prepare()
    oldest = Path(runner.listed_backups(rounds.data_dir)[-1].path)
    add_tip(rounds.data_dir)
    rounds.told.add("told")
    rounds.verify("restore", target=1)
    assert rounds.result.faults == []
    monkeypatch.setattr(Restoring, "_keep_present", lambda _: None)
    runner.restore(rounds.data_dir, oldest)
    rounds.verify("restore", target=1)
    assert "told as saved and nowhere" in rounds.result.faults[0]


def add_tip(data_dir: Path) -> None:
    database = runner.Database(data_dir / runner.DATABASE_NAME)
    with database.transaction() as connection:
        connection.execute("INSERT INTO tip_event VALUES (NULL, 1, 'told', '', '', '{}')")
    database.close()
