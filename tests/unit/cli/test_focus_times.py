"""Days and times on the command line: understood as meant, shown so that nobody errs."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.focus_tools import FocusDesk
from tests.unit.cli.focus_documents import blocks
from workspace_assistant.cli.focus_times import day_said, instant_on, instant_within
from workspace_assistant.cli.focus_when import clock, on_day
from workspace_assistant.core.errors import UserInputError

MADRID = ZoneInfo("Europe/Madrid")
HOUR = 3600.0


@pytest.fixture
def desk() -> FocusDesk:
    return FocusDesk()  # Monday 2026-11-23, 09:00 in Madrid


def test_a_block_over_the_boundary_belongs_to_the_day_it_starts(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (
        "--from",
        "2026-11-23T02:00",
        "--to",
        "6:00",
    )  # Sunday's night; the day starts at 04:00
    assert desk.run("add", "Night", *words) == 0
    assert len(blocks(desk, capsys, "--day", "yesterday")) == 1
    assert blocks(desk, capsys, "--day", "today") == []
    assert len(blocks(desk, capsys, "--week", "2026-W47")) == 1
    assert blocks(desk, capsys, "--week", "2026-W48") == []


def test_an_export_holds_each_block_once(desk: FocusDesk, tmp_path: Any) -> None:
    desk.run("add", "Night", "--from", "2026-11-23T02:00", "--to", "6:00")
    counts = []
    for week in ("2026-W47", "2026-W48"):
        file = tmp_path / f"{week}.json"
        assert desk.run("export", str(file), "--week", week) == 0
        counts.append(len(json.loads(file.read_text())["blocks"]))
    assert counts == [1, 0]


START = datetime(2026, 11, 23, 8, 30, 45, tzinfo=UTC)  # 09:30:45 in Madrid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:30", START),
        ("09:31", datetime(2026, 11, 23, 8, 31, tzinfo=UTC)),
        ("09:30:50", datetime(2026, 11, 23, 8, 30, 50, tzinfo=UTC)),
        ("01:00", datetime(2026, 11, 24, 0, 0, tzinfo=UTC)),
        ("2026-11-24T09:00", datetime(2026, 11, 24, 8, 0, tzinfo=UTC)),
        ("2026-11-23 09:00", datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
    ],
)
def test_a_bare_time_is_the_next_one(text: str, expected: datetime) -> None:
    assert instant_within(text, START, MADRID) == expected


@pytest.mark.parametrize(
    ("text", "day"), [("9:29", "2026-11-24T09:29"), ("02:00", "2026-11-24T02:00")]
)
def test_a_time_that_comes_too_late_wants_its_day(text: str, day: str) -> None:
    with pytest.raises(UserInputError, match=f"give the day as well: {day}"):
        instant_within(text, START, MADRID)


@pytest.mark.parametrize("text", ["9999-12-31T23:59", "0001-01-01T00:00+14:00", "1969-12-31T23:59"])
def test_the_edge_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(UserInputError, match="years 1970 to 2200"):
        instant_on(text, START.date(), MADRID)


def test_days_have_words() -> None:
    today = date(2026, 11, 23)
    assert day_said("today", today) == day_said(" 2026-11-23", today) == today
    assert day_said("Yesterday", today) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["list", "--day", "abc"], "“abc” is no day such as 2026-11-23, today or yesterday"),
        (["list", "--week", ""], "“” is no week"),
        (["list", "--day", "9999-12-31"], "not for 9999"),
        (["list", "--week", "9999-W52"], "not for 9999"),
        (["list", "--week", "2026-W47", "--to", "2026-11-23"], "--to goes with --from"),
        (["list", "--day", "2026-11-20", "--to", "2026-11-23"], "--to goes with --from"),
        (["list", "--all", "--to", "2026-11-23"], "--to goes with --from"),
        (["add", "x", "--from", "9999-12-31T23:59", "--lasting", "24h"], "not for 9999"),
        (["add", "x", "--day", "soon", "--from", "9:00", "--lasting", "5m"], "“soon” is no day"),
        (["answer", "keep", "--gap", "zz"], "There is no open question “zz”"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert desk.run(*words) == 2
    assert sentence in capsys.readouterr().err


def test_a_long_block_tells_the_day_of_its_end(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    start = ("--from", "2026-11-21T02:00", "--to", "2026-11-22T08:00")
    desk.run("add", "Shift", *start)
    assert "Sat 2026-11-21 02:00-Sun 08:00" in capsys.readouterr().out
    desk.run("list", "--day", "2026-11-20")
    assert "  Sat 2026-11-21 02:00-Sun 08:00  " in capsys.readouterr().out


def test_a_question_of_another_day_says_so(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    desk.clock.reboot(HOUR)
    desk.run("recover", "continue")
    desk.run("stop")
    desk.clock.advance(24 * HOUR)
    capsys.readouterr()
    desk.run("status")
    assert "Mon 2026-11-23 09:00-10:00 in “Mail”" in capsys.readouterr().out


def test_a_block_of_another_zone_tells_its_own_clock(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.clock.zone = "Asia/Tokyo"
    desk.run("start", "Mail")
    desk.clock.zone = "Europe/Madrid"
    capsys.readouterr()

    desk.run("status")

    assert (
        "since 09:00 (begun at Mon 2026-11-23 17:00 UTC+09:00 in Asia/Tokyo)"
        in capsys.readouterr().out
    )


def test_a_zone_without_a_name_is_told_where_a_block_is_noted(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.zone_remark = "No name."
    desk.run("add", "x", "--from", "8:00", "--to", "8:10")
    desk.run("start", "Mail")
    assert capsys.readouterr().err.splitlines() == ["No name.", "No name."]
    desk.run("status")
    assert capsys.readouterr().err == ""


class TestTheHourThatComesTwice:
    """25 October 2026 in Madrid: from 02:00 to 03:00 the clock shows each time twice."""

    @pytest.mark.parametrize(
        ("at", "shown"),
        [
            (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "02:30 CEST"),
            (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "02:30 CET"),
            (datetime(2026, 10, 24, 23, 59, tzinfo=UTC), "01:59"),
            (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "03:00"),
            (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "01:59"),
            (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "03:00"),
        ],
    )
    def test_it_is_told_which_of_the_two_is_meant(self, at: datetime, shown: str) -> None:
        assert clock(at, ZoneInfo("Europe/Madrid")) == shown
        assert on_day(at, ZoneInfo("Europe/Madrid")).endswith(f" {shown}")

    def test_a_bare_time_that_cannot_be_is_told_with_its_day(self) -> None:
        start = datetime(2011, 12, 30, 9, 0, tzinfo=UTC)  # 23:00 in Samoa, before a day it skipped
        with pytest.raises(UserInputError, match="“00:30” on 2011-12-30 does not exist"):
            instant_within("00:30", start, ZoneInfo("Pacific/Apia"))
