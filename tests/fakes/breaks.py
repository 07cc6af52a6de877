"""Breaks and activity in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from workspace_assistant.core.breaks.claiming import may_watch
from workspace_assistant.core.breaks.model import ActivityStretch, BreakRecord
from workspace_assistant.core.breaks.ports import Asked, Beat
from workspace_assistant.core.spans import Span


@dataclass
class MemoryBreakStore:
    """Implements the port `BreakStore`."""

    kept: dict[str, BreakRecord] = field(default_factory=dict)
    stretches: dict[str, ActivityStretch] = field(default_factory=dict)
    last_beat: Beat | None = None
    asked: list[Asked] = field(default_factory=list)

    def put(self, record: BreakRecord) -> None:
        known = self.kept.get(record.id)
        if known is None or known.outcome is None:
            self.kept[record.id] = record

    def records(self, span: Span) -> tuple[BreakRecord, ...]:
        found = [one for one in self.kept.values() if span.holds(one.due_at)]
        return tuple(sorted(found, key=lambda one: (one.due_at, one.id)))

    def open_records(self) -> tuple[BreakRecord, ...]:
        found = [one for one in self.kept.values() if one.outcome is None]
        return tuple(sorted(found, key=lambda one: (one.due_at, one.id)))

    def prolong(self, stretch: ActivityStretch) -> None:
        kept = self.stretches.get(stretch.id)
        if kept is None or kept.ended_at < stretch.ended_at:
            self.stretches[stretch.id] = stretch

    def activity(self, span: Span) -> tuple[ActivityStretch, ...]:
        found = [
            one
            for one in self.stretches.values()
            if one.started_at < span.end and one.ended_at > span.start
        ]
        return tuple(sorted(found, key=lambda one: (one.started_at, one.id)))

    def latest_activity_end(self) -> datetime | None:
        return max((one.ended_at for one in self.stretches.values()), default=None)

    def claim(self, beat: Beat, *, is_newcomer: bool = False) -> bool:
        is_ours = may_watch(self.last_beat, beat, is_newcomer=is_newcomer)
        if is_ours:
            self.last_beat = beat
        return is_ours

    def release(self, watcher: str) -> None:
        if self.last_beat is not None and self.last_beat.watcher == watcher:
            self.last_beat = None

    def beat(self) -> Beat | None:
        return self.last_beat

    def ask(self, asked: Asked) -> None:
        self.asked.append(asked)

    def take_asked(self) -> tuple[Asked, ...]:
        taken, self.asked = tuple(self.asked), []
        return taken
