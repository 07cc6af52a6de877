"""`shifts` as a person types it: by hand, weekly patterns, and what is told of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.fakes.shift_tools import ShiftCommands
from tests.fakes.shifts import local


@pytest.fixture
def desk() -> ShiftCommands:
    """The clock stands at Monday 2026-11-23, 09:00 in Madrid."""
    return ShiftCommands()


class Told:
    """What the commands said since it was asked last."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def out(self) -> str:
        return self._capsys.readouterr().out

    def err(self) -> str:
        return self._capsys.readouterr().err

    def document(self) -> Any:
        return json.loads(self.out())


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    return Told(capsys)


def planned(desk: ShiftCommands, told: Told, *words: str) -> list[Any]:
    told.out()
    assert desk.run("list", "--json", *words) == 0
    document = told.document()
    assert document["schema"] == "workspace-assistant/shifts/1"
    shifts: list[Any] = document["shifts"]
    return shifts


def test_a_night_shift_is_written_down_and_told(desk: ShiftCommands, told: Told) -> None:
    code = desk.run(
        *("add", "2026-11-23 22:00", "06:00", "--place", "office", "--name", "Cover for Ana"),
        *("--break", "02:00-02:30 Tea", "--break", "23:00-23:15"),
    )
    assert code == 0
    assert told.out().splitlines() == [
        "Added:",
        "Monday 2026-11-23",
        "  00010000  22:00-Tue 06:00      8h  Office     By hand: Cover for Ana",
        "            break 23:00-23:15",
        "            break 02:00-02:30  Tea",
    ]
    (shift,) = planned(desk, told)
    assert (shift["starts_at"], shift["ends_at"]) == (
        "2026-11-23T21:00:00Z",
        "2026-11-24T05:00:00Z",
    )
    assert (shift["place"], shift["source"]) == ("office", "By hand")
    assert [one["name"] for one in shift["breaks"]] == ["", "Tea"]


@pytest.mark.parametrize(
    ("start", "end", "starts_at", "ends_at"),
    [
        ("10:00", "18:00", "2026-11-23T09:00:00Z", "2026-11-23T17:00:00Z"),
        ("today 7:00", "15:00", "2026-11-23T06:00:00Z", "2026-11-23T14:00:00Z"),
        ("tomorrow 08:00", "16:00", "2026-11-24T07:00:00Z", "2026-11-24T15:00:00Z"),
        ("tomorrow 8", "16", "2026-11-24T07:00:00Z", "2026-11-24T15:00:00Z"),
        ("tomorrow 8", "7h30m", "2026-11-24T07:00:00Z", "2026-11-24T14:30:00Z"),
        ("wed 08:00", "16:00", "2026-11-25T07:00:00Z", "2026-11-25T15:00:00Z"),
        ("Monday 08:00", "16:00", "2026-11-23T07:00:00Z", "2026-11-23T15:00:00Z"),
        ("2026-11-25T08:00+02:00", "12:00", "2026-11-25T06:00:00Z", "2026-11-25T11:00:00Z"),
        ("2027-03-27 22:00", "06:00", "2027-03-27T21:00:00Z", "2027-03-28T04:00:00Z"),
        ("2026-11-27 20:00", "2026-11-28 19:00", "2026-11-27T19:00:00Z", "2026-11-28T18:00:00Z"),
    ],
)
def test_times_are_understood_as_people_say_them(
    desk: ShiftCommands, told: Told, start: str, end: str, starts_at: str, ends_at: str
) -> None:
    assert desk.run("add", start, end) == 0
    again = ShiftCommands()
    assert again.run("add", *f"{start} {end}".split()) == 0  # without quotes
    assert again.store.kept == desk.store.kept
    (shift,) = planned(desk, told, "--from", "2026-11-01", "--to", "2027-12-31")
    assert (shift["starts_at"], shift["ends_at"]) == (starts_at, ends_at)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("add", "8 o'clock", "16:00"), "is no time such as 09:30"),
        (("add", "08:00"), "Give the start and the end"),
        (("add", "08:00", "2026-11-24"), "has no time of day"),
        (("add", "2026-11-24", "16:00"), "has no time of day"),
        (("add", "08:00", "25h"), "no length up to 24 hours"),
        (("pattern", "Mon-Fri", "9-5"), "would last 20h"),
        (("add", "08:00", "08:00"), "end after it starts"),
        (("add", "20:00", "19:00"), "give the day as well"),
        (("add", "2026-11-25 08:00", "2026-11-27 08:00"), "24 hours at most"),
        (("add", "2027-03-28 02:30", "10:00"), "does not exist in Europe/Madrid"),
        (("add", "2026-10-25 02:30", "10:00"), "came twice"),
        (("add", "2026-02-30 08:00", "10:00"), "is no time"),
        (("add", "08:00", "16:00", "--break", "noon"), "is no break such as"),
        (("add", "08:00", "16:00", "--break", "17:00-17:30"), "inside its shift"),
        (("list", "--day", "someday"), "is no day such as"),
        (("list", "--from", "2026-11-23", "--to", "2026-11-20"), "lies before"),
        (("list", "--week", "W60"), "is no week"),
        (("list", "--day", "today", "--to", "Mon"), "--to goes with --from"),
        (("edit", "abc", "--name", "x"), "No shift has an id"),
        (("remove", "abc"), "Nor is there a source of that name"),
        (("restore", "abc"), "No shift has an id"),
        (("refresh", "abc"), "no source of shifts named “abc”"),
        (("pattern", "whenever"), "is no pattern such as"),
        (("pattern", "Mon 8-16", "--break", "17-18"), "inside its shift"),
        (("pattern", "Mon 8-16", "--break", "12:00-12:99"), "are no times"),
        (("pattern", "Mon 8-16", "--from", "never"), "is no day"),
        (("pattern", "Mon 8-16", "--time-zone", "Mars"), "no time zone"),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    desk: ShiftCommands, told: Told, words: tuple[str, ...], message: str
) -> None:
    before = desk.store.kept
    assert desk.run(*words) == 2
    err = told.err()
    assert message in err
    assert err.count("\n") == 1
    assert desk.store.kept == before


@pytest.mark.parametrize(
    "words", [("add", "08:00", "16:00", "--place", "moon"), ("pattern", "Mon 8-16", "--every", "x")]
)
def test_bad_options_name_what_can_be_meant(
    desk: ShiftCommands, told: Told, words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        desk.run(*words)
    assert ended.value.code == 2
    assert "choose from" in told.err()


def test_a_shift_is_changed_taken_off_and_not_doubled(desk: ShiftCommands, told: Told) -> None:
    desk.run("add", "tomorrow 08:00", "16:00", "--break", "12:00-12:30")
    assert desk.run("add", "tomorrow 15:00", "18:00") == 2
    assert "There is a shift at that time: 2026-11-24 08:00 to 2026-11-24 16:00" in told.err()
    assert desk.run("edit", "0001", "--to", "18:00", "--name", "Long", "--place", "other") == 0
    (shift,) = planned(desk, told)
    assert (shift["ends_at"], shift["name"], shift["place"]) == (
        "2026-11-24T17:00:00Z",
        "Long",
        "other",
    )
    assert len(shift["breaks"]) == 1
    desk.run("edit", "0001", "--from", "Wed 09:00", "--no-breaks")
    (shift,) = planned(desk, told)
    assert (shift["starts_at"], shift["breaks"]) == ("2026-11-25T08:00:00Z", [])
    assert desk.run("edit", "0001", "--break", "10:00-10:30", "--no-breaks") == 2
    assert desk.run("edit", "0001", "--break", "10:00-10:30") == 0
    assert desk.run("edit", "0001") == 2
    assert "Nothing is said" in told.err()
    assert desk.run("remove", "0001") == 0
    assert told.out().startswith("Taken off:")
    assert planned(desk, told) == []


def test_a_pattern_fills_the_list_and_its_shifts_can_be_taken_off(
    desk: ShiftCommands, told: Told
) -> None:
    assert desk.run("pattern", "Tue-Fri 08-16", "Sat", "22:00-06:00", "--break", "12:00-12:30") == 0
    out = told.out()
    assert "Added “Tue-Fri 08:00-16:00; Sat 22:00-06:00”: 44 shifts" in out
    assert "Saturday 2026-11-28" in out
    tuesday = planned(desk, told)[0]
    assert desk.run("remove", tuesday["id"][:8]) == 0
    assert f"shifts restore {tuesday['id'][:8]}" in told.err()
    assert tuesday not in planned(desk, told)
    assert planned(desk, told, "--hidden") == [tuesday]
    assert desk.run("restore", tuesday["id"]) == 0
    assert tuesday in planned(desk, told)
    assert desk.run("remove", "tue-fri 08:00-16:00; sat 22:00-06:00") == 0
    assert "with 44 coming shifts; kept as history: 0" in told.out()
    assert planned(desk, told) == []


def test_every_other_week_between_two_days(desk: ShiftCommands, told: Told) -> None:
    desk.run(
        *("pattern", "Mon 08-16", "--every", "2", "--from", "2026-11-30", "--until", "2026-12-31"),
        *("--name", "Odd weeks", "--place", "office", "--json"),
    )
    (source,) = told.document()["sources"]
    assert source["name"] == "Odd weeks"
    starts = [change["after"]["starts_at"][:10] for change in source["changes"]]
    assert starts == ["2026-11-30", "2026-12-14", "2026-12-28"]
    assert {change["after"]["place"] for change in source["changes"]} == {"office"}


def test_a_zone_without_a_name_cannot_hold_a_pattern(desk: ShiftCommands, told: Told) -> None:
    desk.zone_remark = "This computer's time zone has no name that is known"
    assert desk.run("pattern", "Mon 8-16") == 2
    assert "Or give --time-zone" in told.err()
    assert desk.run("pattern", "Mon 8-16", "--time-zone", "Europe/Lisbon") == 0
    told.out()
    assert desk.run("add", "today 18:00", "20:00") == 0
    assert "has no name" in told.err()


def test_lists_are_of_a_day_a_week_or_any_time(desk: ShiftCommands, told: Told) -> None:
    desk.run("pattern", "Mon-Sun 22:00-06:00")
    for words, count in (
        ((), 14),
        (("--day", "today"), 1),
        (("--day", "Sun"), 1),
        (("--week",), 7),
        (("--week", "2026-W49"), 7),
        (("--week", "next"), 7),
        (("--week", "last"), 0),
        (("--from", "tomorrow"), 14),
        (("--from", "2026-11-25", "--to", "2026-11-26"), 2),
        (("--to", "2026-11-24"), 2),
    ):
        assert len(planned(desk, told, *words)) == count, words
    desk.now.at = local("2026-11-24 03:00")
    assert planned(desk, told)[0]["starts_at"] == "2026-11-23T21:00:00Z"  # it still runs
    assert planned(desk, told, "--day", "today")[0]["starts_at"] == "2026-11-24T21:00:00Z"


def test_without_an_action_the_coming_days_are_told(desk: ShiftCommands, told: Told) -> None:
    assert desk.run() == 0
    assert told.out().startswith("No shift is planned then. Add some:")
    desk.run("add", "2026-11-23 08:00", "16:00")
    desk.run("add", "2026-11-24 08:30", "16:00")
    told.out()
    assert desk.run() == 0
    assert told.out().splitlines()[-1] == "2 shifts, 15h30m planned"


def test_now_and_next(desk: ShiftCommands, told: Told) -> None:
    assert desk.run("next") == 0
    assert told.out() == "No shift is planned for the next 60 days.\n"
    desk.run("add", "today 08:00", "16:00", "--break", "12:00-12:30 Lunch", "--name", "Phones")
    desk.run("add", "Thu 22:00", "06:00")
    told.out()
    desk.run("next")
    assert told.out().splitlines() == [
        "Now: today 08:00-16:00, home, By hand: Phones, ends in 7h",
        "Break: 12:00-12:30 (Lunch), in 3h",
        "Next: Thu 2026-11-26 22:00-Fri 06:00, home, By hand, starts in 4 days",
    ]
    desk.now.at = local("2026-11-23 12:29:30")
    desk.run("next")
    assert "Break: 12:00-12:30 (Lunch), ends in less than a minute" in told.out()
    desk.run("next", "--json")
    document = told.document()
    assert document["current"]["name"] == "Phones"
    assert document["next_break"]["name"] == "Lunch"
    assert document["starts_in_s"] == 293430.0


def test_sources_that_contradict_each_other_are_told(desk: ShiftCommands, told: Told) -> None:
    desk.run("pattern", "Mon-Fri 08:00-16:00")
    assert told.err() == ""
    desk.run("pattern", "Tue 08:00-17:00")
    assert told.err().startswith(
        "9 coming shifts with time in common with another one, first Tue 2026-11-24 08:00-17:00."
    )
    desk.run("list")
    assert "9 coming shifts" in told.err()
    desk.run("list", "--json")
    assert told.err() == ""


def test_days_that_lie_too_far_ahead_are_told(desk: ShiftCommands, told: Told) -> None:
    assert desk.run("list", "--from", "2027-06-01") == 0
    assert told.err() == ""
    desk.run("pattern", "Mon 08-16", "--from", "2027-06-01")
    assert "come into sight 60 days before" in told.err()
    desk.run("list", "--from", "2027-06-01")
    assert told.err() == "Shifts of patterns and subscriptions are known until Fri 2027-01-22\n"
    desk.run("list")
    assert told.err() == ""


def test_a_traveler_sees_both_clocks(desk: ShiftCommands, told: Told) -> None:
    desk.run("add", "today 10:00", "18:00")
    desk.zone = "America/New_York"
    told.out()
    desk.run("list")
    assert "04:00-12:00" in (out := told.out())
    assert "(10:00 in Europe/Madrid)" in out


def test_names_steer_no_terminal(desk: ShiftCommands, told: Told) -> None:
    desk.run("add", "today 10:00", "18:00", "--name", "a\x1b[2Jb\nForged 08:00")
    out = told.out()
    assert "\x1b" not in out
    assert "a[2Jb Forged 08:00" in out


def test_sources_are_listed(desk: ShiftCommands, told: Told) -> None:
    desk.run("sources")
    assert told.out() == "There is no source of shifts yet.\n"
    desk.run("add", "today 10:00", "18:00")
    desk.run("pattern", "Sat 8-12", "--name", "Saturdays")
    told.out()
    desk.run("sources")
    assert told.out().splitlines() == [
        "hand      By hand (written down by hand): 1 coming",
        "00020000  Saturdays (weekly pattern): 8 coming",
    ]
