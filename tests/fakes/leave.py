"""Days off in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from workspace_assistant.core.leave.model import LeaveDay


@dataclass
class MemoryLeaveStore:
    """Implements `LeaveStore`."""

    kept: dict[date, LeaveDay] = field(default_factory=dict)

    def put(self, days: Iterable[LeaveDay]) -> None:
        self.kept |= {one.on: one for one in days}

    def between(self, first: date, last: date) -> tuple[LeaveDay, ...]:
        return tuple(self.kept[day] for day in sorted(self.kept) if first <= day <= last)

    def remove(self, first: date, last: date) -> tuple[LeaveDay, ...]:
        return tuple(self.kept.pop(one.on) for one in self.between(first, last))
