"""Corrections are one change each, and undone as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.focus import MONDAY
from tests.unit.core.focus.corrected_days import after, draft, everything_undone, logged, spans
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.correction_service import find
from workspace_assistant.core.focus.corrections import BlockDraft, BlockEdit
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.interruptions import InterruptionDraft, InterruptionEdit
from workspace_assistant.core.focus.model import Cause, GapReason
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError


def test_a_block_is_written_down_afterwards() -> None:
    day = Day()
    change = day.corrections.add(
        draft(-60, -30, " Night ", tags=("a", "a"), planned_s=600.0, time_zone="Asia/Tokyo")
    )

    (block,) = day.blocks
    assert (block.name, block.tags, block.planned_s) == ("Night", ("a",), 600)
    assert (block.time_zone, block.utc_offset_s) == ("Asia/Tokyo", 9 * 3600)
    assert change.action == "add"
    day.acts.undo(change.id)
    assert day.blocks == []


def test_a_block_is_written_down_where_the_person_is() -> None:
    day = Day()
    day.corrections.add(draft(-60, -30))

    assert day.blocks[0].time_zone == "Europe/Madrid"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (draft(-60, -60), "end after it starts"),
        (draft(-60, 0.1), "in the future"),
        (draft(-60, -30, planned_s=0.0), "no planned time"),
        (draft(-60, -30, " "), "needs a name"),
    ],
)
def test_what_cannot_be_is_not_written_down(wrong: BlockDraft, sentence: str) -> None:
    day = Day()

    with pytest.raises(FocusError, match=sentence):
        day.corrections.add(wrong)


def test_taken_time_is_refused() -> None:
    day, (block,) = logged(60)

    with pytest.raises(OverlapError) as refused:
        day.corrections.add(draft(30, 40))
    assert refused.value.blocks == (block,)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ((10, 20), [("A", 0, 10), ("New", 10, 20), ("A", 20, 60), ("B", 60, 90)]),
        ((30, 70), [("A", 0, 30), ("New", 30, 70), ("B", 70, 90)]),
        ((-10, 60), [("New", -10, 60), ("B", 60, 90)]),
    ],
)
def test_the_old_give_way_in_one_change(
    new: tuple[float, float], expected: list[tuple[str, float, float]]
) -> None:
    day, _ = logged(60, 30)
    before = day.blocks
    change = day.corrections.add(draft(*new), OverlapChoice.TRIM_OLD)

    assert spans(day) == expected
    day.acts.undo(change.id)
    assert day.blocks == before


def test_the_new_gives_way_in_one_change() -> None:
    day, _ = logged(60)
    day.clock.advance(60 * 60)
    before = day.blocks
    change = day.corrections.add(draft(-30, 90), OverlapChoice.TRIM_NEW)

    assert spans(day) == [("New", -30, 0), ("A", 0, 60), ("New", 60, 90)]
    day.acts.undo(change.id)
    assert day.blocks == before


def test_a_running_block_gives_way_and_runs_on() -> None:
    day = Day()
    day.start("A")
    day.clock.advance(60 * 60)
    day.beat()
    before = day.blocks
    running_id = day.running.id
    change = day.corrections.add(draft(10, 20), OverlapChoice.TRIM_OLD)

    assert spans(day) == [("A", 0, 10), ("New", 10, 20), ("A", 20, None)]
    assert day.running.id == running_id
    assert day.log.kept.heartbeat is not None
    day.acts.undo(change.id)
    assert day.blocks == before


def test_the_future_begins_where_the_log_is() -> None:
    day = Day()
    day.start("A")
    day.clock.advance(60 * 60)
    day.clock.step_wall(-3600)
    day.corrections.add(draft(10, 20), OverlapChoice.TRIM_OLD)

    assert len(day.blocks) == 3


def test_an_edit_is_one_change() -> None:
    day, (block, _) = logged(60, 30)
    change = day.corrections.edit(block.id[:6], BlockEdit(name="X", started_at=after(-10)))

    assert spans(day) == [("X", -10, 60), ("B", 60, 90)]
    day.acts.undo(change.id)
    assert day.blocks[0] == block


def test_an_edit_that_changes_nothing_says_so() -> None:
    day, (block,) = logged(60)

    assert day.corrections.edit(block.id, BlockEdit()).differences == ()


def test_another_time_zone_has_another_offset() -> None:
    day, (block,) = logged(60)
    day.corrections.edit(block.id, BlockEdit(time_zone="Europe/London"))

    assert day.blocks[0].utc_offset_s == 0


def test_a_start_in_summer_has_summer_time() -> None:
    day, (block,) = logged(60)
    july = MONDAY - timedelta(days=140)
    day.corrections.edit(
        block.id, BlockEdit(started_at=july, ended_at=july + timedelta(minutes=60))
    )

    assert day.blocks[0].utc_offset_s == 7200


def test_an_edit_into_others_is_refused_or_fitted() -> None:
    day, (first, _) = logged(60, 30)
    before = day.blocks
    edit = BlockEdit(ended_at=after(75))

    with pytest.raises(OverlapError):
        day.corrections.edit(first.id, edit)
    change = day.corrections.edit(first.id, edit, OverlapChoice.TRIM_OLD)
    assert spans(day) == [("A", 0, 75), ("B", 75, 90)]
    day.acts.undo(change.id)
    assert day.blocks == before
    day.corrections.edit(first.id, edit, OverlapChoice.TRIM_NEW)
    assert spans(day) == [("A", 0, 60), ("B", 60, 90)]


def test_an_edit_around_another_block_leaves_two_pieces() -> None:
    day, (_, second) = logged(60, 30)
    edit = BlockEdit(started_at=after(-10))
    change = day.corrections.edit(second.id, edit, OverlapChoice.TRIM_NEW)

    assert spans(day) == [("B", -10, 0), ("A", 0, 60), ("B", 60, 90)]
    assert day.blocks[0].id == second.id
    day.acts.undo(change.id)
    assert day.blocks[1] == second


def test_a_running_block_may_have_begun_earlier_or_be_over() -> None:
    day, _ = logged(60)
    day.clock.advance(600)
    day.start("B")
    day.clock.advance(1200)
    day.beat()
    day.corrections.edit(day.running.id, BlockEdit(started_at=after(50)), OverlapChoice.TRIM_OLD)

    assert spans(day) == [("A", 0, 50), ("B", 50, None)]
    day.corrections.edit(day.running.id, BlockEdit(ended_at=after(80)))
    assert spans(day) == [("A", 0, 50), ("B", 50, 80)]
    assert day.log.kept.heartbeat is None


def test_nothing_starts_or_ends_in_the_future() -> None:
    day = Day()
    day.start("A")

    with pytest.raises(FocusError, match="cannot start in the future"):
        day.corrections.edit(day.running.id, BlockEdit(started_at=after(1)))
    with pytest.raises(FocusError, match="cannot end in the future"):
        day.corrections.edit(day.running.id, BlockEdit(ended_at=after(1)))


def test_a_block_that_a_wrong_clock_put_ahead_can_be_renamed_and_shortened() -> None:
    day, (block,) = logged(60)
    day.clock.step_wall(-7200)
    day.corrections.edit(block.id, BlockEdit(name="B", ended_at=after(50)))

    assert spans(day) == [("B", 0, 50)]
    with pytest.raises(FocusError, match="cannot end in the future"):
        day.corrections.edit(block.id, BlockEdit(ended_at=after(51)))


def test_a_block_is_split_and_merged() -> None:
    day, (block,) = logged(60)
    split = day.corrections.split(block.id, after(20))

    assert spans(day) == [("A", 0, 20), ("A", 20, 60)]
    first, second = day.blocks
    assert first.id == block.id
    merge = day.corrections.merge(second.id, first.id)
    assert day.blocks == [block]
    day.acts.undo(merge.id)
    day.acts.undo(split.id)
    assert day.blocks == [block]


def test_a_running_block_is_split_in_its_past() -> None:
    day = Day()
    day.start("A")
    day.clock.advance(3600)
    before = day.running
    change = day.corrections.split(before.id, after(20))

    assert spans(day) == [("A", 0, 20), ("A", 20, None)]
    assert day.running.id == before.id
    with pytest.raises(FocusError, match="lies outside"):
        day.corrections.split(before.id, after(60))
    day.acts.undo(change.id)
    assert day.blocks == [before]


def test_three_blocks_are_merged() -> None:
    day, blocks = logged(10, 20, 30)
    before = day.blocks
    change = day.corrections.merge(*(one.id for one in blocks))

    assert spans(day) == [("A", 0, 60)]
    day.acts.undo(change.id)
    assert day.blocks == before


def test_what_is_merged_with_the_running_block_runs_on() -> None:
    day, (first,) = logged(10)
    day.clock.advance(300)
    day.start("B")
    day.clock.advance(300)
    before = day.blocks
    change = day.corrections.merge(first.id, day.running.id)

    assert spans(day) == [("A", 0, None)]
    assert [one.reason for one in day.running.gaps] == [GapReason.PAUSE]
    day.acts.undo(change.id)
    assert day.blocks == before


def test_merging_needs_two_blocks_with_none_between() -> None:
    day, (first, second, third) = logged(10, 20, 30)

    with pytest.raises(FocusError, match="takes two blocks"):
        day.corrections.merge(first.id, first.id)
    with pytest.raises(OverlapError, match="“B” lies between") as refused:
        day.corrections.merge(first.id, third.id)
    assert refused.value.blocks == (second,)


def test_a_deleted_block_comes_back() -> None:
    day, (block,) = logged(60)
    change = day.corrections.delete(block.id)

    assert day.blocks == []
    day.acts.undo(change.id)
    assert day.blocks == [block]


def test_deleting_what_was_left_alone_first_notes_that() -> None:
    day = Day()
    day.start("A")
    day.clock.advance(600)
    day.beat()
    day.clock.reboot(3600)
    change = day.corrections.delete(day.running.id)

    assert day.actions() == ["start", "notice", "delete"]
    day.acts.undo(change.id)
    assert day.worked_min(day.running) == 10


def test_interruptions_are_corrected() -> None:
    day, (block,) = logged(60)
    before = day.blocks
    new = InterruptionDraft(cause=Cause.PET, at=after(10))
    day.corrections.add_interruption(block.id, new)
    (one,) = day.blocks[0].interruptions
    day.corrections.edit_interruption(block.id, one.id, InterruptionEdit(note="cat"))

    assert day.blocks[0].interruptions[0].note == "cat"
    day.corrections.delete_interruption(block.id, one.id)
    assert day.blocks == before
    everything_undone(day, since=2)
    assert day.blocks == before


def test_blocks_are_found_by_the_beginning_of_their_id() -> None:
    day, (block, _) = logged(10, 10)
    with day.log.reading() as log:
        assert find(log, f" {block.id[:4].upper()} ") == block
        for unknown in ("", block.id[:3], "ffff"):
            with pytest.raises(FocusError, match="There is no block"):
                find(log, unknown)


def test_the_beginning_of_several_ids_is_refused() -> None:
    day = Day()
    day.log_block("A", 1)
    day.new_id.given = 0x10000
    day.log_block("B", 1)
    with day.log.reading() as log, pytest.raises(FocusError, match="several blocks"):
        find(log, "0001")


def test_a_whole_id_is_found_even_where_another_begins_with_it() -> None:
    day, (one, other) = logged(10, 10)
    with day.log.writing() as log:
        log.remove(other.id)
        log.remove(one.id)
        log.put(replace(one, id="beef"))
        log.put(replace(other, id="beefcafe"))
        assert find(log, "beef").id == "beef"
        assert find(log, "beefc").id == "beefcafe"
