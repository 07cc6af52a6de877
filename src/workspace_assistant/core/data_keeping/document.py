"""The user's own data as JSON documents: what `data … --json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workspace_assistant.core.data_keeping.manifest import (
    count_document,
    instant,
    manifest_document,
    maybe_instant,
)
from workspace_assistant.core.data_keeping.model import (
    Backup,
    Contents,
    DataKind,
    Difference,
    Preview,
)
from workspace_assistant.core.data_keeping.retention import Choices

BACKUPS_SCHEMA = "workspace-assistant/data-backups/1"
RESTORE_SCHEMA = "workspace-assistant/data-restore/1"
KEEP_SCHEMA = "workspace-assistant/data-keep/1"

Document = dict[str, object]


def backups_document(backups: Iterable[Backup]) -> Document:
    """Newest first, as they are given."""
    return {"schema": BACKUPS_SCHEMA, "backups": [backup_document(one) for one in backups]}


def backup_document(backup: Backup) -> Document:
    document: Document = {
        "path": backup.path,
        "made_at": instant(backup.made_at),
        "reason": backup.reason.value,
        "bytes": backup.size_bytes,
    }
    told = None if backup.manifest is None else manifest_document(backup.manifest)
    return document | {"manifest": told}


def restore_document(preview: Preview, safety: Backup | None, *, is_restored: bool) -> Document:
    """*safety* is the backup of what was there before; None where nothing was, or is done."""
    return {
        "schema": RESTORE_SCHEMA,
        "is_restored": is_restored,
        "path": preview.path,
        "made_at": maybe_instant(preview.made_at),
        "app_version": preview.app_version or None,
        "format": preview.format_then,
        "kinds": [count_document(one) for one in preview.contents.kinds],
        "differences": [_difference(one) for one in preview.differences],
        "damage": preview.damage or None,
        "files": None if preview.files is None else dict(preview.files),
        "backup_of_before": None if safety is None else backup_document(safety),
    }


def keep_document(
    contents: Contents, ages: Choices, going: Mapping[DataKind, int], *, is_done: bool
) -> Document:
    """What each kind holds, how long it is kept (null: always), and what goes or went by that."""
    return {
        "schema": KEEP_SCHEMA,
        "is_done": is_done,
        "kinds": [
            count_document(one)
            | {"kept_for": ages.get(one.kind), "rows_too_old": going.get(one.kind, 0)}
            for one in contents.kinds
        ],
    }


def _difference(one: Difference) -> Document:
    return {
        "kind": one.kind.value,
        "rows": one.rows,
        "rows_then": one.rows_then,
        "lost": one.lost,
        "changed": one.changed,
    }
