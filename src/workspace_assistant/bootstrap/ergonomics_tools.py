"""What the `ergonomics` commands are given."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.bootstrap.ergonomics import ergonomics_service
from workspace_assistant.bootstrap.limited_file import read_limited
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.cli.ergonomics_tools import ErgonomicsTools
from workspace_assistant.core.ergonomics.answers_file import MOST_BYTES


def ergonomics_tools(data_dir: Path) -> ErgonomicsTools:
    return ErgonomicsTools(
        ergonomics=ergonomics_service(data_dir),
        zone=user_zone,
        read_file=read_answers_file,
    )


def read_answers_file(path: Path) -> bytes:
    """Its bytes, one more than allowed at most. Raises `UserInputError` naming it."""
    return read_limited(path, MOST_BYTES)
