"""A data directory with something in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.fakes.reports import a_report
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS, apply
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME

PAGE_BYTES = 4096


def database_of(data_dir: Path) -> Path:
    return data_dir / DATABASE_NAME


def add_reports(data_dir: Path, *numbers: int) -> None:
    with closing(Database(database_of(data_dir))) as database:
        for number in numbers:
            SqliteReportStore(database).add(a_report(number))


def report_ids(data_dir: Path) -> set[str]:
    with closing(Database(database_of(data_dir))) as database:
        return {one.id for one in SqliteReportStore(database).recent(1000)}


def choose(data_dir: Path, name: str, value: str) -> None:
    ChoicesFile(data_dir).remember(name, value)


def chosen(data_dir: Path, name: str) -> str:
    return ChoicesFile(data_dir).recall(name)


def a_database(path: Path, format_: int) -> Path:
    """A bare file as the migrations up to that one left it, with one report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for migration in MIGRATIONS[:format_]:
            apply(connection, migration)
        connection.execute(
            "INSERT INTO readiness_report VALUES (?, ?, 'UTC', 0, 'ready', '{}')",
            ("old", "2026-01-01T08:00:00.000Z"),
        )
    return path


def damage(path: Path, *pages: int) -> None:
    """Garbage in place of pages; the file must not be open."""
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE_BYTES : (page + 1) * PAGE_BYTES] = b"\x07" * PAGE_BYTES
    path.write_bytes(content)
