"""JSON from outside: what it must hold, and plain sentences where it does not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.parsed import (
    MOST_ENTRIES,
    EntryError,
    in_calendar,
    quoted,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_JSON_NUMBER = QT_TRANSLATE_NOOP("focus", "holds {name}, which is no number")
_NO_LIST = QT_TRANSLATE_NOOP("focus", "is no list of entries")
_TOO_MANY = QT_TRANSLATE_NOOP("focus", "holds more than {most} entries")
_LACKS = QT_TRANSLATE_NOOP("focus", "lacks {name}")
_NO_STRING = QT_TRANSLATE_NOOP("focus", "{name} is no text")
_NO_NUMBER = QT_TRANSLATE_NOOP("focus", "{name} is no number")
_TOO_LARGE = QT_TRANSLATE_NOOP("focus", "{name} is too large")
_NO_OFFSET = QT_TRANSLATE_NOOP("focus", "{text} lacks its offset from UTC")
_NO_JSON = QT_TRANSLATE_NOOP("focus", "line {line}, column {column}: is no JSON: {reason}")
_TOO_DEEP = QT_TRANSLATE_NOOP("focus", "is nested too deeply")
_LONG_NUMBER = QT_TRANSLATE_NOOP("focus", "holds a number that is too long")
_NO_TIME = QT_TRANSLATE_NOOP("focus", "{text} is no time")

_NEEDED = object()
_LARGEST = 1e10  # seconds: three hundred years


def loaded(text: str) -> object:
    """Raises `UserInputError` with line and column."""
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise UserInputError(
            _NO_JSON,
            line=str(error.lineno),
            column=str(error.colno),
            reason=error.msg,
        ) from error
    except RecursionError as error:
        raise UserInputError(_TOO_DEEP) from error
    except ValueError as error:  # more digits than Python takes
        raise UserInputError(_LONG_NUMBER) from error


def as_list(text: str) -> list[Any]:
    value = loaded(text)
    if not isinstance(value, list):
        raise UserInputError(_NO_LIST)
    if len(value) > MOST_ENTRIES:
        raise UserInputError(_TOO_MANY, most=str(MOST_ENTRIES))
    return value


def text_of(entry: Mapping[str, Any], name: str, default: object = _NEEDED) -> str:
    value = entry.get(name, default)
    if not isinstance(value, str):
        raise EntryError(_LACKS if value is _NEEDED else _NO_STRING, name=name)
    return value


def number_of(entry: Mapping[str, Any], name: str) -> float:
    value = entry.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise EntryError(_NO_NUMBER, name=name)
    if not -_LARGEST < value < _LARGEST:
        raise EntryError(_TOO_LARGE, name=name)
    return float(value)


def instant_of(text: str) -> datetime:
    """ISO 8601 with an offset, in UTC."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise EntryError(_NO_TIME, text=quoted(text)) from error
    if at.tzinfo is None:
        raise EntryError(_NO_OFFSET, text=quoted(text))
    return in_calendar(at).astimezone(UTC)


def _no_constant(name: str) -> float:
    raise UserInputError(_NO_JSON_NUMBER, name=name)
