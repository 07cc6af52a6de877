"""Where a report is to be written: looked at before, and written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.errors import UserInputError


def check_place(path: Path) -> None:
    """Raises `UserInputError` for a path that no file could be written to."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UserInputError(f"{path}: the folder {folder} does not exist")
    if path.is_dir():
        raise UserInputError(f"{path}: is a folder")
    if not os.access(folder, os.W_OK):
        raise UserInputError(f"{path}: the folder {folder} cannot be written")


def write_at(path: Path, content: bytes) -> None:
    """The old file stays where the new one cannot be written whole. Raises `UserInputError`."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise UserInputError(f"{path}: cannot be written: {error.strerror or error}") from error
