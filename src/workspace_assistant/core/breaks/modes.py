"""Quiet and reading: asked for, for a while, and over by themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.model import Modes
from workspace_assistant.core.breaks.ports import Reading

# Whoever wants longer turns breaks off. A clock that was set back makes no mode last for ever.
LONGEST_MODE_S = 12 * 3600.0
SHORTEST_MODE_S = 60.0


def still_on(modes: Modes, wall_at: datetime) -> Modes:
    """Without what is over."""
    return Modes(
        quiet_until=_still(modes.quiet_until, wall_at),
        reading_until=_still(modes.reading_until, wall_at),
    )


def _still(until: datetime | None, wall_at: datetime) -> datetime | None:
    if until is None:
        return None
    latest = wall_at + timedelta(seconds=LONGEST_MODE_S)
    return until if wall_at < until <= latest else None


@dataclass(slots=True)
class ModeClock:
    """Ends modes after their length, also where the wall clock is set back meanwhile."""

    _ends: dict[datetime, float] = field(default_factory=dict)

    def still_on(self, modes: Modes, reading: Reading) -> Modes:
        wanted = still_on(modes, reading.wall_at)
        untils = [one for one in (wanted.quiet_until, wanted.reading_until) if one is not None]
        self._ends = {until: self._ends_s(until, reading) for until in untils}
        return Modes(
            quiet_until=self._unless_over(wanted.quiet_until, reading),
            reading_until=self._unless_over(wanted.reading_until, reading),
        )

    def _ends_s(self, until: datetime, reading: Reading) -> float:
        """On the steady clock, as it was when the mode was seen first."""
        left_s = (until - reading.wall_at).total_seconds()
        return self._ends.get(until, reading.elapsed_s + left_s)

    def _unless_over(self, until: datetime | None, reading: Reading) -> datetime | None:
        is_over = until is None or reading.elapsed_s >= self._ends[until]
        return None if is_over else until
