"""The log's time: the wall clock of the first look, and from then on the steady clock.

Nothing that is logged moves or overlaps because somebody sets the clock; the next watch goes by the
new time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.ports import Reading

# What lies further ahead was logged while the clock was wrong.
_BELIEVED = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Ties an instant of the log to the steady clock of one run of the computer."""

    at: datetime
    elapsed_s: float


def anchored(reading: Reading, logged_to: datetime | None) -> Anchor:
    """At the first look, never before what the log holds already."""
    at = reading.wall_at
    if logged_to is not None and at < logged_to <= at + _BELIEVED:
        at = logged_to
    return Anchor(at=at, elapsed_s=reading.elapsed_s)


def log_time(anchor: Anchor, reading: Reading) -> datetime:
    return anchor.at + timedelta(seconds=reading.elapsed_s - anchor.elapsed_s)
