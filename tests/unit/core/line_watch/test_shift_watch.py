from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from tests.unit.core.line_watch.lines import TEN
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.line_watch.ports import WatchTroubleError
from workspace_assistant.core.line_watch.shift_watch import ShiftWatch

HOUR = timedelta(hours=1)


@dataclass
class Day:
    """A shift from eleven to twelve, and a clock that only waiting and watching move."""

    ctx: JobContext = field(default_factory=lambda: JobContext(lambda _: None))
    now: datetime = TEN
    is_on: bool = True
    looks: int = 0
    watched: list[tuple[datetime, datetime]] = field(default_factory=list)
    waited: list[datetime] = field(default_factory=list)
    at_second: Callable[[], None] = lambda: None
    fails: bool = False

    def run(self) -> None:
        watch = ShiftWatch(
            ends_at=self.ends_at,
            next_at=lambda: TEN + HOUR if self.now < TEN + HOUR else None,
            watch=self.watch,
            look=self.look,
            alarm=self,
            now=lambda: self.now,
        )
        with pytest.raises(JobCancelledError):
            watch.attend(self.ctx)

    def ends_at(self) -> datetime | None:
        return TEN + 2 * HOUR if self.is_on and TEN + HOUR <= self.now < TEN + 2 * HOUR else None

    def wait(self, until: datetime, ctx: JobContext) -> None:
        ctx.checkpoint()
        self.waited.append(until)
        self.now = until
        if len(self.waited) > 70:
            ctx.cancel()

    def watch(self, ctx: JobContext) -> None:
        if self.fails:
            self.ctx.cancel()
            raise WatchTroubleError("it ended")
        began = self.now
        try:
            while True:
                self.now += timedelta(seconds=1)
                self.at_second()
                ctx.report(reading=self.now)
        finally:
            self.watched.append((began, self.now))

    def look(self) -> None:
        self.looks += 1


def test_it_watches_from_the_start_of_the_shift_to_its_end() -> None:
    day = Day()
    day.run()
    ((began, ended),) = day.watched
    assert began == TEN + HOUR
    assert timedelta(0) <= ended - (TEN + 2 * HOUR) <= timedelta(seconds=11)
    assert day.looks == 360
    waits = [TEN, *day.waited[:60]]
    assert all(b - a <= timedelta(seconds=60) for a, b in itertools.pairwise(waits))


def test_it_ends_soon_after_it_was_turned_off() -> None:
    day = Day()

    def turn_off() -> None:
        day.is_on = day.now < TEN + HOUR + timedelta(minutes=5)

    day.at_second = turn_off
    day.run()
    assert next(ended - began for began, ended in day.watched) <= timedelta(minutes=5, seconds=11)


def test_the_end_of_the_program_ends_it() -> None:
    day = Day()
    day.at_second = day.ctx.cancel
    day.run()
    assert len(day.watched) == 1


def test_a_watch_that_fails_is_tried_again_later_not_at_once() -> None:
    day = Day(fails=True, now=TEN + HOUR)
    day.run()
    assert day.watched == []
