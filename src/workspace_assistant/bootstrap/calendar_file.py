"""A calendar file, as it is."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.bootstrap.limited_file import read_limited

MOST_BYTES = 20_000_000  # what is longer is refused by the reader, who needs one byte more


def read_calendar_file(path: Path) -> bytes:
    """Its bytes, one more than allowed at most. Raises `UserInputError` naming it."""
    return read_limited(path, MOST_BYTES)
