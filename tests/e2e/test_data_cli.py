"""`data` as a user types it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.e2e.program import command, environment, run
from tests.fakes.data_dirs import add_reports, choose, chosen, damage, database_of, report_ids
from workspace_assistant.bootstrap.data_file import RESTORE_MARK


def test_data_goes_out_and_comes_back(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    add_reports(data_dir, 1, 2)
    choose(data_dir, "region", "de")
    assert run(data_dir, "data", "path", "--json").document()["data_dir"] == str(data_dir)
    made = run(data_dir, "data", "backup", "--json").document()
    assert made["schema"] == "workspace-assistant/data-backup/1"
    add_reports(data_dir, 3)

    name = Path(made["path"]).name
    asked = run(data_dir, "data", "restore", name)
    assert (asked.code, "--yes" in asked.err) == (2, True)
    assert "readiness checks: 3 now, 2 then; 1 would be gone" in asked.out
    assert len(report_ids(data_dir)) == 3
    done = run(data_dir, "data", "restore", name, "--yes", "--json").document()
    assert done["is_restored"]
    assert report_ids(data_dir) == {"report-1", "report-2"}
    listed = run(data_dir, "data", "backups", "--json").document()["backups"]
    assert [one["reason"] for one in listed] == ["before-restore", "by-hand"]
    assert listed[0]["path"] == done["backup_of_before"]["path"]

    wrong = run(data_dir, "data", "keep", "blocks=2y")
    assert (wrong.code, wrong.out) == (2, "")
    kept = run(data_dir, "data", "keep", "checks=1y", "--yes", "--json").document()
    assert kept["kinds"][0]["kept_for"] == "1y"

    erased = run(data_dir, "data", "erase", "--yes", "--json").document()
    assert erased["is_erased"]
    assert len(erased["backups"]) == 2
    assert not data_dir.exists()


def test_damage_is_one_sentence_with_the_command_that_mends_it(tmp_path: Path) -> None:
    add_reports(tmp_path, 1)
    made = run(tmp_path, "data", "backup", "--json").document()
    damage(database_of(tmp_path), 0, 1, 2)
    told = run(tmp_path, "history")
    assert told.code == 1
    assert told.out == ""
    words = told.err.strip().rpartition("workspace-assistant ")[2].split()
    assert words[-1] == Path(made["path"]).name
    assert run(tmp_path, *words, "--yes").code == 0
    assert report_ids(tmp_path) == {"report-1"}


def test_the_timer_makes_the_backup_of_the_day(tmp_path: Path) -> None:
    add_reports(tmp_path, 1)
    for _ in range(2):
        run(tmp_path, "schedule", "run", "--no-wait")
    (made,) = (tmp_path / "backups").glob("*.zip")
    assert "automatic" in made.name


def test_a_start_ends_the_restore_that_was_killed_after_its_commit(tmp_path: Path) -> None:
    add_reports(tmp_path, 1)
    choose(tmp_path, "region", "us")
    with closing(sqlite3.connect(database_of(tmp_path))) as connection, connection:
        row = ("choices.json", json.dumps({"region": "de"}).encode())
        connection.execute("INSERT INTO restored_file VALUES (?, ?)", row)
    (tmp_path / RESTORE_MARK).touch()
    assert run(tmp_path, "week", "set").code == 0
    assert chosen(tmp_path, "region") == "de"


def test_who_interrupts_the_question_changes_nothing(tmp_path: Path) -> None:
    add_reports(tmp_path, 1)
    made = run(tmp_path, "data", "backup", "--json").document()
    primary, secondary = os.openpty()
    asking = subprocess.Popen(
        command("data", "restore", made["path"]),
        env=environment(tmp_path),
        stdin=secondary,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    os.close(secondary)
    assert asking.stderr is not None
    assert b"Restore it?" in asking.stderr.read(len(b"Restore it?"))
    asking.send_signal(signal.SIGINT)
    assert asking.wait(30) == 130
    asking.stderr.close()
    os.close(primary)
    assert report_ids(tmp_path) == {"report-1"}
    assert len(list((tmp_path / "backups").iterdir())) == 1


if sys.platform == "linux":

    def test_a_full_disk_costs_the_backup_and_nothing_else(tmp_path: Path) -> None:
        """No byte more than so many in any file: what a full disk looks like to a program."""
        add_reports(tmp_path, *range(40))
        told = run(
            tmp_path, "data", "backup", prefix=("prlimit", f"--fsize={100_000}", "--"), limit_s=30
        )
        assert told.code == 1
        assert len(told.err.strip().splitlines()) == 1, told.err
        assert len(report_ids(tmp_path)) == 40
        assert not list((tmp_path / "backups").iterdir())
