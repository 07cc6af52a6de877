"""Restores a backup: looked at first, then all of it or nothing."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.adapters.sqlite.comparing import differences
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.live_file import first_file, store_file
from workspace_assistant.adapters.sqlite.putting_in_place import put_in_place
from workspace_assistant.adapters.sqlite.restored_files import place_restored
from workspace_assistant.adapters.sqlite.snapshot import page_copy
from workspace_assistant.adapters.sqlite.staging import put_files
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.bootstrap.data_backup import make_backup
from workspace_assistant.bootstrap.data_file import DATABASE_NAME, RESTORE_MARK
from workspace_assistant.bootstrap.data_opening import OpenedBackup, opened_backup
from workspace_assistant.bootstrap.data_places import (
    BACKED_UP,
    backup_folder,
    backup_turn,
    taken_turn,
)
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.model import Backup, BackupReason, Difference, Preview
from workspace_assistant.core.errors import DamagedStoreError, StoreUnavailableError

log = logging.getLogger(__name__)

_DAMAGED = ".damaged-"


@dataclass(frozen=True, slots=True)
class Restored:
    """`safety` is the backup of what was there; `damaged` the damaged database, kept aside."""

    safety: Backup | None = None
    damaged: Path | None = None


@dataclass(slots=True)
class Restoring:
    """A backup that was looked at, and can be restored for as long as it is open."""

    data_dir: Path
    opened: OpenedBackup
    preview: Preview
    _kept: Restored = Restored()

    def restore(self) -> Restored:
        """Raises `StoreUnavailableError`; then everything is as it was.

        Only where the data is restored and the choices cannot be written everything is new but
        these; they follow at the next start.
        """
        mark = self.data_dir / RESTORE_MARK
        put_files(self.opened.staged, self.opened.files)
        mark.touch(mode=0o600)
        try:
            self._replace()
        except BaseException:
            # An interrupt may come right after the commit: what came with it is placed then.
            with suppress(StoreUnavailableError):
                _finish(self.data_dir)
            raise
        _finish(self.data_dir)
        return self._kept

    def _replace(self) -> None:
        live = Database(self.data_dir / DATABASE_NAME)
        try:
            with closing(self.opened.staged.connect()) as source:
                live.replace_content(source, self._keep_present)
        except DamagedStoreError:
            live.close()
            self._put_in_place()
        finally:
            live.close()

    def _keep_present(self) -> None:
        """While nobody can write, and before anything is replaced."""
        if self.preview.damage:
            self._kept = Restored(damaged=self._copied_with_damage())
        elif self._is_anything_there():
            self._kept = self._backed_up()

    def _backed_up(self) -> Restored:
        try:
            return Restored(safety=make_backup(self.data_dir, BackupReason.BEFORE_RESTORE))
        except DamagedStoreError:  # where nothing looked before
            return Restored(damaged=self._copied_with_damage())

    def _copied_with_damage(self) -> Path:
        aside = self._aside()
        page_copy(self._live(), aside)
        self._keep_files(aside)
        return aside

    def _keep_files(self, aside: Path) -> None:
        """What else would be replaced, where no backup of it can be made."""
        ending = aside.name[aside.name.index(_DAMAGED) :]
        for name in self.opened.files:
            if (self.data_dir / name).is_file():
                shutil.copy2(self.data_dir / name, self.data_dir / f"{name}{ending}")

    def _is_anything_there(self) -> bool:
        has_files = any((self.data_dir / name).exists() for name in BACKED_UP)
        return has_files or any(one.rows for one in self.preview.differences)

    def _put_in_place(self) -> None:
        """The present file is so damaged that SQLite does not take it for a database."""
        aside = self._aside()
        self._keep_files(aside)
        put_in_place(self.opened.staged.path, self._live().path, aside)
        self._kept = Restored(damaged=aside)

    def _aside(self) -> Path:
        when = f"{datetime.now(UTC):%Y-%m-%dT%H%M%S.%f}Z"
        return self.data_dir / f"{self._live().path.name}{_DAMAGED}{when}"

    def _live(self) -> StoreFile:
        path = self.data_dir / DATABASE_NAME
        return store_file(path, first_file(path))


@contextmanager
def restoring(data_dir: Path, path: Path) -> Iterator[Restoring]:
    """Looks at the backup *path*, or the one of that name beside the data; changes nothing yet.

    Raises `RefusedError` for what cannot be restored.
    """
    finish_restore(data_dir)
    with taken_turn(data_dir), backup_folder(data_dir).staging() as work:
        opened = opened_backup(data_dir, path, work)
        found, damage = _compared(data_dir, opened.staged)
        preview = replace(opened.preview, differences=found, damage=damage)
        yield Restoring(data_dir, opened, preview)


def finish_restore(data_dir: Path) -> None:
    """Ends a restore that was cut short: nothing of it is left, or all of it is there.

    The database says which: the files to put into their places came with the rest of it. May
    raise `StoreUnavailableError`.
    """
    if not (data_dir / RESTORE_MARK).exists():
        return
    with backup_turn(data_dir).taken() as is_ours:
        if is_ours:  # else it is not cut short: it goes on
            with suppress(
                DamagedStoreError
            ):  # whoever reads it says so; a restore must be possible
                _finish(data_dir)


def _finish(data_dir: Path) -> None:
    database = Database(data_dir / DATABASE_NAME)

    def place(name: str, content: bytes | None) -> None:
        path = data_dir / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, content)

    try:
        placed = place_restored(database, place)
        (data_dir / RESTORE_MARK).unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreUnavailableError(texts.CHOICES_LATER, path=str(data_dir), reason=why) from error
    finally:
        database.close()
    log.info("a restore is done, with %d files", placed)


def _compared(data_dir: Path, staged: StoreFile) -> tuple[tuple[Difference, ...], str]:
    """What would change, or why that cannot be told: damage."""
    path = data_dir / DATABASE_NAME
    database = Database(path)
    try:
        return differences(database.file(), staged), ""  # an older file is of our format then
    except DamagedStoreError as error:
        return (), error.phrase
    finally:
        database.close()
