"""Every deadline and size of the engine in one place, so that tests can shorten them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineLimits:
    """Bounds of one run.

    Attributes:
        connections: most parallel transfers; slow lines use the first four of them.
        ping_connections: idle connections whose round trips are timed.
        resolve_s: for the name look-up.
        connect_s: for all addresses of the server together.
        handshake_s: for TLS.
        answer_s: from request to the whole head of the answer.
        poll_s: longest blocking socket call; how fast a stop is noticed.
        sample_s: how often delivered bytes are counted.
        first_sample_s: the same in the first moments, when a fast line may use up its budget.
        idle_spacing_s, loaded_spacing_s: least time between two pings of one connection.
            Under load they are few: ten a second cost under 2 % of a 1 Mbit/s line.
        drain_s: how long pings sent under load may still be answered after it.
        head_bytes: longest head of an answer.
    """

    connections: int = 8
    ping_connections: int = 2
    resolve_s: float = 4.0
    connect_s: float = 3.0
    handshake_s: float = 3.0
    answer_s: float = 4.0
    poll_s: float = 0.08
    sample_s: float = 0.02
    first_sample_s: float = 0.005
    idle_spacing_s: float = 0.1
    loaded_spacing_s: float = 0.2
    drain_s: float = 1.0
    head_bytes: int = 16384
