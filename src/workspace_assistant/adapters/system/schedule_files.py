"""Files in which the system reads what it is to start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.model import TimerFile
from workspace_assistant.core.schedule.texts import NOT_REMOVED, NOT_WRITTEN

# Writes a file whole or not at all; raises OSError.
Write = Callable[[Path, bytes], None]


def put(folder: Path, file: TimerFile, write: Write) -> Path:
    """Replaces the file. Raises `ScheduleError`."""
    place = folder / file.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(place, file.content)
    except OSError as error:
        raise ScheduleError(NOT_WRITTEN, place=str(place), reason=_reason(error)) from error
    return place


def drop(place: Path) -> None:
    """Raises `ScheduleError`; a file that is not there is fine."""
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise ScheduleError(NOT_REMOVED, place=str(place), reason=_reason(error)) from error


def content(place: Path) -> bytes | None:
    """None where there is no such file, or none for us to read."""
    try:
        return place.read_bytes()
    except OSError:
        return None


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
