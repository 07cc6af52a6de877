"""Backups of a whole data directory, and what a restore makes of it."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.fakes.data_dirs import (
    PAGE_BYTES,
    a_database,
    add_reports,
    choose,
    chosen,
    damage,
    database_of,
    report_ids,
)
from workspace_assistant.adapters.files import backup_archive
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS, newest_format
from workspace_assistant.adapters.sqlite.staging import staged
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.bootstrap import data_restore
from workspace_assistant.bootstrap.data_backup import back_up, listed_backups, places_elsewhere
from workspace_assistant.bootstrap.data_file import RESTORE_MARK
from workspace_assistant.bootstrap.data_places import backup_turn
from workspace_assistant.bootstrap.data_restore import Restoring, finish_restore, restoring
from workspace_assistant.core.data_keeping.model import BackupReason, DataKind
from workspace_assistant.core.errors import (
    RefusedError,
    StoreUnavailableError,
    UserInputError,
)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    path = tmp_path / "data"
    add_reports(path, 1, 2)
    choose(path, "region", "de")
    return path


def restore(data_dir: Path, path: str | Path) -> data_restore.Restored:
    with restoring(data_dir, Path(path)) as opened:
        return opened.restore()


def leftovers(data_dir: Path) -> list[str]:
    return [one.name for one in data_dir.rglob(".*")] + [
        one.name for one in data_dir.glob("*.pending")
    ]


def test_a_backup_is_whole_and_for_its_owner_alone(data_dir: Path) -> None:
    made = back_up(data_dir)
    assert stat.S_IMODE(Path(made.path).stat().st_mode) == 0o600
    backup_archive.verify_archive(Path(made.path))
    with zipfile.ZipFile(made.path) as archive:
        assert archive.namelist() == [
            "manifest.json",
            "workspace-assistant.sqlite3",
            "choices.json",
        ]
    (listed,) = listed_backups(data_dir)
    assert listed.manifest is not None
    assert listed.manifest.contents.tables["readiness_report"] == 2
    assert leftovers(data_dir) == []


def test_a_backup_elsewhere_replaces_nothing_and_is_remembered(
    data_dir: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    into = back_up(data_dir, stick)
    named = back_up(data_dir, stick / "mine.zip")
    with pytest.raises(RefusedError, match="nothing is replaced"):
        back_up(data_dir, stick / "mine.zip")
    assert places_elsewhere(data_dir) == (Path(into.path), Path(named.path))
    Path(into.path).unlink()
    assert places_elsewhere(data_dir) == (Path(named.path),)


def test_a_restore_brings_data_and_choices_and_keeps_what_was(data_dir: Path) -> None:
    made = back_up(data_dir)
    add_reports(data_dir, 3)
    choose(data_dir, "region", "us")
    (data_dir / "profile.toml").write_text("later")
    with restoring(data_dir, Path(Path(made.path).name)) as opened:
        (checks,) = (one for one in opened.preview.differences if one.kind is DataKind.CHECKS)
        assert (checks.rows, checks.rows_then, checks.lost, checks.changed) == (3, 2, 1, 0)
        assert not opened.preview.loses_nothing
        done = opened.restore()
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert chosen(data_dir, "region") == "de"
    assert not (data_dir / "profile.toml").exists()
    assert done.safety is not None
    assert done.safety.reason is BackupReason.BEFORE_RESTORE
    restore(data_dir, done.safety.path)
    assert report_ids(data_dir) == {"report-1", "report-2", "report-3"}
    assert chosen(data_dir, "region") == "us"
    assert (data_dir / "profile.toml").read_text() == "later"
    assert leftovers(data_dir) == []


def test_a_changed_row_is_told(data_dir: Path) -> None:
    made = back_up(data_dir)
    with closing(Database(database_of(data_dir))) as database, database.transaction() as writer:
        writer.execute("UPDATE readiness_report SET verdict = 'ready' WHERE id = 'report-1'")
    with restoring(data_dir, Path(made.path)) as opened:
        (checks,) = (one for one in opened.preview.differences if one.kind is DataKind.CHECKS)
    assert (checks.lost, checks.changed) == (0, 1)


def test_on_a_new_computer_there_is_nothing_to_keep(data_dir: Path, tmp_path: Path) -> None:
    made = back_up(data_dir, tmp_path / "mine.zip")
    new = tmp_path / "new"
    with restoring(new, Path(made.path)) as opened:
        assert opened.preview.loses_nothing
        assert opened.restore().safety is None
    assert report_ids(new) == {"report-1", "report-2"}
    assert chosen(new, "region") == "de"


@pytest.mark.parametrize("format_", range(1, newest_format() + 1))
def test_a_database_of_each_format_is_brought_to_ours(tmp_path: Path, format_: int) -> None:
    old = a_database(tmp_path / "old.bak", format_)
    version, contents = staged(StoreFile(old), "old.bak")
    assert (version, contents.format) == (format_, len(MIGRATIONS))
    assert contents.tables["readiness_report"] == 1
    assert staged(StoreFile(old), "old.bak") == (len(MIGRATIONS), contents)


def test_a_bare_database_is_restored_and_leaves_choices_alone(data_dir: Path) -> None:
    old = a_database(data_dir.parent / "old.bak", 5)
    with restoring(data_dir, old) as opened:
        assert opened.preview.format_then == 5
        assert opened.preview.files is None
        opened.restore()
    with closing(Database(database_of(data_dir))) as database, database.reading() as connection:
        assert connection.execute("SELECT id FROM readiness_report").fetchall() == [("old",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert chosen(data_dir, "region") == "de"


def test_pages_of_another_size_are_restored(data_dir: Path) -> None:
    old = a_database(data_dir.parent / "old.bak", 3)
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA page_size = 1024")
        connection.execute("VACUUM")
    restore(data_dir, old)
    with closing(sqlite3.connect(database_of(data_dir))) as connection:
        assert connection.execute("PRAGMA page_size").fetchone() == (PAGE_BYTES,)


def test_a_newer_backup_is_refused(data_dir: Path) -> None:
    newer = a_database(data_dir.parent / "new.bak", 1)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(RefusedError, match="newer version"):
        restore(data_dir, newer)
    made = back_up(data_dir)
    forged = data_dir.parent / "newer.zip"
    with zipfile.ZipFile(made.path) as archive, zipfile.ZipFile(forged, "w") as copy:
        manifest = archive.read("manifest.json").replace(
            f'"format": {newest_format()}'.encode(), b'"format": 999'
        )
        copy.writestr("manifest.json", manifest)
    with pytest.raises(RefusedError, match="format 999"):
        restore(data_dir, forged)


def test_what_is_no_backup_is_refused_and_changes_nothing(data_dir: Path, tmp_path: Path) -> None:
    made = Path(back_up(data_dir).path)
    before = database_of(data_dir).read_bytes()
    text = tmp_path / "text.zip"
    text.write_text("hello")
    with pytest.raises(RefusedError, match="neither archive nor database"):
        restore(data_dir, text)
    with pytest.raises(UserInputError, match="cannot be read"):
        restore(data_dir, tmp_path / "none.zip")
    with pytest.raises(RefusedError, match="the data itself"):
        restore(data_dir, database_of(data_dir))
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(RefusedError, match="not a backup"):
        restore(data_dir, tmp_path / "other.zip")
    content = made.read_bytes()
    for place in (200, len(content) // 2, len(content) - 20):
        broken = bytearray(content)
        broken[place] ^= 0xFF
        (tmp_path / "broken.zip").write_bytes(broken)
        with pytest.raises(RefusedError, match=r"damaged|not a backup"):
            restore(data_dir, tmp_path / "broken.zip")
    assert database_of(data_dir).read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON focus_block BEGIN DELETE FROM focus_block; END",
        "CREATE VIEW evil AS SELECT 1",
        "CREATE VIRTUAL TABLE evil USING fts5(a)",
        "ALTER TABLE readiness_report ADD COLUMN evil TEXT",
        "DROP TABLE readiness_report",
    ],
)
def test_a_database_that_is_more_or_less_than_ours_is_refused(
    data_dir: Path, statement: str
) -> None:
    forged = a_database(data_dir.parent / "forged.bak", newest_format())
    with closing(sqlite3.connect(forged)) as connection:
        connection.execute(statement)
    with pytest.raises(RefusedError):
        restore(data_dir, forged)
    assert report_ids(data_dir) == {"report-1", "report-2"}


def test_an_archive_that_unpacks_to_more_than_it_says_is_refused(
    data_dir: Path, tmp_path: Path
) -> None:
    made = back_up(data_dir)
    forged = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(made.path) as archive,
        zipfile.ZipFile(forged, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        copy.writestr("manifest.json", archive.read("manifest.json"))
        copy.writestr("workspace-assistant.sqlite3", bytes(5_000_000))
    with pytest.raises(RefusedError, match="not what was put into it"):
        restore(data_dir, forged)


def test_one_page_of_damage_is_found_before_anything_is_replaced(data_dir: Path) -> None:
    old = a_database(data_dir.parent / "old.bak", newest_format())
    damage(old, 1)
    with pytest.raises(RefusedError, match="the backup is damaged"):
        restore(data_dir, old)


@pytest.mark.parametrize("page", [0, 1, 5])
def test_a_damaged_database_is_kept_and_replaced(data_dir: Path, page: int) -> None:
    made = back_up(data_dir)
    choose(data_dir, "region", "us")
    damage(database_of(data_dir), page)
    damaged = database_of(data_dir).read_bytes()
    with restoring(data_dir, Path(made.path)) as opened:
        if page < 5:
            assert made.path.rpartition("/")[2] in opened.preview.damage
        done = opened.restore()
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert chosen(data_dir, "region") == "de"
    if done.safety is None:  # the damage lay where nothing is
        assert done.damaged is not None
        # Page by page; SQLite counts changes in the head of its first page.
        assert done.damaged.read_bytes()[100:] == damaged[100:]
        (choices,) = data_dir.glob("choices.json.damaged-*")
        assert '"us"' in choices.read_text()


def test_a_restore_that_was_cut_short_before_the_choices_is_ended_at_the_next_start(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(data_dir)
    add_reports(data_dir, 3)
    choose(data_dir, "region", "us")
    monkeypatch.setattr(data_restore, "_finish", lambda _: None)  # as a kill would
    restore(data_dir, made.path)
    monkeypatch.undo()
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert chosen(data_dir, "region") == "us"
    with backup_turn(data_dir).taken():  # somebody else's restore goes on: not ours to end
        finish_restore(data_dir)
        assert chosen(data_dir, "region") == "us"
    finish_restore(data_dir)
    assert chosen(data_dir, "region") == "de"
    assert not (data_dir / RESTORE_MARK).exists()


def test_an_interrupt_right_after_the_commit_leaves_nothing_half(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(data_dir)
    choose(data_dir, "region", "us")
    replace = Restoring._replace

    def interrupted(opened: Restoring) -> None:
        replace(opened)
        raise KeyboardInterrupt

    monkeypatch.setattr(Restoring, "_replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        restore(data_dir, made.path)
    assert chosen(data_dir, "region") == "de"
    assert leftovers(data_dir) == []


def test_what_was_cut_short_does_not_stand_in_the_way_of_mending(data_dir: Path) -> None:
    made = back_up(data_dir)
    (data_dir / RESTORE_MARK).touch()
    damage(database_of(data_dir), 0, 1)
    restore(data_dir, made.path)
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert leftovers(data_dir) == []


def test_choices_that_cannot_be_written_follow_later(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(data_dir)
    choose(data_dir, "region", "us")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(data_restore, "write_whole", full)
    with pytest.raises(StoreUnavailableError, match=r"No space left.*at the next start"):
        restore(data_dir, made.path)
    monkeypatch.undo()
    finish_restore(data_dir)
    assert chosen(data_dir, "region") == "de"


def test_without_a_backup_of_what_is_there_nothing_is_replaced(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(data_dir)
    add_reports(data_dir, 3)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backup_archive, "_write", full)
    with pytest.raises(StoreUnavailableError, match="No space left"):
        restore(data_dir, made.path)
    monkeypatch.undo()
    assert report_ids(data_dir) == {"report-1", "report-2", "report-3"}
    assert leftovers(data_dir) == []


def test_too_little_space_is_seen_before_anything_is_unpacked(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(data_dir)
    monkeypatch.setattr("workspace_assistant.bootstrap.data_opening.free_bytes", lambda _: 1000)
    with pytest.raises(RefusedError, match="Free some space"):
        restore(data_dir, made.path)


def test_two_at_once_are_refused(data_dir: Path) -> None:
    made = back_up(data_dir)
    with restoring(data_dir, Path(made.path)), pytest.raises(RefusedError, match="Another program"):
        back_up(data_dir)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_only_be_read_takes_no_backup(data_dir: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    with read_only(closed), pytest.raises(StoreUnavailableError, match="cannot be written"):
        back_up(data_dir, closed / "mine.zip")


def test_who_has_the_database_open_sees_old_then_new_and_loses_nothing(data_dir: Path) -> None:
    made = back_up(data_dir)
    add_reports(data_dir, 3)
    with closing(Database(database_of(data_dir))) as window:
        with window.reading() as reader:
            assert reader.execute("SELECT count(*) FROM readiness_report").fetchone() == (3,)
            restore_in_thread(data_dir, made.path)
            assert reader.execute("SELECT count(*) FROM readiness_report").fetchone() == (3,)
        with window.transaction() as writer:
            assert writer.execute("SELECT count(*) FROM readiness_report").fetchone() == (2,)
            writer.execute("DELETE FROM readiness_report WHERE id = 'report-1'")
    assert report_ids(data_dir) == {"report-2"}


def restore_in_thread(data_dir: Path, path: str) -> None:
    import threading

    thread = threading.Thread(target=restore, args=(data_dir, path))
    thread.start()
    thread.join()


def test_what_others_write_while_it_waits_for_the_answer_is_kept(data_dir: Path) -> None:
    made = back_up(data_dir)
    with restoring(data_dir, Path(made.path)) as opened:
        assert isinstance(opened, Restoring)
        add_reports(data_dir, 7)
        done = opened.restore()
    assert done.safety is not None
    restore(data_dir, done.safety.path)
    assert report_ids(data_dir) == {"report-1", "report-2", "report-7"}
