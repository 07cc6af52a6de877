"""Lengths as people write them: ``50m``, ``1h30m``, ``1:30``, ``90`` (minutes)."""

from __future__ import annotations

import re

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_LENGTH = QT_TRANSLATE_NOOP(
    "focus", "“{text}” is no length up to {most} hours, such as 50m, 1h30m or 1:30."
)

LONGEST_S = 24 * 3600.0

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_MINUTES = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?", re.ASCII)
_AMOUNT = r"(\d{{1,5}}(?:[.,]\d{{1,3}})?)\s*{}"
_UNITS = re.compile(
    r"\s*".join(
        f"(?:{_AMOUNT.format(unit)})?"
        for unit in (
            "(?:hours|hour|h)",
            "(?:minutes|minute|mins|min|m)",
            "(?:seconds|second|secs|sec|s)",
        )
    ),
    re.ASCII,
)


def length_s(text: str, longest_s: float = LONGEST_S) -> float:
    """Seconds of a length longer than nothing and up to *longest_s*, which is a day by default.

    Raises `RefusedError` for others.
    """
    written = text.strip().lower()
    seconds = _of_clock(written) or _of_minutes(written) or _of_units(written)
    if not 0 < seconds <= longest_s:
        raise RefusedError(NO_LENGTH, text=text.strip(), most=f"{longest_s / 3600:g}")
    return seconds


def length_text(seconds: float) -> str:
    """Such as ``1h30m``, ``50m``, ``45s``, to the whole second; `length_s` reads it back."""
    whole = round(abs(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    written = "".join(
        f"{number}{unit}" for number, unit in ((hours, "h"), (minutes, "m"), (rest, "s")) if number
    )
    sign = "-" if seconds < 0 and whole else ""
    return sign + (written or "0m")


def _of_clock(text: str) -> float:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return 0.0
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return 3600.0 * hours + 60.0 * minutes + seconds


def _of_minutes(text: str) -> float:
    return 60.0 * _number(text) if _MINUTES.fullmatch(text) else 0.0


def _of_units(text: str) -> float:
    found = _UNITS.fullmatch(text)
    if found is None:
        return 0.0
    hours, minutes, seconds = (_number(part or "0") for part in found.groups())
    return 3600.0 * hours + 60.0 * minutes + seconds


def _number(text: str) -> float:
    return float(text.replace(",", "."))
