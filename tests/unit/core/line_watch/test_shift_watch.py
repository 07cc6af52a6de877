from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

import pytest

from tests.unit.core.line_watch.lines import TEN
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.line_watch.model import Second
from workspace_assistant.core.line_watch.ports import WatchTroubleError
from workspace_assistant.core.line_watch.shift_watch import NotWatched, ShiftWatch, Watching

HOUR = timedelta(hours=1)


@dataclass
class Day:
    """A shift from eleven to twelve, and a clock that only waiting and watching move."""

    now: datetime = TEN
    is_on: bool = True
    looks: int = 0
    watched: list[tuple[datetime, datetime]] = field(default_factory=list)
    waited: list[datetime] = field(default_factory=list)
    at_second: Callable[[], None] = lambda: None
    fails: bool = False
    store_fails: int = 0
    rings: int = 0
    readings: list[object] = field(default_factory=list)
    ctx: JobContext = field(init=False)

    def __post_init__(self) -> None:
        self.ctx = JobContext(lambda progress: self.readings.append(progress.reading))

    def run(self) -> None:
        with pytest.raises(JobCancelledError):
            self.shift_watch.attend(self.ctx)

    @cached_property
    def shift_watch(self) -> ShiftWatch:
        return ShiftWatch(
            ends_at=self.ends_at,
            next_at=lambda: TEN + HOUR if self.now < TEN + HOUR else None,
            watch=self.watch,
            look=self.look,
            alarm=self,
            now=lambda: self.now,
        )

    def ends_at(self) -> datetime | None:
        if self.store_fails:
            self.store_fails -= 1
            raise StoreUnavailableError("The disk is full.")
        return TEN + 2 * HOUR if self.is_on and TEN + HOUR <= self.now < TEN + 2 * HOUR else None

    def wait(self, until: datetime, ctx: JobContext) -> None:
        ctx.checkpoint()
        self.waited.append(until)
        self.now = until
        if len(self.waited) > 70:
            ctx.cancel()

    def ring(self) -> None:
        self.rings += 1

    def watch(self, ctx: JobContext) -> None:
        if self.fails:
            raise WatchTroubleError("it ended")
        began = self.now
        try:
            while True:
                self.now += timedelta(seconds=1)
                self.at_second()
                ctx.report(reading=Second(at=self.now))
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


def test_rung_it_looks_at_once() -> None:
    day = Day()

    def turn_off() -> None:
        if day.now == TEN + HOUR + timedelta(seconds=63):
            day.is_on = False
            day.shift_watch.ring()

    day.at_second = turn_off
    day.run()
    # The script hears of it with its next second.
    assert day.watched == [(TEN + HOUR, TEN + HOUR + timedelta(seconds=64))]
    assert day.rings == 1


def test_a_watch_that_fails_is_told_once_and_tried_again_each_minute() -> None:
    day = Day(fails=True, now=TEN + HOUR)
    day.run()
    assert day.watched == []
    assert day.readings[0] == NotWatched("it ended")
    assert day.waited[:3] == [TEN + HOUR + timedelta(minutes=number) for number in (1, 2, 3)]
    assert day.readings.count(NotWatched("it ended")) == 1
    assert day.readings[1:] == [NotWatched()]  # the shift is over


def test_a_store_that_fails_is_waited_out_and_then_that_is_taken_back() -> None:
    day = Day(store_fails=3, now=TEN + HOUR)
    day.at_second = lambda: day.ctx.cancel() if day.looks else None
    day.run()
    assert day.readings[:2] == [NotWatched("The disk is full."), NotWatched()]
    assert day.watched[0][0] == TEN + HOUR + timedelta(minutes=3)


def test_it_tells_since_when_it_watches_and_when_a_minute_is_known() -> None:
    day = Day(now=TEN + HOUR + timedelta(seconds=20))
    day.run()
    began = Watching(TEN + HOUR + timedelta(seconds=21))
    assert day.readings == [began, began, Watching()]


def test_the_second_telling_comes_with_the_next_minute() -> None:
    day = Day(now=TEN + HOUR + timedelta(seconds=20))

    def end() -> None:
        if day.now == TEN + HOUR + timedelta(seconds=59):
            day.ctx.cancel()

    day.at_second = end
    day.run()
    assert day.readings == [Watching(TEN + HOUR + timedelta(seconds=21)), Watching()]


def test_seconds_are_heard_by_nobody_else_but_news_are() -> None:
    day = Day(now=TEN + HOUR)
    news = [object()]

    def report(ctx: JobContext) -> None:
        ctx.report(reading=Second(at=day.now))
        ctx.report(reading=news[0])
        day.ctx.cancel()
        ctx.checkpoint()

    day.shift_watch.watch = report
    day.run()
    assert day.readings == [Watching(TEN + HOUR), *news, Watching()]
