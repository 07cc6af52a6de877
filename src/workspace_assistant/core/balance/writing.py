"""How sentences and values of the summary are written; a language and a clock are plugged in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from math import ceil, floor, isclose
from typing import Protocol

from workspace_assistant.core.balance.model import Part, Told, Unit
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say, in_english
from workspace_assistant.core.typography import NARROW_SPACE

# Weekdays alone would come twice.
_ONE_WEEK = timedelta(days=6)
# Places that hold seconds; a number in any other place is written as it is.
_LENGTHS = frozenset({"length", "target", "usual_length", "planned_length", "held_length"})

_SIGNS = {Unit.FRACTION: " %", Unit.OF_FIVE: " / 5"}
_WITH_UNIT = {
    Unit.PER_HOUR: QT_TRANSLATE_NOOP("week", "{value} / h"),
    Unit.KILOMETRE: QT_TRANSLATE_NOOP("week", "{value} km"),
}
_MORE_DECIMALS, _MOST = (2, 3, 4, 5), 6
_MINUTE_S = 60


class Writing(Protocol):
    """Writes in the person's language, by the person's clock."""

    def say(self, sentence: str, /, **parts: str) -> str:
        """*sentence* in the language, its ``{named}`` places filled."""

    def length(self, length_s: float, /) -> str:
        """Such as ``9 h 20 min``."""

    def number(self, value: float, /) -> str:
        """To one decimal at most."""

    def day(self, on: date, /) -> str:
        """Such as ``Tue 24 Nov``."""

    def weekday(self, on: date, /) -> str:
        """Short, such as ``Tue``."""

    def clock(self, at: datetime, /) -> str:
        """Such as ``08:41``."""

    def span(self, span: Span, /) -> str:
        """From when to when, with the days."""

    def hour(self, hour: int, /) -> str:
        """Of any day, 0 to 24, such as ``08:00``."""

    def local(self, at: datetime, /) -> datetime:
        """By the clock of the place: where pictures put it."""


class EnglishWriting:
    """As the command line writes; *say* may put its sentences into another language.

    Implements `Writing`.
    """

    def __init__(self, zone: tzinfo, say: Say = in_english) -> None:
        self._zone = zone
        self._say = say

    def say(self, sentence: str, /, **parts: str) -> str:
        return self._say(sentence, **parts)

    def length(self, length_s: float, /) -> str:
        return length_text(length_s)

    def number(self, value: float, /) -> str:
        return f"{round(value, 1):g}"

    def day(self, on: date, /) -> str:
        return f"{on:%a %Y-%m-%d}"

    def weekday(self, on: date, /) -> str:
        return f"{on:%a}"

    def clock(self, at: datetime, /) -> str:
        return f"{at.astimezone(self._zone):%H:%M}"

    def span(self, span: Span, /) -> str:
        start, end = span.start.astimezone(self._zone), span.end.astimezone(self._zone)
        shown = "%a %H:%M" if end - start < _ONE_WEEK else "%a %Y-%m-%d %H:%M"
        return f"{start.strftime(shown)} to {end.strftime(shown)}"

    def hour(self, hour: int, /) -> str:
        return f"{hour:02d}:00"

    def local(self, at: datetime, /) -> datetime:
        return at.astimezone(self._zone)


def told_text(told: Told, writing: Writing) -> str:
    """The sentence with its lengths, times, days and numbers written."""
    parts = {name: _written(name, part, writing) for name, part in told.parts.items()}
    length, target = told.parts.get("length"), told.parts.get("target")
    if isinstance(length, float | int) and isinstance(target, float | int):
        parts["length"] = value_beside(length, target, Unit.SECOND, writing)
    return writing.say(told.sentence, **parts)


def _written(name: str, part: Part, writing: Writing) -> str:
    if isinstance(part, Span):
        return writing.span(part)
    if isinstance(part, datetime):
        return writing.clock(part)
    if isinstance(part, date):
        return writing.day(part)
    if isinstance(part, time):
        return writing.hour(part.hour)
    if isinstance(part, str):
        return writing.say(part) if part else part
    return writing.length(part) if name in _LENGTHS else writing.number(part)


def value_text(value: float, unit: Unit, writing: Writing, currency: str = "") -> str:
    """A value with its unit, such as ``9 h 20 min``, ``80 %`` or ``3 of 5``."""
    if unit is Unit.SECOND:
        return writing.length(value)
    if unit is Unit.MONEY:
        return f"{value:.2f} {currency}".rstrip()
    # A share is as exact as it takes to see that 79.6 % are not 80 %.
    return _signed(writing.number(_in_unit(value, unit)), unit, writing)


def value_beside(
    value: float, target: float | None, unit: Unit, writing: Writing, currency: str = ""
) -> str:
    """As `value_text`, and more exactly where it would read like a *target* that it is not."""
    text = value_text(value, unit, writing, currency)
    if target is None or unit is Unit.MONEY:
        return text
    if isclose(value, target, abs_tol=1e-9):
        return kept_text(target, unit, writing)
    beside = value_text(target, unit, writing, currency)
    if text != beside:
        return text
    if unit is Unit.SECOND:
        return _seconds_text(ceil(value) if value > target else floor(value), beside, writing)
    number, bound = _in_unit(value, unit), _in_unit(target, unit)
    exact = next((one for one in _MORE_DECIMALS if round(number, one) != round(bound, one)), _MOST)
    return _signed(_decimal_text(number, exact, writing), unit, writing)


def kept_text(value: float, unit: Unit, writing: Writing) -> str:
    """As exact as it is kept: for targets, and for a field to change them in."""
    if unit is Unit.SECOND:
        whole_s = round(value)
        return _seconds_text(whole_s, writing.length(whole_s - whole_s % 60), writing)
    number = _in_unit(value, unit)
    if isclose(number, round(number, 1), abs_tol=1e-9):
        return _signed(writing.number(number), unit, writing)
    exact = next((one for one in _MORE_DECIMALS if isclose(number, round(number, one))), _MOST)
    return _signed(_decimal_text(number, exact, writing), unit, writing)


def _signed(number: str, unit: Unit, writing: Writing) -> str:
    if said := _WITH_UNIT.get(unit):
        return writing.say(said, value=number)
    return number + _SIGNS.get(unit, "")


def _in_unit(value: float, unit: Unit) -> float:
    return 100 * value if unit is Unit.FRACTION else value


def _seconds_text(whole_s: int, without: str, writing: Writing) -> str:
    """*without* is how it must not be written, since that has lost the seconds."""
    text, rest_s = writing.length(whole_s), whole_s % _MINUTE_S
    if text != without or not rest_s:
        return text
    return f"{writing.length(whole_s - rest_s)}{NARROW_SPACE}{writing.length(rest_s)}"


def _decimal_text(number: float, decimals: int, writing: Writing) -> str:
    """With the sign that the language divides by."""
    point = writing.number(0.5)[1:-1]
    return f"{number:.{decimals}f}".replace(".", point)
