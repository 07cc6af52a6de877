"""Corrections on the command line."""

from __future__ import annotations

import pytest

from tests.fakes.focus_tools import FocusDesk
from tests.unit.cli.focus_documents import blocks, id_of, morning


@pytest.fixture
def desk() -> FocusDesk:
    return morning()


def spans(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    return [
        (one["name"], one["started_at"][11:16], one["ended_at"][11:16])
        for one in blocks(desk, capsys)
    ]


def test_blocks_are_written_down_afterwards(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert spans(desk, capsys) == [("Refunds", "08:00", "09:00"), ("Mail", "09:00", "09:30")]
    assert [one["state"] for one in blocks(desk, capsys)] == ["ended", "completed"]


def test_the_list_reads_like_a_day(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("interruption", "add", id_of(desk, capsys, "Mail"), "door", "--at", "10:05")
    capsys.readouterr()

    desk.run("list")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Monday 2026-11-23"
    assert "09:00-10:00" in lines[1]
    assert lines[3].strip() == "10:05  interruption 1: Door (From outside)"
    assert lines[4].strip() == "Worked 1h30m, interrupted 1 time"


def test_an_empty_day_says_so(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("list", "--day", "2026-11-20")
    assert "Nothing was logged then." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--day", "2026-11-23"], 2),
        (["--day", "2026-11-22"], 0),
        (["--week", "2026-W48"], 2),
        (["--from", "2026-11-01"], 2),
        (["--from", "2026-11-01", "--to", "2026-11-22"], 0),
        (["--to", "2026-11-23"], 2),
        (["--all"], 2),
    ],
)
def test_any_time_can_be_listed(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], words: list[str], count: int
) -> None:
    assert len(blocks(desk, capsys, *words)) == count


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["list", "--from", "2026-11-02", "--to", "2026-11-01"], "lies before"),
        (["list", "--week", "2026-W77"], "2026-W77"),
        (["add", "x", "--from", "nine", "--to", "10:00"], "“nine” is no time"),
        (["add", "x", "--from", "12:00", "--to", "18:00"], "future"),
        (["add", "x", "--from", "09:30", "--to", "09:40"], "Refunds"),
        (["import", "nowhere.csv"], "nowhere.csv: cannot be read"),
        (["import", "."], ".: is not a file"),
        (["export", "log.doc"], "log.doc: a log ends in .csv, .json, .ics"),
        (["export", "/nowhere/log.csv"], "/nowhere/log.csv: cannot be written"),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    before = spans(desk, capsys)

    assert desk.run(*words) == 2

    assert sentence in capsys.readouterr().err
    assert spans(desk, capsys) == before


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (
            "trim-old",
            [("Refunds", "08:00", "08:30"), ("x", "08:30", "09:10"), ("Mail", "09:10", "09:30")],
        ),
        (
            "trim-new",
            [("Refunds", "08:00", "09:00"), ("Mail", "09:00", "09:30"), ("x", "09:30", "10:00")],
        ),
    ],
)
def test_overlaps_are_trimmed_as_told(
    desk: FocusDesk,
    capsys: pytest.CaptureFixture[str],
    choice: str,
    expected: list[tuple[str, str, str]],
) -> None:
    end = "10:10" if choice == "trim-old" else "11:00"

    assert desk.run("add", "x", "--from", "09:30", "--to", end, "--overlap", choice) == 0

    assert spans(desk, capsys) == expected


def test_edit_changes_what_is_given_only(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = id_of(desk, capsys, "Mail")

    assert desk.run("edit", mail[:8], "--name", "Post", "--to", "10:40", "--tag", "a") == 0

    post = blocks(desk, capsys)[1]
    assert (post["name"], post["tags"], post["planned_s"]) == ("Post", ["a"], 1800)
    assert post["ended_at"][11:16] == "09:40"
    assert desk.run("edit", mail, "--from", "10:20", "--no-plan") == 0
    assert blocks(desk, capsys)[1]["planned_s"] is None
    assert desk.run("edit", mail) == 2


def test_split_merge_delete_and_undo(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    refunds = id_of(desk, capsys, "Refunds")

    assert desk.run("split", refunds, "--at", "09:20") == 0
    first, second = (one["id"] for one in blocks(desk, capsys)[:2])
    assert desk.run("merge", first, second) == 0
    assert spans(desk, capsys)[0] == ("Refunds", "08:00", "09:00")
    assert desk.run("delete", refunds) == 0
    assert spans(desk, capsys) == [("Mail", "09:00", "09:30")]
    assert desk.run("undo") == 0
    assert len(spans(desk, capsys)) == 2


def test_interruptions_are_corrected_by_their_number(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = id_of(desk, capsys, "Mail")
    words = ("interruption", "add", mail, "door", "--at", "10:05", "--until", "10:07")
    assert desk.run(*words) == 0
    assert desk.run("interruption", "edit", mail, "1", "--cause", "pet", "--note", "cat") == 0
    (one,) = blocks(desk, capsys)[1]["interruptions"]
    assert (one["cause"], one["note"], one["ended_at"][11:16]) == ("pet", "cat", "09:07")
    assert desk.run("interruption", "edit", mail, "1", "--at", "10:04", "--until", "10:06") == 0
    assert desk.run("interruption", "delete", mail, "2") == 2
    assert "has 1 interruption, not number 2" in capsys.readouterr().err
    assert desk.run("interruption", "delete", mail, "1") == 0
    assert blocks(desk, capsys)[1]["interruptions"] == []


def test_last_nights_block_is_written_down_after_midnight(
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk = FocusDesk()
    desk.clock.advance(17 * 3600)  # Tuesday, 02:00 in Madrid; the log's day is still Monday

    assert desk.run("add", "Night", "--from", "22:00", "--to", "01:00") == 0

    (block,) = blocks(desk, capsys, "--day", "2026-11-23")
    assert (block["started_at"][:16], block["ended_at"][:16]) == (
        "2026-11-23T21:00",
        "2026-11-24T00:00",
    )


@pytest.mark.parametrize(
    ("day", "time", "sentence"),
    [("2026-03-29", "02:30", "does not exist"), ("2026-10-25", "02:30", "came twice")],
)
def test_a_time_that_never_was_or_came_twice_is_refused(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], day: str, time: str, sentence: str
) -> None:
    assert desk.run("add", "x", "--day", day, "--from", time, "--lasting", "10m") == 2
    assert sentence in capsys.readouterr().err


def test_a_time_with_its_offset_is_plain(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    start = "2026-10-25T02:30:00+01:00"
    assert desk.run("add", "x", "--from", start, "--lasting", "10m") == 0
    (block,) = blocks(desk, capsys, "--day", "2026-10-24")  # the log's day begins at 04:00
    assert block["started_at"].startswith("2026-10-25T01:30")


def test_a_forgotten_break_is_written_into_a_block_that_is_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk = morning()
    mail = id_of(desk, capsys, "Mail")
    assert desk.run("gap", mail, "--from", "10:10", "--lasting", "5m", "--break") == 0
    assert desk.run("gap", mail, "--from", "10:20", "--to", "10:25") == 0

    (found,) = (one for one in blocks(desk, capsys) if one["name"] == "Mail")
    assert [one["reason"] for one in found["gaps"]] == ["break", "pause"]
    assert found["worked_s"] == 20 * 60
    assert desk.run("gap", mail, "--from", "10:20", "--to", "10:45") == 2
