from __future__ import annotations

from dataclasses import replace

from tests.unit.core.focus.blocks import at, block, gap, interruption
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.documents import instant
from workspace_assistant.core.focus.log_document import (
    CHANGES_SCHEMA,
    SCHEMA,
    changes_document,
    log_document,
    status_document,
)
from workspace_assistant.core.focus.model import Anchor, GapReason


def test_the_log_tells_what_follows_from_a_block() -> None:
    one = block(planned_s=3000.0, gaps=(gap(10, 20),), interruptions=(interruption(5),))
    document = log_document([one], at(90))

    assert document["schema"] == SCHEMA
    (listed,) = document["blocks"]
    assert (listed["state"], listed["worked_s"]) == ("completed", 3000)
    assert listed["gaps"][0]["reason"] == "pause"
    assert listed["interruptions"][0]["cause"] == "door"


def test_a_tie_to_this_computers_clock_is_told_to_nobody() -> None:
    tied = block(0, None, anchor=Anchor(at=at(0), elapsed_s=1, boot_id="one"))

    assert "anchor" not in log_document([tied], at(5))["blocks"][0]


def test_the_status_of_an_idle_log() -> None:
    assert status_document(at(0), None, None, None, ()) == {
        "schema": "workspace-assistant/focus-status/1",
        "now": instant(at(0)),
        "block": None,
        "remaining_s": None,
        "left_alone": None,
        "watched_by": None,
        "unknown": [],
        "questions": [],
        "change": None,
        "shift": None,
    }


def test_the_status_after_an_act_names_the_change_to_undo() -> None:
    assert status_document(at(0), None, None, None, (), change_id=7)["change"] == 7


def test_the_status_tells_what_the_watcher_cannot_sense() -> None:
    day = Day()
    day.start()
    day.beat()
    now = day.acts.now()
    assert now.heartbeat is not None
    beat = replace(now.heartbeat, unknown=("No keyboard here.",))

    document = status_document(now.at, now.block, None, beat, ())

    assert document["unknown"] == ["No keyboard here."]


def test_the_status_of_a_block_that_was_left_alone() -> None:
    day = Day()
    day.start(planned_s=1800.0)
    day.clock.advance(1200)
    day.beat()
    day.clock.reboot(3600)
    now = day.acts.now()
    away = gap(10, 20, reason=GapReason.IDLE, is_unanswered=True)
    document = status_document(
        now.at, now.block, now.left_alone, now.heartbeat, [(day.running, away)]
    )

    assert document["now"] == instant(now.at)
    assert document["remaining_s"] == 1800 - 1200  # up to the last sign
    assert document["block"]["worked_s"] == 1200
    assert document["watched_by"] == "keeper"
    assert document["left_alone"]["is_restarted"]
    assert document["left_alone"]["choices"] == ["continue", "end", "discard"]
    assert document["questions"][0]["ended_at"] == instant(at(20))


def test_the_change_log_tells_what_each_act_changed() -> None:
    day = Day()
    day.acts.undo(day.start().id)
    document = changes_document(day.log.kept.changes)

    assert document["schema"] == CHANGES_SCHEMA
    start, undo = document["changes"]
    assert (start["action"], start["undoes"], undo["action"], undo["undoes"]) == (
        "start",
        None,
        "undo",
        start["id"],
    )
    assert start["blocks"][0]["after"] == undo["blocks"][0]["before"]


def test_a_question_may_be_about_what_still_lasts() -> None:
    away = gap(10, None, reason=GapReason.IDLE)
    document = status_document(at(20), block(0, None), None, None, [(block(0, None), away)])

    assert document["questions"][0]["ended_at"] is None
