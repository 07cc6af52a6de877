"""A file that somebody names, read no further than it may be long."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.core.errors import UserInputError


def read_limited(path: Path, most_bytes: int) -> bytes:
    """Its bytes, one more than allowed at most. Raises `UserInputError` naming it."""
    if path.exists() and not path.is_file():
        raise UserInputError(f"{path}: is not a file")
    try:
        with path.open("rb") as file:
            return file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UserInputError(f"{path}: cannot be read: {reason}") from error
