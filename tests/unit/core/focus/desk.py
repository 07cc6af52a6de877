"""A desk with somebody at it, and a program that watches the running block every five seconds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.fakes.focus import (
    MONDAY,
    CountingId,
    FakeCall,
    FakeClock,
    FakePresence,
    MemoryFocusLog,
    MemoryWriter,
)
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block, Gap
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.core.focus.watch_service import KEEPER, Standing, WatchService

POLL_S = 5.0


def at(seconds: float) -> datetime:
    """So long after the block began."""
    return MONDAY + timedelta(seconds=seconds)


class DeskLog(MemoryFocusLog):
    """A log on a disk that may be full: then it can be read only."""

    is_full = False

    @contextmanager
    def writing(self) -> Iterator[MemoryWriter]:
        if self.is_full:
            raise StoreUnavailableError("The disk is full.")
        with super().writing() as writer:
            yield writer


@dataclass
class Desk:
    """`seconds` of every method are a multiple of five, the time between two looks."""

    log: DeskLog = field(default_factory=DeskLog)
    clock: FakeClock = field(default_factory=FakeClock)
    presence: FakePresence = field(default_factory=FakePresence)
    calls: FakeCall = field(default_factory=FakeCall)
    new_id: CountingId = field(default_factory=CountingId)
    standing: Standing = field(default_factory=Standing)
    kind: str = KEEPER
    name: str = "this"

    @property
    def watcher(self) -> WatchService:
        return WatchService(
            log=self.log,
            clock=self.clock,
            new_id=self.new_id,
            presence=self.presence,
            calls=self.calls,
            watcher=self.name,
            kind=self.kind,
        )

    @property
    def person(self) -> FocusService:
        return FocusService(self.log, self.clock, self.new_id, "command-line")

    def start(self, name: str = "Refund queue") -> None:
        self.person.start(Plan(name=name))
        self.look()

    def look(self) -> Standing:
        self.standing = self.watcher.look(self.standing)
        for block in self.log.kept.blocks.values():
            assert not faults(block)
        return self.standing

    def work(self, seconds: float) -> None:
        for _ in range(int(seconds / POLL_S)):
            self.clock.advance(POLL_S)
            if self.presence.idle_s is not None:
                self.presence.idle_s = 0.0
            self.look()

    def quiet(self, seconds: float) -> None:
        for _ in range(int(seconds / POLL_S)):
            self.unseen(POLL_S)
            self.look()

    def unseen(self, seconds: float) -> None:
        """Time without input, and without a look."""
        self.clock.advance(seconds)
        if self.presence.idle_s is not None:
            self.presence.idle_s += seconds

    def sleep(self, seconds: float, *, is_announced: bool = False) -> None:
        """What tells idle time does not count it."""
        if is_announced:
            self.presence.announce(is_asleep=True, reading=self.clock.read())
        self.clock.suspend(seconds)
        if is_announced:
            self.presence.announce(is_asleep=False, reading=self.clock.read())

    def block(self) -> Block:
        return max(self.log.kept.blocks.values(), key=lambda one: one.started_at)

    def gaps(self) -> list[str]:
        """Such as ``idle 60-400?``: seconds after the beginning; ? waits for an answer."""
        return [_told(gap, self.block().started_at) for gap in self.block().gaps]


def _told(gap: Gap, start: datetime) -> str:
    begin_s = (gap.started_at - start).total_seconds()
    end = "" if gap.ended_at is None else f"{(gap.ended_at - start).total_seconds():g}"
    return f"{gap.reason} {begin_s:g}-{end}{'?' if gap.is_unanswered else ''}"
