"""Whether a router keeps a silent binding, by servers that can answer elsewhere and that cannot."""

import socket
import time
from collections.abc import Callable, Iterator

import pytest

from tests.unit.adapters.network.voice_path.loopback import (
    LOOPBACK,
    Answer,
    good,
    silent,
    udp_server,
)
from workspace_assistant.adapters.network.stun import binding_answer, read_message
from workspace_assistant.adapters.network.voice_path import binding
from workspace_assistant.adapters.network.voice_path.binding import BindingWatch, judged_by_port
from workspace_assistant.core.readiness.voice_path.model import Reason, Trouble

OWN, SEEN, ELSE = (LOOPBACK, 5000), ("192.0.2.9", 40000), ("192.0.2.9", 40001)


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binding, "_SHORTEST_WAIT_S", 0.1)


@pytest.fixture
def elsewhere() -> Iterator[socket.socket]:
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        yield udp


def at_once(act: Callable[[], None]) -> None:
    act()


def watched(answer: Answer) -> bool | Trouble:
    with udp_server(answer) as port:
        watch = BindingWatch(LOOPBACK, (LOOPBACK, port), 0.01, at_once, silence_s=0.02)
        assert watch.result == Trouble(reason=Reason.LONG_TEST_ONLY)
        watch.start()
        watch._thread.join(10)
        return watch.result


class Router:
    """A server that answers elsewhere, through a router that forgets after some packets."""

    def __init__(self, udp: socket.socket, passes: int) -> None:
        self._udp = udp
        self._passes = passes

    def __call__(self, request: bytes, sender: tuple[str, int]) -> list[bytes]:
        wanted = read_message(request).attributes.get(0x0027)
        if wanted is None:
            return good(request, sender)
        self._passes -= 1
        if self._passes >= 0:
            port = int.from_bytes(wanted[:2])
            self._udp.sendto(binding_answer(request, *sender) or b"", (LOOPBACK, port))
        return []


def test_a_binding_that_still_lets_in_is_kept(elsewhere: socket.socket) -> None:
    assert watched(Router(elsewhere, passes=9)) is True


def test_a_binding_that_lets_nothing_in_any_more_is_lost(elsewhere: socket.socket) -> None:
    assert watched(Router(elsewhere, passes=1)) is False


def test_one_lost_packet_is_no_lost_binding(elsewhere: socket.socket) -> None:
    router = Router(elsewhere, passes=9)
    dropped = iter((False, True, False, False))

    def lossy(request: bytes, sender: tuple[str, int]) -> list[bytes]:
        is_elsewhere = 0x0027 in read_message(request).attributes
        return [] if is_elsewhere and next(dropped) else router(request, sender)

    assert watched(lossy) is True


def test_a_server_that_ignores_the_wish_leaves_the_port_to_judge_by() -> None:
    assert watched(good) == Trouble(reason=Reason.TOO_FEW_SERVERS)


def test_a_silent_server_tells_nothing() -> None:
    began_s = time.monotonic()
    assert watched(silent) == Trouble(reason=Reason.NO_ANSWER)
    assert time.monotonic() - began_s < 5


def test_all_its_packets_are_sent_when_there_is_room_for_them(elsewhere: socket.socket) -> None:
    served: list[bytes] = []
    lent: list[Callable[[], None]] = []
    router = Router(elsewhere, passes=9)

    def note(request: bytes, sender: tuple[str, int]) -> list[bytes]:
        served.append(request)
        return router(request, sender)

    def lend(act: Callable[[], None]) -> None:
        lent.append(act)
        act()

    with udp_server(note) as port:
        watch = BindingWatch(LOOPBACK, (LOOPBACK, port), 0.01, lend, silence_s=0.3)
        watch.start()
        watch.await_silence()
        before = len(served)
        watch._thread.join(10)
    assert watch.result is True
    assert (before, len(served), len(lent)) == (2, 3, 3)


def test_a_packet_without_a_way_is_lost_and_no_more() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        pass
    binding.send_to(udp, b"late", (LOOPBACK, 9))


def test_no_way_is_told() -> None:
    watch = BindingWatch("not an address", (LOOPBACK, 9), 0.01, at_once)
    watch.start()
    watch._thread.join(10)
    assert watch.result == Trouble(reason=Reason.NETWORK_UNREACHABLE)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (SEEN, SEEN, True),
        (SEEN, ELSE, False),
        (SEEN, None, Trouble(reason=Reason.NO_ANSWER)),
        # It keeps our number: the same again proves nothing.
        (("192.0.2.9", 5000), ("192.0.2.9", 5000), Trouble(reason=Reason.TOO_FEW_SERVERS)),
    ],
)
def test_a_port_that_changes_was_forgotten(
    before: tuple[str, int], after: tuple[str, int] | None, expected: bool | Trouble
) -> None:
    assert judged_by_port(OWN, before, after) == expected
