"""Values for people: the one place where a number and its unit become text.

The command line, the window and the HTML report share it, so that one value never reads
differently in two places. Number and unit are joined by a narrow no-break space (U+202F), negative
numbers carry a true minus sign (U+2212), which screen readers speak.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor, isfinite, log10

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.model import Value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say
from workspace_assistant.core.typography import MINUS, NARROW_SPACE

# A number, its unit, and how many digits more than usual.
Format = Callable[[float, str, int], str]

YES = QT_TRANSLATE_NOOP("readiness", "yes")
NO = QT_TRANSLATE_NOOP("readiness", "no")
UNKNOWN = QT_TRANSLATE_NOOP("readiness", "unknown")

BYTES = QT_TRANSLATE_NOOP("readiness", "{count} bytes")
# What is counted, by its unit: one, and more; the space becomes a narrow one.
_COUNTED = {
    "byte": (
        QT_TRANSLATE_NOOP("readiness", "1 byte"),
        BYTES,
    ),
    "packets": (
        QT_TRANSLATE_NOOP("readiness", "1 packet"),
        QT_TRANSLATE_NOOP("readiness", "{count} packets"),
    ),
    "day": (
        QT_TRANSLATE_NOOP("readiness", "1 day"),
        QT_TRANSLATE_NOOP("readiness", "{count} days"),
    ),
}

_MOST_MORE_DIGITS = 4
_BYTE_BY_BYTE = 10_000  # packet sizes, such as 1492, are told from each other by all digits
_IN_SECONDS_MS = 10_000.0

_RATES = ("bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s")
_SIZES = ("bytes", "kB", "MB", "GB", "TB", "PB")
_SIZE_RATES = ("byte/s", "kB/s", "MB/s", "GB/s", "TB/s")
_FREQUENCIES = ("Hz", "kHz", "MHz", "GHz")


def format_value(value: Value, unit: str, say: Say = Phrase) -> str:
    """*value* as a person reads it: ``48.2 Mbit/s``, ``18 %``, ``yes``; texts stay as they are."""
    if isinstance(value, bool):
        return say(YES if value else NO)
    if isinstance(value, str):
        return value
    return _number(value, unit, 0, say)


def format_apart(value: float, limit: float, unit: str) -> tuple[str, str]:
    """*value* and *limit* for one sentence, with as many more digits as tell them apart.

    So that no sentence says "50 % busy, up to 50 % is fine". At most four digits more than
    `format_value` shows: numbers that differ by less read alike.
    """
    for more in range(_MOST_MORE_DIGITS):
        shown, bound = (
            _number(value, unit, more, Phrase),
            _number(limit, unit, more, Phrase),
        )
        if shown != bound:
            return shown, bound
    return (
        _number(value, unit, _MOST_MORE_DIGITS, Phrase),
        _number(limit, unit, _MOST_MORE_DIGITS, Phrase),
    )


def format_duration(duration_s: float) -> str:
    """A length of time: ``4.2 s``, ``35 s``, ``3 min 5 s``."""
    if duration_s < 10:
        return _joined(_fixed(duration_s, 1), "s")
    whole_s = round(duration_s)
    if whole_s < 60:
        return _joined(str(whole_s), "s")
    minutes, seconds = divmod(whole_s, 60)
    return f"{_joined(str(minutes), 'min')} {_joined(str(seconds), 's')}"


def _number(value: float, unit: str, more: int, say: Say) -> str:
    """*value* in words, with *more* digits than usual."""
    if not isfinite(value):
        return say(UNKNOWN)
    if unit == "byte" and abs(value) < _BYTE_BY_BYTE:
        return _counted(value, unit, 0, say)
    if unit in _COUNTED and unit != "byte":
        return _counted(value, unit, more, say)
    return _FORMATS.get(unit, _other)(float(value), unit, more)


def _counted(value: float, unit: str, more: int, say: Say) -> str:
    one, many = _COUNTED[unit]
    said = say(one) if value == 1 else say(many, count=_fixed(value, more))
    narrow = said.replace(" ", NARROW_SPACE, 1)
    return said.spelled(narrow) if isinstance(said, Phrase) else narrow


def _percent(value: float, _unit: str, more: int) -> str:
    percent = value * 100
    if 0 < abs(percent) < 0.005:
        return f"<{NARROW_SPACE}0.01{NARROW_SPACE}%"
    decimals = 0 if abs(percent) >= 10 else 1 if abs(percent) >= 1 else 2
    return _joined(_fixed(percent, decimals + more), "%")


def _scaled(units: tuple[str, ...]) -> Format:
    def scale(value: float, _unit: str, more: int) -> str:
        rounded = _significant(value, 3 + more)
        steps = 0 if abs(rounded) < 1000 else floor(log10(abs(rounded)) / 3)
        steps = min(steps, len(units) - 1)
        return _joined(_plain(_significant(rounded / 1000**steps, 3 + more)), units[steps])

    return scale


def _with_decimals(decimals: int, shown_unit: str = "") -> Format:
    def show(value: float, unit: str, more: int) -> str:
        return _joined(_fixed(value, decimals + more), shown_unit or unit)

    return show


def _milliseconds(value: float, unit: str, more: int) -> str:
    """What is too short for the last digit is told from nothing: ``<0.1 ms``; from 10 s on in s."""
    if abs(value) >= _IN_SECONDS_MS:
        return _joined(_fixed(value / 1000, 1 + more), "s")
    decimals = (0 if abs(value) >= 100 else 1) + more
    if value and not round(value, decimals):
        return f"<{NARROW_SPACE}{_joined(_fixed(10**-decimals, decimals), unit)}"
    return _joined(_fixed(value, decimals), unit)


def _count(value: float, _unit: str, more: int) -> str:
    return _fixed(value, more)


def _score(value: float, _unit: str, more: int) -> str:
    return _fixed(value, (2 if abs(value) < 10 else 1) + more)


def _other(value: float, unit: str, more: int) -> str:
    return _joined(_plain(_significant(value, 3 + more)), unit)


_FORMATS: dict[str, Format] = {
    "bit/s": _scaled(_RATES),
    "byte": _scaled(_SIZES),
    "byte/s": _scaled(_SIZE_RATES),
    "Hz": _scaled(_FREQUENCIES),
    "fraction": _percent,
    "dB": _with_decimals(1),
    "dBov": _with_decimals(1),
    "dBFS": _with_decimals(1),
    "dBFS(A)": _with_decimals(1),
    "ppm": _with_decimals(1),
    "degC": _with_decimals(0, "°C"),
    "s": _with_decimals(1),
    "ms": _milliseconds,
    "count": _count,
    "": _score,
}


def _significant(value: float, digits: int) -> float:
    if value == 0:
        return 0.0
    return round(value, digits - 1 - floor(log10(abs(value))))


def _fixed(value: float, decimals: int) -> str:
    text = f"{round(value, decimals):.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return _signed(text)


def _plain(value: float) -> str:
    """All digits of a rounded number, without exponent and without trailing zeros."""
    text = f"{value:.12f}".rstrip("0").rstrip(".")
    return _signed(text)


def _signed(text: str) -> str:
    if text in {"-0", ""}:
        return "0"
    return text.replace("-", MINUS)


def _joined(number: str, unit: str) -> str:
    return f"{number}{NARROW_SPACE}{unit}" if unit else number
