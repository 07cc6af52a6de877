"""Where the kept database files lie, and what is written down of each."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parent / "kept"
_MANIFEST = KEPT / "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A database as the program of its time left it.

    Attributes:
        sha256: of the packed file: it is never made anew.
        rows: by table.
        meaning: what the stores said of it when it was kept.
    """

    format: int
    sha256: str
    rows: dict[str, int]
    meaning: dict[str, Any]

    @property
    def path(self) -> Path:
        return path_of(self.format)

    def content(self) -> bytes:
        packed = self.path.read_bytes()
        if hashlib.sha256(packed).hexdigest() != self.sha256:
            raise ValueError(f"{self.path.name} is not what was kept")
        return gzip.decompress(packed)


def path_of(format_: int) -> Path:
    return KEPT / f"format-{format_:02d}.sqlite3.gz"


def kept_files() -> tuple[KeptFile, ...]:
    listed = json.loads(_MANIFEST.read_text("utf-8")) if _MANIFEST.is_file() else []
    return tuple(KeptFile(**one) for one in listed)


def keep(format_: int, content: bytes, rows: dict[str, int], meaning: dict[str, Any]) -> KeptFile:
    """Raises `FileExistsError` where that format is kept: an upgrade starts from what was."""
    KEPT.mkdir(exist_ok=True)
    packed = gzip.compress(content, mtime=0)
    with path_of(format_).open("xb") as file:
        file.write(packed)
    sha256 = hashlib.sha256(packed).hexdigest()
    made = KeptFile(format=format_, sha256=sha256, rows=rows, meaning=meaning)
    listed = sorted([*kept_files(), made], key=lambda one: one.format)
    documents = [
        {"format": one.format, "sha256": one.sha256, "rows": one.rows, "meaning": one.meaning}
        for one in listed
    ]
    lines = [json.dumps(one, ensure_ascii=False, sort_keys=True) for one in documents]
    _MANIFEST.write_text("[\n{}\n]\n".format(",\n".join(lines)), "utf-8")
    return made
