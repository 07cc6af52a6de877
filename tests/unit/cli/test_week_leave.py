"""`week leave`: days off as they are told on the command line."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.fakes.week_desk import WeekDesk
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.leave.model import LeaveKind


@pytest.fixture
def desk() -> WeekDesk:
    return WeekDesk()


def run(desk: WeekDesk, *words: str) -> int:
    arguments = parse(["week", "leave", *words])
    return explained(lambda: int(arguments.run(arguments, desk)))


def days(desk: WeekDesk) -> list[str]:
    return [f"{one.on} {one.kind}" for one in desk.leave.between(date.min, date.max)]


def test_a_day_or_a_range_is_off(desk: WeekDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "add", "2026-11-20", "2026-11-21", "--kind", "sick") == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == ["Fri 2026-11-20  Sick", "Sat 2026-11-21  Sick"]
    assert told.err == "Days off from now on: 2.\n"
    run(desk, "add", "tomorrow")
    assert days(desk) == ["2026-11-20 sick", "2026-11-21 leave"]


def test_a_day_is_one_like_any_other_again(
    desk: WeekDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.leave.add(date(2026, 11, 20), date(2026, 11, 22))
    assert run(desk, "remove", "2026-11-21", "2026-12-31", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document == {
        "schema": "workspace-assistant/leave/1",
        "days": [
            {"on": "2026-11-21", "kind": "leave"},
            {"on": "2026-11-22", "kind": "leave"},
        ],
    }
    assert days(desk) == ["2026-11-20 leave"]


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ((), ["2026-01-01", "2026-12-24", "2027-12-31"]),
        (("list",), ["2026-01-01", "2026-12-24", "2027-12-31"]),
        (("list", "2026-06-01"), ["2026-12-24", "2027-12-31"]),
        (("list", "2025-01-01", "2026-01-01"), ["2025-12-31", "2026-01-01"]),
    ],
)
def test_this_year_and_the_next_are_listed_or_what_is_asked_for(
    desk: WeekDesk,
    words: tuple[str, ...],
    listed: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    for day in ("2025-12-31", "2026-01-01", "2026-12-24", "2027-12-31", "2028-01-01"):
        desk.leave.add(date.fromisoformat(day), kind=LeaveKind.HOLIDAY)
    assert run(desk, *words, "--json") == 0
    found = json.loads(capsys.readouterr().out)["days"]
    assert [one["on"] for one in found] == listed


def test_that_there_is_none_is_said(desk: WeekDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk) == 0
    assert capsys.readouterr().err == "No day off from 2026-01-01 to 2027-12-31.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "soon"), "no day such as 2026-11-20"),
        (("add", "2026-11-20", "2026-11-19"), "2026-11-19 is before it"),
        (("add", "2026-11-20", "2028-11-19"), "At most 366 days"),
    ],
)
def test_what_cannot_be_meant_is_told(
    desk: WeekDesk, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, *words) == 2
    assert said in capsys.readouterr().err
    assert days(desk) == []
