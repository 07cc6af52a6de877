"""A line that is watched without a network, and a store in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.line_watch.model import LineEvent, Minute, Second
from workspace_assistant.core.line_watch.ports import WatchTarget
from workspace_assistant.core.spans import Span


@dataclass
class ScriptedLine:
    """Implements `LineSensor`: gives its seconds at once, then ends as a lost process does."""

    seconds: Sequence[Second]
    targets: list[WatchTarget] = field(default_factory=list)
    is_open: bool = False

    @contextmanager
    def open(self, target: WatchTarget, ctx: JobContext, /) -> Iterator[Iterator[Second]]:
        self.targets.append(target)
        self.is_open = True
        try:
            yield self._given(ctx)
        finally:
            self.is_open = False

    def _given(self, ctx: JobContext) -> Iterator[Second]:
        for one in self.seconds:
            ctx.checkpoint()
            yield one


@dataclass
class MemoryLineStore:
    """Implements `LineStore`; `written` counts the writes of events."""

    kept: dict[str, LineEvent] = field(default_factory=dict)
    kept_minutes: list[Minute] = field(default_factory=list)
    written: int = 0

    def put_event(self, event: LineEvent) -> None:
        self.written += 1
        self.kept[event.id] = event

    def put_minute(self, minute: Minute) -> None:
        self.kept_minutes.append(minute)

    def events(self, span: Span) -> tuple[LineEvent, ...]:
        found = [
            one
            for one in self.kept.values()
            if one.started_at < span.end and one.ended_at >= span.start
        ]
        return tuple(sorted(found, key=lambda one: one.started_at))

    def minutes(self, span: Span) -> tuple[Minute, ...]:
        found = [one for one in self.kept_minutes if span.holds(one.started_at)]
        return tuple(sorted(found, key=lambda one: one.started_at))
