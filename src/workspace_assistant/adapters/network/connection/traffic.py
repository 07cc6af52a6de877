"""What crosses a network interface while it is watched."""

from __future__ import annotations

import time

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.connection.model import OtherTraffic, Reason, Unknown


def watch_traffic(interface: str, duration_s: float, ctx: JobContext) -> OtherTraffic | Unknown:
    """Count for *duration_s*. Raises `JobCancelledError`."""
    before, began_s = _counted(interface), time.perf_counter()
    ctx.wait(duration_s)
    after, watched_s = _counted(interface), time.perf_counter() - began_s
    if before is None or after is None:
        return Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=interface)
    received_bytes, sent_bytes = after[0] - before[0], after[1] - before[1]
    if received_bytes < 0 or sent_bytes < 0:  # the interface was made anew meanwhile
        return Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=interface)
    return OtherTraffic(
        received_bps=8 * received_bytes / watched_s,
        sent_bps=8 * sent_bytes / watched_s,
        watched_s=watched_s,
    )


def _counted(interface: str) -> tuple[int, int] | None:
    """Bytes received and sent since the interface came up; None when it is not there."""
    import psutil

    counters = psutil.net_io_counters(pernic=True, nowrap=False).get(interface)
    return None if counters is None else (counters.bytes_recv, counters.bytes_sent)
