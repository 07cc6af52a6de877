"""A person's data, and backups of it, made to measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workspace_assistant.core.data_keeping.model import (
    Backup,
    BackupReason,
    Contents,
    DataKind,
    FileSeal,
    KindCount,
    Manifest,
)

MADE_AT = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)


def a_manifest(made_at: datetime = MADE_AT, **files: FileSeal) -> Manifest:
    return Manifest(
        made_at=made_at,
        reason=BackupReason.BY_HAND,
        app_version="0.1.0",
        contents=contents(blocks=2),
        files=files or {"choices.json": FileSeal(size_bytes=2, sha256="ab")},
    )


def contents(*, blocks: int = 0) -> Contents:
    earliest = MADE_AT if blocks else None
    count = KindCount(kind=DataKind.BLOCKS, rows=blocks, earliest_at=earliest, latest_at=earliest)
    return Contents(
        format=12,
        tables={"focus_block": blocks, "leave_day": 0},
        kinds=(count, KindCount(kind=DataKind.DAYS_OFF, rows=0)),
    )


def a_backup(made_at: datetime = MADE_AT, manifest: Manifest | None = None) -> Backup:
    return Backup(
        path=f"/data/backups/{made_at:%d}.zip",
        made_at=made_at,
        reason=BackupReason.AUTOMATIC,
        size_bytes=8055,
        manifest=manifest,
    )


@dataclass
class FakeShelf:
    """Implements the port `Shelf`; *trouble* is raised where a backup is made."""

    now: datetime = MADE_AT
    kept: list[Backup] = field(default_factory=list)
    is_roomy: bool = True
    trouble: Exception | None = None
    asked: int = 0

    def automatic(self) -> tuple[Backup, ...]:
        return tuple(self.kept)

    def has_room(self) -> bool:
        self.asked += 1
        return self.is_roomy

    def make(self) -> Backup:
        if self.trouble is not None:
            raise self.trouble
        self.kept.append(a_backup(self.now))
        return self.kept[-1]

    def remove(self, backup: Backup, /) -> None:
        self.kept.remove(backup)


@dataclass
class FakeTurn:
    is_free: bool = True

    @contextmanager
    def taken(self) -> Iterator[bool]:
        yield self.is_free


@dataclass
class FakePruning:
    """Implements the port `Pruning`."""

    asked: list[Mapping[DataKind, datetime]] = field(default_factory=list)

    def __call__(self, before: Mapping[DataKind, datetime], /) -> Mapping[DataKind, int]:
        self.asked.append(before)
        return dict.fromkeys(before, 1)
