"""A calendar on a real server (Radicale): its address with a sign-in is all that a person needs."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.adapters.calendar.calendars import calendar, good, read
from workspace_assistant.adapters.network.calendar_feed import HttpCalendarFeed
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.shifts.ports import CalendarError, Fetched

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(shutil.which("radicale") is None, reason="not installed: radicale"),
]

LOGIN = "agent:open sesame"
NEVER_FETCHED = FeedState(source_id="work")
GOOGLE = Path(__file__).parents[1] / "calendars" / "google.ics"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[str]:
    """Host and port of a server that knows one person."""
    (tmp_path / "people").write_text(f"{LOGIN}\n")
    port = _free_port()
    command = [
        "radicale",
        "--config",
        "",
        f"--server-hosts=127.0.0.1:{port}",
        "--auth-type=htpasswd",
        f"--auth-htpasswd-filename={tmp_path / 'people'}",
        "--auth-htpasswd-encryption=plain",
        "--auth-delay=0",
        f"--storage-filesystem-folder={tmp_path / 'calendars'}",
    ]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as radicale:
        try:
            _await(port)
            yield f"127.0.0.1:{port}"
        finally:
            radicale.terminate()


def put(place: str, content: bytes) -> None:
    """Writes the whole calendar, as another program would."""
    connection = http.client.HTTPConnection(place, timeout=10)
    login = b64encode(LOGIN.encode()).decode()
    fields = {"Authorization": f"Basic {login}", "Content-Type": "text/calendar"}
    connection.request("PUT", "/agent/shifts/", content, fields)
    assert connection.getresponse().status == http.client.CREATED
    connection.close()


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


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _await(port: int) -> None:
    deadline_s = time.monotonic() + 20
    while time.monotonic() < deadline_s:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the calendar server did not start")
