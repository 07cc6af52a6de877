"""Which key the data is encrypted with, by its name: a note beside it. The key is elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.json_text import to_json

SCHEMA = "workspace-assistant/encryption/1"
_LONGEST_BYTES = 4096
_KEY_ID = re.compile(r"[0-9a-f]{16}")


def noted_key_id(path: Path) -> str:
    """Empty where there is no note that can be read: the recovery key then writes a new one."""
    try:
        with path.open("rb") as file:
            document = json.loads(file.read(_LONGEST_BYTES))
    except (OSError, ValueError, RecursionError):
        return ""
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        return ""
    found = document.get("key_id")
    return found if isinstance(found, str) and _KEY_ID.fullmatch(found) else ""


def note_key_id(path: Path, key_id: str) -> None:
    """Raises OSError."""
    text = to_json({"schema": SCHEMA, "key_id": key_id})
    write_whole(path, text.encode())
