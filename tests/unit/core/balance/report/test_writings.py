"""How values and sentences are written in English: for a terminal, and on paper."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.fakes.weeks import ZONE, at
from workspace_assistant.core.balance.model import Told, Unit
from workspace_assistant.core.balance.paper_writing import PaperWriting
from workspace_assistant.core.balance.writing import (
    EnglishWriting,
    Writing,
    told_text,
    value_text,
)
from workspace_assistant.core.spans import Span

TERMINAL: Writing = EnglishWriting(ZONE)
PAPER: Writing = PaperWriting(ZONE)


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (59.6, "59 s"),
        (3600, "1 h"),
        (33600, "9 h 20 min"),
        (7199, "1 h 59 min"),
        (-5400, "−1 h 30 min"),  # noqa: RUF001 - a minus
        (-0.2, "0 s"),
    ],
)
def test_lengths_on_paper(seconds: float, written: str) -> None:
    assert PAPER.length(seconds).replace("\u202f", " ") == written


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2026-11-17 22:40", "2026-11-18 08:00", "Tue 22:40 to Wed 08:00"),
        ("2026-11-17 08:00", "2026-11-17 16:30", "Tue 08:00 to 16:30"),
        ("2026-11-13 16:30", "2026-11-20 08:00", "Fri 13 Nov 16:30 to Fri 20 Nov 08:00"),
    ],
)
def test_spans_on_paper(start: str, end: str, written: str) -> None:
    assert PAPER.span(Span(at(start), at(end))) == written


def test_days_and_hours_on_paper() -> None:
    assert PAPER.day(date(2026, 11, 4)) == "Wed 4 Nov"
    assert PAPER.weekday(date(2026, 11, 4)) == "Wed"
    assert PAPER.hour(8) == "08:00"
    assert PAPER.clock(at("2026-11-17 22:40")) == "22:40"
    assert PAPER.number(1.25) == "1.2"
    assert PAPER.local(at("2026-11-17 22:40")).hour == 22


def test_days_and_hours_in_a_terminal() -> None:
    assert TERMINAL.weekday(date(2026, 11, 4)) == "Wed"
    assert TERMINAL.clock(at("2026-11-17 22:40")) == "22:40"
    assert TERMINAL.hour(8) == "08:00"
    assert TERMINAL.local(at("2026-11-17 22:40")).hour == 22
    long = Span(at("2026-11-13 16:30"), at("2026-11-20 08:00"))
    assert TERMINAL.span(long) == "Fri 2026-11-13 16:30 to Fri 2026-11-20 08:00"


@pytest.mark.parametrize("writing", [TERMINAL, PAPER])
def test_each_place_is_written_as_what_it_holds(writing: Writing) -> None:
    told = Told(
        sentence="{met} of {count} by {day}, {word}{empty}: {length} {at} {ends_by}",
        parts={
            "met": 4,
            "count": 5.0,
            "day": date(2026, 11, 17),
            "word": "five",
            "at": at("2026-11-17 08:41"),
            "ends_by": time(18),
            "empty": "",
            "length": 60.0,
        },
    )
    day = writing.day(date(2026, 11, 17))
    assert told_text(told, writing) == f"4 of 5 by {day}, five: {writing.length(60)} 08:41 18:00"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (0.796, Unit.FRACTION, "79.6 %"),
        (4, Unit.OF_FIVE, "4 / 5"),
        (1.14, Unit.PER_HOUR, "1.1 / h"),
        (180, Unit.KILOMETRE, "180 km"),
        (32, Unit.MONEY, "32.00 EUR"),
        (3, Unit.COUNT, "3"),
        (3600, Unit.SECOND, "1h"),
    ],
)
def test_values_carry_their_unit(value: float, unit: Unit, written: str) -> None:
    assert value_text(value, unit, TERMINAL, "EUR").replace("\u202f", " ") == written
