"""A line that is watched without a network, and a store in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.line_watch.day import LineDay, line_day
from workspace_assistant.core.line_watch.model import LineEvent, Minute, Second
from workspace_assistant.core.line_watch.ports import WatchTarget
from workspace_assistant.core.line_watch.wording import Words
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import LineServices


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


class WatchedLine:
    """The watch over the line as the window has it; reports what a test wants reported.

    Attributes:
        is_on: the switch.
        turn_error: raised by the switch: nothing can be written.
        gate: cleared, turning the switch takes as long as the test likes.
        ended: the job has left.
        fault: raised by the job: something unforeseen.
        notifier, words, on_action: what the window gave the job.
    """

    def __init__(self) -> None:
        self.store = MemoryLineStore()
        self.is_on = False
        self.turn_error: OSError | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.is_running, self.ended = threading.Event(), threading.Event()
        self.fault: Exception | None = None
        self.notifier: Notifier | None = None
        self.words: Words | None = None
        self.on_action: Callable[[str], None] = lambda _: None
        self._ctx: JobContext | None = None

    @property
    def services(self) -> LineServices:
        return LineServices(day=self._day, turn=self._turn, watch=self._watch)

    def report(self, reading: object) -> None:
        assert self.is_running.wait(5)
        assert self._ctx is not None
        self._ctx.report(reading=reading)

    def _day(self, span: Span) -> LineDay:
        return line_day(self.store.events(span), self.store.minutes(span), is_on=self.is_on)

    def _turn(self, is_on: bool) -> None:
        assert self.gate.wait(5)
        if self.turn_error is not None:
            raise self.turn_error
        self.is_on = is_on

    def _watch(
        self,
        notifier: Notifier,
        words: Words,
        on_action: Callable[[str], None],
        ctx: JobContext,
        /,
    ) -> None:
        self.notifier, self.words, self.on_action, self._ctx = notifier, words, on_action, ctx
        self.is_running.set()
        try:
            while True:
                if self.fault is not None:
                    raise self.fault
                ctx.wait(0.02)
        finally:
            self.ended.set()
