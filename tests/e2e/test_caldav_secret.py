"""The sign-in of a calendar server is in no file, no log and no line that anybody reads."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.test_calendar_secret import CANARY, leaks, program
from tests.fakes.dav_servers import DavServer, about, event, given, multistatus, status
from tests.fakes.hostile_servers import Behavior, Connection, HostileServer, always

PATH = f"/{CANARY}/work/"
ABOUT, REPORT = f"PROPFIND {PATH}", f"REPORT {PATH}"
BOMB = b'<!DOCTYPE a [<!ENTITY b "%s">]><a>&b;</a>' % CANARY.encode()


def a_calendar() -> bytes:
    """One shift, tomorrow."""
    tomorrow = f"{datetime.now(UTC) + timedelta(days=1):%Y%m%d}"
    return multistatus(given(f"{PATH}1.ics", event("one").replace("20261124", tomorrow)))


def moods(elsewhere: str) -> list[bytes | Behavior]:
    return [
        status(401, WWW_Authenticate=f'Basic realm="{CANARY}"'),
        status(403),
        status(302, Location=f"{elsewhere}/{CANARY}"),
        status(500, X_Asked=CANARY),
        BOMB,
        always(Connection.reset),
    ]


@pytest.mark.skipif(os.name != "posix", reason="takes the keyring away by taking the bus away")
def test_nothing_that_is_written_or_said_holds_the_sign_in(tmp_path: Path) -> None:
    dav = DavServer({ABOUT: about(PATH, CANARY), REPORT: a_calendar()})
    with HostileServer(dav) as server, HostileServer(DavServer()) as other:
        host = server.url.removeprefix("http://")
        address = f"caldav://{CANARY}:{CANARY}@{host}{PATH}"
        subscribe = ("shifts", "subscribe", "Work", "--caldav")
        signs_in = f"{server.url}{PATH}\n{CANARY}\n{CANARY}\n"
        code, said = program(tmp_path, address, *subscribe, "--address-stdin", text=signs_in)
        assert code == 0, said
        assert "Kept “Work”: 1 shift" in said
        for mood in moods(other.url):
            dav.answers = {ABOUT: mood}
            code, text = program(tmp_path, address, "shifts", "refresh")
            assert "Its shifts are kept as they were." in text
            assert code == 1
            said += text
        dav.answers = {ABOUT: status(302, Location=f"{other.url}/")}
        wrong = ("shifts", "subscribe", "Other", "--caldav", "--address-stdin")
        code, text = program(tmp_path, address, *wrong, text=signs_in)
        assert (code, "your password was not sent there" in text) == (2, True)
        dav.answers = {ABOUT: about(PATH, CANARY), REPORT: multistatus()}
    code, text = program(tmp_path, address, "shifts", "remove", "Work")
    assert code == 0, text
    assert leaks(tmp_path, CANARY, host) == []
    assert CANARY not in said + text
    assert host not in said + text
