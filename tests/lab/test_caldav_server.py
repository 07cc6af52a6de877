"""A real CalDAV server (Radicale): found, read, read again, and gone."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.test_calendar_secret import leaks
from tests.fakes.certificates import authority, server
from tests.fakes.focus import CountingId
from tests.fakes.shifts import MemoryAddresses, MemoryShiftStore
from tests.lab.keyring_session import in_session, missing_tools
from tests.lab.radicale import PASSWORD, USER, Radicale, missing, running
from workspace_assistant.adapters.calendar.shift_calendar import ChildShiftCalendar
from workspace_assistant.adapters.network.caldav_search import CalDavSearch
from workspace_assistant.adapters.network.calendar_feed import HttpCalendarFeed
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.model import SourceKind
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn
from workspace_assistant.core.shifts.source_answers import Refreshed
from workspace_assistant.core.shifts.source_service import SourceService

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there is a server"),
]

CTX = JobContext(lambda _: None)
MADE = http.client.CREATED
TOMORROW = datetime.now(UTC).replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=1)


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[Radicale]:
    with running(tmp_path) as server:
        assert server.make_calendar("/agent/work/", "Work &amp; shifts") == MADE
        yield server


class Desk:
    """Shifts in memory, read by what really fetches and reads calendars."""

    def __init__(self, address: str) -> None:
        self.store = MemoryShiftStore()
        self.passed = timedelta()
        addresses = MemoryAddresses()
        self.sources = SourceService(
            self.store,
            lambda: datetime.now(UTC) + self.passed,
            CountingId(),
            lambda: "Europe/Madrid",
            ChildShiftCalendar(60.0),
            HttpCalendarFeed(lambda _source, _ctx: address),
            addresses,
        )
        draft = CalendarDraft(kind=SourceKind.SUBSCRIPTION, name="Work")
        self.sources.keep(self.sources.preview_subscription(draft, address, CTX), CTX)

    def refresh(self) -> Refreshed:
        (done,) = self.sources.refresh(None, CTX, by_hand=True)
        return done

    @property
    def shifts(self) -> list[tuple[str, int]]:
        """Names, and in how many hours after eight tomorrow they start."""
        kept = sorted(self.store.kept.shifts.values(), key=lambda one: one.starts_at)
        return [(one.name, int((one.starts_at - TOMORROW).total_seconds() // 3600)) for one in kept]


def shift(uid: str, after_h: int = 0, name: str = "Shift", *more: str) -> bytes:
    """A shift of four hours."""
    start = TOMORROW + timedelta(hours=after_h)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Test//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{TOMORROW:%Y%m%dT%H%M%SZ}",
        f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
        f"DTEND:{start + timedelta(hours=4):%Y%m%dT%H%M%SZ}",
        f"SUMMARY:{name}",
        *more,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def found(
    radicale: Radicale, path: str = "", password: str = PASSWORD
) -> tuple[FoundCalendar, ...]:
    sign_in = SignIn(address=f"{radicale.url}{path}", user=USER, password=password)
    return CalDavSearch()(sign_in, CTX)


def test_calendars_are_found_from_any_address_of_the_server(radicale: Radicale) -> None:
    assert radicale.make_calendar("/agent/home/", "Home") == MADE
    assert radicale.make_calendar("/agent/tasks/", "Tasks", "VTODO") == MADE
    for path in ("", "/", "/agent/", "/no/such/place/"):
        assert [one.name for one in found(radicale, path)] == ["Home", "Work & shifts"]
    assert [one.name for one in found(radicale, "/agent/work/")] == ["Work & shifts"]


def test_a_wrong_password_is_called_so(radicale: Radicale) -> None:
    with pytest.raises(CalendarError) as caught:
        found(radicale, password="wrong")
    assert caught.value.code == "sign-in-refused"
    with pytest.raises(CalendarError) as caught:
        Desk(f"caldav://agent:wrong@{radicale.place}/agent/work/")
    assert caught.value.code == "sign-in-refused"


def test_changes_are_seen_and_nothing_else_is_fetched(radicale: Radicale) -> None:
    radicale.put("/agent/work/one.ics", shift("one"))
    radicale.put("/agent/work/two.ics", shift("two", 24, "Late"))
    desk = Desk(found(radicale)[0].address)
    assert desk.shifts == [("Shift", 0), ("Late", 24)]
    tag = desk.refresh().state.etag
    assert desk.refresh().changes == ()
    assert desk.refresh().state.etag == tag != ""
    radicale.put("/agent/work/one.ics", shift("one", 1))
    assert [one.kind.value for one in desk.refresh().changes] == ["moved"]
    assert desk.shifts == [("Shift", 1), ("Late", 24)]
    assert radicale.delete("/agent/work/two.ics") == http.client.OK
    assert [one.kind.value for one in desk.refresh().changes] == ["removed"]
    assert desk.shifts == [("Shift", 1)]


def test_a_calendar_that_lost_everything_is_doubted_once(radicale: Radicale) -> None:
    radicale.put("/agent/work/one.ics", shift("one"))
    desk = Desk(found(radicale)[0].address)
    radicale.delete("/agent/work/one.ics")
    assert desk.refresh().state.trouble_code == "empty-calendar"
    assert desk.shifts == [("Shift", 0)]
    assert desk.refresh().is_done
    assert desk.shifts == []


def test_a_series_with_an_exception_and_a_day_left_out(radicale: Radicale) -> None:
    moved = TOMORROW + timedelta(hours=24)
    gone = TOMORROW + timedelta(hours=72)
    series = shift("s", 0, "Shift", "RRULE:FREQ=DAILY;COUNT=5", f"EXDATE:{gone:%Y%m%dT%H%M%SZ}")
    exception = shift("s", 30, "Moved", f"RECURRENCE-ID:{moved:%Y%m%dT%H%M%SZ}")
    both = series.replace(b"END:VCALENDAR", exception[exception.index(b"BEGIN:VEVENT") :].rstrip())
    assert radicale.put("/agent/work/s.ics", both) == MADE
    old = shift("old", -24 * 200)
    assert radicale.put("/agent/work/old.ics", old) == MADE
    desk = Desk(found(radicale)[0].address)
    assert desk.shifts == [("Shift", 0), ("Moved", 30), ("Shift", 48), ("Shift", 96)]


def test_a_server_that_is_gone_costs_no_shift(tmp_path: Path) -> None:
    with running(tmp_path) as radicale:
        radicale.make_calendar("/agent/work/", "Work")
        radicale.put("/agent/work/one.ics", shift("one"))
        desk = Desk(found(radicale)[0].address)
    done = desk.refresh()
    assert (done.is_done, done.state.trouble_code) == (False, "no-connection")
    assert done.state.next_try_at is not None
    desk.passed = timedelta(hours=13)
    (view,) = desk.sources.views()
    assert view.is_stale
    assert desk.shifts == [("Shift", 0)]


def test_a_calendar_that_was_deleted_on_the_server_costs_no_shift(radicale: Radicale) -> None:
    radicale.put("/agent/work/one.ics", shift("one"))
    desk = Desk(found(radicale)[0].address)
    radicale.delete("/agent/work/")
    assert desk.refresh().state.trouble_code == "not-found"
    assert desk.shifts == [("Shift", 0)]


def test_a_server_has_to_prove_who_it_is(tmp_path: Path) -> None:
    root = authority()
    with running(tmp_path, server(root)) as open_to_all:
        radicale = replace(open_to_all, tls=root.trusting_context())
        assert radicale.make_calendar("/agent/work/", "Work") == MADE
        sign_in = SignIn(address=radicale.url, user=USER, password=PASSWORD)
        (calendar,) = CalDavSearch(tls=root.trusting_context)(sign_in, CTX)
        assert calendar.address.startswith("caldavs://")
        with pytest.raises(CalendarError, match="cannot prove who it is") as caught:
            CalDavSearch()(sign_in, CTX)
        assert caught.value.code == "tls"
        with pytest.raises(CalendarError) as caught:
            Desk(calendar.address)
        assert caught.value.code == "tls"


@pytest.mark.skipif(bool(missing_tools()), reason=missing_tools() or "there is a keyring")
def test_the_whole_way_on_the_command_line_with_a_keyring(
    radicale: Radicale, tmp_path: Path
) -> None:
    radicale.put("/agent/work/one.ics", shift("one"))
    radicale.make_calendar("/agent/home/", "Home")
    home = tmp_path / "person"
    program = f"{sys.executable} -m workspace_assistant shifts"
    which = "--caldav --address-stdin --calendar 'work & shifts'"
    done = said(home, f"{program} subscribe Work {which} && {program} refresh", radicale)
    assert "Kept “Work”: 1 shift" in done.stdout, done
    assert "Work: nothing changed" in done.stdout, done
    done = said(home, f"{program} subscribe Other --caldav; {program} remove Work", radicale)
    assert "  1  Home\n  2  Work & shifts\nThe server has several" in done.stderr, done
    assert leaks(home, PASSWORD, f"{USER}:", radicale.place) == []


def said(home: Path, steps: str, radicale: Radicale) -> subprocess.CompletedProcess[str]:
    done = in_session(home, steps, text=f"{radicale.url}\n{USER}\n{PASSWORD}\n")
    assert PASSWORD not in done.stdout + done.stderr
    return done
