"""What the `ergonomics` commands are given."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.bootstrap.ergonomics import ergonomics_service
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.cli.ergonomics_tools import ErgonomicsTools
from workspace_assistant.core.ergonomics.answers_file import MOST_BYTES
from workspace_assistant.core.errors import UserInputError


def ergonomics_tools(data_dir: Path) -> ErgonomicsTools:
    return ErgonomicsTools(
        ergonomics=ergonomics_service(data_dir),
        zone=user_zone,
        read_file=read_answers_file,
    )


def read_answers_file(path: Path) -> bytes:
    """Its bytes, one more than allowed at most. Raises `UserInputError` naming it."""
    if path.exists() and not path.is_file():
        raise UserInputError(f"{path}: is not a file")
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UserInputError(f"{path}: cannot be read: {reason}") from error
