"""Database files that older programs wrote: this one opens each, and loses nothing of any.

The files lie in ``kept/``; `keep.py` adds one for a new migration, and changes none that is there.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.upgrades.kept_files import KEPT, KeptFile, kept_files
from tests.upgrades.meaning import meaning_of
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.kind_tables import quoted, table_names
from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS, format_of, newest_format
from workspace_assistant.bootstrap.data_file import DATABASE_NAME

FILES = kept_files()
NEWEST = newest_format()
Rows = dict[str, list[tuple[Any, ...]]]
every_file = pytest.mark.parametrize("kept", FILES, ids=lambda one: f"format-{one.format}")


def unpacked(kept: KeptFile, folder: Path) -> Path:
    path = folder / DATABASE_NAME
    path.write_bytes(kept.content())
    return path


def all_rows(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: sorted(connection.execute(f"SELECT * FROM {quoted(name)}").fetchall(), key=repr)
            for name in table_names(connection)
        }


def format_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return format_of(connection)


def holds(said: Any, kept: Any) -> bool:
    """Whether *said* has all of *kept*; fields that came later are no difference."""
    if isinstance(kept, Mapping):
        return isinstance(said, Mapping) and all(
            name in said and holds(said[name], one) for name, one in kept.items()
        )
    if isinstance(kept, list):
        same_length = isinstance(said, list) and len(said) == len(kept)
        return same_length and all(holds(*pair) for pair in zip(said, kept, strict=True))
    return bool(said == kept)


def test_a_file_of_every_format_is_kept() -> None:
    wanted = [migration.number for migration in MIGRATIONS]
    assert [kept.format for kept in FILES] == wanted, (
        "A migration without its file: run `.venv/bin/python -m tests.upgrades.keep`"
    )
    assert {path.name for path in KEPT.glob("*.gz")} == {kept.path.name for kept in FILES}


@every_file
def test_a_kept_file_has_rows_in_every_table(kept: KeptFile, tmp_path: Path) -> None:
    path = unpacked(kept, tmp_path)
    found = all_rows(path)
    assert format_in(path) == kept.format
    assert {name: len(rows) for name, rows in found.items()} == kept.rows
    assert all(kept.rows.values())


@every_file
def test_it_is_upgraded_without_loss(kept: KeptFile, tmp_path: Path) -> None:
    path = unpacked(kept, tmp_path)
    before = all_rows(path)
    with closing(Database(path)) as database:
        said = meaning_of(database)
    for kind, meant in kept.meaning.items():
        assert holds(said[kind], meant), kind
    assert format_in(path) == NEWEST
    after = all_rows(path)
    # A migration that changes rows on purpose says here which.
    assert {name: after[name] for name in before} == before
    copy = path.with_name(f"{path.name}.before-{NEWEST}.bak")
    assert copy.exists() == (kept.format < NEWEST)
    if copy.exists():
        assert (format_in(copy), all_rows(copy)) == (kept.format, before)


COMMANDS = {
    "history": ("history", "--json"),
    "blocks": ("focus", "list", "--all"),
    "shifts": ("shifts", "list", "--from", "2026-10-19", "--to", "2026-10-25"),
    "week": ("week", "--week", "2026-W43"),
}
# All commands in one process, which is sooner than one for each: their exit codes and words.
_RUN = """
import contextlib, io, json, sys
from workspace_assistant.bootstrap.start import run
answers = []
for arguments in json.loads(sys.argv[1]):
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(said):
        code = run(arguments)
    said.flush()
    answers.append((code, said.buffer.getvalue().decode()))
json.dump(answers, sys.stdout)
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, str]]:
    """What each command says of each file, by format."""
    asked = []
    for kept in FILES:
        folder = tmp_path_factory.mktemp(f"format-{kept.format}")
        unpacked(kept, folder)
        asked += [["--data-dir", str(folder), *words] for words in COMMANDS.values()]
    done = subprocess.run(
        [sys.executable, "-c", _RUN, json.dumps(asked)],
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    stale = [kept for kept in FILES if "shift_feed_state" in kept.rows]
    assert done.stderr.count("Failed once: The server did not answer.") == len(stale)
    answers = iter(json.loads(done.stdout))
    found = {kept.format: dict(zip(COMMANDS, answers, strict=False)) for kept in FILES}
    assert all(code == 0 for told in found.values() for code, _ in told.values())
    return {
        number: {name: words for name, (_, words) in told.items()} for number, told in found.items()
    }


@every_file
def test_commands_tell_what_is_in_it(kept: KeptFile, said: dict[int, dict[str, str]]) -> None:
    told = said[kept.format]
    (report,) = kept.meaning["reports"]
    assert report["id"] in told["history"]
    assert ("Rückfragen" in told["blocks"]) == ("focus_block" in kept.rows)
    assert ("Früh" in told["shifts"]) == ("shift" in kept.rows)
    assert ("1 of 1 with a planned length" in told["week"]) == ("focus_block" in kept.rows)
    assert ("1h more than planned" in told["week"]) == ("shift" in kept.rows)
    assert ("20m of learning" in told["week"]) == ("check_in" in kept.rows)
    assert ("1h30m without five minutes away" in told["week"]) == ("break_record" in kept.rows)
