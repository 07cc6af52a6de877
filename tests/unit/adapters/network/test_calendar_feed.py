"""Fetching a calendar from servers on loopback: what is asked, and what comes of it."""

from __future__ import annotations

import base64
import gzip
import ssl
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.certificates import authority, server
from tests.fakes.hostile_servers import Behavior, Connection, HostileServer, Request, always
from tests.quiet_computer import on_time, timed
from workspace_assistant.adapters.network.calendar_exchange import FeedLimits
from workspace_assistant.adapters.network.calendar_feed import HttpCalendarFeed
from workspace_assistant.adapters.network.calendar_redirects import redirected
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.shifts.feed_address import parse_address
from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.shifts.ports import CalendarError, Fetched

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
SECRET = "canary-5f1d"
NEVER_FETCHED = FeedState(source_id="work")
SMALL = FeedLimits(content_bytes=100_000)
SHORT = FeedLimits(total_s=0.9, read_s=0.5, content_bytes=100_000)


def untrusting() -> ssl.SSLContext:
    """A client that trusts nobody."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def fetch(
    address: str,
    state: FeedState = NEVER_FETCHED,
    *,
    limits: FeedLimits = SMALL,
    tls: Callable[[], ssl.SSLContext] = untrusting,
    ctx: JobContext | None = None,
) -> Fetched:
    feed = HttpCalendarFeed(lambda _source, _ctx: address, tls=tls, limits=limits)
    return feed("work", state, ctx or JobContext(lambda _: None))


def trouble(address: str, limits: FeedLimits = SMALL) -> CalendarError:
    with pytest.raises(CalendarError) as caught:
        fetch(address, limits=limits)
    return caught.value


class Library:
    """A behavior that answers well, and remembers what it was asked."""

    def __init__(self, body: bytes = CALENDAR, **fields: object) -> None:
        self.asked: list[Request] = []
        self._body = body
        self._fields = fields

    def __call__(self, connection: Connection, request: Request) -> None:
        self.asked.append(request)
        connection.head(Content_Length=len(self._body), **self._fields)
        connection.send(self._body)


def answer(status: int, **fields: object) -> Behavior:
    return always(lambda connection: connection.head(status, Content_Length=0, **fields))


def test_a_calendar_is_fetched_with_what_the_server_says_of_it() -> None:
    library = Library(ETag='"7"', Last_Modified="Sun, 22 Nov 2026 08:00:00 GMT")
    with HostileServer(library) as server:
        url = server.url
        fetched = fetch(f"{url}/{SECRET}/basic.ics?key=1")
    assert fetched == Fetched(
        content=CALENDAR, etag='"7"', last_modified="Sun, 22 Nov 2026 08:00:00 GMT"
    )
    (asked,) = library.asked
    assert (asked.method, asked.path) == ("GET", f"/{SECRET}/basic.ics?key=1")
    assert asked.fields["host"] == url.removeprefix("http://")
    assert "authorization" not in asked.fields
    assert not {"if-none-match", "if-modified-since"} & set(asked.fields)


def test_what_is_known_is_not_sent_again() -> None:
    asked: list[Request] = []

    def unchanged(connection: Connection, request: Request) -> None:
        asked.append(request)
        connection.head(304)

    state = FeedState(source_id="work", etag='"7"', last_modified="yesterday")
    with HostileServer(unchanged) as server:
        fetched = fetch(server.url, state)
    assert fetched == Fetched(content=None, etag='"7"', last_modified="yesterday")
    assert asked[0].fields["if-none-match"] == '"7"'
    assert asked[0].fields["if-modified-since"] == "yesterday"


@pytest.mark.parametrize(
    ("tag", "kept"), [(f'W/"{SECRET}-7"', ""), ('"calendar"', '"calendar"'), ("private%2d", "")]
)
def test_a_tag_made_of_the_address_is_not_kept(tag: str, kept: str) -> None:
    with HostileServer(Library(ETag=tag, Last_Modified=tag)) as server:
        fetched = fetch(f"{server.url}/{SECRET}/cal?key=private-")
    assert (fetched.etag, fetched.last_modified) == (kept, kept)


def test_unchanged_since_never_is_no_answer() -> None:
    with HostileServer(answer(304)) as server:
        assert trouble(server.url).code == "odd-answer"


def test_a_body_without_length_and_one_in_chunks_are_read_to_their_end() -> None:
    def chunked(connection: Connection, _request: Request) -> None:
        connection.head(Transfer_Encoding="chunked")
        connection.send(b"10\r\n" + CALENDAR[:16] + b"\r\n")
        connection.send(f"{len(CALENDAR) - 16:x}\r\n".encode() + CALENDAR[16:] + b"\r\n0\r\n\r\n")

    def open_ended(connection: Connection, _request: Request) -> None:
        connection.head()
        connection.send(CALENDAR)
        raise ConnectionAbortedError

    for behavior in (chunked, open_ended):
        with HostileServer(behavior) as server:
            assert fetch(server.url).content == CALENDAR


def test_a_packed_calendar_is_unpacked() -> None:
    packed = gzip.compress(CALENDAR[:10]) + gzip.compress(CALENDAR[10:])
    library = Library(packed, Content_Encoding="gzip")
    with HostileServer(library) as server:
        assert fetch(server.url).content == CALENDAR
    assert library.asked[0].fields["accept-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("body", "fields", "code"),
    [
        (gzip.compress(bytes(80_000_000)), {"Content_Encoding": "gzip"}, "too-large"),
        (gzip.compress(CALENDAR)[:-9], {"Content_Encoding": "gzip"}, "connection-ended"),
        (CALENDAR, {"Content_Encoding": "gzip"}, "odd-answer"),
        (CALENDAR, {"Content_Encoding": "br"}, "odd-answer"),
        (bytes(100_001), {}, "too-large"),
    ],
)
def test_a_body_that_is_too_much_or_not_what_it_says(
    body: bytes, fields: dict[str, str], code: str
) -> None:
    with HostileServer(Library(body, **fields)) as server:
        assert trouble(server.url).code == code


def test_a_size_that_is_announced_is_refused_before_it_comes() -> None:
    def huge(connection: Connection) -> None:
        connection.head(Content_Length=10**15)
        connection.linger(30)

    with HostileServer(always(huge)) as server:
        assert trouble(server.url).code == "too-large"


def test_an_endless_body_is_cut_off() -> None:
    def endless(connection: Connection) -> None:
        connection.head()
        connection.stream(10**9)

    with HostileServer(always(endless)) as server:
        assert trouble(server.url, FeedLimits(content_bytes=300_000)).code == "too-large"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "sign-in-needed"),
        (403, "forbidden"),
        (404, "not-found"),
        (410, "gone"),
        (418, "refused"),
        (429, "too-many-requests"),
        (500, "server-error"),
        (503, "server-error"),
        (206, "odd-answer"),
        (204, "odd-answer"),
    ],
)
def test_every_refusal_has_its_own_word(status: int, code: str) -> None:
    with HostileServer(answer(status)) as server:
        assert trouble(server.url).code == code


@pytest.mark.parametrize(
    ("asked", "expected_s"),
    [("120", 120.0), ("999999999999", 86400.0), ("soon", None), ("-5", None), ("", None)],
)
def test_a_server_may_ask_to_be_left_alone(asked: str, expected_s: float | None) -> None:
    with HostileServer(answer(429, Retry_After=asked)) as server:
        assert trouble(server.url).retry_after_s == expected_s


def test_a_date_to_come_back_at_is_understood() -> None:
    with HostileServer(answer(503, Retry_After="Fri, 01 Jan 2100 00:00:00 GMT")) as server:
        assert trouble(server.url).retry_after_s == 86400.0
    with HostileServer(answer(503, Retry_After="Sun, 06 Nov 1994 08:49:37 GMT")) as server:
        assert trouble(server.url).retry_after_s == 0.0


def not_http(connection: Connection) -> None:
    connection.send(b"220 mail.example ESMTP\r\n")
    connection.linger(1)


def short(connection: Connection) -> None:
    connection.head(Content_Length=500)
    connection.send(CALENDAR)
    connection.sock.close()


def endless_head(connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\n")
    for _ in range(10_000):
        connection.send(b"X-More: of this\r\n")


def endless_line(connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    connection.stream(2_000_000)


def drip(connection: Connection) -> None:
    connection.head(Content_Length=10_000)
    while True:
        connection.send(b"x")
        connection.linger(0.05)


def drip_head(connection: Connection) -> None:
    while True:
        connection.send(b"HTTP/1.1 200 OK\r\nX: y\r\n"[:1])
        connection.linger(0.05)


def continue_for_ever(connection: Connection) -> None:
    while True:
        connection.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        connection.linger(0.01)


@pytest.mark.parametrize(
    ("misbehave", "codes"),
    [
        (not_http, {"odd-answer"}),
        (short, {"connection-ended"}),
        (Connection.reset, {"connection-ended"}),
        (endless_head, {"odd-answer"}),
        (endless_line, {"odd-answer"}),
        (drip, {"timed-out"}),
        (drip_head, {"timed-out"}),
        (continue_for_ever, {"timed-out"}),
        (lambda connection: connection.linger(9), {"timed-out"}),
    ],
)
@timed
def test_a_server_that_misbehaves_is_left_in_time(
    misbehave: Callable[[Connection], None], codes: set[str]
) -> None:
    with HostileServer(always(misbehave)) as server:
        began_s = time.monotonic()
        error = trouble(f"{server.url}/{SECRET}", SHORT)
        took_s = time.monotonic() - began_s
    assert error.code in codes
    with on_time():
        assert took_s < 3


@timed
def test_a_cancel_ends_a_fetch_at_once() -> None:
    ctx = JobContext(lambda _: None)
    with HostileServer(always(drip)) as server:
        threading.Timer(0.2, ctx.cancel).start()
        began_s = time.monotonic()
        with pytest.raises(JobCancelledError):
            fetch(server.url, limits=FeedLimits(), ctx=ctx)
        took_s = time.monotonic() - began_s
    with on_time():
        assert took_s < 1


def to(place: str) -> Behavior:
    """Answers with the calendar at ``/end``, and points to *place* everywhere else."""

    def redirect(connection: Connection, request: Request) -> None:
        if request.path.startswith("/end"):
            connection.head(Content_Length=len(CALENDAR))
            connection.send(CALENDAR)
        else:
            connection.head(302, Location=place, Content_Length=0)

    return redirect


def test_a_redirect_is_followed() -> None:
    with HostileServer(to("/end?x=1")) as server:
        assert fetch(f"{server.url}/start").content == CALENDAR


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/passwd",
        "ftp://x.example/",
        "javascript:1",
        "http://[",
        "data:,x",
        "mailto:a@b",
    ],
)
def test_a_redirect_away_from_the_web_is_not_followed(place: str) -> None:
    with HostileServer(to(place)) as server:
        assert trouble(f"{server.url}/start").code == "redirected-elsewhere"


@pytest.mark.parametrize("place", ["/again", "", "//", "\x01:"])
def test_a_redirect_in_circles_ends(place: str) -> None:
    with HostileServer(to(place)) as server:
        assert trouble(f"{server.url}/start").code == "too-many-redirects"


def test_an_encrypted_address_never_leads_to_a_plain_one() -> None:
    with pytest.raises(CalendarError) as caught:
        redirected(parse_address("https://cal.example/a"), "http://cal.example/a")
    assert caught.value.code == "redirected-elsewhere"
    assert redirected(parse_address("http://cal.example/a"), "https://cal.example/").is_encrypted


def test_a_sign_in_goes_to_its_own_place_only() -> None:
    theirs, ours = Library(), Library()
    login = base64.b64encode(f"me:{SECRET}".encode()).decode()
    with HostileServer(theirs) as other:

        def lead_away(connection: Connection, request: Request) -> None:
            if request.path == "/away":
                connection.head(307, Location=f"{other.url}/calendar", Content_Length=0)
            elif request.path == "/home":
                connection.head(301, Location="/here", Content_Length=0)
            else:
                ours(connection, request)
                return
            ours.asked.append(request)

        with HostileServer(lead_away) as server:
            start = server.url.replace("http://", f"http://me:{SECRET}@")
            fetch(f"{start}/home")
            fetch(f"{start}/away")
    assert [request.fields.get("authorization") for request in ours.asked] == [
        f"Basic {login}",
        f"Basic {login}",
        f"Basic {login}",
    ]
    assert "authorization" not in theirs.asked[0].fields


def test_a_sign_in_that_a_server_names_is_not_used() -> None:
    found = redirected(parse_address("https://cal.example/a"), "https://x:y@cal.example/b")
    assert (found.user, found.password) == ("", "")


@pytest.mark.parametrize("trusted", [True, False], ids=["by its authority", "by nobody"])
def test_a_server_must_prove_who_it_is(tmp_path: Path, *, trusted: bool) -> None:
    root = authority()
    library = Library()
    with HostileServer(library, server(root).server_context(tmp_path)) as peer:
        address = peer.url.replace("https://", "webcal://")
        if trusted:
            assert fetch(address, tls=root.trusting_context).content == CALENDAR
        else:
            assert trouble(address).code == "tls"
            assert library.asked == []


def test_a_certificate_for_another_name_is_no_proof(tmp_path: Path) -> None:
    root = authority()
    stranger = server(root, host="other.example")
    with HostileServer(Library(), stranger.server_context(tmp_path)) as peer:
        with pytest.raises(CalendarError) as caught:
            fetch(peer.url, tls=root.trusting_context)
        assert caught.value.code == "tls"


def test_nobody_there_is_no_connection() -> None:
    with HostileServer(Library()) as server:
        url = server.url
    assert trouble(url).code == "no-connection"


def test_an_address_that_is_none_is_said_before_anything_is_sent() -> None:
    assert trouble("file:///etc/passwd").code == "bad-address"


@pytest.mark.parametrize("misbehave", [not_http, short, Connection.reset, endless_head, drip])
def test_no_error_and_no_log_line_holds_the_address(
    misbehave: Callable[[Connection], None], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    with HostileServer(always(misbehave)) as server:
        address = server.url.replace("http://", f"http://{SECRET}:{SECRET}@") + f"/{SECRET}"
        error = trouble(f"{address}?{SECRET}", SHORT)
        port = server.url.rpartition(":")[2]
    said = "".join(traceback.format_exception(error)) + caplog.text
    assert "a calendar was not fetched" in said
    assert SECRET not in said
    assert f":{port}" not in said


def test_a_slow_connection_has_its_own_end() -> None:
    limits = FeedLimits(total_s=0.3, wire=EngineLimits(connect_s=5.0))
    with HostileServer(always(lambda connection: connection.linger(5))) as server:
        error = trouble(server.url, limits)
    assert (error.code, error.parts) == ("timed-out", {"limit": "0.3"})
