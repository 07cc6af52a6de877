"""Servers that misbehave, met by the real command with its real time limits."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.program import run
from tests.fakes.hostile_servers import (
    ASKED_BYTES,
    Behavior,
    Connection,
    HostileServer,
    always,
    in_download,
)
from tests.quiet_computer import on_time, timed


def refuse(connection: Connection) -> None:
    connection.head(500, Content_Length=0)


def drip(connection: Connection) -> None:
    connection.head(Content_Length=ASKED_BYTES)
    connection.drip(b"x" * 60)


def end_early(connection: Connection) -> None:
    connection.head(Content_Length=ASKED_BYTES)
    connection.stream(200_000)
    connection.sock.close()


def stay_silent(connection: Connection) -> None:
    connection.linger(30)


Misbehavior = Callable[[Connection], None]
CASES: dict[str, tuple[Callable[[Misbehavior], Behavior], Misbehavior, str]] = {
    "answers 500": (always, refuse, "server-refused"),
    "resets": (always, Connection.reset, "connection-reset"),
    "says nothing": (always, stay_silent, "no-answer"),
    "drips one byte a second": (in_download, drip, "transfer-stalled"),
    "lies about the length": (in_download, end_early, "answer-too-short"),
}


@pytest.mark.parametrize("case", CASES)
@timed
def test_a_server_that_misbehaves_is_named_and_never_blamed_on_the_line(
    case: str, tmp_path: Path
) -> None:
    when, behavior, reason = CASES[case]
    arguments = ("check", "--only", "bandwidth", "--quick", "--json", "--server")
    with HostileServer(when(behavior)) as server:
        began_s = time.monotonic()
        answer = run(tmp_path, *arguments, server.url)
        took_s = time.monotonic() - began_s
    (check,) = answer.document()["checks"]
    missing = {entry["id"]: entry["reason"] for entry in check["not_measured"]}
    assert missing["bandwidth.download"] == reason
    assert (check["verdict"], answer.code) == ("not-tested", 30)
    with on_time():
        assert took_s < 15
