"""What is kept of a person, by kind, and the copies of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DataKind(StrEnum):
    """What people name when they speak of their data; the values are typed on the command line."""

    CHECKS = "checks"
    BLOCKS = "blocks"
    BLOCK_CHANGES = "block-changes"
    SHIFTS = "shifts"
    CALENDARS = "calendars"
    DAYS_OFF = "days-off"
    BREAKS = "breaks"
    ACTIVITY = "activity"
    CHECK_INS = "check-ins"
    HARD_CONTACTS = "hard-contacts"
    SELF_CHECKS = "self-checks"
    LINE_EVENTS = "line-events"
    LINE_MINUTES = "line-minutes"
    CALL_LEVELS = "call-levels"
    TIPS = "tips"
    REMINDERS = "reminders"


class BackupReason(StrEnum):
    BY_HAND = "by-hand"
    AUTOMATIC = "automatic"
    BEFORE_RESTORE = "before-restore"
    BEFORE_UPDATE = "before-update"  # a copy made before the format of the database changed


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many of a kind there are, and of when; None where none has an instant."""

    kind: DataKind
    rows: int
    earliest_at: datetime | None = None
    latest_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a database.

    Attributes:
        format: the number of its last migration.
        tables: rows by table.
        kinds: the same as people count.
    """

    format: int
    tables: Mapping[str, int]
    kinds: tuple[KindCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSeal:
    """One file inside a backup: its length, and its digest by SHA-256 in hexadecimal digits."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    `key_id` names the key that its database is encrypted with; empty for one that is not.
    """

    made_at: datetime
    reason: BackupReason
    app_version: str
    contents: Contents
    files: Mapping[str, FileSeal]
    key_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup on the disk.

    `manifest` is None for a bare copy of the database, and for what says nothing of itself.
    """

    path: str
    made_at: datetime
    reason: BackupReason
    size_bytes: int
    manifest: Manifest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a restore does to one kind.

    Attributes:
        rows: now.
        rows_then: after the restore.
        lost: how many of now would be gone.
        changed: how many would be there with other content.
    """

    kind: DataKind
    rows: int
    rows_then: int
    lost: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a restore would bring, before anything is changed.

    Attributes:
        contents: of the backup, in the format of this program.
        made_at: None for a bare database that does not tell.
        format_then: in which format the backup was made.
        differences: empty where the present database cannot be read; `damage` then says why.
        files: choices and profile: whether the backup has a copy, by name. None for a bare
            database, which leaves them as they are.
    """

    path: str
    made_at: datetime | None
    app_version: str
    format_then: int
    contents: Contents
    differences: tuple[Difference, ...]
    damage: str = ""
    files: Mapping[str, bool] | None = None

    @property
    def loses_nothing(self) -> bool:
        return not self.damage and not any(one.lost or one.changed for one in self.differences)
