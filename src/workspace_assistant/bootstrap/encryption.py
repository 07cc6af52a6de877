"""Encrypts the data, decrypts it, and gives its key back: for the command line and the window."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.adapters.files.encryption_note import note_key_id, noted_key_id
from workspace_assistant.adapters.files.wiping import wipe
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.failures import explained
from workspace_assistant.adapters.sqlite.live_file import encrypted_path, first_file, new_path
from workspace_assistant.adapters.sqlite.store_file import StoreFile, can_encrypt, can_open
from workspace_assistant.adapters.sqlite.switching import switch
from workspace_assistant.adapters.sqlite.taking_alone import taken_alone
from workspace_assistant.bootstrap.data_backup import places_elsewhere
from workspace_assistant.bootstrap.data_file import (
    DATABASE_NAME,
    ENCRYPTION_NOTE,
    ERASING_FOLDER,
    SWITCH_MARK,
)
from workspace_assistant.bootstrap.data_places import backup_folder, backup_turn, taken_turn
from workspace_assistant.bootstrap.database_key import (
    keep_in_keyring,
    keep_key,
    key_of_database,
    present_key,
)
from workspace_assistant.bootstrap.encrypted_backups import encrypt_backups, plain_backups
from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.core.data_keeping.recovery_key import (
    KEY_BYTES,
    key_id,
    read_recovery_key,
    recovery_text,
)
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError

log = logging.getLogger(__name__)

Checkpoint = Callable[[], None]
# Most programs that are open look at the data every second or so, and go over to the new file.
_OTHERS_LOOK_WITHIN_S = 5.0
_BESIDE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class DataEncryption:
    """Everything blocks, and may raise `RefusedError` and `StoreUnavailableError`."""

    data_dir: Path

    def look(self) -> Encryption:
        """Opens the database only where a switch is not done with its old file."""
        path = self._path
        is_encrypted = self._is_encrypted()
        return Encryption(
            is_encrypted=is_encrypted,
            can_encrypt=can_encrypt(),
            key_id=noted_key_id(self.data_dir / ENCRYPTION_NOTE),
            plain_backups=tuple(one.name for one in plain_backups(self.data_dir)),
            plain_copies=tuple(one.name for one in _plain_copies(self.data_dir)),
            elsewhere=tuple(map(str, places_elsewhere(self.data_dir))),
            old_file_is_there=path.exists() and encrypted_path(path).exists(),
        )

    def recovery_key_to_be(self) -> str:
        """To be shown before `encrypt`, which wants it back. Nothing keeps it until then.

        A key that the keyring has of an earlier time stays the same: what was printed stays right.
        """
        self._want_plain()
        return recovery_text(present_key(self.data_dir) or secrets.token_hex(KEY_BYTES))

    def encrypt(self, recovery_key: str, checkpoint: Checkpoint = lambda: None) -> Encryption:
        """Programs that have the data open go on. Ended at any instant it is so or it is not.

        The key is in the keyring, and was read back, before anything is encrypted with it.
        """
        key = read_recovery_key(recovery_key)
        with taken_turn(self.data_dir):
            self._want_plain()
            self._take_away_old()
            keep_key(self.data_dir, key, checkpoint)
            self._switch(key, checkpoint)
            self._finish(_OTHERS_LOOK_WITHIN_S)
        log.info("the data is encrypted")
        return self.look()

    def decrypt(self, checkpoint: Checkpoint = lambda: None) -> Encryption:
        """The key stays in the keyring: backups of before are encrypted with it."""
        with taken_turn(self.data_dir):
            if not self._is_encrypted():
                raise RefusedError(texts.IS_PLAIN)
            self._take_away_old()
            self._switch("", checkpoint)
            self._finish(_OTHERS_LOOK_WITHIN_S)
        log.info("the data is not encrypted any more")
        return self.look()

    def recovery_key(self) -> str:
        """Of the data as it is, or of backups of it; raises `RefusedError` where there is none."""
        key = key_of_database(self._path)
        if key:
            return recovery_text(key)
        is_plain = not noted_key_id(self.data_dir / ENCRYPTION_NOTE) and not self._is_encrypted()
        if is_plain:
            raise RefusedError(texts.IS_PLAIN)
        raise StoreUnavailableError(texts.NO_KEY, path=str(self.data_dir))

    def unlock(self, recovery_key: str, checkpoint: Checkpoint = lambda: None) -> bool:
        """Puts the key into this computer's keyring; whether it opens the data here.

        One that does not may be that of a backup, which can be restored then.
        """
        key = read_recovery_key(recovery_key)
        opens = self._opens(key)
        keep_in_keyring(key, checkpoint)
        if opens:
            note_key_id(self.data_dir / ENCRYPTION_NOTE, key_id(key))
        return opens

    def finish(self) -> None:
        """Ends a switch that was cut short, and wipes what it left. Not worth failing for."""
        with backup_turn(self.data_dir).taken() as is_ours:
            if is_ours:
                with suppress(StoreUnavailableError, OSError):
                    backup_folder(self.data_dir).clear_left_behind()
                    self._finish()

    @property
    def _path(self) -> Path:
        return self.data_dir / DATABASE_NAME

    def _is_encrypted(self) -> bool:
        return _live(self._path) != self._path

    def _want_plain(self) -> None:
        if self._is_encrypted():
            raise RefusedError(texts.IS_ENCRYPTED)
        if not can_encrypt():
            raise RefusedError(texts.CANNOT_ENCRYPT)

    def _take_away_old(self) -> None:
        if not self._finish():
            raise RefusedError(texts.OLD_FILE_IN_USE)

    def _switch(self, key: str, checkpoint: Checkpoint) -> None:
        (self.data_dir / SWITCH_MARK).touch(mode=0o600)
        with backup_folder(self.data_dir).staging() as work:
            copies = work / "copies"  # overwritten where they are plain
            copies.mkdir()
            try:
                switch(self._path, key, copies, checkpoint)
            finally:
                wipe(copies)

    def _finish(self, patience_s: float = 0.0) -> bool:
        """Wipes the file that the data is not in; whether nothing of it is left.

        What was beside the data when it was encrypted is so as well, then.
        """
        path = self._path
        live = _live(path)
        other = encrypted_path(path) if live == path else path
        unfinished = [
            one.with_name(f"{one.name}{ending}")
            for one in (new_path(path), new_path(encrypted_path(path)))
            for ending in _BESIDE
        ]
        _wipe_all(self.data_dir, [one for one in unfinished if one.exists()])
        if live != path and (self.data_dir / SWITCH_MARK).exists():
            encrypt_backups(self.data_dir, key_of_database(path))
            _wipe_all(self.data_dir, _plain_copies(self.data_dir))
        if other.exists() and live.exists() and not _wiped_alone(self.data_dir, other, patience_s):
            return False
        (self.data_dir / SWITCH_MARK).unlink(missing_ok=True)
        return True

    def _opens(self, key: str) -> bool:
        sealed = StoreFile(encrypted_path(self._path), key)
        if not sealed.path.exists():
            return False
        with explained(sealed.path):
            return can_open(sealed)


def finish_switch(data_dir: Path) -> None:
    """At each start where a switch was cut short, or left a file that was open."""
    DataEncryption(data_dir).finish()


def _live(path: Path) -> Path:
    """The file that the data is in. While there are two, the marks in them are looked at.

    That needs the key, and may raise `StoreUnavailableError`.
    """
    first = first_file(path)
    other = encrypted_path(path) if first == path else path
    if not other.exists() and not new_path(other).exists():
        return first
    database = Database(path)
    try:
        return database.file().path
    finally:
        database.close()


def _plain_copies(data_dir: Path) -> tuple[Path, ...]:
    """Of updates, and damaged ones; with what lies beside these."""
    patterns = (f"{DATABASE_NAME}.before-*", f"{DATABASE_NAME}.damaged-*")
    return tuple(one for pattern in patterns for one in sorted(data_dir.glob(pattern)))


def _wiped_alone(data_dir: Path, path: Path, patience_s: float) -> bool:
    """False where another program has it open: it is tried again at each start."""
    key = "" if path.name == DATABASE_NAME else key_of_database(data_dir / DATABASE_NAME)
    try:
        with taken_alone(StoreFile(path, key), patience_s):
            beside = [path.with_name(f"{path.name}{ending}") for ending in _BESIDE]
            _wipe_all(data_dir, [one for one in beside if one.exists()])
    except RefusedError:
        return False
    return True


def _wipe_all(data_dir: Path, paths: tuple[Path, ...] | list[Path]) -> None:
    """Taken out of sight first: what a kill leaves of them, the next start wipes."""
    if not paths:
        return
    room = data_dir / ERASING_FOLDER
    room.mkdir(mode=0o700, exist_ok=True)
    for path in paths:
        path.rename(room / path.name)
    wipe(room)
