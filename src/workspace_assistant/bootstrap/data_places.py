"""What lies in a data directory, and which part of it a backup takes along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workspace_assistant.adapters.files.backup_folder import BackupFolder
from workspace_assistant.adapters.files.choices import CHOICES_NAME, MANAGED_NOTE_NAME
from workspace_assistant.adapters.files.settings_file import GOOD_NAME, SETTINGS_NAME
from workspace_assistant.adapters.files.writing import beginning
from workspace_assistant.adapters.sqlite.live_file import first_file
from workspace_assistant.adapters.sqlite.newest_backup import BACKUP_FOLDER
from workspace_assistant.adapters.system.telling_turn import TellingTurn
from workspace_assistant.bootstrap.data_file import (
    DATABASE_NAME,
    ENCRYPTION_NOTE,
    RESTORE_MARK,
    SWITCH_MARK,
)
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.errors import RefusedError

PROFILE_NAME = "profile.toml"
# Beside the database: what the person chose. All else is made anew when it is needed.
BACKED_UP = (SETTINGS_NAME, CHOICES_NAME, PROFILE_NAME)

_TURN_NAME = "backup.lock"
_DATABASE_FILES = (
    DATABASE_NAME,
    f"{DATABASE_NAME}-wal",
    f"{DATABASE_NAME}-shm",
    f"{DATABASE_NAME}-journal",
    f"{DATABASE_NAME}.before-*.bak*",
    f"{DATABASE_NAME}.damaged-*",
    f"{DATABASE_NAME}.new*",
    f"{DATABASE_NAME}.encrypted*",
    *(f"{name}.damaged-*" for name in BACKED_UP),
)
_OTHERS = (
    BACKUP_FOLDER,
    RESTORE_MARK,
    SWITCH_MARK,
    ENCRYPTION_NOTE,
    f".{ENCRYPTION_NOTE}.*",
    *BACKED_UP,
    *(f".{name}.*" for name in BACKED_UP),  # of a program that was killed while it wrote one
    GOOD_NAME,
    f".{beginning(GOOD_NAME)}.*",
    MANAGED_NOTE_NAME,
    f".{MANAGED_NOTE_NAME}.*",
    "notifications.json",
    ".notifications.json.*",
    "log.txt",
    "log.txt.*",
)
# They hold nothing, and another program may hold them.
_LOCKS = ("check.lock", "preshift.lock", "settings.lock", "telling.lock", "window.lock")


def backup_folder(data_dir: Path) -> BackupFolder:
    return BackupFolder(data_dir / BACKUP_FOLDER)


def database_bytes(data_dir: Path) -> int:
    """With what waits beside the file; asked of the folder, never of the file itself."""
    found = 0
    live = first_file(data_dir / DATABASE_NAME)
    for path in (live, live.with_name(f"{live.name}-wal")):
        found += path.stat().st_size if path.exists() else 0
    return found


def has_database(data_dir: Path) -> bool:
    """Encrypted or not."""
    return first_file(data_dir / DATABASE_NAME).exists()


def own_files(data_dir: Path) -> tuple[Path, ...]:
    """What this program made there, the database first; what else lies there is not ours."""
    return tuple(
        path
        for pattern in (*_DATABASE_FILES, *_OTHERS, *_LOCKS)
        for path in sorted(data_dir.glob(pattern))
    )


def backup_turn(data_dir: Path) -> TellingTurn:
    return TellingTurn(data_dir, _TURN_NAME)


@contextmanager
def taken_turn(data_dir: Path) -> Iterator[None]:
    """Nobody else makes or restores a backup here meanwhile. Raises `RefusedError`."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with backup_turn(data_dir).taken() as is_ours:
        if not is_ours:
            raise RefusedError(texts.BUSY_TURN)
        backup_folder(data_dir).clear_left_behind()
        yield


def is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
