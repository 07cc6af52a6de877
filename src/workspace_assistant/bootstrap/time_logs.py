"""Files of time logs: read in any known format, written by the ending of their name."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.formats import FORMATS, format_of
from workspace_assistant.core.focus.exchange.parsed import Parsed, Taking
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusClock

SUFFIXES = (".csv", ".json", ".ics")
_MOST_BYTES = 50_000_000  # ten years of entries have a fifth of it


def read_log(
    clock: FocusClock, path: Path, kind: str = "", zone: str = "", date_order: str | None = None
) -> Parsed:
    """Understands a file; what is not told is found out. Raises `UserInputError` naming it."""
    try:
        text = _text(path)
        taking = Taking(
            zone=_known_zone(zone or clock.time_zone()),
            utc_offset_s=clock.utc_offset_s,
            new_id=lambda: uuid4().hex,
            date_order=date_order,
        )
        return FORMATS[kind or format_of(text)](text, taking)
    except UserInputError as error:
        raise UserInputError(f"{path}: {error}") from error


def write_log(clock: FocusClock, path: Path, blocks: Sequence[Block], now: datetime) -> None:
    """Replaces *path* whole or not at all. Raises `UserInputError`."""
    content = _content(path, blocks, now, clock)
    try:
        write_whole(path, content)
    except OSError as error:
        raise UserInputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _content(path: Path, blocks: Sequence[Block], now: datetime, clock: FocusClock) -> bytes:
    suffix = path.suffix.lower()
    if suffix == ".csv":
        from workspace_assistant.core.focus.exchange.csv_out import csv_text

        return csv_text(blocks, now, ZoneInfo(clock.time_zone())).encode()
    if suffix == ".json":
        from workspace_assistant.core.focus.log_document import log_document
        from workspace_assistant.core.json_text import to_json

        return f"{to_json(log_document(blocks, now))}\n".encode()
    if suffix == ".ics":
        from workspace_assistant.adapters.calendar.focus_calendar import focus_calendar

        return focus_calendar(blocks, now)
    raise UserInputError(f"{path}: a log ends in {', '.join(SUFFIXES)}")


def _text(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise UserInputError("is not a file")
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserInputError(f"cannot be read: {error.strerror or error}") from error
    if len(content) > _MOST_BYTES:
        raise UserInputError(f"is larger than {_MOST_BYTES // 10**6} MB")
    try:
        return content.decode(_encoding(content))
    except UnicodeDecodeError as error:
        raise UserInputError(
            f"is no text in UTF-8, at byte {error.start}. Save it as UTF-8 and try again"
        ) from error


def _encoding(content: bytes) -> str:
    """Spreadsheets save "Unicode text" in UTF-16, which says so in its first two bytes."""
    return "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserInputError(f"“{name}” is no time zone") from error
    return name
