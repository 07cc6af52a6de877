from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.focus import MONDAY
from tests.unit.core.focus.desk import Desk
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.corrections import BlockEdit
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.interruptions import InterruptionDraft
from workspace_assistant.core.focus.model import Block, Cause, GapReason
from workspace_assistant.core.focus.overlaps import OverlapError
from workspace_assistant.core.focus.recovery import RecoveryChoice


def gaps_of(block: Block) -> list[tuple[float, float | None, GapReason]]:
    """In minutes after the day began."""
    return [
        (
            (gap.started_at - MONDAY) / timedelta(minutes=1),
            gap.ended_at and (gap.ended_at - MONDAY) / timedelta(minutes=1),
            gap.reason,
        )
        for gap in block.gaps
    ]


def test_an_undone_interruption_never_was() -> None:
    day = Day()
    day.start()
    change = day.acts.interrupt(Cause.PET)
    undone = day.acts.undo(change.id)

    assert day.running.interruptions == ()
    assert (undone.action, undone.undoes, undone.actor) == ("undo", change.id, "window")


def test_an_undone_undo_is_as_before() -> None:
    day = Day()
    day.start()
    change = day.acts.interrupt(Cause.PET)
    before = day.running
    undone = day.acts.undo(change.id)
    day.acts.undo(undone.id)

    assert day.running == before


def test_nothing_is_undone_twice_or_unknown() -> None:
    day = Day()
    change = day.start()
    day.acts.undo(change.id)

    with pytest.raises(FocusError, match="undone already"):
        day.acts.undo(change.id)
    with pytest.raises(FocusError, match="no change number 99"):
        day.acts.undo(99)


def test_an_undone_start_leaves_nothing() -> None:
    day = Day()
    change = day.start()
    day.beat()
    day.acts.undo(change.id)

    assert day.blocks == []
    assert day.log.kept.heartbeat is None


def test_a_start_is_not_undone_once_the_block_went_on() -> None:
    day = Day()
    change = day.start()
    day.acts.interrupt(Cause.PET)

    with pytest.raises(FocusError, match="first"):
        day.acts.undo(change.id)


def test_a_clock_that_was_set_does_not_stand_in_the_way() -> None:
    day = Day()
    day.start()
    day.clock.step_wall(600)
    change = day.acts.interrupt(Cause.PET)
    day.acts.undo(change.id)

    assert day.actions()[-3:] == ["notice", "interrupt", "undo"]
    assert len(day.running.clock_changes) == 1


def test_a_stop_that_is_undone_at_once_was_none() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    change = day.acts.stop()
    day.clock.advance(10)
    day.acts.undo(change.id)
    day.clock.advance(50)

    assert day.worked_min(day.running) == 11


def test_a_stop_that_is_undone_later_leaves_a_gap() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    change = day.acts.stop()
    day.clock.advance(1800)
    day.acts.undo(change.id)
    day.clock.advance(300)

    assert gaps_of(day.running) == [(10, 40, GapReason.UNDONE)]
    assert day.running.gaps[0].is_unanswered
    assert day.worked_min(day.running) == 15


def test_a_stop_that_is_undone_after_a_restart_runs_on_the_new_clock() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    change = day.acts.stop()
    day.clock.reboot(1800)
    day.acts.undo(change.id)
    day.clock.advance(60)

    assert day.acts.now().left_alone is None
    assert day.worked_min(day.running) == 11


def test_a_stop_in_a_pause_is_undone_into_the_pause() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    day.acts.pause()
    day.clock.advance(60)
    change = day.acts.stop()
    day.clock.advance(1800)
    day.acts.undo(change.id)

    assert gaps_of(day.running) == [(10, None, GapReason.PAUSE)]


def test_an_undone_stop_can_be_done_again() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    change = day.acts.stop()
    before = day.blocks
    day.clock.advance(1800)
    undone = day.acts.undo(change.id)
    day.acts.undo(undone.id)

    assert day.blocks == before


def test_a_stop_is_not_undone_while_another_block_runs() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    change = day.acts.stop()
    day.start("Other")

    with pytest.raises(FocusError, match="“Other” is running since 09:10"):
        day.acts.undo(change.id)


def test_a_stop_is_not_undone_over_what_was_logged_since() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    change = day.acts.stop()
    day.clock.advance(60)
    day.log_block("Other", 5)

    with pytest.raises(OverlapError, match="taken by “Other”"):
        day.acts.undo(change.id)


def test_a_resume_is_not_undone_in_a_block_that_is_over() -> None:
    day = Day()
    day.start()
    day.clock.advance(60)
    day.acts.pause()
    day.clock.advance(60)
    change = day.acts.resume()
    day.clock.advance(60)
    day.acts.stop()

    with pytest.raises(FocusError, match="first"):
        day.acts.undo(change.id)


def test_an_undone_start_that_is_undone_runs_again() -> None:
    day = Day()
    undone = day.acts.undo(day.start().id)
    day.clock.advance(60)
    day.acts.undo(undone.id)

    assert day.worked_min(day.running) == 1


def test_a_running_block_that_was_deleted_runs_again() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    change = day.corrections.delete(day.running.id)
    day.clock.advance(1200)
    day.acts.undo(change.id)

    assert gaps_of(day.running) == [(10, 30, GapReason.UNDONE)]


def test_a_deletion_is_found_on_the_logs_time_when_the_clock_was_wrong() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    day.clock.step_wall(-7200)
    change = day.corrections.delete(day.running.id)
    day.clock.advance(1200)
    day.acts.undo(change.id)

    assert gaps_of(day.running) == [(10, 30, GapReason.UNDONE)]


def test_an_end_that_was_set_too_early_is_undone_without_losing_work() -> None:
    day = Day()
    day.start()
    day.clock.advance(3600)
    edit = BlockEdit(ended_at=MONDAY + timedelta(minutes=10))
    change = day.corrections.edit(day.running.id, edit)
    day.clock.advance(10)
    day.acts.undo(change.id)

    assert gaps_of(day.running) == []
    assert day.worked_min(day.running) == pytest.approx(60 + 1 / 6)


@pytest.mark.parametrize("choice", [RecoveryChoice.END, RecoveryChoice.DISCARD])
def test_undoing_a_recovery_makes_no_work_of_what_nobody_watched(choice: RecoveryChoice) -> None:
    day = Day()
    day.start()
    day.clock.advance(1200)
    day.beat()
    day.clock.reboot(3600)
    change = day.acts.recover(choice)
    day.clock.advance(600)
    day.acts.undo(change.id)

    assert gaps_of(day.running) == [(20, 90, GapReason.NOT_WATCHED)]
    assert day.worked_min(day.running) == 20


def test_undoing_the_act_that_settled_a_crash_makes_no_work_either() -> None:
    day = Day()
    day.start()
    day.clock.advance(1200)
    day.beat()
    day.clock.reboot(3600)
    change = day.acts.pause()
    day.acts.undo(change.id)

    assert gaps_of(day.running) == [(20, 80, GapReason.NOT_WATCHED)]


def test_the_latest_acts_are_undone_one_by_one() -> None:
    day = Day()
    day.start()
    before = day.running
    day.acts.interrupt(Cause.PET)
    day.acts.interrupt(Cause.DOOR)
    day.acts.undo_last()
    day.acts.undo_last()

    assert day.running == before
    day.acts.undo_last()
    assert day.blocks == []
    with pytest.raises(FocusError, match="Nothing is there to be undone"):
        day.acts.undo_last()


def test_what_the_program_found_out_is_not_the_latest_act() -> None:
    day = Day()
    day.start()
    day.clock.advance(1200)
    day.beat()
    day.clock.reboot(3600)
    day.acts.recover(RecoveryChoice.END)
    day.acts.undo_last()

    with pytest.raises(FocusError, match="first"):  # the start
        day.acts.undo_last()
    assert gaps_of(day.running) == [(20, 80, GapReason.NOT_WATCHED)]


def paused_for(minutes: float) -> Day:
    """Ten minutes of work, and then a pause so far."""
    day = Day()
    day.start()
    day.clock.advance(600)
    day.acts.pause()
    day.clock.advance(60 * minutes)
    return day


def test_a_pause_that_is_undone_at_once_was_none() -> None:
    day = paused_for(1)
    day.acts.undo_last()

    assert day.running.gaps == ()
    assert day.worked_min(day.running) == 11


def test_a_pause_that_is_undone_after_lunch_asks_what_lunch_was() -> None:
    day = paused_for(120)
    day.acts.undo_last()
    day.clock.advance(300)

    assert gaps_of(day.running) == [(10, 130, GapReason.UNDONE)]
    assert len(day.answers.questions()) == 1
    assert day.worked_min(day.running) == 15


def test_a_resume_that_is_undone_at_once_leaves_the_pause_as_it_was() -> None:
    day = paused_for(5)
    before = day.running
    change = day.acts.resume()
    day.clock.advance(60)
    day.acts.undo(change.id)

    assert day.running == before


def test_a_resume_that_is_undone_after_an_hour_asks_what_the_hour_was() -> None:
    day = paused_for(5)
    change = day.acts.resume()
    day.clock.advance(3600)
    undone = day.acts.undo(change.id)

    hour = (15, 75, GapReason.UNDONE)
    assert gaps_of(day.running) == [(10, 15, GapReason.PAUSE), hour, (75, None, GapReason.PAUSE)]
    assert len(day.answers.questions()) == 1
    day.acts.undo(undone.id)
    assert gaps_of(day.running) == [(10, 15, GapReason.PAUSE), hour]


def test_a_pause_that_is_done_again_after_an_hour_asks_what_the_hour_was() -> None:
    day = paused_for(1)
    undone = day.acts.undo_last()
    day.clock.advance(3600)
    day.acts.undo(undone.id)

    assert gaps_of(day.running) == [
        (10, 71, GapReason.UNDONE),
        (71, None, GapReason.PAUSE),
    ]


def test_a_return_that_is_undone_asks_and_the_block_runs_on() -> None:
    desk = Desk()
    desk.start()
    desk.quiet(300)
    desk.work(300)
    returned = desk.log.kept.changes[-1]
    desk.person.undo(returned.id)

    assert desk.gaps() == ["idle 0-305?", "undone 305-600?"]


def test_time_that_was_kept_is_kept_again_without_another_question() -> None:
    desk = Desk()
    desk.start()
    desk.quiet(300)
    desk.work(60)
    answers = AnswerService(desk.log, desk.clock, desk.new_id, "window")
    (question,) = answers.questions()
    kept = answers.answer(question.block.id, question.gap.id, Answer.KEEP)
    undone = desk.person.undo(kept.id)
    assert desk.gaps() == ["idle 0-305?"]
    desk.person.undo(undone.id)

    assert desk.gaps() == []


def test_an_undone_move_takes_its_gaps_along_unasked() -> None:
    day = paused_for(30)
    day.acts.resume()
    day.clock.advance(600)
    day.acts.stop()
    (before,) = day.blocks
    earlier = timedelta(minutes=-20)
    assert before.ended_at is not None
    edit = BlockEdit(started_at=before.started_at + earlier, ended_at=before.ended_at + earlier)
    change = day.corrections.edit(before.id, edit)
    day.acts.undo(change.id)

    assert day.blocks == [before]


def test_what_stands_in_the_way_of_an_undo_is_named() -> None:
    day = paused_for(5)
    start, pause = (change.id for change in day.log.kept.changes)
    day.acts.interrupt(Cause.PET)
    resume = day.acts.resume().id

    with pytest.raises(FocusError, match=rf"Change {resume} came later.* Undo change {resume} "):
        day.acts.undo(pause)
    day.acts.undo(resume)
    with pytest.raises(FocusError, match="Change 3 came later"):
        day.acts.undo(start)
    day.acts.undo(pause)


def test_a_change_of_something_else_stands_in_nobodys_way() -> None:
    day = Day()
    day.log_block("A", 10)
    stop = day.log.kept.changes[-1]
    day.corrections.add_interruption(
        day.blocks[0].id, InterruptionDraft(cause=Cause.PET, at=MONDAY)
    )
    day.corrections.edit(day.blocks[0].id, BlockEdit(ended_at=MONDAY + timedelta(minutes=5)))
    day.corrections.edit(day.blocks[0].id, BlockEdit(name="B"))

    with pytest.raises(FocusError, match="Change 4 came later"):
        day.acts.undo(stop.id)


def test_a_change_of_two_blocks_is_named_for_the_one_it_stands_in_the_way_of() -> None:
    day = Day()
    first, second = day.log_block("A", 10), day.log_block("B", 10)
    edit = day.corrections.edit(first.id, BlockEdit(name="C"))
    merge = day.corrections.merge(first.id, second.id)

    with pytest.raises(FocusError, match=f"Change {merge.id} came later"):
        day.acts.undo(day.log.kept.changes[1].id)  # the end of A
    day.acts.undo(edit.id)


def test_where_nothing_names_what_stands_in_the_way_it_is_said_all_the_same() -> None:
    day = Day()
    block = day.log_block("A", 10)
    with day.log.writing() as log:  # by another program
        log.put(replace(block, ended_at=MONDAY + timedelta(minutes=5)))

    with pytest.raises(FocusError, match="changed again since"):
        day.acts.undo(day.log.kept.changes[-1].id)
