"""Who signs in to a calendar server, and which of its calendars is meant."""

from __future__ import annotations

import pytest

from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn, chosen_calendar

CANARY = "canary-91b2"
WORK = FoundCalendar(name="Work", address=f"caldavs://me:{CANARY}@dav.example/work/")
HOME = FoundCalendar(name="Home", address=f"caldavs://me:{CANARY}@dav.example/home/")


def test_what_was_written_wins_over_what_the_address_holds() -> None:
    address = f"https://old:{CANARY}@dav.example/"
    assert SignIn(address=address).parsed().user == "old"
    parsed = SignIn(address=address, user="new", password="word").parsed()
    assert (parsed.user, parsed.password, parsed.host) == ("new", "word", "dav.example")


def test_nothing_of_it_is_in_a_representation() -> None:
    told = repr((SignIn(address=CANARY, user=CANARY, password=CANARY), WORK))
    assert CANARY not in told
    assert "Work" in told


def test_the_only_calendar_needs_no_name() -> None:
    assert chosen_calendar((WORK,), " ") is WORK
    assert chosen_calendar((HOME, WORK), "") is None
    assert chosen_calendar((HOME, WORK), " wORK ") is WORK


def test_a_calendar_that_is_not_there_is_said() -> None:
    with pytest.raises(CalendarError, match="no calendar named “Wrok”") as caught:
        chosen_calendar((WORK,), "Wrok")
    assert caught.value.code == "no-such-calendar"
