"""Asks a calendar's server in a thread that ends in time, and at once when nobody waits."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from typing import TypeVar

from workspace_assistant.adapters.network.calendar_errors import timed_out
from workspace_assistant.adapters.network.calendar_exchange import FeedLimits, Getting
from workspace_assistant.adapters.network.halt import Halt, HaltedError, run_watched
from workspace_assistant.core.jobs import JobContext

ResultT = TypeVar("ResultT")


def in_time(
    call: Callable[[Getting], ResultT],
    limits: FeedLimits,
    tls: Callable[[], ssl.SSLContext],
    ctx: JobContext,
) -> ResultT:
    """What *call* answers. Raises `CalendarError` (timed-out) after the time for everything."""
    halt = Halt()
    getting = Getting(limits=limits, tls=tls, halt=halt)
    until_s = time.monotonic() + limits.total_s
    try:
        (answer,) = run_watched([lambda: call(getting)], halt, ctx, until_s)
    except HaltedError:
        raise timed_out(limits.total_s) from None
    return answer
