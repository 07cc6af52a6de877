from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.data_keeping import a_backup, a_manifest, contents
from workspace_assistant.core.data_keeping.csv_cells import csv_pieces
from workspace_assistant.core.data_keeping.document import (
    backups_document,
    keep_document,
    restore_document,
)
from workspace_assistant.core.data_keeping.encryption import Encryption, encryption_document
from workspace_assistant.core.data_keeping.erasing import Erasing, erase_document
from workspace_assistant.core.data_keeping.manifest import (
    ManifestError,
    manifest_text,
    read_manifest,
)
from workspace_assistant.core.data_keeping.model import DataKind, Difference, Preview


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert read_manifest(manifest_text(a_manifest())) == a_manifest()


def test_an_encrypted_one_names_its_key_and_is_of_a_schema_of_its_own() -> None:
    encrypted = replace(a_manifest(), key_id="0123456789abcdef")
    text = manifest_text(encrypted)
    assert json.loads(text)["schema"] == "workspace-assistant/backup/2"
    assert read_manifest(text) == encrypted
    assert "key_id" not in json.loads(manifest_text(a_manifest()))


def test_whether_the_data_is_encrypted_is_told() -> None:
    found = Encryption(is_encrypted=True, can_encrypt=True, plain_copies=("one.bak",))
    document = encryption_document(found)
    assert document["schema"] == "workspace-assistant/data-encryption/1"
    assert (document["key_id"], document["plain_copies"]) == (None, ["one.bak"])


def test_kinds_of_a_later_version_are_passed_over() -> None:
    document = json.loads(manifest_text(a_manifest()))
    document["kinds"].append({"kind": "dreams", "rows": 3})
    assert read_manifest(json.dumps(document)) == a_manifest()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("schema", "workspace-assistant/backup/2"),  # and names no key
        ("schema", "workspace-assistant/backup/3"),
        ("format", -1),
        ("format", True),
        ("format", "12"),
        ("made_at", "2026-11-22T08:15:00"),
        ("made_at", "yesterday"),
        ("reason", "whim"),
        ("files", {"choices.json": {"bytes": None, "sha256": ""}}),
        ("tables", []),
        ("kinds", [{"kind": "blocks"}]),
    ],
)
def test_a_manifest_that_is_none_is_refused(name: str, value: Any) -> None:
    document = json.loads(manifest_text(a_manifest())) | {name: value}
    with pytest.raises(ManifestError, match="its manifest cannot be read"):
        read_manifest(json.dumps(document))


@pytest.mark.parametrize("text", ["", "[]", "7", "[" * 100_000])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(ManifestError):
        read_manifest(text)


def test_documents_hold_what_is_told() -> None:
    backup = a_backup(manifest=a_manifest())
    document = backups_document([backup, a_backup()])
    assert isinstance(document["backups"], list)
    told, bare = document["backups"]
    assert told["manifest"]["kinds"][0]["rows"] == 2
    assert bare["manifest"] is None
    lost = Difference(kind=DataKind.BLOCKS, rows=3, rows_then=2, lost=1, changed=0)
    preview = Preview(
        path="b.zip",
        made_at=None,
        app_version="",
        format_then=11,
        contents=contents(blocks=2),
        differences=(lost,),
        files={"choices.json": True},
    )
    assert not preview.loses_nothing
    restored = restore_document(preview, backup, is_restored=True)
    assert restored["made_at"] is None
    assert restored["differences"] == [
        {"kind": "blocks", "rows": 3, "rows_then": 2, "lost": 1, "changed": 0}
    ]
    kept = keep_document(contents(blocks=2), {}, {DataKind.BLOCKS: 1}, is_done=False)
    assert isinstance(kept["kinds"], list)
    assert [(one["kept_for"], one["rows_too_old"]) for one in kept["kinds"]] == [
        (None, 1),
        (None, 0),
    ]
    erasing = Erasing(
        data_dir="/d",
        files=("log.txt",),
        rows=None,
        backups=(),
        elsewhere=(),
        secrets=("calendar:1",),
        starts_by_itself=False,
    )
    assert erase_document(erasing, is_erased=True)["secrets"] == ["calendar:1"]


def test_rows_as_csv_are_no_formulas() -> None:
    rows = [("=1+1", -5, None, b"\x01"), ("plain", 2.5, "@x", "a,b")]
    assert "".join(csv_pieces(("a", "b", "c", "d"), rows)) == (
        "\ufeffa,b,c,d\r\n'=1+1,-5,,01\r\nplain,2.5,'@x,\"a,b\"\r\n"
    )


def test_many_rows_come_in_pieces() -> None:
    pieces = list(csv_pieces(("n",), ((number,) for number in range(2500))))
    assert len(pieces) == 3
    assert "".join(pieces).count("\r\n") == 2501
