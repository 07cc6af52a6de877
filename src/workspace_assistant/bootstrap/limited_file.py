"""A file that somebody names, read no further than it may be long."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_FILE = QT_TRANSLATE_NOOP("data", "{path}: is not a file")
_UNREADABLE = QT_TRANSLATE_NOOP("data", "{path}: cannot be read: {reason}")


def read_limited(path: Path, most_bytes: int) -> bytes:
    """Its bytes, one more than allowed at most. Raises `UserInputError` naming it."""
    if path.exists() and not path.is_file():
        raise UserInputError(_NO_FILE, path=str(path))
    try:
        with path.open("rb") as file:
            return file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise UserInputError(_UNREADABLE, path=str(path), reason=reason or str(error)) from error
