"""What the window's watcher notices of others, and when a program in the background goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.bootstrap import keeper
from workspace_assistant.bootstrap.focus_watch import ChangeWatch, LogFile
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.ports import Heartbeat
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.core.focus.watch_service import KEEPER, NOBODY, WINDOW

PLAN = Plan(name="Refund queue", planned_s=1500.0)


class Desk:
    def __init__(self) -> None:
        self.log, self.clock = MemoryFocusLog(), FakeClock()
        self.person = FocusService(
            log=self.log, clock=self.clock, new_id=CountingId(), actor="somebody"
        )

    def beat(self, watcher: str, kind: str = WINDOW) -> None:
        block = self.person.now().block
        assert block is not None
        with self.log.writing() as log:
            log.beat(
                Heartbeat(
                    block_id=block.id,
                    at=self.clock.wall_at,
                    reading=self.clock.read(),
                    watcher=watcher,
                    watcher_kind=kind,
                    last_active_at=self.clock.wall_at,
                )
            )


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands of keepers that would have been started."""
    monkeypatch.delenv(keeper.NO_KEEPER, raising=False)
    commands: list[list[str]] = []
    monkeypatch.setattr(
        keeper.subprocess, "Popen", lambda command, **_: commands.append(list(command))
    )
    return commands


class TestHandOver:
    def test_a_block_whose_window_left_is_kept(
        self, desk: Desk, started: list[list[str]], tmp_path: Path
    ) -> None:
        desk.person.start(PLAN)
        desk.beat(NOBODY, NOBODY)
        assert keeper.hand_over(tmp_path, desk.log, desk.clock)
        (command,) = started
        assert command[-4:] == ["focus", "watch", "--data-dir", str(tmp_path)]

    @pytest.mark.parametrize("kind", [WINDOW, KEEPER])
    def test_a_block_that_another_program_watches_is_left_to_it(
        self, kind: str, desk: Desk, started: list[list[str]], tmp_path: Path
    ) -> None:
        desk.person.start(PLAN)
        desk.beat("another", kind)
        assert keeper.hand_over(tmp_path, desk.log, desk.clock)
        assert started == []

    def test_without_a_block_nothing_is_started(
        self, desk: Desk, started: list[list[str]], tmp_path: Path
    ) -> None:
        assert not keeper.hand_over(tmp_path, desk.log, desk.clock)
        assert started == []

    def test_a_block_that_was_left_alone_waits_for_its_person(
        self, desk: Desk, started: list[list[str]], tmp_path: Path
    ) -> None:
        desk.person.start(PLAN)
        desk.beat("gone")
        desk.clock.reboot()
        assert not keeper.hand_over(tmp_path, desk.log, desk.clock)
        assert started == []

    def test_who_wants_no_keeper_gets_none(
        self,
        desk: Desk,
        started: list[list[str]],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv(keeper.NO_KEEPER, "1")
        desk.person.start(PLAN)
        assert not keeper.hand_over(tmp_path, desk.log, desk.clock)
        assert started == []


class TestChangeWatch:
    def test_acts_of_anybody_are_told_once_and_beats_are_not(self, desk: Desk) -> None:
        told: list[None] = []
        watch = ChangeWatch(desk.log, lambda: told.append(None))
        watch.look()
        told.clear()  # what was there before
        desk.person.start(PLAN)
        watch.look()
        watch.look()
        assert len(told) == 1
        desk.beat("window")
        watch.look()
        assert len(told) == 1
        desk.person.pause()
        watch.look()
        assert len(told) == 2

    def test_what_came_while_nothing_could_be_read_is_told_after(self, desk: Desk) -> None:
        told: list[None] = []
        watch = ChangeWatch(desk.log, lambda: told.append(None))
        watch.look()
        told.clear()
        desk.person.start(PLAN)
        desk.log.fault = StoreUnavailableError("busy")
        watch.look()
        assert told == []
        desk.log.fault = None
        watch.look()
        assert len(told) == 1


def test_a_log_may_still_come_but_once_gone_it_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "log"
    file = LogFile(path)
    assert file.is_there()
    path.touch()
    assert file.is_there()
    path.unlink()
    assert not file.is_there()
