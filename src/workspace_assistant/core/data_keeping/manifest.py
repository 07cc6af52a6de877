"""What a backup says of itself, ``workspace-assistant/backup/1``, written and read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.model import (
    BackupReason,
    Contents,
    DataKind,
    FileSeal,
    KindCount,
    Manifest,
)
from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.json_text import to_json

SCHEMA = "workspace-assistant/backup/1"
ENCRYPTED_SCHEMA = "workspace-assistant/backup/2"  # no earlier version takes it for damaged

Document = dict[str, object]


class ManifestError(SaidError, ValueError):
    """Not a manifest, or one of a schema that is not known."""


def manifest_text(manifest: Manifest) -> str:
    schema = ENCRYPTED_SCHEMA if manifest.key_id else SCHEMA
    return to_json({"schema": schema, **manifest_document(manifest)})


def manifest_document(manifest: Manifest) -> Document:
    key: Document = {"key_id": manifest.key_id} if manifest.key_id else {}
    return key | {
        "made_at": instant(manifest.made_at),
        "reason": manifest.reason.value,
        "app_version": manifest.app_version,
        "format": manifest.contents.format,
        "tables": dict(manifest.contents.tables),
        "kinds": [count_document(one) for one in manifest.contents.kinds],
        "files": {
            name: {"bytes": one.size_bytes, "sha256": one.sha256}
            for name, one in manifest.files.items()
        },
    }


def count_document(count: KindCount) -> Document:
    return {
        "kind": count.kind.value,
        "rows": count.rows,
        "earliest_at": maybe_instant(count.earliest_at),
        "latest_at": maybe_instant(count.latest_at),
    }


def read_manifest(text: str) -> Manifest:
    """Raises `ManifestError`. Kinds that a later version knows are passed over."""
    try:
        return _manifest(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ManifestError(texts.NO_MANIFEST, reason=repr(error)) from error


def instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def maybe_instant(at: datetime | None) -> str | None:
    return None if at is None else instant(at)


def _manifest(document: Mapping[str, Any]) -> Manifest:
    if document["schema"] not in {SCHEMA, ENCRYPTED_SCHEMA}:
        raise ValueError(f"its schema is {document['schema']!r}")
    return Manifest(
        made_at=_at(document["made_at"]),
        reason=BackupReason(document["reason"]),
        app_version=str(document["app_version"]),
        contents=Contents(
            format=_count(document["format"]),
            tables={str(name): _count(rows) for name, rows in document["tables"].items()},
            kinds=tuple(_kind(one) for one in document["kinds"] if one["kind"] in _KNOWN),
        ),
        files={str(name): _seal(one) for name, one in document["files"].items()},
        key_id=str(document["key_id"]) if document["schema"] == ENCRYPTED_SCHEMA else "",
    )


_KNOWN = frozenset(one.value for one in DataKind)


def _kind(document: Mapping[str, Any]) -> KindCount:
    earliest, latest = document["earliest_at"], document["latest_at"]
    return KindCount(
        kind=DataKind(document["kind"]),
        rows=_count(document["rows"]),
        earliest_at=None if earliest is None else _at(earliest),
        latest_at=None if latest is None else _at(latest),
    )


def _seal(document: Mapping[str, Any]) -> FileSeal:
    return FileSeal(size_bytes=_count(document["bytes"]), sha256=str(document["sha256"]))


def _at(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return at.astimezone(UTC)


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{value!r} is no count")
    return value
