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
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_WRONG_ENDING = QT_TRANSLATE_NOOP("focus", "{path}: a log ends in {endings}")
_NO_FILE = QT_TRANSLATE_NOOP("focus", "is not a file")
_TOO_LARGE = QT_TRANSLATE_NOOP("focus", "is larger than {most} MB")
_FAULT = QT_TRANSLATE_NOOP("focus", "{path}: {reason}")
_UNWRITTEN = QT_TRANSLATE_NOOP("focus", "{path}: cannot be written: {reason}")
_UNREADABLE = QT_TRANSLATE_NOOP("focus", "cannot be read: {reason}")
_NO_TEXT = QT_TRANSLATE_NOOP(
    "focus", "is no text in UTF-8, at byte {byte}. Save it as UTF-8 and try again"
)
_NO_ZONE = QT_TRANSLATE_NOOP("focus", "“{name}” is no time zone")

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
        raise UserInputError(_FAULT, path=str(path), reason=error.phrase) from error


def write_log(clock: FocusClock, path: Path, blocks: Sequence[Block], now: datetime) -> None:
    """Replaces *path* whole or not at all. Raises `UserInputError`."""
    content = _content(path, blocks, now, clock)
    try:
        write_whole(path, content)
    except OSError as error:
        raise UserInputError(
            _UNWRITTEN, path=str(path), reason=str(error.strerror or error)
        ) from error


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
    raise UserInputError(_WRONG_ENDING, path=str(path), endings=", ".join(SUFFIXES))


def _text(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise UserInputError(_NO_FILE)
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserInputError(_UNREADABLE, reason=str(error.strerror or error)) from error
    if len(content) > _MOST_BYTES:
        raise UserInputError(_TOO_LARGE, most=str(_MOST_BYTES // 10**6))
    try:
        return content.decode(_encoding(content))
    except UnicodeDecodeError as error:
        raise UserInputError(_NO_TEXT, byte=str(error.start)) from error


def _encoding(content: bytes) -> str:
    """Spreadsheets save "Unicode text" in UTF-16, which says so in its first two bytes."""
    return "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserInputError(_NO_ZONE, name=name) from error
    return name
