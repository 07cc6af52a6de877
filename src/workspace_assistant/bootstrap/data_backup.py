"""Backups of a data directory: made, verified and listed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from workspace_assistant import __version__
from workspace_assistant.adapters.files.backup_archive import (
    BrokenArchiveError,
    archive_manifest,
    sealed,
    write_archive,
)
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.snapshot import snapshot
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import (
    BACKED_UP,
    backup_folder,
    taken_turn,
)
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.model import Backup, BackupReason, Contents, Manifest
from workspace_assistant.core.data_keeping.recovery_key import key_id
from workspace_assistant.core.errors import StoreUnavailableError

_ELSEWHERE = "backup-places"


def back_up(
    data_dir: Path, target: Path | None = None, checkpoint: Callable[[], None] = lambda: None
) -> Backup:
    """By hand: to the file *target*, or into the folder *target*, or beside the data.

    Raises `RefusedError` where the file is there already, `StoreUnavailableError` where the
    database cannot be read or the place not be written. *checkpoint* may end it by what it raises:
    then nothing is left of it.
    """
    with taken_turn(data_dir):
        made = make_backup(data_dir, BackupReason.BY_HAND, target, checkpoint)
    if target is not None:
        _remember(data_dir, Path(made.path))
    return made


def make_backup(
    data_dir: Path,
    reason: BackupReason,
    target: Path | None = None,
    checkpoint: Callable[[], None] = lambda: None,
) -> Backup:
    """For who has the turn. What fails leaves nothing behind."""
    made_at = _now()
    folder = backup_folder(data_dir)
    place = folder.place_for(made_at, reason)
    if target is not None:
        place = target / place.name if target.is_dir() else target
    try:
        with folder.staging() as work:
            manifest = _written(data_dir, work, place, (made_at, reason), checkpoint)
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreUnavailableError(texts.NO_BACKUP_WRITTEN, path=str(place), reason=why) from error
    return Backup(
        path=str(place.absolute()),
        made_at=made_at,
        reason=reason,
        size_bytes=place.stat().st_size,
        manifest=manifest,
    )


def listed_backups(data_dir: Path) -> tuple[Backup, ...]:
    """Those beside the data, newest first, each with what it says of itself.

    One that cannot be read is listed without: whoever restores it is told why.
    """
    found = [_told(one) for one in backup_folder(data_dir).listed()]
    found += [_of_update(path) for path in data_dir.glob(f"{DATABASE_NAME}*.before-*.bak")]
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def places_elsewhere(data_dir: Path) -> tuple[Path, ...]:
    """Where backups were put by hand and still are."""
    return tuple(path for path in _remembered(data_dir) if path.exists())


def _written(
    data_dir: Path,
    work: Path,
    place: Path,
    why: tuple[datetime, BackupReason],
    checkpoint: Callable[[], None],
) -> Manifest:
    copy = work / DATABASE_NAME
    database = Database(data_dir / DATABASE_NAME)
    try:
        contents = snapshot(database, copy, checkpoint)
        key = database.file().key
    finally:
        database.close()
    manifest, files = _manifest(data_dir, copy, contents, *why)
    manifest = replace(manifest, key_id=key_id(key) if key else "")
    checkpoint()
    write_archive(place, manifest, files)
    return manifest


def _manifest(
    data_dir: Path, copy: Path, contents: Contents, made_at: datetime, reason: BackupReason
) -> tuple[Manifest, dict[str, Path]]:
    files = {DATABASE_NAME: copy}
    for name in BACKED_UP:
        # A copy first: another program may replace the file while it is packed.
        path, beside = data_dir / name, copy.with_name(name)
        if path.is_file():
            beside.write_bytes(path.read_bytes())
            files[name] = beside
    manifest = Manifest(
        made_at=made_at,
        reason=reason,
        app_version=__version__,
        contents=contents,
        files={name: sealed(path) for name, path in files.items()},
    )
    return manifest, files


def _told(backup: Backup) -> Backup:
    try:
        return replace(backup, manifest=archive_manifest(Path(backup.path)))
    except (BrokenArchiveError, OSError):
        return backup


def _of_update(path: Path) -> Backup:
    """The database alone, as it was before its format changed."""
    about = path.stat()
    return Backup(
        path=str(path),
        made_at=datetime.fromtimestamp(about.st_mtime, UTC),
        reason=BackupReason.BEFORE_UPDATE,
        size_bytes=about.st_size,
    )


def _remember(data_dir: Path, place: Path) -> None:
    """So that erasing everything can name it. Not worth failing for."""
    if place.parent == backup_folder(data_dir).path.absolute():
        return
    kept = [str(one) for one in dict.fromkeys((*_remembered(data_dir), place)) if one.exists()]
    try:
        ChoicesFile(data_dir).remember(_ELSEWHERE, json.dumps(kept))
    except OSError:
        return


def _remembered(data_dir: Path) -> tuple[Path, ...]:
    try:
        kept = json.loads(ChoicesFile(data_dir).recall(_ELSEWHERE) or "[]")
    except ValueError:
        return ()
    return tuple(Path(one) for one in kept) if isinstance(kept, list) else ()


def _now() -> datetime:
    """To the millisecond, as names of backups tell it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
