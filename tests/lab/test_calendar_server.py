"""A calendar on a real server (Radicale): its address with a sign-in is all that a person needs."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.lab.radicale import Radicale, missing, running
from tests.unit.adapters.calendar.calendars import calendar, good, read
from workspace_assistant.adapters.network.calendar_feed import HttpCalendarFeed
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.shifts.ports import CalendarError, Fetched

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there is a server"),
]

NEVER_FETCHED = FeedState(source_id="work")
GOOGLE = Path(__file__).parents[1] / "calendars" / "google.ics"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[str]:
    """Host and port of a server that knows one person."""
    with running(tmp_path) as radicale:
        yield radicale.place


def put(place: str, content: bytes) -> None:
    """Writes the whole calendar, as another program would."""
    assert Radicale(place).put("/agent/shifts/", content) == http.client.CREATED


def fetch(address: str, state: FeedState = NEVER_FETCHED) -> Fetched:
    return HttpCalendarFeed(lambda _source, _ctx: address)(
        "work", state, JobContext(lambda _: None)
    )


def test_what_one_program_wrote_is_what_the_server_gives_out(place: str) -> None:
    put(place, GOOGLE.read_bytes())
    fetched = fetch(f"http://agent:open%20sesame@{place}/agent/shifts/")
    assert fetched.content is not None
    assert known(fetched.content) == known(GOOGLE.read_bytes())


def known(content: bytes) -> set[tuple[object, ...]]:
    found = read(content)
    assert found.faults == ()
    return {(one.uid, one.starts, one.ends, one.summary) for one in found.events}


def test_a_server_that_always_sends_the_whole_is_fetched_all_the_same(place: str) -> None:
    put(place, calendar(good()))
    address = f"http://agent:open%20sesame@{place}/agent/shifts/"
    first = fetch(address)
    again = fetch(address, replace(NEVER_FETCHED, etag=first.etag))
    assert (again.etag, again.content) == (first.etag, first.content)


def test_a_wrong_password_is_called_so(place: str) -> None:
    put(place, calendar(good()))
    with pytest.raises(CalendarError) as caught:
        fetch(f"http://agent:wrong@{place}/agent/shifts/")
    assert caught.value.code == "sign-in-needed"
