"""Whatever a server sends, it is a calendar or a `CalendarError`, soon, and without the address."""

from __future__ import annotations

import gzip
import traceback
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.hostile_servers import Connection, HostileServer, Request
from workspace_assistant.adapters.network import calendar_exchange, endpoint
from workspace_assistant.adapters.network.calendar_exchange import FeedLimits
from workspace_assistant.adapters.network.calendar_feed import HttpCalendarFeed
from workspace_assistant.adapters.network.endpoint import Address, ServerUrl
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.model import Reason
from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.shifts.ports import CalendarError

CANARY = "canary1c8d"
LIMITS = FeedLimits(total_s=3.0, read_s=1.0, content_bytes=5000)
CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
WHOLE = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 32\r\nETag: x\r\n\r\n" + CALENDAR,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n"
        + CALENDAR
        + b"\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(CALENDAR),
        b"HTTP/1.1 302 Found\r\nLocation: /%s\r\nContent-Length: 0\r\n\r\n" % CANARY.encode(),
        b"HTTP/1.1 503 Busy\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n\r\n",
        b"HTTP/1.0 200 OK\r\n\r\n" + CALENDAR,
    ]
)
WORDS = st.sampled_from(
    [
        b"",
        b"\r\n",
        b"\x00",
        b"\xff\xfe",
        b":",
        b"Content-Length: 99999999999999999999\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: many\r\n",
        b"Content-Encoding: gzip\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Location: http://[::1\r\n",
        b"Location: //\xe4\xf6:x@/\r\n",
        b"ETag: \xff\r\n",
        b"ffffffffffffffff\r\n",
        b"-5\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/9.9 999 \r\n",
    ]
)


@dataclass
class Parrot:
    """Sends what it is told, and hangs up."""

    words: bytes = b""

    def __call__(self, connection: Connection, request: Request) -> None:
        connection.send(self.words)
        raise ConnectionAbortedError


@pytest.fixture(scope="module")
def parrot() -> Iterator[tuple[Parrot, str]]:
    """On loopback, where alone redirects may lead: no name is looked up."""

    def resolve(url: ServerUrl, timeout_s: float, halt: Halt) -> tuple[Address, ...]:
        if url.host != "127.0.0.1":
            raise ExchangeError(Reason.NAME_NOT_RESOLVED)
        return endpoint.resolve(url, timeout_s, halt)

    bird = Parrot()
    with HostileServer(bird) as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr(calendar_exchange, "resolve", resolve)
        yield bird, server.url


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    answer = draw(WHOLE)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(answer)))
        length = draw(st.integers(0, 12))
        answer = answer[:start] + draw(st.one_of(WORDS, st.binary(max_size=6))) + answer[start:]
        answer = answer[: start + 1] + answer[start + 1 + length :]
    return answer


@given(words=broken())
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_broken_answer_is_content_or_an_error(parrot: tuple[Parrot, str], words: bytes) -> None:
    bird, url = parrot
    bird.words = words
    address = url.replace("http://", f"http://{CANARY}@") + f"/{CANARY}"
    feed = HttpCalendarFeed(lambda _source, _ctx: address, limits=LIMITS)
    try:
        fetched = feed("work", FeedState(source_id="work"), JobContext(lambda _: None))
    except CalendarError as error:
        said = "".join(traceback.format_exception(error))
    else:
        said = ""
        assert fetched.content is not None
        assert len(fetched.content) <= LIMITS.content_bytes
    assert CANARY not in said
