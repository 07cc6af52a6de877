"""Fetching a calendar of a CalDAV server on loopback, well-behaved and hostile."""

from __future__ import annotations

import ssl
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.certificates import authority, server
from tests.fakes.dav_servers import (
    DavServer,
    about,
    event,
    given,
    multistatus,
    status,
    with_properties,
    with_status,
)
from tests.fakes.hostile_servers import Behavior, Connection, HostileServer, always
from tests.unit.adapters.calendar.calendars import read
from tests.unit.adapters.network.test_calendar_feed import untrusting
from tests.unit.adapters.network.test_safe_xml import BOMB
from workspace_assistant.adapters.network.calendar_exchange import FeedLimits
from workspace_assistant.adapters.network.calendar_feed import HttpCalendarFeed
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.shifts.ports import CalendarError, Fetched

CANARY = "canary-3d5e"
HOME = "/me/work/"
ABOUT, REPORT = f"PROPFIND {HOME}", f"REPORT {HOME}"
NEVER_FETCHED = FeedState(source_id="work")
LIMITS = FeedLimits(content_bytes=200_000)


def fetch(
    url: str,
    state: FeedState = NEVER_FETCHED,
    *,
    tls: Callable[[], ssl.SSLContext] = untrusting,
    limits: FeedLimits = LIMITS,
) -> Fetched:
    scheme, _, place = url.partition("://")
    secret = f"{scheme.replace('http', 'caldav')}://{CANARY}:{CANARY}-word@{place}{HOME}"
    feed = HttpCalendarFeed(lambda _source, _ctx: secret, tls=tls, limits=limits)
    return feed("work", state, JobContext(lambda _: None))


def trouble(behavior: Behavior) -> CalendarError:
    with HostileServer(behavior) as peer, pytest.raises(CalendarError) as caught:
        fetch(peer.url)
    return caught.value


def answering(*responses: str) -> DavServer:
    return DavServer({ABOUT: about(), REPORT: multistatus(*responses)})


def known(fetched: Fetched) -> tuple[list[str], tuple[str, ...], tuple[str, ...]]:
    """Uids, faults, and which ones are unread."""
    assert fetched.content is not None
    found = read(fetched.content)
    return sorted(one.uid for one in found.events), found.faults, found.unread


def test_events_of_the_days_that_matter_are_asked_for_by_one_report() -> None:
    dav = answering(given(f"{HOME}1.ics", event("one")), given(f"{HOME}2.ics", event("two")))
    with HostileServer(dav) as peer:
        fetched = fetch(peer.url)
    assert known(fetched) == (["one", "two"], (), ())
    assert dav.paths == [ABOUT, REPORT]
    asked = dav.asked[1].fields
    assert (asked["depth"], asked["content-type"]) == ("1", "application/xml; charset=utf-8")
    assert asked["authorization"].startswith("Basic ")


def test_what_did_not_change_is_not_asked_for_again() -> None:
    dav = answering(given(f"{HOME}1.ics", event("one")))
    with HostileServer(dav) as peer:
        first = fetch(peer.url)
        again = fetch(peer.url, replace(NEVER_FETCHED, etag=first.etag))
        assert again == Fetched(content=None, etag=first.etag)
        dav.answers = {**dav.answers, ABOUT: about(tag=f"{CANARY}-8")}
        other = fetch(peer.url, replace(NEVER_FETCHED, etag=first.etag))
    assert other.content is not None
    assert other.etag not in {"", first.etag}
    assert CANARY not in other.etag
    assert dav.paths == [ABOUT, REPORT, ABOUT, ABOUT, REPORT]


@pytest.mark.parametrize(
    ("said", "has_tag"),
    [("<d:sync-token>x</d:sync-token>", True), ("<s:getctag/>", False), ("", False)],
)
def test_a_calendar_may_say_its_state_in_two_ways_or_none(said: str, *, has_tag: bool) -> None:
    kind = "<d:resourcetype><c:calendar/></d:resourcetype>"
    dav = DavServer({ABOUT: multistatus(with_properties(HOME, kind + said)), REPORT: multistatus()})
    with HostileServer(dav) as peer:
        fetched = fetch(peer.url)
    assert bool(fetched.etag) is has_tag
    assert known(fetched) == ([], (), ())


@pytest.mark.parametrize(
    "withheld",
    [
        with_status(f"{HOME}2.ics", 500),
        with_status(f"{HOME}2.ics", 403),
        with_status(HOME, 507),  # RFC 4791, 7.8: some are missing
        with_properties(f"{HOME}2.ics", "<c:calendar-data/>", 403),
        with_properties(f"{HOME}2.ics", "<c:calendar-data/>", 404),
        with_properties("http://[", "<c:calendar-data/>", 404),
        given(f"{HOME}2.ics", "no calendar at all"),
        given(f"{HOME}2.ics", ""),
    ],
)
def test_what_the_server_does_not_give_out_is_unread_and_asked_for_again(withheld: str) -> None:
    with HostileServer(answering(given(f"{HOME}1.ics", event("one")), withheld)) as peer:
        fetched = fetch(peer.url)
    uids, faults, unread = known(fetched)
    assert (uids, unread) == (["one"], ("",))
    assert faults == ("“(no name)”: its server did not give it out.",)
    assert fetched.etag == ""


@pytest.mark.parametrize(
    "gone",
    [
        with_status(f"{HOME}2.ics", 404),
        with_status(f"{HOME}2.ics", 410),
        with_properties(HOME, "<c:calendar-data/>", 404),  # the calendar itself
        with_properties(f"http://127.0.0.1{HOME}", "<c:calendar-data/>", 404),
    ],
)
def test_what_is_gone_or_no_event_is_not_missed(gone: str) -> None:
    with HostileServer(answering(gone, given(f"{HOME}1.ics", event("one")))) as peer:
        fetched = fetch(peer.url)
    assert known(fetched) == (["one"], (), ())
    assert fetched.etag


@pytest.mark.parametrize("cut_at", [16, 20, 40, 60, 90, 110, -3])
def test_an_object_that_ends_in_the_middle_spoils_no_other(cut_at: int) -> None:
    half = given(f"{HOME}2.ics", event("two")[:cut_at])
    for responses in ((half, given(HOME, event("one"))), (given(HOME, event("one")), half)):
        with HostileServer(answering(*responses)) as peer:
            uids, faults, unread = known(fetch(peer.url))
        assert (uids, len(faults), unread) == (["one"], 1, ("",))


def test_a_series_comes_with_its_exceptions() -> None:
    series = event("one", more="RRULE:FREQ=DAILY;COUNT=3").replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:one\r\nRECURRENCE-ID:20261125T080000Z\r\nSUMMARY:Late\r\n"
        "DTSTART:20261125T120000Z\r\nDTEND:20261125T200000Z\r\nEND:VEVENT\r\nEND:VCALENDAR",
    )
    with HostileServer(answering(given(f"{HOME}1.ics", series))) as peer:
        fetched = fetch(peer.url)
    assert fetched.content is not None
    found = sorted(read(fetched.content).events, key=lambda one: str(one.starts))
    assert [(f"{one.starts:%d %H}", one.summary) for one in found] == [
        ("24 08", "Shift"),
        ("25 12", "Late"),
        ("26 08", "Shift"),
    ]


def test_a_zone_that_every_event_brings_along_counts_once() -> None:
    """Of zones only so many are learned."""
    same = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Same\r\nEND:VTIMEZONE\r\n"
    far = (
        "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Far away\r\nBEGIN:STANDARD\r\n"
        "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\n"
        "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:far\r\n"
        "DTSTART;TZID=Far away:20261124T080000\r\nDURATION:PT8H\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    events = [
        given(f"{HOME}{n}.ics", event(f"{n}").replace("BEGIN:VCALENDAR\r\n", same))
        for n in range(250)
    ]
    with HostileServer(answering(*events, given(f"{HOME}far.ics", far))) as peer:
        fetched = fetch(peer.url)
    assert fetched.content is not None
    (found,) = [one for one in read(fetched.content).events if one.uid == "far"]
    assert f"{found.starts:%H}" == "05"


def page(connection: Connection) -> None:
    body = b"<html><body>Sign in</body></html>"
    connection.head(Content_Length=len(body))
    connection.send(body)


def endless(connection: Connection) -> None:
    connection.head(207)
    connection.stream(10**9)


def body(content: bytes) -> DavServer:
    return DavServer({ABOUT: content, REPORT: content})


@pytest.mark.parametrize(
    ("behavior", "code"),
    [
        (body(BOMB), "odd-answer"),
        (body(b"<d:multistatus"), "odd-answer"),
        (body(b'<error xmlns="DAV:"/>'), "odd-answer"),
        (body(multistatus()), "not-found"),
        (body(multistatus(with_properties(HOME, "<d:resourcetype/>"))), "not-found"),
        (always(page), "odd-answer"),
        (always(endless), "too-large"),
        (status(401, WWW_Authenticate='Basic realm="x"'), "sign-in-refused"),
        (status(401), "sign-in-refused"),
        (status(401, WWW_Authenticate='X-Token realm="x"'), "sign-in-refused"),
        (status(401, WWW_Authenticate='Digest realm="x"'), "sign-in-foreign"),
        (status(401, WWW_Authenticate='Digest realm="x", Basic'), "sign-in-refused"),
        (status(403), "forbidden"),
        (status(404), "not-found"),
        (status(405), "refused"),
        (status(429, Retry_After="60"), "too-many-requests"),
        (status(503), "server-error"),
        (DavServer({ABOUT: about(), REPORT: status(500)}), "server-error"),
        (DavServer({ABOUT: about(), REPORT: BOMB}), "odd-answer"),
        (DavServer({ABOUT: about(), REPORT: always(endless)}), "too-large"),
        (status(301, Location="file:///etc/passwd"), "redirected-elsewhere"),
        (status(301, Location=HOME), "too-many-redirects"),
    ],
)
def test_a_server_that_misbehaves_is_told_in_a_word(behavior: Behavior, code: str) -> None:
    assert trouble(behavior).code == code


def test_a_server_that_says_nothing_is_left() -> None:
    silent = always(lambda connection: connection.linger(60))
    with HostileServer(silent) as peer, pytest.raises(CalendarError) as caught:
        fetch(peer.url, limits=FeedLimits(total_s=0.3))
    assert caught.value.code == "timed-out"


def test_a_password_goes_to_no_other_server(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    other = answering()
    with HostileServer(other) as elsewhere:
        error = trouble(status(307, Location=f"{elsewhere.url}{HOME}"))
        port = elsewhere.url.rpartition(":")[2]
    assert other.asked == []
    assert error.code == "other-server"
    said = "".join(traceback.format_exception(error)) + caplog.text + error.sentence
    assert port not in said  # what is kept of a failure names no server
    assert CANARY not in said


def test_a_calendar_may_have_moved_on_its_server() -> None:
    moved = "/dav/me/work/"
    dav = DavServer(
        {
            ABOUT: status(301, Location=moved),
            f"PROPFIND {moved}": about(moved),
            f"REPORT {moved}": multistatus(given(f"{moved}1.ics", event("one"))),
        }
    )
    with HostileServer(dav) as peer:
        assert known(fetch(peer.url))[0] == ["one"]
    assert all("authorization" in one.fields for one in dav.asked)


@pytest.mark.parametrize("trusted", [True, False], ids=["by its authority", "by nobody"])
def test_a_password_is_sent_only_to_who_proves_to_be_it(tmp_path: Path, *, trusted: bool) -> None:
    root = authority()
    dav = answering(given(f"{HOME}1.ics", event("one")))
    with HostileServer(dav, server(root).server_context(tmp_path)) as peer:
        if trusted:
            assert known(fetch(peer.url, tls=root.trusting_context))[0] == ["one"]
            return
        with pytest.raises(CalendarError) as caught:
            fetch(peer.url)
    assert (caught.value.code, dav.asked) == ("tls", [])
    assert "cannot prove who it is" in str(caught.value)
