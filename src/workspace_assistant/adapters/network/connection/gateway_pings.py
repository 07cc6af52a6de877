"""Watches the way to the home router: ten round trips a second, by whatever it answers to."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass, field
from typing import Protocol

from workspace_assistant.adapters.network.connection.closed_port import ClosedPortPings
from workspace_assistant.adapters.network.connection.echo import EchoPings
from workspace_assistant.adapters.network.connection.interfaces import scope_number
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.core.readiness.connection.model import Reason, Unknown
from workspace_assistant.core.voice.model import PacketTrace

SPACING_S = 0.1
# Long enough for a router that sleeps; ten pings in a row are not lost by chance.
_FIRST_ANSWER_S = 1.0
_LAST_ANSWER_S = 0.9
_LOOK_EVERY_S = 0.05


class Pings(Protocol):
    """One way of asking for round trips. `method` names it in the report."""

    method: str

    def send(self, number: int) -> float: ...

    def collect(self, wait_s: float) -> list[tuple[int, float]]: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayPings:
    """What came of watching; `method` is empty when nothing did."""

    trace: PacketTrace | Unknown
    method: str = ""


def ping_gateway(address: str, duration_s: float, halt: Halt) -> GatewayPings:
    """Watch *address* for *duration_s*, by ICMP echo or else by TCP to a closed port.

    Raises `HaltedError`. A router that answers neither is `Unknown`, not lost packets.
    """
    try:
        target, family = target_of(address)
    except OSError:  # its interface has just gone
        return GatewayPings(trace=Unknown(reason=Reason.NO_GATEWAY))
    try:
        echo = EchoPings(target, family)
    except OSError:
        return _watched(ClosedPortPings(target, family), duration_s, halt, Reason.NOT_PERMITTED)
    watched = _watched(echo, duration_s, halt, Reason.NO_ANSWER)
    if not isinstance(watched.trace, Unknown):
        return watched
    return _watched(ClosedPortPings(target, family), duration_s, halt, Reason.NO_ANSWER)


def _watched(pings: Pings, duration_s: float, halt: Halt, silence: Reason) -> GatewayPings:
    try:
        run = _Run(pings=pings, halt=halt)
        trace = run.watch(duration_s)
    finally:
        pings.close()
    if trace is None:
        return GatewayPings(trace=Unknown(reason=silence))
    return GatewayPings(trace=trace, method=pings.method)


@dataclass(slots=True, kw_only=True)
class _Run:
    pings: Pings
    halt: Halt
    sent_s: list[float] = field(default_factory=list)
    late_s: list[float] = field(default_factory=list)
    came_s: dict[int, float] = field(default_factory=dict)
    duplicates: list[int] = field(default_factory=list)

    def watch(self, duration_s: float) -> PacketTrace | None:
        """The trace; None when nothing at all was answered."""
        began_s = time.perf_counter()
        for number in range(max(1, round(duration_s / SPACING_S))):
            due_s = began_s + number * SPACING_S
            self._collect_until(due_s)
            if not self.came_s and due_s - began_s >= _FIRST_ANSWER_S:
                return None
            left_s = self.pings.send(number)
            self.sent_s.append(left_s)
            # With what the call took: another program may have had its turn before the ping left.
            self.late_s.append(max(0.0, time.perf_counter() - due_s))
        self._collect_until(self.sent_s[-1] + _LAST_ANSWER_S, is_last=True)
        return self._trace() if self.came_s else None

    def _collect_until(self, until_s: float, *, is_last: bool = False) -> None:
        while True:
            self.halt.check()
            left_s = until_s - time.perf_counter()
            for number, came_s in self.pings.collect(max(0.0, min(_LOOK_EVERY_S, left_s))):
                self._note(number, came_s)
            if left_s <= 0 or (is_last and len(self.came_s) == len(self.sent_s)):
                return

    def _note(self, number: int, came_s: float) -> None:
        if number >= len(self.sent_s):
            return  # nothing like that was sent
        if number in self.came_s:
            self.duplicates.append(number)
            return
        self.came_s[number] = max(came_s, self.sent_s[number])

    def _trace(self) -> PacketTrace:
        return PacketTrace(
            sent_s=tuple(self.sent_s),
            received_s=tuple(self.came_s.get(number) for number in range(len(self.sent_s))),
            lateness_s=tuple(self.late_s),
            duplicates=tuple(self.duplicates),
        )


def target_of(address: str) -> tuple[tuple[object, ...], socket.AddressFamily]:
    """Where packets to a router go; raises OSError when the interface it names is not there."""
    host, _, scope = address.partition("%")
    if ":" in host:
        return (host, 0, 0, scope_number(scope)), socket.AF_INET6
    return (host, 0), socket.AF_INET
