"""The focus page's services over a log in memory and a clock that a test moves."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.bootstrap.focus_page import services_on
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.focus.watch_service import Standing
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import FocusServices, Watching

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class ScriptedWatch:
    """Watches nothing; reports what a test wants reported, until it is cancelled or ended.

    Attributes:
        handed_over: how often a program in the background was asked to go on.
        fault: raised by the job: something unforeseen.
    """

    def __init__(self) -> None:
        self.handed_over = 0
        self.can_hand_over = True
        self.fault: Exception | None = None
        self.is_over = False
        self.is_running = threading.Event()
        self._ctx: JobContext | None = None

    def watch(self, ctx: JobContext) -> None:
        self._ctx = ctx
        self.is_running.set()
        while not self.is_over:
            if self.fault is not None:
                raise self.fault
            ctx.wait(0.02)

    def report(self, standing: Standing | None = None) -> None:
        """What the job would report now: where it stands, or that somebody acted."""
        assert self.is_running.wait(5)
        assert self._ctx is not None
        self._ctx.report(reading=standing)

    def hand_over(self) -> bool:
        self.handed_over += 1
        return self.can_hand_over


class FocusWorld:
    """A log, a clock and ids; a test fills the log and moves the clock."""

    def __init__(self, *blocks: Block, at: datetime = AT) -> None:
        self.log = MemoryFocusLog(*blocks)
        self.clock = FakeClock(at, time_zone="UTC")
        self.new_id = CountingId()
        self.watch = ScriptedWatch()
        self.frames: tuple[ShiftFrame, ...] = ()

    @property
    def services(self) -> FocusServices:
        watching = Watching(
            watch=self.watch.watch,
            hand_over=self.watch.hand_over,
            can_hand_over=self.watch.can_hand_over,
        )
        return services_on(self.log, self.clock, self.new_id, watching, self._frames_between)

    def _frames_between(self, span: Span) -> tuple[ShiftFrame, ...]:
        return tuple(frame for frame in self.frames if frame.span.overlaps(span))
