"""Idle time by the X protocol, from servers that behave and others."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.unit.adapters.desktop.x_server import (
    ERROR,
    EVENT,
    GENERIC_EVENT,
    OPCODE,
    ROOT,
    reply,
    x_server,
)
from workspace_assistant.adapters.desktop import x11_wire
from workspace_assistant.adapters.desktop.x11_idle import X11Idle


def idle_on(folder: Path, **environment: str) -> X11Idle:
    return X11Idle({"DISPLAY": ":9", "HOME": str(folder), **environment}, str(folder))


def entry(family: int, address: bytes, display: bytes, name: bytes, data: bytes) -> bytes:
    parts = (struct.pack(">H", len(part)) + part for part in (address, display, name, data))
    return struct.pack(">H", family) + b"".join(parts)


def test_milliseconds_since_the_last_input_are_seconds(tmp_path: Path) -> None:
    with x_server(tmp_path, reply(), reply(), reply(61_500), reply(250)) as heard:
        idle = idle_on(tmp_path)
        assert (idle.idle_s(), idle.idle_s()) == (61.5, 0.25)
        idle.close()
    question = struct.pack("<BBHI", OPCODE, 1, 2, ROOT)
    assert heard[3:] == [question, question]


def test_events_that_nobody_asked_for_are_passed_over(tmp_path: Path) -> None:
    answer = EVENT + GENERIC_EVENT + reply(7000)
    with x_server(tmp_path, EVENT + reply(), reply(), answer):
        idle = idle_on(tmp_path)
        assert idle.idle_s() == 7.0
        idle.close()


@pytest.mark.parametrize(
    ("hello", "answers"),
    [
        (struct.pack("<BxHHH", 0, 11, 0, 0), []),
        (struct.pack("<BxHHH", 1, 11, 0, 2) + bytes(8), []),
        (struct.pack("<BxHHH", 1, 11, 0, 0xFFFF), []),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", []),
        (None, []),
        (None, [reply(has_extension=0)]),
        (None, [reply(), ERROR]),
        (None, [reply(), reply(), reply()[:20]]),
    ],
    ids=["refuses", "is cut off", "hangs up", "is none", "dies", "has none", "errs", "dies later"],
)
def test_a_server_that_fails_is_no_answer(
    tmp_path: Path, hello: bytes | None, answers: list[bytes]
) -> None:
    with x_server(tmp_path, *answers, hello=hello):
        assert idle_on(tmp_path).idle_s() is None


def test_a_server_that_died_is_asked_again_when_it_is_back(tmp_path: Path) -> None:
    idle = idle_on(tmp_path)
    with x_server(tmp_path, reply(), reply(), reply(1000)):
        assert idle.idle_s() == 1.0
    assert idle.idle_s() is None
    assert idle.idle_s() is None
    with x_server(tmp_path, reply(), reply(), reply(2000)):
        assert idle.idle_s() == 2.0
        idle.close()


@pytest.mark.parametrize("display", ["", "localhost:10.0", "far:0", ":", ":a", "no"])
def test_a_screen_that_is_not_here_is_not_asked(tmp_path: Path, display: str) -> None:
    assert idle_on(tmp_path, DISPLAY=display).idle_s() is None


def test_displays_are_known_by_their_number() -> None:
    numbers = [x11_wire.display_number(name) for name in (":0", ":12.1", "unix:3")]
    assert numbers == ["0", "12", "3"]


def test_the_cookie_opens_the_display(tmp_path: Path) -> None:
    file = tmp_path / "authority"
    file.write_bytes(entry(65535, b"", b"9", x11_wire.COOKIE, b"sixteen bytes!!!"))
    with x_server(tmp_path, reply(), reply(), reply(5)) as heard:
        idle = idle_on(tmp_path, XAUTHORITY=str(file))
        assert idle.idle_s() == 0.005
        idle.close()
    assert b"MIT-MAGIC-COOKIE-1\0\0sixteen bytes!!!" in heard[0]


def test_the_cookie_is_that_of_this_computer_and_display() -> None:
    entries = [
        entry(0, b"\x7f\0\0\1", b"0", x11_wire.COOKIE, b"by address"),
        entry(256, b"other", b"0", x11_wire.COOKIE, b"another computer's"),
        entry(256, b"here", b"1", x11_wire.COOKIE, b"another display's"),
        entry(256, b"here", b"0", b"XDM-AUTHORIZATION-1", b"another kind"),
        entry(256, b"here", b"", x11_wire.COOKIE, b"right"),
    ]
    content = b"".join(entries)
    assert x11_wire.cookie(content, "0", "here") == b"right"
    assert x11_wire.cookie(content, "0", "nowhere") == b""


@pytest.mark.parametrize("size", range(30))
def test_an_authority_file_that_is_cut_off_holds_less(size: int) -> None:
    content = entry(256, b"here", b"0", x11_wire.COOKIE, b"data")
    assert x11_wire.cookie(content[:size], "0", "here") == b""
