"""The folder of backups beside the data: names, what is there, and what was left unfinished."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workspace_assistant.adapters.files.wiping import wipe
from workspace_assistant.core.data_keeping.model import Backup, BackupReason

_STAGING = ".staging-"
_UNFINISHED = ".unfinished-"
_REASONS = "|".join(one.value for one in BackupReason)
_NAME = re.compile(rf"(\d{{4}}-\d\d-\d\dT\d{{6}}\.\d{{3}})Z-({_REASONS})\.zip", re.ASCII)
_INSTANT = "%Y-%m-%dT%H%M%S.%f"
# What the disk should have left after a backup: programs that find none behave badly.
_ROOM_LEFT_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """Nothing of it is made before it is needed."""

    path: Path

    def place_for(self, made_at: datetime, reason: BackupReason) -> Path:
        written = f"{made_at.astimezone(UTC):{_INSTANT}}"[:-3]  # milliseconds
        return self.path / f"{written}Z-{reason.value}.zip"

    def listed(self) -> tuple[Backup, ...]:
        """Newest first, by their names: nothing is opened."""
        return tuple(sorted(self._found(), key=lambda one: one.made_at, reverse=True))

    def _found(self) -> Iterator[Backup]:
        for path in self.path.glob("*.zip"):
            named = _NAME.fullmatch(path.name)
            if named is not None and path.is_file():
                yield Backup(
                    path=str(path),
                    made_at=datetime.strptime(f"{named[1]}000+0000", f"{_INSTANT}%z"),
                    reason=BackupReason(named[2]),
                    size_bytes=path.stat().st_size,
                )

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A private folder to work in; nothing in it outlives the block."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=_STAGING, dir=self.path) as name:
            yield Path(name)

    def clear_left_behind(self) -> None:
        """What programs left that were killed; only for who has the turn: nobody works there."""
        for path in self.path.glob(f"{_STAGING}*"):
            with suppress(OSError):
                wipe(path)  # it may be a copy that is not encrypted of data that is
        for path in self.path.glob(f"{_UNFINISHED}*"):
            path.unlink(missing_ok=True)

    def has_room(self, size_bytes: int) -> bool:
        """Whether a copy of so many bytes, and its archive, leave the disk usable."""
        return free_bytes(self.path) >= needed_bytes(size_bytes)


def needed_bytes(size_bytes: int) -> int:
    return 2 * size_bytes + _ROOM_LEFT_BYTES


def free_bytes(folder: Path) -> int:
    """Of the disk that *folder* is, or will be, on."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    return shutil.disk_usage(there).free
