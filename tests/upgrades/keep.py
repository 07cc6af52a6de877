"""Keeps a database file of one format, for tests that upgrade it for ever after.

Whoever adds a migration runs, once and before others write files of that format::

    .venv/bin/python -m tests.upgrades.keep

The program checks this computer against itself (loopback alone), `rows.py` adds what a check does
not write, and the file lands in ``kept/`` with what its rows mean in ``manifest.json``.
``--sources`` takes the checkout of an older program, ``--report`` a report for one that cannot
check, and ``--format`` a number below its newest, for a format that no program of its own had.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.upgrades.kept_files import keep
from tests.upgrades.meaning import meaning_of
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.kind_tables import quoted, table_names
from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS, apply, format_of
from workspace_assistant.bootstrap.data_file import DATABASE_NAME

ROOT = Path(__file__).resolve().parents[2]
_ROWS = Path(__file__).with_name("rows.py")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, default=ROOT)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--format", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, DATABASE_NAME)
        write(options.sources, path, options.report)
        if options.format is not None:
            path = lowered(path, options.format)
        rows = rows_in(path)
        content = path.read_bytes()
        with closing(sqlite3.connect(path)) as connection:
            number = format_of(connection)
        with closing(Database(path)) as database:  # upgrades it
            meaning = meaning_of(database)
    if empty := [name for name, count in rows.items() if not count]:
        raise SystemExit(f"No row in {', '.join(empty)}: rows.py has to write one.")
    made = keep(number, content, rows, meaning)
    sys.stdout.write(f"{made.path.relative_to(ROOT)}: {sum(rows.values())} rows\n")


def write(sources: Path, path: Path, report: Path | None) -> None:
    """The database at *path*, by the program in *sources*."""
    environment = {**os.environ, "PYTHONPATH": str(sources / "src"), "LC_ALL": "C.UTF-8"}
    program = [sys.executable, "-m", "workspace_assistant", "--data-dir", str(path.parent)]
    if report is None:
        check = [*program, "check", "--embedded-target", "--quick", "--json"]
        subprocess.run(check, env=environment, check=False, stdout=subprocess.DEVNULL)
    reports = [] if report is None else [str(report)]
    if (sources / "src/workspace_assistant/adapters/sqlite/focus_log.py").is_file():
        words = [sys.executable, str(_ROWS), str(path), *reports]
        subprocess.run(words, env=environment, check=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")


def lowered(path: Path, number: int) -> Path:
    """A file of that older format with the rows of *path* that it has tables for."""
    older = path.with_name(f"older-{path.name}")
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        for migration in MIGRATIONS[:number]:
            apply(connection, migration)
        connection.execute("ATTACH ? AS newer", (str(path),))
        for table in map(quoted, table_names(connection)):
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")
    return older


def rows_in(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0]
            for name in table_names(connection)
        }


if __name__ == "__main__":
    main()
