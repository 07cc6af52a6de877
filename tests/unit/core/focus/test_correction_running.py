"""Corrections while a block runs, and what they cut off."""

from __future__ import annotations

import pytest

from tests.unit.core.focus.corrected_days import after, draft, logged, spans
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.corrections import BlockEdit
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.interruptions import InterruptionDraft
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError


def test_the_running_block_is_not_merged_with_what_a_wrong_clock_put_ahead() -> None:
    day = Day()
    ahead = day.log_block("Ahead", 0)
    day.clock.step_wall(-48 * 3600)
    day.start()

    with pytest.raises(FocusError, match="still runs, and other blocks lie ahead"):
        day.corrections.merge(day.running.id, ahead.id)


@pytest.mark.parametrize("ahead_s", [3600, -3600])
def test_the_running_block_ends_on_its_own_time_wherever_the_clock_stands(ahead_s: int) -> None:
    day = Day()
    day.start("A")
    day.clock.advance(600)
    day.clock.step_wall(ahead_s)

    with pytest.raises(FocusError, match="cannot end in the future"):
        day.corrections.edit(day.running.id, BlockEdit(ended_at=after(11)))
    day.corrections.edit(day.running.id, BlockEdit(ended_at=after(10)))
    assert spans(day) == [("A", 0, 10)]


def test_an_interruption_of_the_running_block_ends_by_the_logs_time() -> None:
    day = Day()
    day.start("A")
    day.clock.advance(600)
    day.clock.step_wall(3600)
    new = InterruptionDraft(cause=Cause.PET, at=after(5), ended_at=day.clock.wall_at)

    with pytest.raises(FocusError, match="inside its block"):
        day.corrections.add_interruption(day.running.id, new)
    assert day.acts.now().at == after(10)


def test_nothing_is_written_down_ahead_of_the_running_block() -> None:
    day = Day()
    day.start("A")
    day.clock.advance(600)
    day.clock.step_wall(3600)

    with pytest.raises(FocusError, match="cannot end in the future"):
        day.corrections.add(draft(20, 30))


def test_a_running_block_that_gives_way_first_tells_that_nobody_watched_it() -> None:
    day = Day()
    day.start("A")
    day.clock.advance(600)
    day.beat()
    day.clock.advance(3600)
    day.corrections.add(draft(20, 30), OverlapChoice.TRIM_OLD)

    assert day.actions() == ["start", "notice", "add"]
    assert [day.worked_min(one) for one in day.blocks] == [10, 10, 0]


def interrupted_day() -> tuple[Day, Block]:
    """An hour with an interruption after ten minutes and after fifty."""
    day, (block,) = logged(60)
    for minutes in (10, 50):
        one = InterruptionDraft(cause=Cause.PET, at=after(minutes), note="cat")
        day.corrections.add_interruption(block.id, one)
    return day, block


def test_interruptions_that_go_with_their_time_are_counted() -> None:
    day, block = interrupted_day()
    change = day.corrections.edit(block.id, BlockEdit(started_at=after(20)))

    assert change.interruptions_cut_off == 1


def test_interruptions_of_others_that_give_way_are_counted() -> None:
    day, _ = interrupted_day()
    change = day.corrections.add(draft(5, 15), OverlapChoice.TRIM_OLD)
    assert change.interruptions_cut_off == 1  # the other is in the second piece

    day, _ = interrupted_day()
    assert day.corrections.add(draft(0, 60), OverlapChoice.TRIM_OLD).interruptions_cut_off == 2


def test_an_edit_that_cuts_nothing_off_counts_nothing() -> None:
    day, block = interrupted_day()

    assert day.corrections.edit(block.id, BlockEdit(name="X")).interruptions_cut_off == 0
    assert day.corrections.delete(block.id).interruptions_cut_off == 0


def put_off() -> Day:
    """Logged with the clock three hours ahead, set right, and begun where that block ends."""
    day = Day()
    day.clock.step_wall(3 * 3600)
    day.log_block("A", 60)
    day.clock.step_wall(-3 * 3600)
    wrong = day.blocks[0]
    day.corrections.edit(wrong.id, BlockEdit(started_at=after(30)))  # from 30 to 240 minutes
    day.start("B")
    day.clock.advance(600)
    day.beat()
    return day


def test_a_start_that_was_put_off_goes_back_without_making_the_block_longer() -> None:
    day = put_off()
    assert spans(day) == [("A", 30, 240), ("B", 240, None)]
    before = day.blocks
    back = BlockEdit(started_at=after(-150), ended_at=after(60))
    day.corrections.edit(day.blocks[0].id, back)
    change = day.corrections.edit(day.running.id, BlockEdit(started_at=after(60)))

    assert spans(day) == [("A", -150, 60), ("B", 60, None)]
    assert (day.acts.now().at, day.running.clock_changes) == (after(70), ())
    assert day.worked_min(day.running) == 10
    assert day.log.kept.heartbeat is not None
    assert day.log.kept.heartbeat.at == after(70)
    day.acts.undo(change.id)
    assert day.running == before[1]
    assert day.log.kept.heartbeat.at == after(250)


def test_a_start_that_was_put_off_may_also_have_been_earlier() -> None:
    day = put_off()
    day.corrections.delete(day.blocks[0].id)
    day.corrections.edit(day.running.id, BlockEdit(started_at=after(50)))

    assert day.worked_min(day.running) == 20


def test_a_start_that_is_moved_elsewhere_leaves_the_present_where_it_is() -> None:
    day = put_off()
    day.corrections.delete(day.blocks[0].id)
    day.corrections.edit(day.running.id, BlockEdit(started_at=after(235)))

    assert day.worked_min(day.running) == 15


def test_an_earlier_start_of_the_running_block_is_refused_where_another_has_the_time() -> None:
    day, (block,) = logged(10)
    day.start("B")

    with pytest.raises(OverlapError) as refused:
        day.corrections.edit(day.running.id, BlockEdit(started_at=after(-5)))
    assert refused.value.blocks == (block,)
