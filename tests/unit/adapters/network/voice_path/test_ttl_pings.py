"""Answers of a router that quote no number: whose they are, and whose they cannot be."""

import time
from collections.abc import Iterator

import pytest

from tests.unit.adapters.network.voice_path.loopback import LOOPBACK, good, udp_server
from workspace_assistant.adapters.network.voice_path import ttl_pings
from workspace_assistant.adapters.network.voice_path.error_queue import IS_SUPPORTED, IcmpError
from workspace_assistant.adapters.network.voice_path.ttl_pings import TtlPings

pytestmark = pytest.mark.skipif(not IS_SUPPORTED, reason="this system keeps ICMP errors to itself")

COUNT = ttl_pings._SOCKETS


class Sleeping:
    """A clock that only this test moves."""

    now_s = 100.0

    def perf_counter(self) -> float:
        return self.now_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Sleeping:
    made = Sleeping()
    monkeypatch.setattr(ttl_pings, "time", made)
    return made


@pytest.fixture
def pings(monkeypatch: pytest.MonkeyPatch) -> Iterator[TtlPings]:
    monkeypatch.setattr(ttl_pings, "send_once", lambda _udp, _packet: True)
    made = TtlPings(LOOPBACK, 9, ttl=2)
    yield made
    made.close()


def answer(monkeypatch: pytest.MonkeyPatch, pings: TtlPings, slot: int) -> list[tuple[int, float]]:
    """What is made of one more "time exceeded" at the socket *slot*."""

    class Ready:
        data = slot

    class Waiting:
        def select(self, _wait_s: float) -> list[tuple[type[Ready], int]]:
            return [(Ready, 1)]

        def close(self) -> None: ...

    error = IcmpError(offender="192.0.2.1", at_s=105.0, is_time_exceeded=True)
    monkeypatch.setattr(ttl_pings.error_queue, "read_errors", lambda _udp: [error])
    pings._selector.close()
    monkeypatch.setattr(pings, "_selector", Waiting())
    return pings.collect(0)


def test_a_second_of_round_trip_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, pings: TtlPings, clock: Sleeping
) -> None:
    for number in range(30):  # ten a second, and the first answers come after one
        assert pings.send(number) == clock.now_s
        clock.now_s += 0.1
        if number >= 10:
            assert answer(monkeypatch, pings, number - 10) == [(number - 10, 105.0)]


def test_an_answer_that_may_be_to_either_of_two_is_to_none(
    monkeypatch: pytest.MonkeyPatch, pings: TtlPings, clock: Sleeping
) -> None:
    pings.send(3)
    clock.now_s += 1.9
    pings.send(3 + COUNT)
    assert answer(monkeypatch, pings, 3) == answer(monkeypatch, pings, 3) == []
    clock.now_s += 2.1
    pings.send(3 + 2 * COUNT)
    assert answer(monkeypatch, pings, 3) == [(3 + 2 * COUNT, 105.0)]
    assert answer(monkeypatch, pings, 3) == []  # a duplicate


def test_nothing_is_asked_once_the_server_itself_answers() -> None:
    with udp_server(good) as port:
        pings = TtlPings(LOOPBACK, port, ttl=2)
        assert pings.send(0) is not None
        deadline_s = time.monotonic() + 5
        while pings.send(1) is not None:
            assert pings.collect(0.05) == []
            assert time.monotonic() < deadline_s
        pings.close()
