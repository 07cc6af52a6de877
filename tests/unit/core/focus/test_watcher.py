"""The job that watches: when it looks, what it reports, and when it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.unit.core.focus.desk import Desk
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.watch_service import WINDOW, Role, Standing
from workspace_assistant.core.focus.watcher import watch
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress


@dataclass
class Run:
    """A watch whose waiting runs *steps*, one after the other, and is cancelled after the last."""

    desk: Desk
    steps: list[Callable[[], object]]
    stays: bool = True
    told: list[Standing] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    waited_s: list[float] = field(default_factory=list)
    looks: int = 0

    def __post_init__(self) -> None:
        watch(
            self._context(),
            self.desk.watcher,
            self.changes.append,
            stays=self.stays,
            on_look=self._count,
            is_log_there=lambda: bool(self.steps) or not self.waited_s,
        )

    def _context(self) -> JobContext:
        run = self

        class Context(JobContext):
            def wait(self, seconds: float) -> None:
                run.waited_s.append(seconds)
                step = run.steps.pop(0)
                step()

        return Context(self._tell)

    def _count(self) -> None:
        self.looks += 1

    def _tell(self, progress: Progress) -> None:
        assert isinstance(progress.reading, Standing)
        self.told.append(progress.reading)


def test_one_that_stays_waits_for_a_block_and_for_the_next_one() -> None:
    desk = Desk()
    begin, end = (lambda: desk.person.start(Plan(name="Refund queue")), desk.person.stop)
    run = Run(desk, [lambda: None, begin, lambda: desk.clock.advance(5), end, begin])
    assert [one.role for one in run.told] == [Role.WATCHING, Role.RESTING]
    assert set(run.waited_s) == {5.0}
    assert run.looks == len(run.waited_s)


def test_a_keeper_ends_with_its_block() -> None:
    desk = Desk()
    desk.start()
    run = Run(desk, [desk.person.stop, _never], stays=False)
    assert run.told[-1].role is Role.RESTING


def test_a_keeper_ends_when_a_window_watches() -> None:
    desk = Desk()
    desk.start()
    window = Desk(desk.log, desk.clock, desk.presence, desk.calls, kind=WINDOW, name="window")
    run = Run(desk, [window.look, _never], stays=False)
    assert run.told[-1].role is Role.STANDING_BY


def test_one_that_is_cancelled_lets_the_next_one_begin_at_once() -> None:
    desk = Desk()
    desk.start()
    with pytest.raises(JobCancelledError):
        Run(desk, [_cancel])
    beat = desk.log.kept.heartbeat
    assert beat is not None
    assert beat.watcher == ""


def test_one_that_is_cancelled_while_nothing_can_be_written_ends_all_the_same() -> None:
    desk = Desk()
    desk.start()

    def cancel() -> None:
        desk.log.fault = StoreUnavailableError("gone")
        _cancel()

    with pytest.raises(JobCancelledError):
        Run(desk, [cancel])


def test_a_fault_is_reported_once_and_so_is_its_end() -> None:
    desk = Desk()
    desk.start()

    def fault(error: StoreUnavailableError | None) -> None:
        desk.log.fault = error
        desk.clock.advance(5)

    gone = StoreUnavailableError("gone")
    run = Run(
        desk,
        [lambda: fault(gone), lambda: fault(gone), lambda: fault(None), lambda: fault(None)],
    )
    assert [one.fault for one in run.told] == ["", "gone", ""]


def test_a_look_that_is_refused_is_a_fault_and_tried_again() -> None:
    desk = Desk()
    desk.start()

    def fault(error: FocusError | None) -> None:
        desk.log.fault = error
        desk.clock.advance(5)

    run = Run(desk, [lambda: fault(FocusError("no")), lambda: fault(None), lambda: None])
    assert [one.fault for one in run.told] == ["", "no", ""]


def test_what_was_written_is_told() -> None:
    desk = Desk()
    desk.start()
    run = Run(desk, [lambda: desk.unseen(80)] * 5)
    assert [change.action for change in run.changes] == ["away"]


def test_it_ends_when_the_log_is_gone() -> None:
    assert Run(Desk(), [lambda: None]).waited_s == [5.0]


def _never() -> None:
    raise AssertionError("it should have ended")


def _cancel() -> None:
    raise JobCancelledError
