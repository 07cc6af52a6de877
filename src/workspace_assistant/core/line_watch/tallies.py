"""Counting probes."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence

from workspace_assistant.core.line_watch.model import Ping, Second, Tally


def tally(pings: Iterable[Ping | None]) -> Tally:
    """Of the probes that were sent."""
    sent = [one for one in pings if one is not None]
    delays = [one.delay_ms for one in sent if one.delay_ms is not None]
    return Tally(
        sent=len(sent),
        lost=len(sent) - len(delays),
        median_ms=statistics.median(delays) if delays else None,
        worst_ms=max(delays, default=None),
    )


def mean_cpu(seconds: Sequence[Second]) -> float | None:
    known = [one.cpu_fraction for one in seconds if one.cpu_fraction is not None]
    return statistics.fmean(known) if known else None
