"""Exporting, erasing and what is kept for how long, on a data directory."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.data_dirs import add_reports, choose, damage, database_of, report_ids
from tests.fakes.secret_store import MemoryStore
from workspace_assistant.adapters.files.choices import CHOICES_NAME, MANAGED_NOTE_NAME
from workspace_assistant.adapters.files.settings_file import GOOD_NAME, SETTINGS_NAME
from workspace_assistant.adapters.files.wiping import wipe
from workspace_assistant.adapters.files.writing import beginning
from workspace_assistant.adapters.secrets import kept_secrets
from workspace_assistant.adapters.secrets.kept_secrets import SERVICE
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.kind_tables import KIND_TABLES
from workspace_assistant.adapters.sqlite.pruning import older_rows, take_out
from workspace_assistant.bootstrap import data_erase
from workspace_assistant.bootstrap.data_backup import back_up, listed_backups
from workspace_assistant.bootstrap.data_erase import DataEraser, finish_erasing
from workspace_assistant.bootstrap.data_export import export_all
from workspace_assistant.bootstrap.data_file import ERASING_FOLDER
from workspace_assistant.bootstrap.data_round import DataShelf, backup_keeper
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.errors import DamagedStoreError, RefusedError, UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.report import report_from_json

CTX = JobContext(lambda _: None)
NOW = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
SECRET = "tell nobody 4711"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    path = tmp_path / "data"
    add_reports(path, 1, 2)
    choose(path, "region", "de")
    return path


def write(data_dir: Path, statement: str, *values: object) -> None:
    with closing(Database(database_of(data_dir))) as database, database.transaction() as writer:
        writer.execute(statement, values)


def add_tip(data_dir: Path, text: str) -> None:
    write(data_dir, "INSERT INTO tip_event VALUES (NULL, 1, ?, '', '', '{}')", text)


def add_subscription(data_dir: Path) -> None:
    write(
        data_dir,
        "INSERT INTO shift_source VALUES ('s1', 'subscription', 'Work', ?)",
        json.dumps({"is_on": True}),
    )


# --- exporting


@pytest.mark.parametrize("name", ["all", "all.zip"])
def test_everything_is_exported(data_dir: Path, tmp_path: Path, name: str) -> None:
    add_tip(data_dir, "=cmd()")
    names = export_all(data_dir, tmp_path / name)
    folder = tmp_path / name
    if name.endswith(".zip"):
        folder = tmp_path / "unpacked"
        with zipfile.ZipFile(tmp_path / name) as archive:
            archive.extractall(folder)
    assert sorted(str(one.relative_to(folder)) for one in folder.rglob("*.*")) == [*names]
    report = report_from_json((folder / "readiness" / "report-1.json").read_text())
    assert report.id == "report-1"
    for document in folder.glob("*.json"):
        if document.name != "choices.json":
            assert json.loads(document.read_text())["schema"].startswith("workspace-assistant/")
    with (folder / "tables" / "tip_event.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["tip_id"] == "'=cmd()"
    with closing(sqlite3.connect(database_of(data_dir))) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ours = {one for (one,) in tables if not one.startswith("sqlite_")}
    assert {one.stem for one in (folder / "tables").iterdir()} == ours
    with pytest.raises(RefusedError, match="nothing is replaced"):
        export_all(data_dir, tmp_path / name)
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


# --- keeping


def test_every_kind_is_in_a_table_of_ours(data_dir: Path) -> None:
    assert set(KIND_TABLES) == set(DataKind)
    with closing(Database(database_of(data_dir))) as database:
        before = {kind: NOW for kind, one in KIND_TABLES.items() if one.at}
        counted = older_rows(database, before)
    assert counted[DataKind.CHECKS] == 2
    assert sum(counted.values()) == 2


def test_what_is_older_goes_to_the_last_byte(data_dir: Path) -> None:
    at = int((NOW - timedelta(days=100)).timestamp() * 1e6)
    for moment in (at - 1, at):
        write(
            data_dir,
            "INSERT INTO line_minute (started_at, document) VALUES (?, ?)",
            moment,
            json.dumps({"text": SECRET}),
        )
    database = Database(database_of(data_dir))
    before = {DataKind.LINE_MINUTES: NOW - timedelta(days=100)}
    assert older_rows(database, before) == {DataKind.LINE_MINUTES: 1}
    assert take_out(database, before) == {DataKind.LINE_MINUTES: 1}
    later = {DataKind.LINE_MINUTES: NOW, DataKind.CHECKS: NOW - timedelta(days=30)}
    assert take_out(database, later) == {DataKind.LINE_MINUTES: 1, DataKind.CHECKS: 0}
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM line_minute").fetchone() == (0,)
    everything = b"".join(one.read_bytes() for one in data_dir.iterdir() if one.is_file())
    assert SECRET.encode() not in everything
    database.close()


def test_a_program_that_runs_makes_backups_and_tells_of_damage(data_dir: Path) -> None:
    keeper = backup_keeper(data_dir, checks_first=True)
    keeper.attend(CTX)
    assert [one.reason.value for one in listed_backups(data_dir)] == ["automatic"]
    keeper.attend(CTX)
    assert len(listed_backups(data_dir)) == 1
    DataShelf(data_dir).remove(listed_backups(data_dir)[0])
    made = back_up(data_dir)
    damage(database_of(data_dir), 5, 6, 7)
    with pytest.raises(DamagedStoreError, match=Path(made.path).name):
        backup_keeper(data_dir, checks_first=True).attend(CTX)
    assert len(listed_backups(data_dir)) == 1


# --- erasing


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    store = MemoryStore()
    monkeypatch.setattr(kept_secrets, "_system_store", lambda: store)
    return store


def test_erasing_leaves_nothing_of_ours_and_all_of_others(
    data_dir: Path, tmp_path: Path, keyring: MemoryStore
) -> None:
    add_subscription(data_dir)
    add_tip(data_dir, SECRET)
    keyring.set_password(SERVICE, "calendar:s1", "https://secret")
    keyring.set_password(SERVICE, "collector:otlp.example", "token")
    write(
        data_dir,
        "INSERT INTO publishing (one, url, groups_json, has_token, instance_id, given_at) "
        "VALUES (1, 'https://otlp.example/v1', '[]', 1, 'i', 1)",
    )
    back_up(data_dir)
    elsewhere = back_up(data_dir, tmp_path / "mine.zip")
    (data_dir / "thesis.txt").write_text("not ours")
    for name in (SETTINGS_NAME, GOOD_NAME, CHOICES_NAME, MANAGED_NOTE_NAME):
        (data_dir / name).touch()
        (data_dir / f".{beginning(name)}.x1y2").touch()  # of a program that was killed
    found = DataEraser(data_dir).look()
    assert found.secrets == ("calendar:s1", "collector:otlp.example")
    assert found.elsewhere == (elsewhere.path,)
    assert len(found.backups) == 1
    assert found.rows == 4
    assert "backups/" in found.files
    assert "thesis.txt" not in found.files
    DataEraser(data_dir).erase(found, CTX)
    assert [one.name for one in data_dir.iterdir()] == ["thesis.txt"]
    assert keyring.kept == {}
    assert Path(elsewhere.path).exists()


def test_an_own_directory_goes_as_well(data_dir: Path) -> None:
    DataEraser(data_dir).erase(DataEraser(data_dir).look(), CTX)
    assert not data_dir.exists()


def test_a_damaged_database_is_erased_as_well(data_dir: Path) -> None:
    damage(database_of(data_dir), 0, 1)
    found = DataEraser(data_dir).look()
    assert found.rows is None
    DataEraser(data_dir).erase(found, CTX)
    assert not data_dir.exists()


def test_nothing_is_erased_under_another_program(data_dir: Path) -> None:
    found = DataEraser(data_dir).look()
    with closing(Database(database_of(data_dir))) as window:
        with window.reading():
            pass
        with pytest.raises(RefusedError, match="has the data open"):
            DataEraser(data_dir).erase(found, CTX)
    assert report_ids(data_dir) == {"report-1", "report-2"}


def test_a_locked_keyring_stops_it_unless_secrets_are_to_stay(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked() -> None:
        from keyring.errors import KeyringLocked

        raise KeyringLocked

    monkeypatch.setattr(kept_secrets, "_system_store", locked)
    add_subscription(data_dir)
    eraser = DataEraser(data_dir)
    with pytest.raises(UserInputError, match=r"calendar:s1.*Nothing was erased"):
        eraser.erase(eraser.look(), CTX)
    assert report_ids(data_dir) == {"report-1", "report-2"}
    eraser.erase(eraser.look(), CTX, keep_secrets=True)
    assert not data_dir.exists()


def test_an_erasing_that_was_cut_short_is_ended_at_the_next_start(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(data_erase, "wipe", killed)
    with pytest.raises(KeyboardInterrupt):
        DataEraser(data_dir).erase(DataEraser(data_dir).look(), CTX)
    monkeypatch.undo()
    assert (data_dir / ERASING_FOLDER).is_dir()
    assert not database_of(data_dir).exists()
    finish_erasing(data_dir)
    assert not (data_dir / ERASING_FOLDER).exists()


def test_what_is_wiped_is_overwritten_first(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "in").mkdir(parents=True)
    file, kept = folder / "in" / "file", tmp_path / "second name"
    file.write_text(SECRET)
    os.link(file, kept)  # the same blocks: what is written there is seen here
    outside = tmp_path / "outside"
    outside.write_text("not ours")
    (folder / "link").symlink_to(outside)
    wipe(folder)
    wipe(tmp_path / "none")
    assert not folder.exists()
    assert kept.read_bytes() == bytes(len(SECRET))
    assert outside.read_text() == "not ours"
