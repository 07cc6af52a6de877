"""Who watches the open block: asked for by every act, and never claimed where it is not so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.fakes.focus_tools import FocusDesk
from workspace_assistant.cli.focus_status import NOBODY_WATCHES
from workspace_assistant.core.focus.ports import Heartbeat

MINUTE = 60.0


@pytest.fixture
def desk() -> FocusDesk:
    """A block that somebody has begun, and that nobody watches."""
    desk = FocusDesk()
    desk.run("start", "Mail", "--no-watch")
    return desk


def beat(desk: FocusDesk, watcher: str = "w", unknown: tuple[str, ...] = ()) -> None:
    now = desk.tools().acts.now()
    assert now.block is not None
    with desk.log.writing() as log:
        log.beat(
            Heartbeat(
                block_id=now.block.id,
                at=now.at,
                reading=desk.clock.read(),
                watcher=watcher,
                watcher_kind="keeper" if watcher else "",
                last_active_at=now.at,
                unknown=unknown,
            )
        )


def status(desk: FocusDesk, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert desk.run(*(words or ("status",)), "--json") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    "words",
    [["interrupt", "pet"], ["pause"], ["add", "Chat", "--from", "08:00", "--to", "08:30"]],
)
def test_every_act_sees_to_it_that_the_block_is_watched(desk: FocusDesk, words: list[str]) -> None:
    assert desk.run(*words) == 0
    assert desk.keepers == 1


@pytest.mark.parametrize("act", ["stop", "delete"])
def test_a_block_that_an_undo_brings_back_is_watched(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], act: str
) -> None:
    block_id = status(desk, capsys)["block"]["id"]
    desk.clock.advance(MINUTE)
    desk.run(*([act] if act == "stop" else [act, block_id]))
    assert desk.keepers == 0

    desk.run("undo")

    assert desk.keepers == 1


def test_who_cannot_have_a_watcher_is_told_at_every_act(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.keeper_starts = False
    capsys.readouterr()

    desk.run("interrupt", "pet")
    assert capsys.readouterr().err.strip() == NOBODY_WATCHES
    desk.run("status")
    assert NOBODY_WATCHES in capsys.readouterr().out
    desk.run("stop")
    assert capsys.readouterr().err == ""


def test_where_somebody_watches_nobody_else_is_asked_for(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    beat(desk)
    desk.run("interrupt", "pet")
    assert desk.keepers == 0
    assert status(desk, capsys)["watched_by"] == "keeper"
    desk.run("status")
    assert NOBODY_WATCHES not in capsys.readouterr().out


def test_a_watcher_that_has_left_watches_no_more(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    beat(desk, watcher="")
    assert status(desk, capsys)["watched_by"] is None
    desk.run("interrupt", "pet")
    assert desk.keepers == 1


def test_an_act_after_a_kill_brings_a_watcher(desk: FocusDesk) -> None:
    beat(desk)
    desk.clock.advance(10 * MINUTE)
    desk.run("interrupt", "pet")
    assert desk.keepers == 1


def test_what_cannot_be_sensed_is_told(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    beat(desk, unknown=("This desktop keeps it to itself.",))
    assert status(desk, capsys)["unknown"] == ["This desktop keeps it to itself."]
    desk.run("status")
    assert "This desktop keeps it to itself." in capsys.readouterr().out.splitlines()


def test_a_second_watcher_says_that_it_is_not_needed(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    beat(desk)
    capsys.readouterr()
    assert desk.run("watch") == 0
    assert "Another program watches it already" in capsys.readouterr().err


def test_acts_tell_the_number_that_undoes_them(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    change = status(desk, capsys, "interrupt", "pet")["change"]
    assert desk.run("undo", str(change)) == 0
    assert status(desk, capsys)["block"]["interruptions"] == []
    assert status(desk, capsys)["change"] is None


def test_a_block_left_since_yesterday_is_to_be_settled_before_the_next(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    beat(desk)
    desk.clock.reboot(24 * 60 * MINUTE)
    capsys.readouterr()

    assert desk.run("start", "Chat") == 2

    told = capsys.readouterr().err
    assert "last seen at Mon 2026-11-23 09:00" in told
    assert "focus recover continue|end|discard" in told


def test_a_running_block_says_of_which_day_it_is(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.clock.advance(24 * 60 * MINUTE)
    capsys.readouterr()
    assert desk.run("start", "Chat") == 2
    told = capsys.readouterr().err
    assert told.startswith("“Mail” is running since Mon 2026-11-23 09:00. Stop it first: ")
