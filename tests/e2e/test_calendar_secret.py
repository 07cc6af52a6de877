"""The address of a calendar is in no file, no log and no line that anybody reads."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.program import command, environment
from tests.fakes.hostile_servers import Connection, HostileServer, Request

CANARY = "canary7e31"
VARIABLE = "WORKSPACE_ASSISTANT_CALENDAR_URL"


def a_calendar() -> bytes:
    """One shift, tomorrow; names the address itself, as some servers do."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"X-ORIGINAL-URL:http://example.invalid/{CANARY}",
        "BEGIN:VEVENT",
        "UID:one",
        f"DTSTART:{tomorrow:%Y%m%dT080000Z}",
        f"DTEND:{tomorrow:%Y%m%dT160000Z}",
        "SUMMARY:Shift",
        f"URL:http://example.invalid/{CANARY}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


class Moody:
    """Answers with a calendar, then as it is told."""

    def __init__(self) -> None:
        self.answer: Callable[[Connection], None] = self._well

    def __call__(self, connection: Connection, request: Request) -> None:
        assert CANARY in request.path
        self.answer(connection)

    def _well(self, connection: Connection) -> None:
        body = a_calendar()
        connection.head(Content_Length=len(body), ETag=f'"{CANARY}-{len(body)}"')
        connection.send(body)


def refuse(connection: Connection) -> None:
    connection.head(403, Content_Length=0, X_Asked=CANARY)


def lead_away(connection: Connection) -> None:
    connection.head(302, Location=f"file:///{CANARY}", Content_Length=0)


def talk_nonsense(connection: Connection) -> None:
    connection.send(f"{CANARY} is not HTTP\r\n".encode())


def send_page(connection: Connection) -> None:
    page = f"<html><body>{CANARY}</body></html>".encode()
    connection.head(Content_Length=len(page))
    connection.send(page)


def send_half(connection: Connection) -> None:
    body = a_calendar()[:-20]
    connection.head(Content_Length=len(body))
    connection.send(body)


MOODS = [refuse, lead_away, talk_nonsense, send_page, send_half, Connection.reset]


def program(home: Path, address: str, *arguments: str, text: str = "") -> tuple[int, str]:
    """Code, and all that was said; the environment holds the address, as without a keyring."""
    known = {**environment(home), VARIABLE: address}
    known.pop("DBUS_SESSION_BUS_ADDRESS", None)
    done = subprocess.run(
        command(*arguments),
        env=known,
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def leaks(folder: Path, *secrets: str) -> list[str]:
    """Where in *folder* one of the secrets stands, in whatever file."""
    return [
        f"{path.name}: {secret}"
        for path in folder.rglob("*")
        if path.is_file()
        for secret in secrets
        if secret.encode() in path.read_bytes()
    ]


@pytest.mark.skipif(os.name != "posix", reason="takes the keyring away by taking the bus away")
def test_nothing_that_is_written_or_said_holds_the_address(tmp_path: Path) -> None:
    moody = Moody()
    with HostileServer(moody) as server:
        host = server.url.removeprefix("http://")
        address = f"http://{CANARY}:{CANARY}@{host}/{CANARY}/basic.ics?{CANARY}"
        subscribe = ("shifts", "subscribe", "Work", "--address-stdin")
        code, said = program(tmp_path, address, *subscribe, "--preview", text=f"{address}\n")
        assert code == 0, said
        code, text = program(tmp_path, address, *subscribe, text=f"{address}\n")
        assert code == 0, text
        said += text
        for mood in MOODS:
            moody.answer = mood
            code, text = program(tmp_path, address, "shifts", "refresh")
            assert "Its shifts are kept as they were." in text
            assert code == 1
            said += text
    code, text = program(tmp_path, address, "shifts", "refresh")
    said += text
    for arguments in (["sources", "--json"], ["list", "--json"], ["next"], ["remove", "Work"]):
        code, text = program(tmp_path, address, "shifts", *arguments)
        assert code == 0, text
        said += text
    log = (tmp_path / "log.txt").read_text()
    assert "a calendar was not fetched: forbidden" in log
    assert leaks(tmp_path, CANARY, host) == []
    assert CANARY not in said
    assert host not in said
