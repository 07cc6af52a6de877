"""`shifts import, subscribe, refresh, sources`: calendars, and never a word of their address."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.shift_tools import ShiftCommands
from tests.fakes.shifts import an_event
from workspace_assistant.core.shifts.model import Filter, Place
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError, Fetched

ADDRESS = "https://calendar.example/feed/canary-4711.ics"
TUESDAY = an_event("2026-11-24 08:00", "2026-11-24 16:00", "Shift", uid="tue")
DENTIST = an_event("2026-11-24 18:00", "2026-11-24 19:00", "Dentist\x1b[2J", uid="d")
HOLIDAY = an_event(
    "2026-11-26 00:00",
    "2026-11-26 00:00",
    "",
    uid="h",
    starts=date(2026, 11, 26),
    ends=date(2026, 11, 27),
)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> ShiftCommands:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{ADDRESS}\n"))
    return ShiftCommands()


@pytest.fixture
def roster(tmp_path: Path, desk: ShiftCommands) -> Path:
    path = tmp_path / "roster.ics"
    path.write_bytes(b"a roster")
    desk.calendar.contents[b"a roster"] = CalendarContent(
        events=(TUESDAY, DENTIST, HOLIDAY), faults=("Event 4 has no start.",)
    )
    return path


def document(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_preview_says_what_would_be_shifts_and_why_others_are_none(
    desk: ShiftCommands, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("import", str(roster), "--summary", "shift", "--preview") == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "1 shift, 2 events left out, 1 not understood",
        "Tuesday 2026-11-24",
        f"  {desk_id(out)}  08:00-16:00          8h  Home       Shift",
        "Left out (1): Neither its title nor its categories are those of shifts.",
        "  Tue 2026-11-24 18:00  Dentist[2J",
        "Left out (1): It lasts all day, without times.",
        "  Thu 2026-11-26 all day  (no title)",
        "Not understood: Event 4 has no start.",
        "Nothing was kept: this is a preview.",
    ]
    assert desk.store.kept.sources == {}
    desk.run("import", str(roster), "--preview", "--json")
    assert len(document(capsys)["shifts"]) == 2


def desk_id(out: str) -> str:
    return out.splitlines()[2].split()[0]


def test_a_file_is_kept_under_its_name(
    desk: ShiftCommands, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("import", str(roster), "--summary", "shift") == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "added    Tue 2026-11-24 08:00-16:00, home",
        "Kept “roster”: 1 shift; 2 other events left out (see why: --preview)",
    ]
    assert told.err == "Not understood, kept as it was: Event 4 has no start.\n"
    again = an_event("2026-11-24 10:00", "2026-11-24 18:00", "Shift", uid="tue", location="Office")
    desk.calendar.contents[b"a roster"] = CalendarContent(events=(again,))
    assert desk.run("import", str(roster), "--as-source", "ROSTER") == 0
    line = capsys.readouterr().out.splitlines()[0]
    assert line == (
        "moved    Tue 2026-11-24 10:00-18:00, office (was Tue 2026-11-24 08:00-16:00, home)"
    )
    desk.calendar.contents[b"a roster"] = CalendarContent(events=(DENTIST,))
    assert desk.run("import", str(roster), "--json") == 0
    (source,) = document(capsys)["sources"]
    assert sorted(one["kind"] for one in source["changes"]) == ["moved"]


def test_words_choose_events_breaks_and_places(
    desk: ShiftCommands, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.calendar.contents[b"a roster"] = CalendarContent(
        events=(
            an_event("2026-11-24 08:00", "2026-11-24 16:00", "Dienst @ Zuhause"),
            an_event("2026-11-25 08:00", "2026-11-25 16:00", "Dienst", location="Filiale Nord"),
            an_event("2026-11-24 12:00", "2026-11-24 12:30", "Mittag"),
            an_event("2026-11-26 08:00", "2026-11-26 16:00", "Training", categories=("Arbeit",)),
        )
    )
    desk.run(
        *("import", str(roster), "--summary", "dienst*", "--category", "arbeit"),
        *("--break-summary", "mittag", "--home-word", "zuhause", "--office-word", "filiale"),
        *("--place", "other", "--preview", "--json"),
    )
    found = document(capsys)
    assert [one["place"] for one in found["shifts"]] == ["home", "office", "other"]
    assert found["shifts"][0]["breaks"][0]["name"] == "Mittag"
    assert found["left_out"] == []
    desk.run("import", str(roster), "--home-word", "zuhause", "--office-word", "filiale")
    assert "Kept “roster”: 3 shifts (2 home, 1 office);" in capsys.readouterr().out


def test_a_long_list_is_cut_and_says_so(
    desk: ShiftCommands, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = [
        an_event(f"2026-12-{day:02} 0{hour}:00", f"2026-12-{day:02} 0{hour}:30")
        for day in range(1, 26)
        for hour in (1, 3, 5)
    ]
    desk.calendar.contents[b"a roster"] = CalendarContent(events=tuple(events))
    desk.run("import", str(roster), "--preview")
    assert "  ... and 45 more: see --json" in capsys.readouterr().out.splitlines()
    desk.run("import", str(roster))
    assert "  ... and 45 more: see --json" in capsys.readouterr().out.splitlines()


def test_a_file_that_cannot_be_used_is_named(
    desk: ShiftCommands, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web_page = tmp_path / "page.ics"
    web_page.write_text("<html>")
    for path, message in (
        (web_page, "This is no calendar."),
        (tmp_path / "absent.ics", "cannot be read: No such file or directory"),
        (tmp_path, "is not a file"),
    ):
        assert desk.run("import", str(path)) == 2
        assert capsys.readouterr().err == f"{path}: {message}\n"
    assert desk.store.kept.sources == {}


def test_a_calendar_without_shifts_is_not_kept(
    desk: ShiftCommands, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("import", str(roster), "--summary", "duty") == 2
    assert "--preview" in capsys.readouterr().err
    assert desk.store.kept.sources == {}


def test_a_subscription_keeps_its_address_in_the_keyring_alone(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.publish(TUESDAY)
    assert desk.run("subscribe", "Work", "--address-stdin") == 0
    told = capsys.readouterr()
    assert "Kept “Work”: 1 shift; 0 other events left out" in told.out
    assert list(desk.addresses.kept.values()) == [ADDRESS]
    assert desk.addresses.held == {}
    assert "canary" not in told.out + told.err + repr(desk.store.kept)


def test_a_preview_of_a_subscription_keeps_no_address(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.publish(TUESDAY)
    assert desk.run("subscribe", "Work", "--preview") == 0
    assert "this is a preview" in capsys.readouterr().out
    assert (desk.addresses.kept, desk.addresses.held, desk.store.kept.sources) == ({}, {}, {})


def test_the_environment_stands_in_where_nobody_can_be_asked(
    desk: ShiftCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    desk.of_environment = ADDRESS
    desk.publish(TUESDAY)
    assert desk.run("subscribe", "Work") == 0
    assert list(desk.addresses.kept.values()) == [ADDRESS]


@pytest.mark.parametrize(
    "words",
    [
        ("subscribe", ADDRESS),
        ("subscribe", "webcal:canary"),
        ("subscribe", "Work", ADDRESS),
        ("subscribe", "Work", "--address", ADDRESS),
        ("subscribe", "Work", "--url", ADDRESS),
        ("import", ADDRESS),
        ("import", "x.ics", "--as-source", ADDRESS),
        ("refresh", ADDRESS),
        ("remove", ADDRESS),
        ("edit", ADDRESS, "--place", "home"),
        ("restore", ADDRESS),
    ],
)
def test_an_address_on_the_command_line_is_refused_and_not_repeated(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert desk.run(*words) == 2
    told = capsys.readouterr()
    assert "does not belong there. Run: workspace-assistant shifts subscribe NAME" in told.err
    assert "canary" not in told.out + told.err
    assert desk.feed.asked == []


@pytest.mark.parametrize(
    "words",
    [
        ("subscribe", "Work", "--address-stdin", ADDRESS),
        ("subscribe", "Work", "--preview", "webcal:canary"),
        ("subscribe", "Work", f"--link={ADDRESS}"),
        ("subscribe", "Work", "--place", ADDRESS),
        ("refresh", "Work", ADDRESS),
        (ADDRESS,),
    ],
)
def test_wrong_options_repeat_no_address_either(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        desk.run(*words)
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert "canary" not in told.out + told.err


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("", "no address was given"),
        ("ftp://canary.example/x", "Calendars are fetched from addresses that begin with"),
        ("not an address canary", "This is no address of a calendar"),
    ],
)
def test_what_is_no_address_is_refused_and_not_repeated(
    desk: ShiftCommands,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    message: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{address}\n"))
    assert desk.run("subscribe", "Work") == 2
    err = capsys.readouterr().err
    assert message in err
    assert "canary" not in err


def test_an_address_that_is_not_encrypted_is_told(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("http://calendar.example/x.ics\n"))
    desk.publish(TUESDAY)
    assert desk.run("subscribe", "Work") == 0
    assert "not encrypted" in capsys.readouterr().err


def test_what_goes_wrong_with_server_and_keyring_is_one_sentence(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.run("subscribe", "Work") == 2
    assert capsys.readouterr().err == "The server cannot be reached.\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{ADDRESS}\n"))
    desk.publish(TUESDAY)
    desk.addresses.fault = CalendarError("keyring-locked", "The keyring is locked.")
    assert desk.run("subscribe", "Work") == 2
    assert capsys.readouterr().err == "The keyring is locked. Nothing was kept.\n"
    assert (desk.store.kept.sources, desk.addresses.held) == ({}, {})


def test_a_refresh_tells_changes_and_failures(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("refresh") == 0
    assert "nothing to refresh" in capsys.readouterr().out
    desk.publish(TUESDAY)
    desk.run("subscribe", "Work")
    capsys.readouterr()
    assert desk.run("refresh") == 0
    assert capsys.readouterr().out == "Work: nothing changed\n"
    desk.publish(faults=["Event 2 is odd."], unread=("odd",))
    assert desk.run("refresh", "work") == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "Work: changed",
        "  removed  Tue 2026-11-24 08:00-16:00, home",
    ]
    assert "Event 2 is odd." in told.err
    desk.feed.answers["*"] = CalendarError("timed-out", "The server did not answer.")
    assert desk.run("refresh") == 1
    err = capsys.readouterr().err
    assert err == "Work: The server did not answer. Its shifts are kept as they were.\n"
    assert desk.run("refresh", "--json") == 1
    (source,) = document(capsys)["sources"]
    assert (source["is_done"], source["trouble_code"]) == (False, "timed-out")


def test_a_stale_subscription_is_told_with_its_age_and_next_step(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.publish(TUESDAY)
    desk.run("subscribe", "Work")
    desk.feed.answers["*"] = CalendarError("timed-out", "The server did not answer.")
    desk.now.advance(13 * 3600)
    desk.run("refresh")
    desk.run("refresh")
    capsys.readouterr()
    assert desk.run("sources") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(
        "Work (calendar subscription): 1 coming, may be out of date, read 13h ago"
    )
    assert lines[1:] == [
        "          Failed 2 times in a row: The server did not answer.",
        "          Next try by itself: 22:30. Now: workspace-assistant shifts refresh",
    ]
    desk.run("next")
    assert "Failed 2 times in a row" in capsys.readouterr().err
    desk.run("sources", "--json")
    (source,) = document(capsys)["sources"]
    assert (source["name"], source["is_stale"], source["age_s"]) == ("Work", True, 46800.0)
    desk.feed.answers["*"] = Fetched(content=None)
    desk.run("refresh")
    capsys.readouterr()
    desk.run("sources")
    assert capsys.readouterr().out.endswith("1 coming, read less than a minute ago\n")


def test_a_source_is_removed_with_what_the_keyring_says(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.publish(TUESDAY)
    desk.run("subscribe", "Work")
    capsys.readouterr()
    desk.addresses.fault = CalendarError("keyring-locked", "The keyring is locked.")
    assert desk.run("remove", "work", "--json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {
        "schema": "workspace-assistant/removed-shift-source/1",
        "name": "Work",
        "removed": 1,
        "kept": 0,
        "remark": told.err.strip(),
    }
    assert "may still be in the system's keyring" in told.err


LATE = an_event("2026-11-25 14:00", "2026-11-25 22:00", "Late", uid="late", categories=("Duty",))


class TestChange:
    @pytest.fixture(autouse=True)
    def _subscribed(self, desk: ShiftCommands, capsys: pytest.CaptureFixture[str]) -> None:
        desk.publish(TUESDAY, LATE)
        assert desk.run("subscribe", "Work") == 0
        capsys.readouterr()

    def names(self, desk: ShiftCommands) -> list[str]:
        kept = desk.store.kept.shifts.values()
        return [one.name for one in sorted(kept, key=lambda one: one.starts_at)]

    def test_a_preview_says_what_it_would_change_and_changes_nothing(
        self, desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert desk.run("change", "work", "--summary", "late*", "--preview") == 0
        out = capsys.readouterr().out
        assert "1 shift, 1 event left out" in out
        assert "Of what is known it would change:\n  removed  Tue 2026-11-24" in out
        assert out.endswith("Nothing was kept: this is a preview.\n")
        assert self.names(desk) == ["Shift", "Late"]

    def test_other_words_take_the_place_of_those_of_their_kind(
        self, desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert desk.run("change", "Work", "--summary", "late*") == 0
        assert "1 shift" in capsys.readouterr().out
        assert self.names(desk) == ["Late"]
        assert desk.run("change", "Work", "--category", "duty", "--place", "office") == 0
        (source,) = desk.store.kept.sources.values()
        assert (source.filter.summary, source.filter.categories) == (("late*",), ("duty",))
        assert source.filter.breaks == Filter().breaks
        assert source.place is Place.OFFICE
        assert desk.run("change", "Work", "--summary", "", "--category", "") == 0
        assert self.names(desk) == ["Shift", "Late"]

    def test_it_is_refused_where_nothing_would_be_a_shift(
        self, desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert desk.run("change", "Work", "--summary", "nothing") == 2
        assert "No event of this calendar is a shift" in capsys.readouterr().err
        assert self.names(desk) == ["Shift", "Late"]

    def test_it_is_refused_where_it_cannot_be_had_or_nothing_is_said(
        self, desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert desk.run("change", "Work") == 2
        assert "Nothing is said" in capsys.readouterr().err
        desk.feed.answers["*"] = CalendarError("timed-out", "No answer.")
        assert desk.run("change", "Work", "--place", "office") == 2
        assert "No answer. Nothing was changed." in capsys.readouterr().err
        assert desk.run("change", ADDRESS) == 2
