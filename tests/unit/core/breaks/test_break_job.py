"""The job that watches: how long it waits, and what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.attending import BreakJob
from workspace_assistant.core.breaks.model import Act, BreakStanding, Outcome, WatchRole
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress

HOUR_S = 3600.0


@dataclass
class DeskAlarm:
    """Implements the port `Alarm`: time goes by with somebody at the desk, until *looks* are up."""

    desk: BreakDesk
    looks: int
    waits_s: list[float] = field(default_factory=list)
    rung: int = 0

    def wait(self, until: datetime, ctx: JobContext) -> None:
        wait_s = (until - self.desk.clock.wall_at).total_seconds()
        self.waits_s.append(wait_s)
        if len(self.waits_s) >= self.looks:
            ctx.cancel()
        ctx.checkpoint()
        self.desk.clock.advance(wait_s)

    def ring(self) -> None:
        self.rung += 1


def played(desk: BreakDesk, looks: int, job: BreakJob | None = None) -> list[BreakStanding]:
    """The readings of so many looks."""
    told: list[BreakStanding] = []

    def note(progress: Progress) -> None:
        assert isinstance(progress.reading, BreakStanding)
        told.append(progress.reading)

    job = job or job_of(desk, looks)
    with pytest.raises(JobCancelledError):
        job.run(JobContext(note))
    return told


def job_of(desk: BreakDesk, looks: int) -> BreakJob:
    return BreakJob(
        watcher=desk.watcher,
        work=desk.work_at,
        alarm=DeskAlarm(desk, looks),
        now=lambda: desk.clock.wall_at,
    )


def waits_s(job: BreakJob) -> list[float]:
    assert isinstance(job.alarm, DeskAlarm)
    return job.alarm.waits_s


def desk_in_shift() -> BreakDesk:
    desk = BreakDesk()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=8)
    return desk


def test_outside_of_shifts_it_looks_once_a_minute_and_tells_once() -> None:
    desk = BreakDesk()
    job = job_of(desk, 4)
    assert [one.role for one in played(desk, 4, job)] == [WatchRole.RESTING]
    assert waits_s(job) == [60.0] * 4


@pytest.mark.parametrize(("next_s", "wait_s"), [(20.0, 20.0), (0.2, 1.0), (900.0, 60.0)])
def test_the_next_shift_is_not_missed(next_s: float, wait_s: float) -> None:
    desk = BreakDesk()
    desk.work_at.next_s = next_s
    job = job_of(desk, 1)
    played(desk, 1, job)
    assert waits_s(job) == [wait_s]


def test_in_a_shift_it_looks_every_five_seconds_and_tells_each_minute() -> None:
    desk = desk_in_shift()
    job = job_of(desk, 37)
    told = played(desk, 37, job)
    assert set(waits_s(job)) == {5.0}
    assert [one.worked_s for one in told] == [0.0, 5.0, 60.0, 65.0, 120.0, 125.0, 180.0]


def test_while_a_break_runs_it_looks_and_tells_more_often() -> None:
    desk = desk_in_shift()
    desk.look()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    job = job_of(desk, 4)
    told = played(desk, 4, job)
    assert waits_s(job) == [2.0] * 4
    assert [one.open.elapsed_s for one in told if one.open] == [0.0, 2.0, 4.0, 6.0]


def test_beside_another_program_it_looks_at_each_beat() -> None:
    desk = desk_in_shift()
    desk.look()
    older = desk.watcher
    desk.new_program()
    desk.look()
    desk.clock.advance(30)
    desk.look()
    desk.watcher = older
    job = job_of(desk, 1)
    assert [one.role for one in played(desk, 1, job)] == [WatchRole.STANDING_BY]
    assert waits_s(job) == [30.0]


def test_a_store_that_fails_is_tried_again() -> None:
    desk = desk_in_shift()
    desk.work_at.fault = "The disk is gone."
    job = job_of(desk, 2)
    (told,) = played(desk, 2, job)
    assert told.fault == "The disk is gone."
    assert waits_s(job) == [60.0, 60.0]


def test_what_cannot_be_kept_at_the_end_ends_it_all_the_same() -> None:
    desk = desk_in_shift()
    desk.look()
    desk.work(HOUR_S)
    desk.store.is_full = True
    played(desk, 2)


def test_an_answer_is_done_at_the_next_look_and_wakes_the_watch() -> None:
    desk = desk_in_shift()
    desk.look()
    desk.work(HOUR_S)
    job = job_of(desk, 1)
    job.act(Act.SKIP)
    job.ring()
    played(desk, 1, job)
    assert desk.outcomes() == [Outcome.SKIPPED]
    assert isinstance(job.alarm, DeskAlarm)
    assert job.alarm.rung == 2
