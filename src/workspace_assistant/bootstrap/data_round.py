"""Automatic backups, put together for the job that attends to shifts and for the system's timer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.pruning import take_out
from workspace_assistant.adapters.sqlite.snapshot import check_whole
from workspace_assistant.bootstrap.data_backup import make_backup
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import (
    backup_folder,
    backup_turn,
    database_bytes,
    has_database,
)
from workspace_assistant.core.data_keeping.attending import BackupKeeper
from workspace_assistant.core.data_keeping.model import Backup, BackupReason
from workspace_assistant.core.data_keeping.retention import kept_ages
from workspace_assistant.core.errors import DamagedStoreError, StoreUnavailableError

ResultT = TypeVar("ResultT")


def backup_keeper(data_dir: Path, *, checks_first: bool) -> BackupKeeper:
    """*checks_first*: looks through the database once, for a program that runs for long."""
    return BackupKeeper(
        shelf=DataShelf(data_dir),
        turn=backup_turn(data_dir).taken,
        check=partial(_check, data_dir) if checks_first else lambda: None,
        prune=lambda before: _on(data_dir, lambda database: take_out(database, before)),
        ages=lambda: kept_ages(ChoicesFile(data_dir).recall),
        now=lambda: datetime.now(UTC),
    )


@dataclass(frozen=True, slots=True)
class DataShelf:
    """Implements the port `Shelf`."""

    data_dir: Path

    def automatic(self) -> tuple[Backup, ...]:
        found = backup_folder(self.data_dir).listed()
        return tuple(one for one in found if one.reason is BackupReason.AUTOMATIC)

    def has_room(self) -> bool:
        return backup_folder(self.data_dir).has_room(database_bytes(self.data_dir))

    def make(self) -> Backup:
        """Only damage is the person's affair: all else is an OSError, which is put off."""
        backup_folder(self.data_dir).clear_left_behind()
        try:
            return make_backup(self.data_dir, BackupReason.AUTOMATIC)
        except DamagedStoreError:
            raise
        except StoreUnavailableError as error:
            raise OSError(str(error)) from error

    def remove(self, backup: Backup, /) -> None:
        Path(backup.path).unlink(missing_ok=True)


def _check(data_dir: Path) -> None:
    if has_database(data_dir):
        _on(data_dir, check_whole)


def _on(data_dir: Path, act: Callable[[Database], ResultT]) -> ResultT:
    with closing(Database(data_dir / DATABASE_NAME)) as database:
        return act(database)
