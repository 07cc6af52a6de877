"""What carries voice-like packets to a server and back: a plain STUN exchange, or a relay.

Pacing, lateness, the probes of places on the way, the trace and the live picture are the same for
every kind. A further kind is plugged in by two things:

1. a class that is a `PacketSource`, and a function ``open_…(target) -> OpenedSource`` that makes
   it, ends within a few seconds, and raises `VoicePathTroubleError` when no server can be used;
2. a line in `opening.open_source`, which says in what order the kinds are tried.

Both run in the child process of the stream: threads are fine, and so is an event loop in one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workspace_assistant.core.readiness.voice_path.model import ServerAnswer, Transport

PAYLOAD_BYTES = 172  # G.711 in packets of 20 ms: 160 bytes of sound and 12 of RTP (RFC 3550)

# Number of the packet that came (or whose answer came), and when by `time.perf_counter`.
OnArrival = Callable[[int, float], None]


class PacketSource(Protocol):
    """Sends numbered packets of `PAYLOAD_BYTES` and tells which came back, and when.

    `send` is called by one thread, 50 times a second, with numbers that only rise. Arrivals may be
    told by any thread, in any order, repeatedly for duplicates; never for a number not yet sent.
    """

    def start(self, on_arrival: OnArrival) -> None:
        """Begin to receive. Called once, before the first `send`."""

    def send(self, number: int) -> float:
        """Send one packet, once, without waiting; returns when, taken directly before it left.

        By `time.perf_counter`. A packet that the system refuses counts as sent and lost.
        """

    @property
    def bytes_used(self) -> int:
        """All bytes moved so far both ways, IP headers included."""

    def close(self) -> None:
        """Stop receiving, free sockets and the server's resources; bounded, at most 1 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSource:
    """A source whose server has answered, and what that told.

    Attributes:
        server: the URI as the profile has it.
        address, port: where packets go; by UDP unless `transport` says otherwise.
        answers: every server that was tried, in the order of the profile.
        mapped_address: what the server sees as our address and port, empty when it did not say.
        round_trip_s: of the shortest exchange, by which waiting times are chosen.
        allocation_ms: how long the relay took to be ready, None where there is none.
        is_marked: whether packets leave marked for expedited forwarding (RFC 3246).
        good_until_s: when the server's consent runs out, by `time.perf_counter`.
        others: further servers that answer STUN by UDP, for telling how the router maps ports.
    """

    source: PacketSource
    transport: Transport
    server: str
    address: str
    port: int
    answers: tuple[ServerAnswer, ...]
    mapped_address: str = ""
    round_trip_s: float = 0.1
    allocation_ms: float | None = None
    is_marked: bool = False
    good_until_s: float = math.inf
    others: tuple[tuple[str, int], ...] = ()
