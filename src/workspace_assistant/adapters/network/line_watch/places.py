"""The two places that are asked once a second, found anew where the network has changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from workspace_assistant.adapters.network.connection.closed_port import ClosedPortPings
from workspace_assistant.adapters.network.connection.echo import EchoPings
from workspace_assistant.adapters.network.connection.gateway_pings import target_of
from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.system_routes import (
    home_router,
    system_gateways,
)
from workspace_assistant.adapters.network.line_watch.stun_pings import StunPings
from workspace_assistant.adapters.network.voice_path.addresses import (
    ServerAddress,
    look_up,
    named_servers,
)
from workspace_assistant.core.readiness.voice_path.model import VoiceTarget

# What comes later is of no use in a call either.
ANSWER_S = 0.9
SEARCH_EVERY_S = 10.0
_LOST_BEFORE_SEARCH = 5
# One answer may be chance: some routers answer one ping a minute.
_KNOWN_AFTER = 3
_TRIAL_PINGS = 3
_TRIAL_S = 0.5
_TRIAL_NUMBER = 0xFF00  # of an echo request at most 0xFFFF; those that count stay below


class Pings(Protocol):
    """One way of asking for round trips."""

    def send(self, number: int) -> float: ...

    def collect(self, wait_s: float) -> list[tuple[int, float]]: ...

    def close(self) -> None: ...


class Place:
    """Something that answers one ping a second; looked for anew, beside the pings, when it stops.

    Until it has answered a few times, its silence is no loss: then nothing was seen.
    """

    def __init__(self, find: Callable[[], Pings | None]) -> None:
        self._find = find
        self._pings: Pings | None = None
        self._search: Future[Pings | None] | None = None
        self._searched_s = -SEARCH_EVERY_S
        self._number = 0
        self._lost = 0
        self._answers = 0

    def ping(self) -> tuple[bool, float | None]:
        """Whether anything was seen, and the delay in ms, None for lost. Takes `ANSWER_S` at most.

        Nothing is sent where there is no way to it: where it did answer before, that is a loss.
        """
        self._look()
        delay_ms = None if self._pings is None else self._asked(self._pings)
        self._lost = 0 if delay_ms is not None else self._lost + 1
        self._answers += delay_ms is not None
        return (self._answers >= _KNOWN_AFTER, delay_ms)

    def close(self) -> None:
        pings, self._pings = self._pings, None
        if pings is not None:
            pings.close()

    def _look(self) -> None:
        """The way may have changed under the socket, or the name its address."""
        if self._search is not None and self._search.done():
            found, self._search = self._search.result(), None
            if found is not None:
                self.close()
                self._pings, self._lost = found, 0
        is_wanted = self._pings is None or self._lost >= _LOST_BEFORE_SEARCH
        is_due = time.perf_counter() - self._searched_s >= SEARCH_EVERY_S
        if is_wanted and is_due and self._search is None:
            self._searched_s = time.perf_counter()
            self._search = _beside(self._find)

    def _asked(self, pings: Pings) -> float | None:
        self._number = (self._number + 1) % _TRIAL_NUMBER
        left_s = pings.send(self._number)
        until_s = left_s + ANSWER_S
        while (rest_s := until_s - time.perf_counter()) > 0:
            for number, came_s in pings.collect(rest_s):
                if number == self._number and came_s <= until_s:
                    return max(0.0, 1000 * (came_s - left_s))
        return None


def _beside(find: Callable[[], Pings | None]) -> Future[Pings | None]:
    """On a thread that the end of the program does not wait for: names may take for ever."""
    search: Future[Pings | None] = Future()

    def run() -> None:
        try:
            search.set_result(find())
        except OSError:  # the network changes while it is looked at
            search.set_result(None)

    threading.Thread(target=run, name="line-watch-search", daemon=True).start()
    return search


def find_server(target: VoiceTarget) -> Pings | None:
    """The first of the named servers that answers, in their order; the very first if none does."""
    found = look_up(named_servers(target))
    tried = [
        pings
        for addresses in found.values()
        for one in addresses
        if (pings := _stun_pings(one)) is not None
    ]
    chosen = next((pings for pings in tried if _answers(pings)), tried[0] if tried else None)
    for pings in tried:
        if pings is not chosen:
            pings.close()
    return chosen


def find_gateway() -> Pings | None:
    """The home router by ICMP echo, or by a refused connection where it does not answer that."""
    router = home_router(system_gateways(Inquiry()))
    if router is None:
        return None
    try:
        target, family = target_of(router.address)
    except OSError:  # its interface has just gone
        return None
    try:
        echo = EchoPings(target, family)
    except OSError:
        return ClosedPortPings(target, family)
    if _answers(echo):
        return echo
    echo.close()
    return ClosedPortPings(target, family)


def _stun_pings(one: ServerAddress) -> Pings | None:
    try:
        return StunPings(one.address, one.server.port)
    except OSError:  # no route by that version of IP
        return None


def _answers(pings: Pings) -> bool:
    """What comes late has a number that no later ping waits for."""
    for trial in range(_TRIAL_PINGS):
        until_s = pings.send(_TRIAL_NUMBER + trial) + _TRIAL_S
        while (rest_s := until_s - time.perf_counter()) > 0:
            if pings.collect(rest_s):
                return True
    return False
