"""What several `shifts` commands understand on their command line."""

from __future__ import annotations

import argparse
import re
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.choices import NO_PLACE, understood
from workspace_assistant.cli.focus_times import instant_on, instant_within
from workspace_assistant.cli.language import worded
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.lengths import length_s
from workspace_assistant.core.shifts.model import Filter, Place, ShiftBreak
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.shifts_tools import ShiftTools

_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FEWEST_LETTERS = 3
_BREAK = re.compile(r"(\S+?)\s*[-\u2013]\s*(\S+)(?:\s+(.+))?")
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_HOUR = re.compile(r"\d{1,2}", re.ASCII)
_LONG_ADDRESS = re.compile(r"^\s*\w+://", re.ASCII)

_NO_DAY = QT_TRANSLATE_NOOP("cli", "“{text}” is no day such as {example}, tomorrow or Mon")
_NO_BREAK = QT_TRANSLATE_NOOP("cli", "“{text}” is no break such as 12:00-12:30")
_NO_TIME = QT_TRANSLATE_NOOP("cli", "“{text}” has no time of day, such as {text} 08:00")
_ADDRESS_SHOWN = QT_TRANSLATE_NOOP(
    "cli",
    "Other programs can see what stands on a command line, so a calendar's address does not belong "
    "there. Run: workspace-assistant shifts subscribe NAME. It asks for the address, or reads it "
    "from standard input with --address-stdin",
)


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help=worded("print a JSON document"),
    )


def wants_json(arguments: argparse.Namespace) -> bool:
    return bool(getattr(arguments, "json", False))


def add_place(parser: argparse.ArgumentParser, *, default: Place | None = Place.HOME) -> None:
    parser.add_argument(
        "--place",
        type=understood(Place, NO_PLACE, Place),
        default=default,
        metavar="|".join(place.value for place in Place),
        help=worded("where it is worked; home by default")
        if default
        else worded("where it is worked"),
    )


def add_breaks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--break",
        dest="breaks",
        action="append",
        metavar=worded("TIMES"),
        help=worded("such as 12:00-12:30 or “12:00-12:30 Lunch”; may be given several times"),
    )


def add_filter(parser: argparse.ArgumentParser) -> None:
    """Which events of a calendar are shifts."""
    parser.add_argument(
        "--summary",
        action="append",
        default=[],
        metavar=worded("WORDS"),
        help=worded(
            "an event is a shift when its title has these words; * stands for anything. "
            "May be given several times; without it and --category every event is one"
        ),
    )
    parser.add_argument(
        "--category",
        action="append",
        default=[],
        metavar=worded("NAME"),
        help=worded("or this category"),
    )
    parser.add_argument(
        "--break-summary",
        dest="break_summary",
        action="append",
        metavar=worded("WORDS"),
        help=worded("titles of breaks, instead of *break*, *lunch*, *pause*, *meal*"),
    )
    parser.add_argument(
        "--office-word",
        dest="office",
        action="append",
        metavar=worded("WORD"),
        help=worded(
            "an event with this word is worked at the office, instead of office, on-site, site"
        ),
    )
    parser.add_argument(
        "--home-word",
        dest="home",
        action="append",
        metavar=worded("WORD"),
        help=worded("the same for home"),
    )


def filter_of(arguments: argparse.Namespace) -> Filter:
    usual = Filter()
    return Filter(
        summary=tuple(arguments.summary),
        categories=tuple(arguments.category),
        breaks=_or(arguments.break_summary, usual.breaks),
        home=_or(arguments.home, usual.home),
        office=_or(arguments.office, usual.office),
    )


def changed_filter(arguments: argparse.Namespace, before: Filter) -> Filter:
    """*before*, with the words that were given in place of those of their kind."""
    return Filter(
        summary=_given(arguments.summary, before.summary),
        categories=_given(arguments.category, before.categories),
        breaks=_given(arguments.break_summary, before.breaks),
        home=_given(arguments.home, before.home),
        office=_given(arguments.office, before.office),
    )


def start_said(text: str, tools: ShiftTools, *, day: date | None = None) -> datetime:
    """``2026-11-23 08:00``, ``tomorrow 08:00``, ``Mon 08:00``, ``08:00`` (on *day*, else today)."""
    zone = tools.zone()
    today = tools.shifts.now().astimezone(zone).date()
    word, _, rest = text.strip().partition(" ")
    named = _near_day(word, today)
    if named is not None and rest.strip():
        return instant_on(_clock(rest), named, zone)
    return instant_on(_clock(text), day or today, zone)


def end_said(text: str, start: datetime, zone: tzinfo) -> datetime:
    """``16:00``, on the next day where that comes earlier, with its day, or a length as ``8h``."""
    if text.strip()[-1:].isalpha():
        return start + timedelta(seconds=length_s(text))
    return instant_within(_clock(text), start, zone)


def day_said(text: str, today: date) -> date:
    """``2026-11-23``, ``today``, ``tomorrow``, ``yesterday`` or a coming ``Mon``."""
    found = _near_day(text.strip(), today)
    if found is not None:
        return found
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise RefusedError(_NO_DAY, text=text, example=today.isoformat()) from error


def breaks_said(texts: list[str] | None, start: datetime, zone: tzinfo) -> tuple[ShiftBreak, ...]:
    return tuple(_break(text, start, zone) for text in texts or ())


def split_break(text: str) -> tuple[str, str, str]:
    """From, to and name of ``12:00-12:30 Lunch``. Raises `RefusedError`."""
    found = _BREAK.fullmatch(text.strip())
    if found is None:
        raise RefusedError(_NO_BREAK, text=text)
    return found[1], found[2], found[3] or ""


def refuse_address(text: str) -> None:
    """An address in an argument is in the list of processes and the shell's history."""
    if _LONG_ADDRESS.match(text) or text.lower().startswith("webcal:"):
        raise RefusedError(_ADDRESS_SHOWN)


def _break(text: str, start: datetime, zone: tzinfo) -> ShiftBreak:
    first, last, name = split_break(text)
    begins = instant_within(_clock(first), start, zone)
    return ShiftBreak(starts_at=begins, ends_at=end_said(last, begins, zone), name=name)


def _clock(text: str) -> str:
    """A bare hour is one on the hour; a bare day says no time. Raises `RefusedError`."""
    word = text.strip()
    if DATE.fullmatch(word):
        raise RefusedError(_NO_TIME, text=word)
    return f"{int(word):02}:00" if _HOUR.fullmatch(word) else word


def _near_day(word: str, today: date) -> date | None:
    lower = word.lower()
    if lower in _NEAR_DAYS:
        return today + timedelta(days=_NEAR_DAYS[lower])
    if len(lower) < _FEWEST_LETTERS:
        return None
    for number, name in enumerate(_WEEKDAYS):
        if name.startswith(lower):
            return today + timedelta(days=(number - today.weekday()) % len(_WEEKDAYS))
    return None


def _or(given: list[str] | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    return usual if given is None else tuple(given)


def _given(words: list[str] | None, before: tuple[str, ...]) -> tuple[str, ...]:
    return before if words is None else tuple(word for word in words if word.strip())
