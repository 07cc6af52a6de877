"""Seconds summed up by minutes: what is kept of a quiet line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from workspace_assistant.core.line_watch.model import Minute, Second
from workspace_assistant.core.line_watch.tallies import mean_cpu, tally


def minute_of(at: datetime) -> datetime:
    """The start of the minute that holds *at*."""
    return at.replace(second=0, microsecond=0)


def summed(seconds: Sequence[Second]) -> Minute:
    """All seconds of one minute, of which there is one at least."""
    return Minute(
        started_at=minute_of(seconds[0].at),
        seconds=len(seconds),
        server=tally(one.server for one in seconds),
        gateway=tally(one.gateway for one in seconds),
        cpu_fraction=mean_cpu(seconds),
    )
