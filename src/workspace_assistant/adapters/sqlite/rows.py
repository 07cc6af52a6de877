"""Rows and the instants in them, for every table of ours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

Row = tuple[Any, ...]

# What making a model of a row raises that no program of ours wrote.
UNREADABLE = (ValueError, TypeError, OverflowError)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(at: datetime) -> int:
    """Whole microseconds since 1970: exact, unlike a float's seconds."""
    return (at - _EPOCH) // _MICROSECOND


def instant(count: int) -> datetime:
    return _EPOCH + timedelta(microseconds=count)


def maybe_micros(at: datetime | None) -> int | None:
    return None if at is None else micros(at)


def maybe_instant(count: int | None) -> datetime | None:
    return None if count is None else instant(count)
