"""The key of the data: named by a note beside it, kept in the keyring, remembered while we run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workspace_assistant.adapters.files.encryption_note import note_key_id, noted_key_id
from workspace_assistant.adapters.secrets.database_key import DatabaseKeys
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError
from workspace_assistant.bootstrap.data_file import ENCRYPTION_NOTE
from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.data_keeping.recovery_key import key_id
from workspace_assistant.core.errors import LockedStoreError, RefusedError

_remembered: dict[str, str] = {}  # in memory alone: the keyring takes its time, and may ask
_keyring = [DatabaseKeys()]


def use_keys(keys: DatabaseKeys) -> None:
    """Instead of those in the system's keyring; nothing that was remembered counts any more."""
    _keyring[:] = [keys]
    _remembered.clear()


def key_of_database(path: Path) -> str:
    """Of the database at *path*; empty where the keyring has none.

    Raises `LockedStoreError` where the keyring does not answer.
    """
    named = noted_key_id(path.with_name(ENCRYPTION_NOTE))
    try:
        return _found(named) if named else ""
    except KeyringTroubleError as error:
        is_absent = error.trouble is KeyringTrouble.ABSENT
        sentence = texts.KEYRING_ABSENT if is_absent else texts.KEYRING_SILENT
        raise LockedStoreError(sentence, path=str(path.parent)) from None


def backup_key(data_dir: Path, path: Path, named: str) -> str:
    """Of the backup *path*, whose key has the name *named*; empty for none.

    Raises `RefusedError` where the keyring has no such key.
    """
    if not named:
        return ""
    try:
        found = _found(named)
    except KeyringTroubleError:
        found = ""
    if not found:
        raise RefusedError(texts.BACKUP_KEY_MISSING, path=str(path))
    return found


def keep_key(data_dir: Path, key: str, checkpoint: Callable[[], None]) -> None:
    """In the keyring, and noted as the one of this data. Raises `RefusedError`, and OSError."""
    keep_in_keyring(key, checkpoint)
    note_key_id(data_dir / ENCRYPTION_NOTE, key_id(key))


def keep_in_keyring(key: str, checkpoint: Callable[[], None]) -> None:
    """Raises `RefusedError`."""
    try:
        _keyring[0].keep(key_id(key), key, checkpoint)
    except KeyringTroubleError as error:
        is_absent = error.trouble is KeyringTrouble.ABSENT
        raise RefusedError(texts.NO_KEYRING if is_absent else texts.NOT_KEPT) from None
    _remembered[key_id(key)] = key


def present_key(data_dir: Path) -> str:
    """The noted one, also where the data is not encrypted now; empty where there is none."""
    named = noted_key_id(data_dir / ENCRYPTION_NOTE)
    try:
        return _found(named) if named else ""
    except KeyringTroubleError:
        return ""


def known_key_ids(data_dir: Path) -> tuple[str, ...]:
    """Of the data and of the backups beside it."""
    from workspace_assistant.bootstrap.data_backup import listed_backups

    told = [one.manifest.key_id for one in listed_backups(data_dir) if one.manifest is not None]
    named = (noted_key_id(data_dir / ENCRYPTION_NOTE), *told)
    return tuple(dict.fromkeys(one for one in named if one))


def _found(named: str) -> str:
    if named not in _remembered:
        found = _keyring[0].find(named)
        if not found or key_id(found) != named:
            return ""
        _remembered[named] = found
    return _remembered[named]
