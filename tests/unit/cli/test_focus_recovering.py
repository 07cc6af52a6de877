"""A block that was left alone, on the command line: evidence, choice, question."""

from __future__ import annotations

import pytest

from tests.fakes.focus_tools import FocusDesk
from tests.unit.cli.focus_documents import document
from workspace_assistant.core.focus.ports import Heartbeat

MINUTE = 60.0


@pytest.fixture
def desk() -> FocusDesk:
    return FocusDesk()


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


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
