from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.line_watch import MemoryLineStore, ScriptedLine
from tests.unit.core.line_watch.lines import TEN, counting, line, second
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.line_watch.model import LineEvent, Second, WatchLimits
from workspace_assistant.core.line_watch.ports import WatchTarget
from workspace_assistant.core.line_watch.watch import LineWatch
from workspace_assistant.core.spans import Span

TARGET = WatchTarget(stun=("stun:voice.example.com:3478",))
ALL_DAY = Span(TEN - timedelta(hours=1), TEN + timedelta(hours=9))


def watched(seconds: list[Second]) -> tuple[MemoryLineStore, list[LineEvent], list[Progress]]:
    store, told, shown = MemoryLineStore(), list[LineEvent](), list[Progress]()
    sensor = ScriptedLine(seconds)
    watch = LineWatch(
        sensor=sensor,
        store=store,
        limits=WatchLimits(),
        new_id=counting(),
        on_event=told.append,
    )
    watch.run(TARGET, JobContext(shown.append))
    assert sensor.targets == [TARGET]
    assert not sensor.is_open
    return store, told, shown


def test_every_minute_is_kept_also_a_quiet_one() -> None:
    store, told, shown = watched(line("." * 150))
    assert [one.server.sent for one in store.minutes(ALL_DAY)] == [60, 60, 30]
    assert store.minutes(ALL_DAY)[1].started_at == TEN + timedelta(minutes=1)
    assert (told, len(shown)) == ([], 150)


def test_an_event_is_told_when_it_begins_and_when_it_is_over() -> None:
    store, told, _ = watched(line("." * 30 + "xxxx" + "." * 30))
    assert [(one.is_over, one.ended_at) for one in told] == [
        (False, second(32)),
        (True, second(33)),
    ]
    (kept,) = store.events(ALL_DAY)
    assert kept == told[-1]


def test_an_event_that_goes_on_is_written_every_ten_seconds() -> None:
    store, told, _ = watched(line("x" * 63))
    assert [one.is_over for one in told] == [False, True]
    assert store.written == 1 + 6 + 1
    assert store.events(ALL_DAY)[0].server.lost == 63


def test_a_watch_that_is_cancelled_keeps_what_it_saw() -> None:
    store, told = MemoryLineStore(), list[LineEvent]()

    def cancel_at_40(progress: Progress) -> None:
        if isinstance(progress.reading, Second) and progress.reading.at == second(40):
            ctx.cancel()

    ctx = JobContext(cancel_at_40)
    watch = LineWatch(
        sensor=ScriptedLine(line("." * 37 + "xxx" + "." * 40)),
        store=store,
        limits=WatchLimits(),
        new_id=counting(),
        on_event=told.append,
    )
    with pytest.raises(JobCancelledError):
        watch.run(TARGET, ctx)
    assert [one.is_over for one in told] == [False, True]
    assert [one.server.sent for one in store.minutes(ALL_DAY)] == [41]


def test_a_watch_that_saw_nothing_keeps_nothing() -> None:
    store, told, _ = watched([])
    assert (store.kept, store.kept_minutes, told) == ({}, [], [])
