"""The data encrypted, decrypted and unlocked, with everything that lies beside it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes.data_dirs import add_reports, choose, damage, database_of, report_ids
from tests.fakes.held_keys import held_keys, use_store
from tests.fakes.secret_store import ForgetfulStore, MemoryStore
from workspace_assistant.adapters.secrets.kept_secrets import SecretStore
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.live_file import encrypted_path
from workspace_assistant.bootstrap import encryption as module
from workspace_assistant.bootstrap.data_backup import back_up, listed_backups
from workspace_assistant.bootstrap.data_erase import DataEraser
from workspace_assistant.bootstrap.data_file import ENCRYPTION_NOTE, SWITCH_MARK
from workspace_assistant.bootstrap.data_restore import Restored, restoring
from workspace_assistant.bootstrap.encryption import DataEncryption, finish_switch
from workspace_assistant.core.data_keeping.recovery_key import recovery_text
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError
from workspace_assistant.core.jobs import JobContext

pytest.importorskip("sqlcipher3")

CTX = JobContext(lambda _: None)


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    with held_keys() as store:
        yield store


@pytest.fixture
def data_dir(tmp_path: Path, store: MemoryStore) -> Path:
    assert store.kept == {}
    path = tmp_path / "data"
    add_reports(path, 1, 2)
    choose(path, "region", "de")
    return path


def encrypted(data_dir: Path) -> str:
    encryption = DataEncryption(data_dir)
    key = encryption.recovery_key_to_be()
    assert encryption.encrypt(key).is_encrypted
    return key


def restore(data_dir: Path, path: str | Path) -> Restored:
    with restoring(data_dir, Path(path)) as opened:
        return opened.restore()


def plain_files(data_dir: Path) -> list[str]:
    """Names of those in which a report can be read."""
    files = (one for one in data_dir.rglob("*") if one.is_file())
    return [one.name for one in files if b"report-1" in one.read_bytes()]


def test_everything_is_encrypted_and_all_of_it_comes_back(data_dir: Path) -> None:
    assert plain_files(data_dir) == [database_of(data_dir).name]
    assert not DataEncryption(data_dir).look().is_encrypted
    key = encrypted(data_dir)
    assert plain_files(data_dir) == []
    assert not database_of(data_dir).exists()
    assert stat.S_IMODE(encrypted_path(database_of(data_dir)).stat().st_mode) == 0o600
    add_reports(data_dir, 3)
    assert report_ids(data_dir) == {"report-1", "report-2", "report-3"}
    assert DataEncryption(data_dir).recovery_key() == key
    with pytest.raises(RefusedError, match="encrypted already"):
        DataEncryption(data_dir).recovery_key_to_be()

    assert not DataEncryption(data_dir).decrypt().is_encrypted
    assert report_ids(data_dir) == {"report-1", "report-2", "report-3"}
    assert not encrypted_path(database_of(data_dir)).exists()
    assert DataEncryption(data_dir).recovery_key_to_be() == key
    with pytest.raises(RefusedError, match="is not encrypted"):
        DataEncryption(data_dir).decrypt()


def test_backups_are_encrypted_with_it_and_restored_into_either(data_dir: Path) -> None:
    before = back_up(data_dir)
    (data_dir / "workspace-assistant.sqlite3.before-2.bak").write_bytes(b"report-1")
    found = DataEncryption(data_dir).look()
    assert found.plain_backups == (Path(before.path).name,)
    assert found.plain_copies == ("workspace-assistant.sqlite3.before-2.bak",)
    encrypted(data_dir)
    during = back_up(data_dir)
    assert during.manifest is not None
    (key_id,) = {one.manifest.key_id for one in listed_backups(data_dir) if one.manifest}
    assert key_id == during.manifest.key_id != ""
    assert DataEncryption(data_dir).look().plain_copies == ()

    for backup in (before, during):
        add_reports(data_dir, 3)
        restore(data_dir, backup.path)
        assert report_ids(data_dir) == {"report-1", "report-2"}
    DataEncryption(data_dir).decrypt()
    add_reports(data_dir, 3)
    restore(data_dir, during.path)
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert database_of(data_dir).exists()


def test_a_plain_backup_is_restored_into_encrypted_data(data_dir: Path, tmp_path: Path) -> None:
    elsewhere = back_up(data_dir, tmp_path / "elsewhere.zip")
    key = encrypted(data_dir)
    assert DataEncryption(data_dir).look().elsewhere == (elsewhere.path,)
    add_reports(data_dir, 3)
    done = restore(data_dir, elsewhere.path)
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert plain_files(data_dir) == []
    assert done.safety is not None
    assert done.safety.manifest is not None
    assert done.safety.manifest.key_id
    assert DataEncryption(data_dir).recovery_key() == key


def test_on_another_computer_the_recovery_key_opens_the_data(
    data_dir: Path, store: MemoryStore
) -> None:
    backup = back_up(data_dir)
    key = encrypted(data_dir)
    use_store(MemoryStore())
    with pytest.raises(StoreUnavailableError, match="data unlock"):
        report_ids(data_dir)
    with pytest.raises(RefusedError, match="data unlock"):
        restore(data_dir, backup.path)
    with pytest.raises(RefusedError, match="mistyped"):
        DataEncryption(data_dir).unlock(key[:-1] + ("0" if key[-1] != "0" else "1"))
    assert not DataEncryption(data_dir).unlock(recovery_text("00" * 32))
    (data_dir / ENCRYPTION_NOTE).unlink()
    assert DataEncryption(data_dir).unlock(key.lower())
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert store.kept  # of the first computer: nobody took it away there


def test_a_backup_is_restored_elsewhere_after_its_key_is_given(
    data_dir: Path, tmp_path: Path
) -> None:
    key = encrypted(data_dir)
    backup = back_up(data_dir)
    use_store(MemoryStore())
    fresh = tmp_path / "fresh"
    with pytest.raises(RefusedError, match="recovery key of then"):
        restore(fresh, backup.path)
    assert not DataEncryption(fresh).unlock(key)
    restore(fresh, backup.path)
    assert report_ids(fresh) == {"report-1", "report-2"}


def test_the_recovery_key_is_shown_where_there_is_one(data_dir: Path) -> None:
    with pytest.raises(RefusedError, match="is not encrypted"):
        DataEncryption(data_dir).recovery_key()
    key = encrypted(data_dir)
    DataEncryption(data_dir).decrypt()
    assert DataEncryption(data_dir).recovery_key() == key  # of backups of then
    use_store(MemoryStore())
    with pytest.raises(StoreUnavailableError, match="data unlock"):
        DataEncryption(data_dir).recovery_key()
    use_store(locked)
    back_up(data_dir)
    assert DataEncryption(data_dir).recovery_key_to_be() != key


def test_a_backup_of_encrypted_data_wants_an_open_keyring(data_dir: Path) -> None:
    encrypted(data_dir)
    backup = back_up(data_dir)
    DataEncryption(data_dir).decrypt()
    use_store(locked)
    with pytest.raises(RefusedError, match="recovery key of then"):
        restore(data_dir, backup.path)


def absent() -> SecretStore:
    raise KeyringTroubleError(KeyringTrouble.ABSENT)


def locked() -> SecretStore:
    raise KeyringTroubleError(KeyringTrouble.LOCKED)


@pytest.mark.parametrize(
    ("ring", "told"),
    [(absent, "no keyring"), (locked, "Unlock"), (ForgetfulStore, "no keyring")],
)
def test_nothing_is_encrypted_with_a_key_that_is_not_kept(
    data_dir: Path, ring: type[SecretStore], told: str
) -> None:
    key = DataEncryption(data_dir).recovery_key_to_be()
    use_store(ring)
    with pytest.raises(RefusedError, match=told):
        DataEncryption(data_dir).encrypt(key)
    assert not DataEncryption(data_dir).look().is_encrypted
    assert report_ids(data_dir) == {"report-1", "report-2"}


@pytest.mark.parametrize(("ring", "told"), [(absent, "no keyring here"), (locked, "is locked")])
def test_a_keyring_that_does_not_answer_is_no_damage(
    data_dir: Path, ring: type[SecretStore], told: str
) -> None:
    encrypted(data_dir)
    use_store(ring)
    with pytest.raises(StoreUnavailableError, match=told):
        report_ids(data_dir)
    assert not database_of(data_dir).exists()


def test_the_old_file_stays_until_the_last_program_has_left_it(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_OTHERS_LOOK_WITHIN_S", 0.0)
    path = database_of(data_dir)
    with closing(Database(path)) as window:
        with window.reading():
            key = DataEncryption(data_dir).recovery_key_to_be()
        assert DataEncryption(data_dir).encrypt(key).old_file_is_there
        assert (data_dir / SWITCH_MARK).exists()
        with pytest.raises(RefusedError, match="old file open"):
            DataEncryption(data_dir).decrypt()
        with window.reading():  # goes over
            pass
        finish_switch(data_dir)
        assert not path.exists()
    assert not (data_dir / SWITCH_MARK).exists()
    assert report_ids(data_dir) == {"report-1", "report-2"}


def test_what_a_killed_switch_left_is_wiped_by_the_next_start(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(data_dir)
    key = DataEncryption(data_dir).recovery_key_to_be()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "encrypt_backups", killed)
        with pytest.raises(KeyboardInterrupt):
            DataEncryption(data_dir).encrypt(key)
    assert DataEncryption(data_dir).look().plain_backups
    finish_switch(data_dir)
    assert DataEncryption(data_dir).look().plain_backups == ()
    assert plain_files(data_dir) == []


def test_an_interrupted_one_changes_nothing(data_dir: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    key = DataEncryption(data_dir).recovery_key_to_be()
    with pytest.raises(KeyboardInterrupt):
        DataEncryption(data_dir).encrypt(key, interrupt)
    finish_switch(data_dir)
    assert not DataEncryption(data_dir).look().is_encrypted
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert not (data_dir / SWITCH_MARK).exists()


def test_a_damaged_encrypted_database_is_restored_and_kept(data_dir: Path) -> None:
    encrypted(data_dir)
    backup = back_up(data_dir)
    damage(encrypted_path(database_of(data_dir)), 0, 1, 2)
    with pytest.raises(StoreUnavailableError, match="data restore"):
        report_ids(data_dir)
    done = restore(data_dir, backup.path)
    assert done.damaged is not None
    assert done.damaged.exists()
    assert report_ids(data_dir) == {"report-1", "report-2"}
    assert plain_files(data_dir) == []


def test_a_damaged_backup_stays_as_it_is(data_dir: Path) -> None:
    broken = Path(back_up(data_dir).path)
    os.truncate(broken, broken.stat().st_size // 2)
    encrypted(data_dir)
    assert DataEncryption(data_dir).look().plain_backups == (broken.name,)


def test_erasing_takes_the_key_along(data_dir: Path, store: MemoryStore) -> None:
    encrypted(data_dir)
    eraser = DataEraser(data_dir)
    found = eraser.look()
    assert [one for one in found.secrets if one.startswith("database:")]
    assert found.rows == 2
    use_store(MemoryStore())
    assert eraser.look().rows is None
    eraser.erase(found, CTX, keep_secrets=True)
    assert not data_dir.exists()
    assert store.kept


def test_without_what_encrypts_the_way_to_get_it_is_told(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "can_encrypt", lambda: False)
    with pytest.raises(RefusedError, match=r"pip install"):
        DataEncryption(data_dir).recovery_key_to_be()
    assert not DataEncryption(data_dir).look().can_encrypt
