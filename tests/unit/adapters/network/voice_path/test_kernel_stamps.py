"""Arrivals by the kernel's stamp, and what is done with stamps that cannot be."""

import socket
import struct
import sys
import time

import pytest

from workspace_assistant.adapters.network.voice_path.kernel_stamps import (
    arrival_s,
    ask_for_stamps,
    receive,
)

WALL_NS = 1_700_000_000_500_000_000


def stamp(seconds: int, nanoseconds: int) -> list[tuple[int, int, bytes]]:
    return [(socket.SOL_SOCKET, 35, struct.pack("@ll", seconds, nanoseconds))]


@pytest.mark.parametrize(
    ("ancillary", "expected"),
    [
        (stamp(1_700_000_000, 480_000_000), 99.98),
        (stamp(1_700_000_000, 600_000_000), 100.0),  # the wall clock was set back
        (stamp(1_600_000_000, 0), 100.0),  # or far ahead
        ([], 100.0),
        ([(socket.SOL_SOCKET, 35, b"short")], 100.0),
        ([(0, 35, struct.pack("@ll", 1_700_000_000, 0))], 100.0),
    ],
)
def test_an_arrival_is_as_long_ago_as_its_stamp(
    ancillary: list[tuple[int, int, bytes]], expected: float
) -> None:
    assert arrival_s(ancillary, 100.0, WALL_NS) == pytest.approx(expected)


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_packet_that_waited_came_when_it_came(is_wanted: bool) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        udp.bind(("127.0.0.1", 0))
        is_stamped = is_wanted and ask_for_stamps(udp)
        udp.sendto(b"voice", udp.getsockname())
        sent_s = time.perf_counter()
        time.sleep(0.05)
        datagram, at_s = receive(udp, 100, is_stamped=is_stamped)
    assert datagram == b"voice"
    assert (at_s < sent_s + 0.02) == is_stamped


def test_other_systems_have_no_stamps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        assert not ask_for_stamps(udp)
