"""`focus` on a file some of whose entries cannot be read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.focus import focus_tools
from workspace_assistant.bootstrap.keeper import NO_KEEPER
from workspace_assistant.cli.main import explained, parse


@pytest.fixture(autouse=True)
def _no_keeper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NO_KEEPER, "1")


def run(path: Path, *words: str) -> int:
    tools = focus_tools(path)
    arguments = parse(["focus", *words])
    return explained(lambda: int(arguments.run(arguments, tools)))


def damage(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path / DATABASE_NAME)) as connection:
        connection.execute(statement)
        connection.commit()


def test_lists_say_that_entries_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for day, name in (("2026-11-02", "Mail"), ("2026-11-03", "Refunds")):
        run(tmp_path, "add", name, "--from", f"{day}T09:00", "--to", f"{day}T10:00")
    damage(tmp_path, "UPDATE focus_block SET channel = 'smoke' WHERE name = 'Mail'")
    for words in (["list", "--all"], ["export", str(tmp_path / "log.json")]):
        capsys.readouterr()
        assert run(tmp_path, *words) == 0
        assert "1 entry of the log cannot be read" in capsys.readouterr().err
    run(tmp_path, "list", "--day", "2026-11-03")
    assert capsys.readouterr().err == ""


def test_changes_that_cannot_be_read_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Mail", "Refunds"):
        run(tmp_path, "start", name)
        run(tmp_path, "stop")
    damage(tmp_path, "UPDATE focus_difference SET after = '[1]' WHERE change < 3")
    capsys.readouterr()
    run(tmp_path, "changes")

    assert "2 entries of the log cannot be read" in capsys.readouterr().err


def test_a_running_block_that_cannot_be_read_is_put_together_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, "start", "Mail")
    damage(tmp_path, "UPDATE focus_block SET channel = 'smoke'")
    capsys.readouterr()

    assert run(tmp_path, "stop") == 1
    assert "focus recover continue" in capsys.readouterr().err
    assert run(tmp_path, "recover", "continue") == 0
    shown = capsys.readouterr()
    assert "The change log gave back all of it" in shown.err
    assert "Running: Mail" in shown.out
    assert run(tmp_path, "stop") == 0


def test_a_repaired_block_that_was_left_alone_is_settled_as_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, "start", "Mail")
    damage(
        tmp_path,
        """UPDATE focus_block SET channel = 'smoke', anchor_boot_id = 'another'""",
    )
    damage(
        tmp_path,
        "UPDATE focus_difference SET after = json_set(after, '$.anchor.boot_id', 'another')",
    )

    assert run(tmp_path, "recover", "end") == 0
    assert "Mail (Other)  Ended" in capsys.readouterr().out


def test_what_cannot_be_told_at_all_is_set_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, "start", "Mail")
    damage(tmp_path, "UPDATE focus_block SET channel = 'smoke'")
    damage(tmp_path, "DELETE FROM focus_difference")

    assert run(tmp_path, "recover", "continue") == 0
    shown = capsys.readouterr()
    assert "It was set aside" in shown.err
    assert "No block is running" in shown.out
