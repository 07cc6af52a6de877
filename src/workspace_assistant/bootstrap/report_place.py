"""Where a report is to be written: looked at before, and written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_FOLDER = QT_TRANSLATE_NOOP("report", "{path}: the folder {folder} does not exist")
_IS_FOLDER = QT_TRANSLATE_NOOP("report", "{path}: is a folder")
_LOCKED_FOLDER = QT_TRANSLATE_NOOP("report", "{path}: the folder {folder} cannot be written")
_UNWRITTEN = QT_TRANSLATE_NOOP("report", "{path}: cannot be written: {reason}")


def check_place(path: Path) -> None:
    """Raises `UserInputError` for a path that no file could be written to."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UserInputError(_NO_FOLDER, path=str(path), folder=str(folder))
    if path.is_dir():
        raise UserInputError(_IS_FOLDER, path=str(path))
    if not os.access(folder, os.W_OK):
        raise UserInputError(_LOCKED_FOLDER, path=str(path), folder=str(folder))


def write_at(path: Path, content: bytes) -> None:
    """The old file stays where the new one cannot be written whole. Raises `UserInputError`."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise UserInputError(
            _UNWRITTEN, path=str(path), reason=str(error.strerror or error)
        ) from error
