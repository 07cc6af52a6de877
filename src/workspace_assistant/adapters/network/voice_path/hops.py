"""Finds the routers on the way: packets to the server that may live for a few hops only.

A router that drops such a packet says so (ICMP time exceeded), and thereby who it is.
"""

from __future__ import annotations

import os
import selectors
import socket
import time
from dataclasses import dataclass, field

from workspace_assistant.adapters.network.stun import TRANSACTION_BYTES, binding_request
from workspace_assistant.adapters.network.voice_path import error_queue
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    header_bytes,
    send_once,
)
from workspace_assistant.core.readiness.voice_path.model import Hop, Reason, Trouble

_MOST_HOPS = 20
_ROUNDS = 2
# Some of these may reach the server: it gets no more than 25 a second before the stream.
SPACING_S = 0.04
_LONGEST_S = 1.4
_SHORTEST_WAIT_S = 0.1
_PROBE_BYTES = 20


@dataclass(slots=True)
class HopSearch:
    """`distance` is the smallest number of hops by which a packet reached the server."""

    address: str
    distance: int = _MOST_HOPS + 1
    found: dict[int, str] = field(default_factory=dict)
    bytes_used: int = 0

    @property
    def known_distance(self) -> int | None:
        """None when no packet with a hop limit reached the server."""
        return self.distance if self.distance <= _MOST_HOPS else None

    @property
    def hops(self) -> tuple[Hop, ...]:
        near = sorted(ttl for ttl in self.found if ttl < self.distance)
        return tuple(Hop(ttl=ttl, address=self.found[ttl]) for ttl in near)

    @property
    def silent(self) -> list[int]:
        """Hops before the server that have not answered yet."""
        return [
            ttl for ttl in range(1, min(self.distance, _MOST_HOPS + 1)) if ttl not in self.found
        ]


def find_hops(address: str, port: int, round_trip_s: float) -> tuple[HopSearch, Trouble | None]:
    """Routers between here and the server, as far as they answer; at the most 1.4 s."""
    search = HopSearch(address)
    if not error_queue.IS_SUPPORTED:
        return search, Trouble(reason=Reason.NOT_ON_THIS_SYSTEM)
    sockets: dict[int, socket.socket] = {}
    try:
        for ttl in range(1, _MOST_HOPS + 1):
            sockets[ttl] = _limited_socket(address, port, ttl)
        _ask_all(search, sockets, round_trip_s)
    except OSError:
        return search, Trouble(reason=Reason.NOT_PERMITTED)
    finally:
        for udp in sockets.values():
            udp.close()
    is_next_door = search.distance == 1
    return search, None if search.hops or is_next_door else Trouble(reason=Reason.NO_ANSWER)


def _limited_socket(address: str, port: int, ttl: int) -> socket.socket:
    udp = connected_socket(address, port)
    try:
        error_queue.receive_errors(udp)
        error_queue.set_hop_limit(udp, ttl)
    except OSError:
        udp.close()
        raise
    return udp


def _ask_all(search: HopSearch, sockets: dict[int, socket.socket], round_trip_s: float) -> None:
    ends_s = time.perf_counter() + _LONGEST_S
    wait_s = max(_SHORTEST_WAIT_S, 1.5 * round_trip_s)
    with selectors.DefaultSelector() as selector:
        for ttl, udp in sockets.items():
            selector.register(udp, selectors.EVENT_READ, ttl)
        for _ in range(_ROUNDS):
            for ttl in search.silent:
                if time.perf_counter() >= ends_s:
                    return
                if ttl < search.distance:
                    search.bytes_used += _send(sockets[ttl], search.address)
                    _listen(search, selector, min(ends_s, time.perf_counter() + SPACING_S))
            _listen(search, selector, min(ends_s, time.perf_counter() + wait_s), until_all=True)


def _send(udp: socket.socket, address: str) -> int:
    request = binding_request(os.urandom(TRANSACTION_BYTES))
    return len(request) + header_bytes(address) if send_once(udp, request) else 0


def _listen(
    search: HopSearch,
    selector: selectors.BaseSelector,
    until_s: float,
    *,
    until_all: bool = False,
) -> None:
    while (left_s := until_s - time.perf_counter()) > 0:
        if until_all and not search.silent:
            return
        for key, _ in selector.select(left_s):
            if isinstance(key.fileobj, socket.socket):
                _note(search, key.data, key.fileobj)


def _note(search: HopSearch, ttl: int, udp: socket.socket) -> None:
    for error in error_queue.read_errors(udp):
        if error.is_time_exceeded and error.offender:
            search.found.setdefault(ttl, error.offender)
        elif error.is_unreachable and error.offender == search.address:
            search.distance = min(search.distance, ttl)
    try:
        udp.recv(_PROBE_BYTES)
    except OSError:
        return
    search.distance = min(search.distance, ttl)
