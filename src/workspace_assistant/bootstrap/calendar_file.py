"""A calendar file, as it is."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.core.errors import UserInputError

MOST_BYTES = 20_000_000  # what is longer is refused by the reader, who needs one byte more


def read_calendar_file(path: Path) -> bytes:
    """Its bytes, one more than allowed at most. Raises `UserInputError` naming it."""
    if path.exists() and not path.is_file():
        raise UserInputError(f"{path}: is not a file")
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UserInputError(f"{path}: cannot be read: {reason}") from error
