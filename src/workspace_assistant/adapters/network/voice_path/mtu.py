"""Finds the largest packet that reaches the server in one piece, and whether too big ones vanish.

IP packets of several sizes go out at once with "do not fragment" set; whatever is answered got
through. STUN pads to four bytes, so every size is a multiple of four, and the result is the largest
such size; a smaller step is known only where a router tells it.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import time
from dataclasses import dataclass, field
from typing import Protocol

from workspace_assistant.adapters.network.stun import (
    TRANSACTION_BYTES,
    answered_transaction,
    binding_request,
)
from workspace_assistant.adapters.network.voice_path import error_queue
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    header_bytes,
)
from workspace_assistant.core.readiness.voice_path.model import Mtu, Reason, Trouble

LARGEST_BYTES = 1500  # of Ethernet: larger packets do not cross the internet
_STEP_BYTES = 4
_SMALLEST_BYTES = {socket.AF_INET: 576, socket.AF_INET6: 1280}  # RFC 791, RFC 8200
_USUALLY_PASSES_BYTES = 1280
_SPACING_S = 0.04
_FEWEST_AT_ONCE = 5
_MOST_AT_ONCE = 12
_SHORTEST_WAIT_S = 0.1
_CONFIRMATIONS = 3
_LONGEST_S = 2.4
_IP_MTU_DISCOVER, _IPV6_MTU_DISCOVER, _IPV6_DONTFRAG = 10, 23, 62
_PROBE = 3  # IP_PMTUDISC_PROBE: never fragment, and never believe an old limit


@dataclass(slots=True)
class Search:
    """`passed_bytes` is sure: it was answered. `failed_bytes` is the smallest that was not."""

    failed_bytes: int
    top_bytes: int
    passed_bytes: int = 0
    told_bytes: int | None = None
    is_limited_here: bool = False

    @property
    def told_step_bytes(self) -> int:
        """What a router told, rounded down to our steps; 0 when none told anything."""
        return (self.told_bytes or 0) // _STEP_BYTES * _STEP_BYTES

    @property
    def is_narrow(self) -> bool:
        return self.passed_bytes > 0 and self.failed_bytes - self.passed_bytes <= _STEP_BYTES

    @property
    def is_as_told(self) -> bool:
        return 0 < self.told_step_bytes == self.passed_bytes

    def passed(self, size: int) -> None:
        self.passed_bytes = max(self.passed_bytes, size)
        if self.passed_bytes >= self.failed_bytes:  # that one was lost, not too big
            self.failed_bytes = self.top_bytes + _STEP_BYTES

    def failed(self, sizes: list[int]) -> None:
        """These were sent; the ones above what passed did not get through."""
        above = [size for size in sizes if size > self.passed_bytes]
        self.failed_bytes = min([self.failed_bytes, *above])
        if self.is_as_told:
            self.failed_bytes = self.passed_bytes + _STEP_BYTES

    def path_bytes(self) -> int:
        """What a router told is finer than our steps, when it fits what we saw."""
        return (self.told_bytes or 0) if self.is_as_told else self.passed_bytes


def next_sizes(search: Search, smallest: int, count: int) -> list[int]:
    """What to send next, large to small: what a router told first, else an even spread."""
    top = search.failed_bytes - _STEP_BYTES
    bottom = search.passed_bytes + _STEP_BYTES if search.passed_bytes else smallest
    if bottom <= search.told_step_bytes <= top:
        return [search.told_step_bytes]
    steps = (top - bottom) // _STEP_BYTES
    spread = {bottom + steps * part // (count - 1) * _STEP_BYTES for part in range(count)}
    return sorted(spread, reverse=True)


def find_mtu(
    address: str, port: int, interface_bytes: int | None, round_trip_s: float
) -> tuple[Mtu | Trouble, int]:
    """The result and the bytes used for it; takes about 2.5 s at the most."""
    if not error_queue.IS_SUPPORTED:
        return Trouble(reason=Reason.NOT_ON_THIS_SYSTEM), 0
    try:
        udp = connected_socket(address, port)
    except OSError:
        return Trouble(reason=Reason.NETWORK_UNREACHABLE), 0
    with udp:
        try:
            _forbid_fragments(udp)
            error_queue.receive_errors(udp)
        except OSError:
            return Trouble(reason=Reason.NOT_PERMITTED), 0
        prober = UdpProber(udp, header_bytes(address), max(_SHORTEST_WAIT_S, 1.5 * round_trip_s))
        own_bytes = interface_bytes or LARGEST_BYTES
        return search_mtu(prober, own_bytes, _SMALLEST_BYTES[udp.family]), prober.bytes_used


def _forbid_fragments(udp: socket.socket) -> None:
    if udp.family == socket.AF_INET6:
        udp.setsockopt(socket.IPPROTO_IPV6, _IPV6_MTU_DISCOVER, _PROBE)
        udp.setsockopt(socket.IPPROTO_IPV6, _IPV6_DONTFRAG, 1)
    else:
        udp.setsockopt(socket.IPPROTO_IP, _IP_MTU_DISCOVER, _PROBE)


class Prober(Protocol):
    @property
    def at_once(self) -> int:
        """As many sizes as fit into one waiting time: they cost nothing there."""

    @property
    def is_late(self) -> bool: ...

    def ask(self, sizes: list[int], search: Search) -> list[int]:
        """Send one packet of each size, large to small, and wait for answers; what was sent.

        Ends early when a larger one is answered than is left, or a router tells the size.
        """


@dataclass(slots=True)
class UdpProber:
    """Binding requests with "do not fragment" set."""

    udp: socket.socket
    header_bytes: int
    wait_s: float
    bytes_used: int = 0
    ends_s: float = field(default_factory=lambda: time.perf_counter() + _LONGEST_S)

    @property
    def at_once(self) -> int:
        return min(_MOST_AT_ONCE, max(_FEWEST_AT_ONCE, int(self.wait_s / _SPACING_S)))

    @property
    def is_late(self) -> bool:
        return time.perf_counter() > self.ends_s

    def ask(self, sizes: list[int], search: Search) -> list[int]:
        asked: dict[bytes, int] = {}
        sent: list[int] = []
        told = search.told_bytes
        for size in sizes:
            transaction = os.urandom(TRANSACTION_BYTES)
            asked[transaction] = size
            sent.append(size)
            self._send(binding_request(transaction, size - self.header_bytes), search)
            self._listen(asked, search, time.perf_counter() + _SPACING_S)
            if search.passed_bytes >= size or search.told_bytes != told:
                return sent
        self._listen(asked, search, time.perf_counter() + self.wait_s)
        return sent

    def _send(self, packet: bytes, search: Search) -> None:
        for _ in range(2):  # an error that waits from before is handed out in place of sending
            try:
                self.udp.send(packet)
            except OSError as error:
                search.is_limited_here = search.is_limited_here or error.errno == errno.EMSGSIZE
                continue
            self.bytes_used += len(packet) + self.header_bytes
            return

    def _listen(self, asked: dict[bytes, int], search: Search, until_s: float) -> None:
        poll = select.poll()
        poll.register(self.udp, select.POLLIN | select.POLLERR)
        told = search.told_bytes
        while (left_s := until_s - time.perf_counter()) > 0:
            if search.passed_bytes >= max(asked.values(), default=0) or search.told_bytes != told:
                return
            if poll.poll(max(1, int(1000 * left_s))):
                self._read(asked, search)

    def _read(self, asked: dict[bytes, int], search: Search) -> None:
        for error in error_queue.read_errors(self.udp):
            if error.next_bytes:
                search.told_bytes = min(search.told_bytes or LARGEST_BYTES, error.next_bytes)
        try:
            datagram = self.udp.recv(LARGEST_BYTES)
        except OSError:
            return
        self.bytes_used += len(datagram) + self.header_bytes
        size = asked.pop(answered_transaction(datagram) or b"", None)
        if size is not None:
            search.passed(size)


def search_mtu(prober: Prober, interface_bytes: int, smallest_bytes: int) -> Mtu | Trouble:
    """Sends through *prober* until the largest size that passes is known, or time is up."""
    limit = min(LARGEST_BYTES, interface_bytes)
    top = limit // _STEP_BYTES * _STEP_BYTES
    smallest = min(top, smallest_bytes)
    search = Search(failed_bytes=top + _STEP_BYTES, top_bytes=top)
    prober.ask([top], search)  # a failure may be a lost packet: the size is asked for again
    while search.passed_bytes < top and not (search.is_narrow and _is_sure(prober, search)):
        if prober.is_late or search.failed_bytes <= smallest:
            return Trouble(reason=Reason.NO_ANSWER)
        usual = _USUALLY_PASSES_BYTES
        bottom = smallest if search.failed_bytes <= usual else max(smallest, usual)
        search.failed(prober.ask(next_sizes(search, bottom, prober.at_once), search))
    is_small = search.passed_bytes < top
    was_told = search.told_bytes is not None or search.is_limited_here
    return Mtu(
        path_bytes=search.path_bytes() if is_small else limit,
        interface_bytes=interface_bytes,
        is_black_hole=is_small and not was_told,
    )


def _is_sure(prober: Prober, search: Search) -> bool:
    """The next size fails again and again: a line that merely loses packets sets no limit.

    One more failure is enough where a router told this very size.
    """
    before_bytes = search.passed_bytes
    times = 1 if search.is_as_told else _CONFIRMATIONS
    prober.ask([search.failed_bytes] * times, search)
    return search.passed_bytes == before_bytes
