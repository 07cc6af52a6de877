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

_NEEDED = object()
_LARGEST = 1e10  # seconds: three hundred years


def loaded(text: str) -> object:
    """Raises `UserInputError` with line and column."""
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise UserInputError(
            f"line {error.lineno}, column {error.colno}: is no JSON: {error.msg}"
        ) from error
    except RecursionError as error:
        raise UserInputError("is nested too deeply") from error
    except ValueError as error:  # more digits than Python takes
        raise UserInputError("holds a number that is too long") from error


def as_list(text: str) -> list[Any]:
    value = loaded(text)
    if not isinstance(value, list):
        raise UserInputError("is no list of entries")
    if len(value) > MOST_ENTRIES:
        raise UserInputError(f"holds more than {MOST_ENTRIES} entries")
    return value


def text_of(entry: Mapping[str, Any], name: str, default: object = _NEEDED) -> str:
    value = entry.get(name, default)
    if not isinstance(value, str):
        raise EntryError(f"lacks {name}" if value is _NEEDED else f"{name} is no text")
    return value


def number_of(entry: Mapping[str, Any], name: str) -> float:
    value = entry.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise EntryError(f"{name} is no number")
    if not -_LARGEST < value < _LARGEST:
        raise EntryError(f"{name} is too large")
    return float(value)


def instant_of(text: str) -> datetime:
    """ISO 8601 with an offset, in UTC."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise EntryError(f"{quoted(text)} is no time") from error
    if at.tzinfo is None:
        raise EntryError(f"{quoted(text)} lacks its offset from UTC")
    return in_calendar(at).astimezone(UTC)


def _no_constant(name: str) -> float:
    raise UserInputError(f"holds {name}, which is no number")
