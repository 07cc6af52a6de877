"""Which places are watched, how, and what is told of those that say nothing."""

import time
from collections.abc import Callable

import pytest

from workspace_assistant.adapters.network.connection.gateways import Gateway
from workspace_assistant.adapters.network.voice_path import answered_pings, places
from workspace_assistant.adapters.network.voice_path.answered_pings import (
    first_that_is_answered,
    is_router_rationed,
)
from workspace_assistant.adapters.network.voice_path.hops import HopSearch
from workspace_assistant.adapters.network.voice_path.places import (
    PlaceProbes,
    PlaceToWatch,
    open_probes,
    routers_to_watch,
)
from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.stun_source import StunSource
from workspace_assistant.adapters.network.voice_path.survey import Surveyed
from workspace_assistant.adapters.network.voice_path.way import (
    Way,
    chosen_gateway,
    way_towards,
    with_carrier,
)
from workspace_assistant.core.readiness.connection.model import Interface, InterfaceKind
from workspace_assistant.core.readiness.voice_path.model import (
    Hop,
    PathSurvey,
    Place,
    Reason,
    Transport,
    Trouble,
)

HOME, FIRST, LAST = (
    Hop(ttl=1, address="10.0.0.1"),
    Hop(ttl=2, address="192.0.2.1"),
    Hop(ttl=7, address="198.51.100.1"),
)


class FakePings:
    """Answers at once, as often as its ration lasts."""

    method = "icmp-echo"
    is_stamped = False

    def __init__(self, ration: int) -> None:
        self.ration = ration
        self.is_closed = False
        self._answered: list[tuple[int, float]] = []

    def send(self, number: int) -> float | None:
        at_s = time.perf_counter()
        if self.ration:
            self.ration -= 1
            self._answered.append((number, at_s))
        return at_s

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        found, self._answered = self._answered, []
        if not found:
            time.sleep(min(wait_s, 0.001))
        return found

    def close(self) -> None:
        self.is_closed = True


def rest_until(is_so: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline_s
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def short_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answered_pings, "_TRIAL_WAIT_S", 0.01)


@pytest.mark.parametrize(
    ("hops", "expected"),
    [
        ((), {}),
        ((HOME,), {}),
        ((HOME, FIRST), {Place.PROVIDER: FIRST}),
        ((HOME, FIRST, LAST), {Place.PROVIDER: FIRST, Place.EDGE: LAST}),
        ((HOME, LAST), {Place.EDGE: LAST}),
        ((FIRST,), {Place.PROVIDER: FIRST}),
        ((Hop(ttl=6, address="10.0.0.1"), LAST), {Place.PROVIDER: LAST}),
    ],
)
def test_the_first_and_the_last_router_behind_the_home_router_are_watched(
    hops: tuple[Hop, ...], expected: dict[Place, Hop]
) -> None:
    assert routers_to_watch(hops, "10.0.0.1") == expected


def test_the_first_kind_that_is_answered_is_used() -> None:
    deaf, good, unused = FakePings(0), FakePings(9), FakePings(9)

    def forbidden() -> FakePings:
        raise PermissionError

    kinds = [forbidden, lambda: deaf, lambda: good, lambda: unused]
    assert first_that_is_answered(kinds, "10.0.0.1") is good
    assert deaf.is_closed
    assert not good.is_closed
    assert unused.ration == 9


def test_why_a_place_cannot_be_watched() -> None:
    def forbidden() -> FakePings:
        raise PermissionError

    refused = first_that_is_answered([forbidden], "10.0.0.1")
    assert refused == Trouble(reason=Reason.NOT_PERMITTED, server="10.0.0.1")
    silent = first_that_is_answered([forbidden, lambda: FakePings(0)], "10.0.0.1")
    assert silent == Trouble(reason=Reason.NO_ANSWER, server="10.0.0.1")


@pytest.mark.parametrize(("ration", "expected"), [(6, True), (0, True), (8, False)])
def test_a_router_that_saves_its_breath_is_noticed(ration: int, expected: bool) -> None:
    assert is_router_rationed(FakePings(ration)) is expected


def test_places_are_watched_until_stopped() -> None:
    pings = FakePings(10_000)
    silent = Trouble(reason=Reason.NO_ANSWER)
    watched = PlaceToWatch(place=Place.GATEWAY, pings=pings, address="10.0.0.1", spacing_s=0.01)
    probes = PlaceProbes([watched, PlaceToWatch(place=Place.EDGE, pings=silent)])
    began_s = time.perf_counter()
    probes.start()
    rest_until(lambda: pings.ration <= 10_000 - 6)
    probes.stop()
    elapsed_s = time.perf_counter() - began_s
    gateway, edge = probes.traces(began_s, time.perf_counter())
    assert (gateway.place, gateway.method, gateway.trouble) == (Place.GATEWAY, "icmp-echo", None)
    assert 6 <= len(gateway.trace.sent_s) <= 1 + elapsed_s / 0.01
    assert None not in gateway.trace.received_s
    assert pings.is_closed
    assert probes.bytes_used == 168 * len(gateway.trace.sent_s)
    assert (edge.place, edge.trouble) == (Place.EDGE, silent)


class StampedPings(FakePings):
    """The system notes when answers come."""

    is_stamped = True

    def __init__(self, ration: int) -> None:
        super().__init__(ration)
        self.waits_s: list[float] = []

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        self.waits_s.append(wait_s)
        return super().collect(wait_s)


def test_answers_that_are_stamped_are_not_waited_for_one_by_one() -> None:
    pings = StampedPings(10_000)
    probes = PlaceProbes([PlaceToWatch(place=Place.GATEWAY, pings=pings, spacing_s=0.02)])
    probes.start()
    rest_until(lambda: pings.ration <= 10_000 - 4)
    probes.stop()
    (gateway,) = probes.traces(0.0, time.perf_counter())
    assert len(gateway.trace.sent_s) >= 4
    assert None not in gateway.trace.received_s
    assert set(pings.waits_s) == {0.0}
    # One look each, and those that find that the end has come.
    assert len(pings.waits_s) <= 2 * len(gateway.trace.sent_s) + 3


class ShortenedWay(FakePings):
    """The way leaves the router after a few answers; one ping more finds that out."""

    def __init__(self, answered: int) -> None:
        super().__init__(answered)
        self._left = answered + 1

    def send(self, number: int) -> float | None:
        self._left -= 1
        return super().send(number) if self._left >= 0 else None


def test_a_router_that_the_way_left_loses_nothing() -> None:
    pings = ShortenedWay(answered=4)
    probes = PlaceProbes([PlaceToWatch(place=Place.EDGE, pings=pings, spacing_s=0.01)])
    probes.start()
    rest_until(lambda: pings._left < 0)
    probes.stop()
    (edge,) = probes.traces(0.0, time.perf_counter())
    assert len(edge.trace.sent_s) == 4
    assert None not in edge.trace.received_s


def test_late_answers_to_the_trial_are_none_to_the_row() -> None:
    pings = FakePings(7)
    pings._answered = [(65535 - number, 0.0) for number in range(3)]
    assert is_router_rationed(pings)


@pytest.mark.parametrize("address", ["fe80::1%gone0", "fe80::1"])
def test_a_place_whose_interface_has_gone_cannot_be_watched(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def gone(_name: str) -> int:
        raise OSError("no such device")

    monkeypatch.setattr(places, "scope_number", gone)
    watched = places._gateway(address)
    assert watched.pings == Trouble(reason=Reason.NOT_PERMITTED, server=address)


def surveyed(**known: object) -> Surveyed:
    way = Way(
        local_address="127.0.0.1",
        interface=Interface(name="lo", kind=InterfaceKind.VIRTUAL),
        is_this_computer=bool(known.get("is_this_computer")),
        gateway="",
    )
    survey = PathSurvey(
        server="127.0.0.1:9",
        address="127.0.0.1",
        transport=Transport.STUN,
        answers=(),
        is_this_computer=way.is_this_computer,
    )
    return Surveyed(survey=survey, way=way, bytes_used=0)


def test_no_router_is_on_the_way_to_this_computer() -> None:
    source = StunSource("127.0.0.1", 9)
    opened = OpenedSource(
        source=source,
        transport=Transport.STUN,
        server="stun:127.0.0.1:9",
        address="127.0.0.1",
        port=9,
        answers=(),
    )
    assert open_probes(opened, surveyed(is_this_computer=True)).traces(0, 1) == []
    (gateway,) = open_probes(opened, surveyed()).traces(0, 1)
    assert gateway.trouble == Trouble(reason=Reason.NOT_ON_THIS_SYSTEM)
    source.close()


WIFI = Gateway(address="192.168.1.1", interface="wlan0", metric=600)
WIFI_6 = Gateway(address="fe80::1%wlan0", interface="wlan0", metric=600)
CABLE = Gateway(address="10.0.0.1", interface="eth0", metric=100)
TUNNEL = Gateway(address="", interface="tun0")


@pytest.mark.parametrize(
    ("gateways", "interface", "is_v6", "expected"),
    [
        ((CABLE, WIFI), "wlan0", False, "192.168.1.1"),
        ((CABLE, WIFI, WIFI_6), "wlan0", True, "fe80::1%wlan0"),
        ((TUNNEL, CABLE), "tun0", False, "10.0.0.1"),
        ((TUNNEL, CABLE), "tun0", True, "10.0.0.1"),
        ((TUNNEL,), "tun0", False, ""),
        ((), "eth0", False, ""),
    ],
)
def test_the_home_router_is_found_through_a_tunnel_too(
    gateways: tuple[Gateway, ...], interface: str, is_v6: bool, expected: str
) -> None:
    assert chosen_gateway(gateways, interface, is_v6=is_v6) == expected


@pytest.mark.parametrize(
    ("kind", "gateways", "under"),
    [
        (InterfaceKind.VPN, (TUNNEL, WIFI), InterfaceKind.WIFI),
        (
            InterfaceKind.VPN,
            (Gateway(address="10.8.0.1", interface="tun0"), CABLE),
            InterfaceKind.WIRED,
        ),
        (InterfaceKind.VPN, (Gateway(address="10.0.0.1", interface="192.0.2.7"),), None),
        (InterfaceKind.VPN, (TUNNEL,), None),
        (InterfaceKind.WIRED, (WIFI,), None),
    ],
)
def test_what_carries_a_tunnel_is_the_way_to_the_home_router(
    kind: InterfaceKind, gateways: tuple[Gateway, ...], under: InterfaceKind | None
) -> None:
    found = with_carrier(Interface(name="x0", kind=kind), gateways)
    assert (found.kind, found.under) == (kind, under)


@pytest.mark.parametrize(
    ("reached_by", "distance", "ttls"), [((), None, [1, 2, 5]), ((5, 6), 5, [1, 2])]
)
def test_the_distance_is_known_once_a_packet_with_a_hop_limit_arrived(
    reached_by: tuple[int, ...], distance: int | None, ttls: list[int]
) -> None:
    search = HopSearch("192.0.2.1", found={1: "10.0.0.1", 2: "10.0.0.2", 5: "10.0.0.5"})
    for ttl in reached_by:
        search.distance = min(search.distance, ttl)
    assert search.known_distance == distance
    assert [hop.ttl for hop in search.hops] == ttls


def test_the_way_to_this_computer() -> None:
    way = way_towards("127.0.0.1")
    assert (way.local_address, way.is_this_computer, way.is_vpn) == ("127.0.0.1", True, False)
    assert way_towards("::ffff:127.0.0.1").is_this_computer
    assert not way_towards("192.0.2.1").is_this_computer
