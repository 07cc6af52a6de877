"""Idle latency and latency under load, from HTTP round trips on open connections."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from workspace_assistant.core.readiness.bandwidth.model import LatencySample

LEAST_IDLE_SAMPLES = 3
LEAST_LOADED_SAMPLES = 8
# A queue needs time to fill: a 2-s load shows half of what a 5-s load shows on a slow line.
LEAST_LOAD_S = 1.5
LOADED_PERCENTILE_FRACTION = 0.95
LEAST_RESEND_MS = 200.0
MOST_RESENT_FRACTION = 0.2


def idle_latency_ms(samples: Sequence[LatencySample]) -> float | None:
    """Median round trip of the unloaded line; None below three answers."""
    if len(samples) < LEAST_IDLE_SAMPLES:
        return None
    return statistics.median(sample.latency_ms for sample in samples)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedLatency:
    """95th percentile of the round trips begun in a load.

    `resent` counts round trips left out because a packet of theirs was lost and sent again: they
    tell the sender's timer, not the queue.
    """

    latency_ms: float
    samples: int
    resent: int


def loaded_latency(
    samples: Sequence[LatencySample], start_s: float, end_s: float
) -> LoadedLatency | None:
    """Latency while the line is busy; None below eight answers."""
    values = sorted(sample.latency_ms for sample in samples if start_s <= sample.started_s < end_s)
    if len(values) < LEAST_LOADED_SAMPLES:
        return None
    resent = _resent_count(values)
    kept = values[: len(values) - resent]
    return LoadedLatency(
        latency_ms=percentile(kept, LOADED_PERCENTILE_FRACTION), samples=len(kept), resent=resent
    )


def _resent_count(ordered_ms: Sequence[float]) -> int:
    """How many of the slowest stand out by a retransmission timeout; a fifth of all at most.

    TCP sends again 200 ms after the expected answer at the earliest (Linux; 300 ms Windows, 1 s by
    RFC 6298), so such round trips lie apart from those that only waited in a queue.
    """
    apart_ms = percentile(ordered_ms, 0.75) + LEAST_RESEND_MS
    apart = sum(value >= apart_ms for value in ordered_ms)
    return apart if apart <= MOST_RESENT_FRACTION * len(ordered_ms) else 0


def percentile(values: Sequence[float], fraction: float) -> float:
    """The value below which *fraction* of all lie, linear between neighbors (Hyndman-Fan 7)."""
    ordered = sorted(values)
    position = fraction * (len(ordered) - 1)
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (position - low) * (ordered[high] - ordered[low])
