"""Makes facts with the sentence that belongs to their name, and unknowns with their reason's."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from workspace_assistant.core.facts import last_shift_texts as last
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.facts.texts import LESS, MANY, NONE, ONE, REASONS

_PERCENT, _TENTHS = 100, 10
_MINUTES, _HOUR_S = 60, 3600
_MICROSECOND = 6


def known(name: str, value: float, *, count: int = 1, sentence: str = "", **parts: str) -> Fact:
    """``{value}`` in the sentence is the number as a person reads it, ``{size}`` without a sign."""
    unit, _ = NAMES[name]
    shown = shown_value(value, unit)
    told = sentence or _sentence(name, value, shown)
    filled = {"value": shown, "size": shown.removeprefix("-"), "count": str(count), **parts}
    return Fact(name=name, value=float(value), sentence=told, parts=filled, count=count)


def known_of_shift(name: str, value: float, *, is_over: bool, count: int = 1) -> Fact:
    """Of the shift in view: the one that runs, or the last one."""
    shown = shown_value(value, NAMES[name][0])
    few = {"0": last.NONE, "1": last.ONE}.get(shown, last.MANY)
    sentence = few.get(name, last.MANY[name]) if is_over else ""
    return known(name, value, count=count, sentence=sentence)


def unknown(name: str, reason: str, **parts: str) -> Unknown:
    return Unknown(name=name, reason=reason, sentence=REASONS[reason], parts=parts)


def shown_value(value: float, unit: str) -> str:
    """A share in percent, hours with their minutes, decibels to a tenth, all else whole.

    Rounded down, so that what lies under a limit is never told as the limit.
    """
    if unit == "fraction":
        return f"{_down(value, _PERCENT)}"
    if unit == "h":
        return _hours(value)
    if unit in {"dB", "dBov"}:
        return f"{_down(value, _TENTHS) / _TENTHS:g}"
    return f"{_down(value, 1)}"


def _hours(value: float) -> str:
    """Instants have microseconds, hours as a number have not: what is lost there comes back."""
    hours, minutes = divmod(_down(round(value * _HOUR_S, _MICROSECOND) / _MINUTES, 1), _MINUTES)
    told = (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "")
    return " ".join(one for one in told if one)


def _down(value: float, parts: int) -> int:
    """How many whole parts of one it has, as it is written: 0.29 has 29 hundredths."""
    return int((Decimal(repr(float(value))) * parts).to_integral_value(ROUND_FLOOR))


def clock_hour(hour: int) -> dict[str, str]:
    """``start`` and ``end`` of an hour of the day, as parts of a sentence."""
    return {"start": f"{hour:02}:00", "end": f"{(hour + 1) % 24:02}:00"}


def _sentence(name: str, value: float, shown: str) -> str:
    """For the number as it is shown: 1.6 days are told as 1."""
    if value < 0 and name in LESS:
        return LESS[name]
    few = {"0": NONE, "1": ONE}.get(shown, MANY)
    return few.get(name, MANY[name])
