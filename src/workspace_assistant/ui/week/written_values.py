"""Lengths, amounts and numbers as people write them into a field. Plain Python."""

from __future__ import annotations

import re

from workspace_assistant.core.balance.model import Unit

_HOUR_S, _MINUTE_S = 3600.0, 60.0

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_UNITS = re.compile(
    r"(?:(\d{1,3}(?:\.\d{1,2})?)\s*(?:h|st)[a-z]*\.?)?\s*(?:(\d{1,4}(?:\.\d{1,2})?)(?![\d.]|\s*s)\s*(?:m[a-z]*\.?)?)?"
    r"\s*(?:(\d{1,2})\s*s[a-z]*\.?)?"
)
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,2})?")
_FARE = re.compile(r"(\d{1,6}(?:\.\d{1,2})?)\s*([a-z]{3})|([a-z]{3})\s*(\d{1,6}(?:\.\d{1,2})?)")


def written_length_s(text: str, bare_s: float = _HOUR_S) -> float | None:
    """Seconds of ``10 h``, ``1 h 30``, ``1:30``, ``45 min``, ``20 s``; None for what is no length.

    A number alone is of units of *bare_s*.
    """
    written = _plain(text)
    if _NUMBER.fullmatch(written):
        return float(written) * bare_s
    clock = _CLOCK.fullmatch(written)
    found = clock or _UNITS.fullmatch(written)
    if found is None or not written:
        return None
    hours, minutes, *seconds = found.groups()
    whole_s = float(hours or 0) * _HOUR_S + float(minutes or 0) * _MINUTE_S
    return whole_s + sum(float(one or 0) for one in seconds)


def written_value(text: str, unit: Unit) -> float | None:
    """What is written in a *unit*, percent of a fraction; None for what is none."""
    if unit is Unit.SECOND:
        return written_length_s(text)
    bare = _plain(text).replace(" ", "")
    for sign in ("%", "/5", "/h"):
        bare = bare.removesuffix(sign)
    number = written_number(bare)
    return number / 100 if unit is Unit.FRACTION and number is not None else number


def written_number(text: str) -> float | None:
    """Such as ``18`` or ``6,40``; None for what is none."""
    written = _plain(text)
    return float(written) if _NUMBER.fullmatch(written) else None


def written_fare(text: str) -> tuple[float, str] | None:
    """An amount and its currency, such as ``6.40 EUR``; None for what is none."""
    found = _FARE.fullmatch(_plain(text))
    if found is None:
        return None
    amount, currency, first, last = found.groups()
    return float(amount or last), (currency or first).upper()


def _plain(text: str) -> str:
    return " ".join(text.split()).lower().replace(",", ".")
