"""Backups beside the data that were made before it was encrypted: they are encrypted as well."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path

from workspace_assistant.adapters.files.backup_archive import (
    BrokenArchiveError,
    archive_manifest,
    extract,
    sealed,
    write_archive,
)
from workspace_assistant.adapters.files.wiping import overwrite, overwrite_opened
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.adapters.sqlite.switching import convert
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import backup_folder
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.model import Manifest
from workspace_assistant.core.data_keeping.recovery_key import key_id
from workspace_assistant.core.errors import StoreUnavailableError

log = logging.getLogger(__name__)


def plain_backups(data_dir: Path) -> tuple[Path, ...]:
    """Newest first; also those that cannot be read: what is in them is not known."""
    found = (Path(one.path) for one in backup_folder(data_dir).listed())
    return tuple(path for path in found if _is_plain(path))


def encrypt_backups(data_dir: Path, key: str) -> None:
    """Each takes the place of its plain self once it is whole. Damaged ones stay as they are."""
    for path in plain_backups(data_dir):
        try:
            _encrypt(data_dir, path, key)
        except (BrokenArchiveError, StoreUnavailableError):
            log.warning("a backup is damaged, so it is not encrypted: %s", path.name)


def _is_plain(path: Path) -> bool:
    try:
        return not archive_manifest(path).key_id
    except (BrokenArchiveError, OSError):
        return True


def _encrypt(data_dir: Path, path: Path, key: str) -> None:
    manifest = archive_manifest(path)
    with backup_folder(data_dir).staging() as work:
        files = _unpacked(path, manifest, work)
        copy = StoreFile(work / f"encrypted-{DATABASE_NAME}", key)
        convert(StoreFile(files[DATABASE_NAME]), copy)
        overwrite(files[DATABASE_NAME])
        files[DATABASE_NAME] = copy.path
        seals = {name: sealed(one) for name, one in files.items()}
        whole = work / path.name
        write_archive(whole, replace(manifest, files=seals, key_id=key_id(key)), files)
        _put_in_place(whole, path)


def _unpacked(path: Path, manifest: Manifest, work: Path) -> dict[str, Path]:
    if DATABASE_NAME not in manifest.files:
        raise BrokenArchiveError(texts.NOT_IN_IT, name=DATABASE_NAME)
    files = {}
    for number, name in enumerate(manifest.files):  # a name of theirs makes no path of ours
        files[name] = work / f"{number}"
        extract(path, manifest, name, files[name])
    return files


def _put_in_place(whole: Path, path: Path) -> None:
    """What lay there is overwritten once it has no name any more."""
    if os.name != "posix":  # there what is open cannot be replaced
        whole.replace(path)
        return
    with path.open("r+b") as plain:
        whole.replace(path)
        overwrite_opened(plain)
