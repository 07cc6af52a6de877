"""The plain stream's packets: voice-sized, never repeated, and deaf to what nobody asked for."""

import os
import sys
import threading
import time
from collections.abc import Callable

import pytest

from tests.unit.adapters.network.voice_path.loopback import LOOPBACK, good, udp_server
from workspace_assistant.adapters.network.stun import binding_answer
from workspace_assistant.adapters.network.voice_path import stun_source
from workspace_assistant.adapters.network.voice_path.source import PAYLOAD_BYTES
from workspace_assistant.adapters.network.voice_path.stun_source import StunSource, host_and_port


class Arrivals:
    def __init__(self) -> None:
        self.found: list[tuple[int, float]] = []
        self._changed = threading.Condition()

    def __call__(self, number: int, at_s: float) -> None:
        with self._changed:
            self.found.append((number, at_s))
            self._changed.notify()

    def wait_for(self, count: int) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: len(self.found) >= count, timeout=5)


def eventually(is_true: Callable[[], bool]) -> bool:
    deadline_s = time.monotonic() + 5
    while not is_true():
        if time.monotonic() > deadline_s:
            return False
        time.sleep(0.005)
    return True


def test_every_answer_finds_its_packet() -> None:
    requests: list[bytes] = []

    def note(request: bytes, sender: tuple[str, int]) -> list[bytes]:
        requests.append(request)
        return good(request, sender)

    arrivals = Arrivals()
    with udp_server(note) as port:
        source = StunSource(LOOPBACK, port)
        source.start(arrivals)
        left_s = [source.send(number) for number in range(5)]
        assert arrivals.wait_for(5)
        source.close()
    assert sorted(number for number, _ in arrivals.found) == [0, 1, 2, 3, 4]
    assert all(at_s >= left_s[number] for number, at_s in arrivals.found)
    assert {len(request) for request in requests} == {PAYLOAD_BYTES}
    assert len({request[8:20] for request in requests}) == 5
    assert source.bytes_used == 5 * (PAYLOAD_BYTES + 28) + 5 * (32 + 28)


@pytest.mark.skipif(sys.platform != "linux", reason="no other system stamps what comes")
def test_an_answer_that_lay_here_for_a_while_came_when_it_came(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rest_s = 0.4
    monkeypatch.setattr(stun_source, "_LET_MORE_COME_S", rest_s)
    arrivals = Arrivals()
    with udp_server(good) as port:
        source = StunSource(LOOPBACK, port)
        source.start(arrivals)
        time.sleep(0.05)  # nothing lies there: it rests
        left_s = source.send(0)
        assert arrivals.wait_for(1)
        noted_s = time.perf_counter()
        source.close()
    ((_, came_s),) = arrivals.found
    assert came_s - left_s < noted_s - left_s - rest_s / 4


def test_forged_and_foreign_datagrams_are_counted_and_dropped() -> None:
    def attack(request: bytes, sender: tuple[str, int]) -> list[bytes]:
        guessed = request[:8] + os.urandom(12) + request[20:]
        forged = binding_answer(guessed, *sender) or b""
        return [forged, request, b"junk", b"", os.urandom(9000), *good(request, sender)]

    arrivals = Arrivals()
    with udp_server(attack) as port:
        source = StunSource(LOOPBACK, port)
        source.start(arrivals)
        source.send(7)
        assert arrivals.wait_for(1)
        assert eventually(lambda: source.foreign_datagrams == 5)
        source.close()
    assert [number for number, _ in arrivals.found] == [7]


def test_duplicates_are_told_as_often_as_they_come() -> None:
    arrivals = Arrivals()
    with udp_server(lambda request, sender: 3 * good(request, sender)) as port:
        source = StunSource(LOOPBACK, port)
        source.start(arrivals)
        source.send(0)
        assert arrivals.wait_for(3)
        source.close()


def test_a_flood_is_read_no_faster_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stun_source, "_MOST_READ_PER_S", 50)
    with udp_server(lambda _request, _sender: [b"junk"] * 400) as port:
        source = StunSource(LOOPBACK, port)
        source.start(lambda _number, _at_s: None)
        source.send(0)
        assert eventually(lambda: source.foreign_datagrams == 50)
        time.sleep(0.1)
        assert source.foreign_datagrams == 50
        source.close()


def test_a_port_that_closes_loses_packets_and_nothing_else() -> None:
    with udp_server(good) as port:
        source = StunSource(LOOPBACK, port)
        source.start(lambda _number, _at_s: None)
    for number in range(5):  # each answered by an ICMP error
        source.send(number)
        time.sleep(0.002)
    source.close()


def test_addresses_are_written_with_their_port() -> None:
    assert host_and_port("192.0.2.1", 5) == "192.0.2.1:5"
    assert host_and_port("2001:db8::1", 5) == "[2001:db8::1]:5"
