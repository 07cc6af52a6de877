"""Idle latency and latency under load, from HTTP round trips on open connections."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from workspace_assistant.core.readiness.bandwidth.model import LatencySample

LEAST_IDLE_SAMPLES = 3
LEAST_LOADED_SAMPLES = 8
# A queue needs time to fill: a 2-s load shows half of what a 5-s load shows on a slow line.
LEAST_LOAD_S = 1.5
LOADED_PERCENTILE_FRACTION = 0.95


def idle_latency_ms(samples: Sequence[LatencySample]) -> float | None:
    """Median round trip of the unloaded line; None below three answers."""
    if len(samples) < LEAST_IDLE_SAMPLES:
        return None
    return statistics.median(sample.latency_ms for sample in samples)


def loaded_latency_ms(
    samples: Sequence[LatencySample], start_s: float, end_s: float
) -> float | None:
    """95th percentile of the round trips begun in the load; None below eight answers."""
    values = [sample.latency_ms for sample in samples if start_s <= sample.started_s < end_s]
    if len(values) < LEAST_LOADED_SAMPLES:
        return None
    return percentile(values, LOADED_PERCENTILE_FRACTION)


def percentile(values: Sequence[float], fraction: float) -> float:
    """The value below which *fraction* of all lie, linear between neighbors (Hyndman-Fan 7)."""
    ordered = sorted(values)
    position = fraction * (len(ordered) - 1)
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (position - low) * (ordered[high] - ordered[low])
