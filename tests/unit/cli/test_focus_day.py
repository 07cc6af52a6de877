"""A day on the command line: every act, what it says, and what it refuses."""

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
    return FocusDesk()


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def document(desk: FocusDesk, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert desk.run(*words, "--json") == 0
    found: dict[str, Any] = json.loads(told(capsys))
    return found


def test_a_block_from_start_to_stop(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        desk.run("start", "Refund queue", "--channel", "chat", "--for", "50m", "--tag", "vip") == 0
    )
    desk.clock.advance(10 * MINUTE)
    assert desk.run("interrupt", "family", "--note", "parcel", "--next", "case 4711") == 0
    desk.clock.advance(2 * MINUTE)
    assert desk.run("back") == 0
    assert desk.run("pause") == 0
    desk.clock.advance(5 * MINUTE)
    assert desk.run("resume") == 0
    desk.clock.advance(30 * MINUTE)
    assert desk.run("extend", "10m") == 0
    assert desk.run("stop") == 0

    (block,) = document(desk, capsys, "list")["blocks"]
    assert block["state"] == "uncompleted"
    assert (block["name"], block["channel"], block["tags"]) == ("Refund queue", "chat", ["vip"])
    assert (block["planned_s"], block["worked_s"]) == (60 * MINUTE, 42 * MINUTE)
    assert [gap["reason"] for gap in block["gaps"]] == ["pause"]
    (interruption,) = block["interruptions"]
    assert (interruption["cause"], interruption["origin"]) == ("family", "external")
    assert (interruption["note"], interruption["next_step"]) == ("parcel", "case 4711")


def test_status_tells_what_runs_and_what_is_left(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail", "--preset", "25/5")
    desk.clock.advance(10 * MINUTE)
    desk.run("interrupt", "self")
    capsys.readouterr()

    assert desk.run("status") == 0

    assert told(capsys).splitlines() == [
        "Running: Mail (other), since 09:00",
        "Worked: 10m, 15m left",
        "Interruptions: 1",
        NOBODY_WATCHES,
    ]


def test_status_without_a_command_word_is_the_same(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run() == 0
    assert told(capsys).startswith("No block is running. Begin one: ")


def test_overtime_is_told(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("start", "Mail", "--for", "10m")
    desk.clock.advance(12 * MINUTE)
    capsys.readouterr()
    desk.run("status")
    assert "12m, 2m over the plan" in told(capsys)


def test_status_as_json(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert document(desk, capsys, "status")["block"] is None
    desk.run("start", "Mail", "--for", "10m")

    found = document(desk, capsys, "status")

    assert found["schema"] == "workspace-assistant/focus-status/1"
    assert found["block"]["state"] == "running"
    assert (found["remaining_s"], found["watched_by"], found["left_alone"]) == (600.0, None, None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["pause"], "No block is running."),
        (["stop"], "No block is running."),
        (["interrupt", "pet"], "No block is running."),
        (["start", " "], "A block needs a name."),
        (["undo"], "Nothing is there to be undone."),
        (["undo", "7"], "There is no change number 7. Their numbers: "),
        (["recover", "end"], "No block is running."),
        (["answer", "keep"], "There is no open question: nothing waits"),
        (["delete", "abcd"], "There is no block “abcd”."),
        (["edit", "abcd", "--name", "x"], "There is no block “abcd”."),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert desk.run(*words) == 2
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.parametrize(
    "words",
    [
        ["start", "Mail", "--channel", "fax"],
        ["start", "Mail", "--for", "soon"],
        ["start", "Mail", "--preset", "90/20"],
        ["start", "Mail", "--preset", "25/5", "--for", "1h"],
        ["interrupt", "boss"],
        ["answer", "perhaps"],
        ["recover", "somehow"],
    ],
)
def test_arguments_that_are_not_understood_end_with_code_2(
    desk: FocusDesk, words: list[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        desk.run(*words)
    assert end.value.code == 2


def test_a_second_block_is_refused_while_one_runs(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")

    assert desk.run("start", "Chat") == 2

    assert "“Mail” is running since 09:00" in capsys.readouterr().err


def test_start_wants_a_watcher_unless_told_otherwise(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    assert (desk.keepers, capsys.readouterr().err) == (1, "")
    desk.run("stop")
    desk.run("start", "Mail", "--no-watch")
    assert desk.keepers == 1
    assert "Nobody watches" in capsys.readouterr().err


def test_watch_watches(desk: FocusDesk) -> None:
    desk.run("start", "Mail")
    assert desk.run("watch") == 0
    assert desk.watched == 1


def test_there_is_nothing_to_watch_without_a_block(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("watch") == 0
    assert desk.watched == 0
    assert capsys.readouterr().err.startswith("Nothing to watch. No block is running.")


def test_undo_takes_back_the_last_act_of_the_person(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    desk.run("interrupt", "pet")
    desk.run("undo")
    assert document(desk, capsys, "status")["block"]["interruptions"] == []
    desk.run("undo")
    assert document(desk, capsys, "status")["block"] is None


def test_changes_tell_who_changed_what(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("changes") == 0
    assert told(capsys) == "Nothing was logged yet.\n"
    desk.run("start", "Mail")
    desk.run("stop")
    capsys.readouterr()

    desk.run("changes")
    stop, ended, start, begun = told(capsys).splitlines()
    assert start.split()[3:] == ["command-line", "start"]
    assert begun.endswith("“Mail”: new, 09:00-...")
    assert stop.split()[3:] == ["command-line", "stop"]
    assert ended.endswith("“Mail”: end still open → 09:00")

    found = document(desk, capsys, "changes")
    assert found["schema"] == "workspace-assistant/focus-changes/1"
    assert [one["action"] for one in found["changes"]] == ["stop", "start"]
    block_id = found["changes"][0]["blocks"][0]["id"]
    assert len(document(desk, capsys, "changes", block_id[:8])["changes"]) == 2


def crash(desk: FocusDesk, off_s: float) -> None:
    """The watcher beats once more, then nobody does."""
    block = desk.tools().acts.now().block
    assert block is not None
    now = desk.tools().acts.now().at
    with desk.log.writing() as log:
        log.beat(
            Heartbeat(
                block_id=block.id,
                at=now,
                reading=desk.clock.read(),
                watcher="w",
                watcher_kind="window",
                last_active_at=now,
            )
        )
    desk.clock.advance(off_s)


def test_after_a_crash_the_evidence_is_shown_and_a_choice_is_asked(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    desk.clock.advance(30 * MINUTE)
    crash(desk, 60 * MINUTE)
    capsys.readouterr()

    desk.run("status")
    assert "last seen at 09:30, 1h ago" in told(capsys)
    found = document(desk, capsys, "status")
    assert found["left_alone"]["choices"] == ["continue", "end", "discard"]

    assert desk.run("recover", "end") == 0
    (block,) = document(desk, capsys, "list")["blocks"]
    assert block["worked_s"] == 30 * MINUTE


def test_a_block_that_is_continued_asks_what_the_time_was(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    desk.clock.advance(30 * MINUTE)
    crash(desk, 60 * MINUTE)
    desk.run("recover", "continue")
    assert "09:30-10:30 in “Mail”: Nobody watched" in told(capsys)
    assert desk.keepers == 2

    assert desk.run("answer", "keep", "--split-at", "10:00", "--then", "break") == 0

    block = document(desk, capsys, "status")["block"]
    assert block["worked_s"] == 60 * MINUTE
    assert [gap["reason"] for gap in block["gaps"]] == ["break"]


def test_an_answer_that_splits_needs_both_halves(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    crash(desk, 60 * MINUTE)
    desk.run("recover", "continue")
    capsys.readouterr()

    assert desk.run("answer", "keep", "--then", "break") == 2

    assert "belong together" in capsys.readouterr().err
