"""Months and quarters, as the weeks whose Thursday lies in them: ISO 8601 gives years so too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from workspace_assistant.core.days import checked_day, thursday
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_MONTH = QT_TRANSLATE_NOOP("week", "“{text}” is no month such as 2026-11.")
NO_QUARTER = QT_TRANSLATE_NOOP("week", "“{text}” is no quarter such as 2026-Q4.")

_MONTH = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])", re.ASCII)
_QUARTER = re.compile(r"([1-9]\d{3})-?Q([1-4])", re.ASCII | re.IGNORECASE)
_MONTHS = 3
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months.

    Attributes:
        name: such as ``2026-11`` or ``2026-Q4``.
        first, last: days of it.
    """

    name: str
    first: date
    last: date

    @property
    def thursdays(self) -> tuple[date, ...]:
        """One of each of its weeks, in order."""
        at = thursday(self.first)
        return tuple(at + timedelta(weeks=index) for index in range((self.last - at).days // 7 + 1))


def month_around(on: date) -> Period:
    """Raises `RefusedError` for a year without a log."""
    return _months(f"{on:%Y-%m}", on.year, on.month, 1)


def quarter_around(on: date) -> Period:
    """Raises `RefusedError` for a year without a log."""
    return _quarter(on.year, (on.month - 1) // _MONTHS + 1)


def month_named(text: str) -> Period:
    """Such as ``2026-11``. Raises `RefusedError` for what is none."""
    found = _MONTH.fullmatch(text.strip())
    if found is None:
        raise RefusedError(NO_MONTH, text=text)
    return _months(f"{found[1]}-{found[2]}", int(found[1]), int(found[2]), 1)


def quarter_named(text: str) -> Period:
    """Such as ``2026-Q4``. Raises `RefusedError` for what is none."""
    found = _QUARTER.fullmatch(text.strip())
    if found is None:
        raise RefusedError(NO_QUARTER, text=text)
    return _quarter(int(found[1]), int(found[2]))


def _quarter(year: int, number: int) -> Period:
    return _months(f"{year}-Q{number}", year, (number - 1) * _MONTHS + 1, _MONTHS)


def _months(name: str, year: int, month: int, count: int) -> Period:
    first = checked_day(date(year, month, 1))
    last_month = date(year, month + count - 1, 28)
    following = (last_month + timedelta(days=4)).replace(day=1)
    return Period(name, first, following - _ONE_DAY)
