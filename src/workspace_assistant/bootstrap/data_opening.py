"""Opens a backup from anywhere: unpacked, checked, and brought to this program's format."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workspace_assistant.adapters.files.backup_archive import (
    BrokenArchiveError,
    archive_manifest,
    extract,
)
from workspace_assistant.adapters.files.backup_folder import free_bytes
from workspace_assistant.adapters.files.wiping import wipe
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.database_keys import found_key
from workspace_assistant.adapters.sqlite.live_file import ENCRYPTED_ENDING, first_file, store_file
from workspace_assistant.adapters.sqlite.migrations import newest_format
from workspace_assistant.adapters.sqlite.staging import staged as staged_database
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.adapters.sqlite.switching import convert
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import (
    BACKED_UP,
    backup_folder,
    database_bytes,
    is_same_file,
)
from workspace_assistant.bootstrap.database_key import backup_key
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.model import Manifest, Preview
from workspace_assistant.core.errors import DamagedStoreError, RefusedError
from workspace_assistant.core.phrases import Phrase

_SQLITE_START = b"SQLite format 3\x00"
_ZIP_START = b"PK\x03\x04"
_LARGEST_FILE_BYTES = 256 * 1024
_MEGABYTE = 10**6


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """`staged` may take the place of the live database, and is encrypted as that is.

    `files` come with it; None: no file.
    """

    staged: StoreFile
    files: Mapping[str, bytes | None]
    preview: Preview


def opened_backup(data_dir: Path, given: Path, work: Path) -> OpenedBackup:
    """Raises `RefusedError` where it is no backup, a damaged one or one of a newer version."""
    path = _found(data_dir, given)
    if is_same_file(path, data_dir / DATABASE_NAME):
        raise RefusedError(texts.NO_BACKUP, path=str(given), reason=Phrase(texts.DATA_ITSELF))
    start = _start(path)
    if start.startswith(_ZIP_START):
        return _of_archive(data_dir, path, work)
    if start == _SQLITE_START or _is_encrypted(path):
        return _of_database(data_dir, path, work)
    raise RefusedError(texts.NO_BACKUP, path=str(path), reason=Phrase(texts.NEITHER))


def _found(data_dir: Path, given: Path) -> Path:
    if given.is_file() or given.name != str(given):
        return given
    folders = (backup_folder(data_dir).path, data_dir)
    return next((one / given for one in folders if (one / given).is_file()), given)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE_START))
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(texts.UNREADABLE, path=str(path), reason=reason) from error


def _of_archive(data_dir: Path, path: Path, work: Path) -> OpenedBackup:
    try:
        manifest = archive_manifest(path)
    except BrokenArchiveError as error:
        raise RefusedError(texts.NO_BACKUP, path=str(path), reason=error.phrase) from error
    if manifest.contents.format > newest_format():
        formats = {"format": str(manifest.contents.format), "known": str(newest_format())}
        raise RefusedError(texts.NEWER_BACKUP, path=str(path), **formats)
    staged = work / DATABASE_NAME
    seal = manifest.files.get(DATABASE_NAME)
    _want_room(data_dir, seal.size_bytes if seal else 0)
    try:
        extract(path, manifest, DATABASE_NAME, staged)
        files = {name: _file(path, manifest, name, work) for name in BACKED_UP}
    except BrokenArchiveError as error:
        raise RefusedError(texts.BROKEN_BACKUP, path=str(path), reason=error.phrase) from error
    file = StoreFile(staged, backup_key(data_dir, path, manifest.key_id))
    version, contents = staged_database(file, str(path))
    preview = Preview(
        path=str(path),
        made_at=manifest.made_at,
        app_version=manifest.app_version,
        format_then=version,
        contents=contents,
        differences=(),
        files={name: content is not None for name, content in files.items()},
    )
    return OpenedBackup(_as_live(data_dir, file), files, preview)


def _file(path: Path, manifest: Manifest, name: str, work: Path) -> bytes | None:
    seal = manifest.files.get(name)
    if seal is None:
        return None
    if seal.size_bytes > _LARGEST_FILE_BYTES:
        raise BrokenArchiveError(texts.TOO_LARGE, name=name)
    extract(path, manifest, name, work / name)
    return (work / name).read_bytes()


def _of_database(data_dir: Path, path: Path, work: Path) -> OpenedBackup:
    """A bare database, with what still lies in a log beside it; choices stay as they are."""
    beside = path.with_name(f"{path.name}-wal")
    _want_room(data_dir, path.stat().st_size)
    staged = work / DATABASE_NAME
    shutil.copyfile(path, staged)
    if beside.is_file():
        shutil.copyfile(beside, staged.with_name(f"{staged.name}-wal"))
    key = found_key(data_dir / DATABASE_NAME) if _is_encrypted(path) else ""
    file = StoreFile(staged, key)
    version, contents = staged_database(file, str(path))
    preview = Preview(
        path=str(path),
        made_at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        app_version="",
        format_then=version,
        contents=contents,
        differences=(),
    )
    return OpenedBackup(_as_live(data_dir, file), {}, preview)


def _is_encrypted(path: Path) -> bool:
    """A bare copy of an encrypted database looks like noise: only its name tells."""
    return f"{DATABASE_NAME}{ENCRYPTED_ENDING}" in path.name


def _as_live(data_dir: Path, staged: StoreFile) -> StoreFile:
    """Encrypted with the key of the data as it is now, or not, as that is."""
    key = _live_file(data_dir / DATABASE_NAME).key
    if key == staged.key:
        return staged
    target = StoreFile(staged.path.with_name(f"as-live-{staged.path.name}"), key)
    convert(staged, target)
    wipe(staged.path)
    return target


def _live_file(path: Path) -> StoreFile:
    database = Database(path)
    try:
        return database.file()
    except DamagedStoreError:
        return store_file(path, first_file(path))
    finally:
        database.close()


def _want_room(data_dir: Path, size_bytes: int) -> None:
    """For the unpacked copy, the log of the change, and the backup of what is there."""
    needed, free = 2 * size_bytes + 2 * database_bytes(data_dir), free_bytes(data_dir)
    if needed > free:
        written = {"needed": _megabytes(needed), "free": _megabytes(free)}
        raise RefusedError(texts.NO_ROOM, path=str(data_dir), **written)


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / _MEGABYTE:,.0f} MB"
