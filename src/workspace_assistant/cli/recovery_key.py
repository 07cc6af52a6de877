"""The recovery key on the terminal and in a file: what is printed, and read back from paper."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.errors import RefusedError

_GROUPS_IN_LINE = 5


def key_lines(key: str) -> Iterator[str]:
    """Groups as they are counted: five in a line."""
    groups = key.split("-")
    for begin in range(0, len(groups), _GROUPS_IN_LINE):
        yield f"  {' '.join(groups[begin : begin + _GROUPS_IN_LINE])}"


def write_key(path: Path, key: str) -> None:
    """Into a new file for this account alone. Raises `RefusedError` where there is one, OSError."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise RefusedError(texts.ALREADY_THERE, path=str(path)) from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(f"{key}\n")
        file.flush()
        os.fsync(file.fileno())
