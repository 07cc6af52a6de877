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
    kept_text,
    told_text,
    value_beside,
    value_text,
)
from workspace_assistant.core.spans import Span
from workspace_assistant.core.typography import NARROW_SPACE

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


class TestBesideATarget:
    """A value that reads like its target though it is another misleads."""

    @pytest.mark.parametrize(
        ("value", "target", "unit", "text"),
        [
            (3620.0, 3600.0, Unit.SECOND, "1 h 20 s"),
            (3600.4, 3600.0, Unit.SECOND, "1 h 1 s"),
            (3600.0, 3600.0, Unit.SECOND, "1 h"),
            (3600.0000001, 3600.0, Unit.SECOND, "1 h"),
            (39 * 3600 + 3590.0, 40 * 3600.0, Unit.SECOND, "39 h 59 min"),
            (3595.0, 3590.0, Unit.SECOND, "59 min 55 s"),
            (1.04, 1.0, Unit.PER_HOUR, "1.04 / h"),
            (1.0004, 1.0, Unit.PER_HOUR, "1.0004 / h"),
            (1.0000002, 1.0, Unit.PER_HOUR, "1.000000 / h"),
            (1.2, 1.0, Unit.PER_HOUR, "1.2 / h"),
            (1.25, 1.25, Unit.PER_HOUR, "1.25 / h"),
            (1.22, 1.23, Unit.PER_HOUR, "1.22 / h"),
            (3630.0, 3620.0, Unit.SECOND, "1 h 30 s"),
            (0.79996, 0.8, Unit.FRACTION, "79.996 %"),
            (0.7999, 0.8, Unit.FRACTION, "79.99 %"),
            (2.96, 3.0, Unit.OF_FIVE, "2.96 / 5"),
            (3.0, None, Unit.COUNT, "3"),
            (3.001, 3.0, Unit.MONEY, "3.00"),
        ],
    )
    def test_on_paper(self, value: float, target: float | None, unit: Unit, text: str) -> None:
        told = value_beside(value, target, unit, PAPER)
        assert told.replace(NARROW_SPACE, " ") == text

    def test_on_the_command_line(self) -> None:
        assert value_beside(143_999.6, 144_000.0, Unit.SECOND, TERMINAL) == "39h59m59s"

    def test_in_a_sentence(self) -> None:
        told = Told(sentence="{length} of {target}", parts={"length": 3620.0, "target": 3600.0})
        assert told_text(told, PAPER).replace(NARROW_SPACE, " ") == "1 h 20 s of 1 h"

    @pytest.mark.parametrize(
        ("value", "unit", "text"),
        [
            (1.25, Unit.PER_HOUR, "1.25 / h"),
            (1.2, Unit.PER_HOUR, "1.2 / h"),
            (1 / 3, Unit.PER_HOUR, "0.333333 / h"),
            (0.8, Unit.FRACTION, "80 %"),
            (0.8125, Unit.FRACTION, "81.25 %"),
            (3620.0, Unit.SECOND, "1 h 20 s"),
            (3660.0, Unit.SECOND, "1 h 1 min"),
            (45.0, Unit.SECOND, "45 s"),
        ],
    )
    def test_what_is_kept_is_offered(self, value: float, unit: Unit, text: str) -> None:
        assert kept_text(value, unit, PAPER).replace(NARROW_SPACE, " ") == text
