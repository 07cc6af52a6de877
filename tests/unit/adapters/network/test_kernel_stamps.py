"""Arrivals by the kernel's stamp, and what is done with stamps that cannot be."""

import socket
import struct
import sys
import time

import pytest

from workspace_assistant.adapters.network import kernel_stamps
from workspace_assistant.adapters.network.kernel_stamps import (
    arrival_s,
    ask_for_stamps,
    both_clocks,
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


class Interrupted:
    """Clocks of a computer on which other programs have their turns between two readings."""

    def __init__(self, pauses_s: list[float]) -> None:
        self._now_ns = 0
        self._pauses_s = pauses_s
        self._looks = 0

    def perf_counter(self) -> float:
        self._now_ns += 1000
        return self._now_ns / 1e9

    def time_ns(self) -> int:
        self._now_ns += int(1e9 * self._pauses_s[self._looks])
        self._looks += 1
        return WALL_NS + self._now_ns


@pytest.mark.parametrize(
    ("pauses_s", "looks"), [([0], 1), ([0.08, 0.002, 0], 3), ([0.04, 0.03, 0.02, 0.01], 4)]
)
def test_both_clocks_are_of_one_instant(
    monkeypatch: pytest.MonkeyPatch, pauses_s: list[float], looks: int
) -> None:
    clocks = Interrupted(pauses_s)
    monkeypatch.setattr(kernel_stamps, "time", clocks)
    now_s, wall_ns = both_clocks()
    # The performance counter is never behind: no arrival moves before its departure.
    assert 0 <= now_s - (wall_ns - WALL_NS) / 1e9 < 50e-6
    assert clocks._looks == looks


def test_other_systems_have_no_stamps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        assert not ask_for_stamps(udp)
