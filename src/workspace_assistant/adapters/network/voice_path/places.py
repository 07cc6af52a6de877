"""Probes of the places on the way, beside the stream: home router, provider, last router."""

from __future__ import annotations

import math
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from workspace_assistant.adapters.network.connection.closed_port import ClosedPortPings
from workspace_assistant.adapters.network.connection.echo import EchoPings
from workspace_assistant.adapters.network.connection.interfaces import scope_number
from workspace_assistant.adapters.network.voice_path.answered_pings import (
    MakePings,
    Pings,
    first_that_is_answered,
    is_router_rationed,
)
from workspace_assistant.adapters.network.voice_path.recorder import Recorder
from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.survey import Surveyed
from workspace_assistant.adapters.network.voice_path.ttl_pings import TtlPings
from workspace_assistant.core.readiness.voice_path.model import (
    Hop,
    Place,
    PlaceTrace,
    Reason,
    Trouble,
)
from workspace_assistant.core.voice.model import PacketTrace

GATEWAY_SPACING_S = 0.05  # our own: it may be asked more often
# 8 s of idle line give 80 probes: with 5 % of loss each way, 19 runs in 20 tell places apart.
ROUTER_SPACING_S = 0.1
RATIONED_SPACING_S = 1.1
_LOOK_AROUND_S = 0.1
# Windows repeats a refused connection for two seconds before it says so: no round trip at all.
_REFUSALS_COME_AT_ONCE = sys.platform != "win32"
# One packet there and one back, headers included; near enough for a count of bytes.
_BYTES_BOTH_WAYS = {"icmp-echo": 168, "tcp-closed-port": 100, "udp-ttl": 104}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceToWatch:
    """A place, and the pings it answered; or why it cannot be watched."""

    place: Place
    pings: Pings | Trouble
    address: str = ""
    spacing_s: float = ROUTER_SPACING_S


class _Watch:
    """One place being watched, in a thread of its own."""

    def __init__(self, watched: PlaceToWatch, pings: Pings) -> None:
        self._watched = watched
        self._pings = pings
        self._recorder = Recorder()
        self._is_stopped = threading.Event()
        self._is_bypassed = False
        self._ends_s = float("inf")
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Send nothing more; answers under way are still taken until `trace`."""
        self._is_stopped.set()

    def trace(self, from_s: float, to_s: float) -> PlaceTrace:
        self._ends_s = 0.0
        self._thread.join()
        trace = self._recorder.trace()
        if self._is_bypassed:
            trace = until_last_answer(trace)
        return PlaceTrace(
            place=self._watched.place,
            address=self._watched.address,
            method=self._pings.method,
            trace=trace.between(from_s, to_s),
        )

    @property
    def bytes_used(self) -> int:
        return self._recorder.next_number * _BYTES_BOTH_WAYS.get(self._pings.method, 0)

    def _run(self) -> None:
        due_s = time.perf_counter()
        while (now_s := time.perf_counter()) < self._ends_s:
            if now_s >= due_s and not self._is_stopped.is_set():
                due_s = self._ask(due_s)
            self._take_answers(due_s)
        self._pings.close()

    def _take_answers(self, due_s: float) -> None:
        """Returns when the next one is due, or a little earlier."""
        left_s = _LOOK_AROUND_S if self._is_stopped.is_set() else due_s - time.perf_counter()
        wait_s = min(_LOOK_AROUND_S, max(0.0, left_s))
        if self._pings.is_stamped:  # waking up for every answer would cost as much as asking
            time.sleep(wait_s)
            wait_s = 0.0
        for number, at_s in self._pings.collect(wait_s):
            self._recorder.came(number, at_s)

    def _ask(self, due_s: float) -> float:
        """When the next one is due."""
        at_s = self._pings.send(self._recorder.next_number)
        if at_s is None:
            self._is_bypassed = True
            self._is_stopped.set()
            return due_s
        self._recorder.left(at_s, due_s, time.perf_counter())
        return max(due_s + self._watched.spacing_s, at_s)


def until_last_answer(trace: PacketTrace) -> PacketTrace:
    """Of a place that the way left meanwhile: what was sent later is no loss of that place."""
    answered_s = [
        left_s
        for left_s, came_s in zip(trace.sent_s, trace.received_s, strict=True)
        if came_s is not None
    ]
    ends_s = math.nextafter(max(answered_s, default=-math.inf), math.inf)
    return trace.between(-math.inf, ends_s)


class PlaceProbes:
    """All places of one stream; see `BesideProbes`."""

    def __init__(self, places: Sequence[PlaceToWatch]) -> None:
        self._watches = [
            _Watch(one, one.pings) for one in places if not isinstance(one.pings, Trouble)
        ]
        self._silent = [
            PlaceTrace(place=one.place, address=one.address, trouble=one.pings)
            for one in places
            if isinstance(one.pings, Trouble)
        ]

    def start(self) -> None:
        for watch in self._watches:
            watch.start()

    def stop(self) -> None:
        for watch in self._watches:
            watch.stop()

    def traces(self, from_s: float, to_s: float) -> list[PlaceTrace]:
        return [*(watch.trace(from_s, to_s) for watch in self._watches), *self._silent]

    @property
    def bytes_used(self) -> int:
        return sum(watch.bytes_used for watch in self._watches)


def open_probes(opened: OpenedSource, surveyed: Surveyed) -> PlaceProbes:
    """Finds out, side by side, what each place answers to; takes 2 s at the most."""
    gateway = surveyed.way.gateway
    tasks: list[Callable[[], PlaceToWatch]] = []
    if not surveyed.survey.is_this_computer:
        tasks.append(partial(_gateway, gateway))
        tasks += [
            partial(_router, place, hop, opened)
            for place, hop in routers_to_watch(surveyed.survey.hops, gateway).items()
        ]
    with ThreadPoolExecutor(max_workers=len(Place)) as side_by_side:
        return PlaceProbes(list(side_by_side.map(_do, tasks)))


def _do(task: Callable[[], PlaceToWatch]) -> PlaceToWatch:
    return task()


def routers_to_watch(hops: Sequence[Hop], gateway: str) -> dict[Place, Hop]:
    """The first and the last router behind the home router; one that is both is the first.

    Where the first keeps silent, the next one is not the provider's first: no place is made of it.
    """
    home = next((hop.ttl for hop in hops if hop.address == gateway), 1)
    behind = [hop for hop in hops if hop.ttl > home]
    watched: dict[Place, Hop] = {}
    if behind and behind[0].ttl == home + 1:
        watched[Place.PROVIDER] = behind[0]
    if behind and behind[-1].ttl > home + 1:
        watched[Place.EDGE] = behind[-1]
    return watched


def _gateway(address: str) -> PlaceToWatch:
    if not address:
        missing = Trouble(reason=Reason.NOT_ON_THIS_SYSTEM)
        return PlaceToWatch(place=Place.GATEWAY, pings=missing)
    kinds: list[MakePings] = [lambda: EchoPings(*_target(address))]
    if _REFUSALS_COME_AT_ONCE:
        kinds.append(lambda: ClosedPortPings(*_target(address)))
    return PlaceToWatch(
        place=Place.GATEWAY,
        address=address,
        spacing_s=GATEWAY_SPACING_S,
        pings=first_that_is_answered(kinds, address),
    )


def _router(place: Place, hop: Hop, opened: OpenedSource) -> PlaceToWatch:
    """By echo if it answers: many routers tell only once a second that a packet died there."""
    kinds: list[MakePings] = [
        lambda: EchoPings(*_target(hop.address)),
        lambda: TtlPings(opened.address, opened.port, hop.ttl),
    ]
    pings = first_that_is_answered(kinds, hop.address)
    is_rationed = isinstance(pings, TtlPings) and is_router_rationed(pings)
    return PlaceToWatch(
        place=place,
        address=hop.address,
        pings=pings,
        spacing_s=RATIONED_SPACING_S if is_rationed else ROUTER_SPACING_S,
    )


def _target(address: str) -> tuple[tuple[object, ...], socket.AddressFamily]:
    """Raises OSError for an address of an interface that is not there."""
    host, _, scope = address.partition("%")
    if ":" in host:
        return (host, 0, 0, scope_number(scope)), socket.AF_INET6
    return (host, 0), socket.AF_INET
