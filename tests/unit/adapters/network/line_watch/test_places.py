from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.unit.adapters.network.voice_path.loopback import (
    LOOPBACK,
    closed_port,
    good,
    silent,
    udp_server,
)
from workspace_assistant.adapters.network.line_watch import places
from workspace_assistant.adapters.network.line_watch.places import Pings, Place, find_server
from workspace_assistant.adapters.network.line_watch.stun_pings import StunPings
from workspace_assistant.core.readiness.voice_path.model import VoiceTarget


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "ANSWER_S", 0.15)
    monkeypatch.setattr(places, "SEARCH_EVERY_S", 0.0)


class ScriptedPings:
    """Answers as its signs say: ``.`` at once, ``x`` never, ``o`` to another ping."""

    def __init__(self, signs: str) -> None:
        self.signs = iter(signs)
        self.is_closed = False
        self._answers: list[tuple[int, float]] = []

    def send(self, number: int) -> float:
        now_s = time.perf_counter()
        sign = next(self.signs, "x")
        self._answers = {".": [(number, now_s)], "x": [], "o": [(number - 1, now_s)]}[sign]
        return now_s

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        found, self._answers = self._answers, []
        if not found:
            time.sleep(wait_s)
        return found

    def close(self) -> None:
        self.is_closed = True


def pinged(place: Place, times: int) -> str:
    """``.`` answered, ``x`` lost, ``-`` nothing seen."""
    signs = {(True, True): ".", (True, False): "x", (False, True): "-", (False, False): "-"}
    told = [place.ping() for _ in range(times)]
    return "".join(signs[seen, delay is not None] for seen, delay in told)


def settled(find: Callable[[], Pings | None]) -> Place:
    """A place that has been found."""
    place = Place(find)
    deadline_s = time.monotonic() + 5
    while place._pings is None and time.monotonic() < deadline_s:
        place._look()
        time.sleep(0.01)
    return place


def test_silence_is_no_loss_before_it_has_answered_three_times() -> None:
    place = settled(lambda: ScriptedPings("x.x..xo."))
    assert pinged(place, 8) == "----.xx."


def test_what_stops_answering_is_looked_for_anew_beside_the_pings() -> None:
    made: list[ScriptedPings] = []

    def find() -> Pings:
        made.append(ScriptedPings("..." if not made else "." * 50))
        return made[-1]

    place = settled(find)
    told = pinged(place, 12)
    assert told[:8] == "--.xxxxx"
    assert told[-1] == "."
    assert [one.is_closed for one in made[:2]] == [True, False]
    place.close()
    assert made[1].is_closed


def test_where_there_is_no_way_any_more_is_a_loss() -> None:
    place = settled(lambda: ScriptedPings("..."))
    pinged(place, 3)
    place.close()
    assert place.ping() == (True, None)


def test_a_search_that_fails_is_tried_again() -> None:
    tries: list[int] = []

    def find() -> Pings | None:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("the network changes")
        return None if len(tries) == 2 else ScriptedPings("...")

    assert pinged(settled(find), 3) == "--."


def test_the_first_server_that_answers_is_taken() -> None:
    with udp_server(silent) as mute, udp_server(good) as well:
        target = VoiceTarget(stun=(f"stun:{LOOPBACK}:{mute}", f"stun:{LOOPBACK}:{well}"))
        found = find_server(target)
        assert isinstance(found, StunPings)
        assert pinged(Place(lambda: None), 1) == "-"
        left_s = found.send(7)
        ((number, came_s),) = found.collect(1.0)
        assert (number, came_s >= left_s) == (7, True)
        found.close()


def test_a_server_that_does_not_answer_yet_is_kept() -> None:
    found = find_server(VoiceTarget(stun=(f"stun:{LOOPBACK}:{closed_port()}",)))
    assert isinstance(found, StunPings)
    found.close()


def test_no_server_named_is_none_found() -> None:
    assert find_server(VoiceTarget(stun=())) is None


def test_answers_to_what_nobody_asked_are_passed_over() -> None:
    with udp_server(lambda request, sender: [b"junk", *good(request, sender)]) as port:
        pings = StunPings(LOOPBACK, port)
        pings.send(1)
        numbers: list[int] = []
        deadline_s = time.monotonic() + 3
        while not numbers and time.monotonic() < deadline_s:
            numbers += [number for number, _ in pings.collect(0.5)]
        assert numbers == [1]
        pings.close()


def test_what_was_asked_long_ago_is_forgotten() -> None:
    with udp_server(silent) as port:
        pings = StunPings(LOOPBACK, port)
        for number in range(20):
            pings.send(number)
        assert sorted(pings._numbers.values()) == [*range(12, 20)]
        pings.close()
