"""How many transfers at once: few on a slow line, many on a fast or lossy one.

Eight transfers on 5 Mbit/s leave each a window of some packets; every loss then stalls one of
them, what it holds back arrives after the measurement, and the goodput reads up to 6 % low (lab:
5 Mbit/s, 60 ms, queue of 100 ms; four transfers: 1 %). Fast lines and lossy ones need the eight.
"""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.readiness.bandwidth.goodput import mean_bps
from workspace_assistant.core.readiness.bandwidth.model import ByteSample

FIRST_CONNECTIONS = 4
_LINE_OF_MANY_BPS = 10e6
_WINDOW_S = 0.3
# Later ones would disturb the measurement: the warm-up may be over.
_LATEST_S = 2.0


def needs_all_connections(samples: Sequence[ByteSample]) -> bool:
    """Whether the line carries so much that the remaining transfers should start now."""
    now_s = samples[-1].at_s
    if not _WINDOW_S <= now_s <= _LATEST_S:
        return False
    return mean_bps(samples, now_s - _WINDOW_S, now_s) >= _LINE_OF_MANY_BPS
