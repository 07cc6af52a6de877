"""How the command line writes a week: by hours and minutes, in the user's language."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.weeks import ZONE, at
from workspace_assistant.cli.week_writing import TerminalWriting
from workspace_assistant.core.balance.model import Unit
from workspace_assistant.core.balance.paper_writing import PaperWriting
from workspace_assistant.core.balance.writing import Writing, value_beside
from workspace_assistant.core.spans import Span

WRITING: Writing = TerminalWriting(ZONE)
LONG = Span(at("2026-11-13 16:30"), at("2026-11-20 08:00"))
WORDS = {"Fri": "vie", "Nov": "nov", "{start} to {end}": "de {start} a {end}"}


def spanish(sentence: str, /, **parts: str) -> str:
    return WORDS.get(sentence, sentence).format_map(parts)


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (144_700, "40h11m"),
        (39_599.7, "10h59m"),
        (3600, "1h"),
        (59.9, "59s"),
        (0, "0m"),
        (-5430, "-1h30m"),
        (-0.2, "0m"),
    ],
)
def test_lengths_have_no_seconds(seconds: float, written: str) -> None:
    assert WRITING.length(seconds) == written


def test_seconds_are_told_where_a_target_is_missed_by_them() -> None:
    told = value_beside(3620, 3600, Unit.SECOND, WRITING)
    assert told.replace("\u202f", " ") == "1h 20s"


def test_days_and_spans() -> None:
    assert WRITING.day(date(2026, 11, 4)) == "Wed 2026-11-04"
    assert WRITING.span(Span(at("2026-11-17 22:40"), at("2026-11-18 08:00"))) == (
        "Tue 22:40 to Wed 08:00"
    )
    assert WRITING.span(LONG) == "Fri 2026-11-13 16:30 to Fri 2026-11-20 08:00"


def test_in_another_language() -> None:
    terminal, paper = TerminalWriting(ZONE, spanish), PaperWriting(ZONE, spanish)
    assert terminal.span(LONG) == "de vie 2026-11-13 16:30 a vie 2026-11-20 08:00"
    assert paper.span(LONG) == "de vie 13 nov 16:30 a vie 20 nov 08:00"
