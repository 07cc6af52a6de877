"""A day on the command line: every act, what it says, and what it refuses."""

from __future__ import annotations

import pytest

from tests.fakes.focus_tools import FocusDesk
from tests.unit.cli.focus_documents import document
from workspace_assistant.cli.focus_status import NOBODY_WATCHES

MINUTE = 60.0


@pytest.fixture
def desk() -> FocusDesk:
    return FocusDesk()


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


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
        "Running: Mail (Other), since 09:00",
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


def test_changes_say_that_there_are_older_ones(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    for _ in range(25):
        desk.run("pause")
        desk.run("resume")
    capsys.readouterr()
    desk.run("changes", "--json")
    out, err = capsys.readouterr()
    assert out.count('"action"') == 50
    assert "focus changes --all" in err
    desk.run("changes", "--all", "--json")
    out, err = capsys.readouterr()
    assert out.count('"action"') == 51
    assert err == ""
