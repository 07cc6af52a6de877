from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given

from tests.unit.core.focus.blocks import FEW, NINE, at, block, blocks, gap, interruption
from workspace_assistant.core.focus.changes import Change, Difference, applied, difference
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Anchor, Block, ClockChange


def between(before: Block | None, after: Block | None) -> Difference:
    found = difference(before, after)
    assert found is not None
    return found


def backwards(one: Difference) -> Difference:
    (back,) = Change(at=NINE, actor="window", action="edit", differences=(one,)).reversed()
    return back


@FEW
@given(blocks(), blocks())
def test_a_difference_leads_from_one_block_to_the_other_and_back(one: Block, other: Block) -> None:
    other = replace(other, id=one.id)
    if one == other:
        assert difference(one, other) is None
        return
    found = between(one, other)

    assert applied(found, one) == other
    assert applied(backwards(found), other) == one


@FEW
@given(blocks())
def test_a_new_block_and_a_removed_one(one: Block) -> None:
    made = between(None, one)

    assert (made.is_new, made.is_removal) == (True, False)
    assert applied(made, None) == one
    assert applied(backwards(made), one) is None
    assert applied(between(one, None), one) is None
    assert applied(backwards(between(one, None)), None) == one


@FEW
@given(blocks(), blocks())
def test_a_difference_survives_json(one: Block, other: Block) -> None:
    found = difference(one, replace(other, id=one.id))
    if found is not None:
        assert json.loads(json.dumps([found.before, found.after])) == [found.before, found.after]


def test_nothing_differs_from_nothing() -> None:
    assert difference(None, None) is None


def test_of_parts_only_what_changed_is_kept() -> None:
    one = block(gaps=(gap(1, 2), gap(5, 6, "h")), interruptions=(interruption(3),))
    found = between(one, replace(one, gaps=(gap(1, 2), gap(5, 7, "h"))))

    assert set(found.before) == {"gaps"}
    assert set(found.before["gaps"]) == {"h"}


def test_changes_of_different_parts_do_not_stand_in_each_others_way() -> None:
    one = block(gaps=(gap(1, 2), gap(5, 6, "h")))
    first = replace(one, gaps=(gap(5, 6, "h"),))
    later = replace(first, name="Other", interruptions=(interruption(3),))

    assert applied(backwards(between(one, first)), later) == replace(later, gaps=one.gaps)


@pytest.mark.parametrize(
    "later",
    [
        block(name="Third"),
        None,
    ],
)
def test_what_was_changed_again_since_is_not_undone(later: Block | None) -> None:
    found = between(block(), block(name="Second"))

    with pytest.raises(FocusError, match="changed again"):
        applied(backwards(found), later)


def test_a_part_that_was_changed_again_is_not_undone() -> None:
    one, other = block(gaps=(gap(1, 2),)), block(gaps=(gap(1, 3),))

    with pytest.raises(FocusError, match="changed again"):
        applied(backwards(between(one, other)), block(gaps=(gap(1, 4),)))


def test_a_start_is_not_undone_after_the_block_went_on() -> None:
    began = block(0, None)

    with pytest.raises(FocusError, match="changed again"):
        applied(backwards(between(None, began)), replace(began, planned_s=60.0))
    with pytest.raises(FocusError, match="changed again"):
        applied(between(None, began), began)  # it is there already


def test_clocks_that_the_program_notes_do_not_stand_in_the_way() -> None:
    began = block(0, None, anchor=Anchor(at=at(0), elapsed_s=1, boot_id="one"))
    noted = replace(
        began,
        anchor=Anchor(at=at(5), elapsed_s=1, boot_id="two"),
        clock_changes=(ClockChange(at=at(5), by_s=60),),
    )
    found = between(began, replace(began, anchor=noted.anchor, name="Second"))
    later = replace(noted, name="Second", anchor=Anchor(at=at(9), elapsed_s=2, boot_id="three"))

    assert applied(backwards(between(None, began)), noted) is None
    assert applied(backwards(found), later) == replace(later, name=began.name)


def test_undoing_never_makes_a_block_that_cannot_be() -> None:
    # Resumed, then stopped: the pause cannot be open again in a block that is over.
    paused, resumed = block(0, None, gaps=(gap(5, None),)), block(0, None, gaps=(gap(5, 6),))

    with pytest.raises(FocusError, match="changed again"):
        applied(backwards(between(paused, resumed)), replace(resumed, ended_at=at(10)))


def test_a_block_that_is_over_is_tied_to_no_clock() -> None:
    running = block(0, None, anchor=Anchor(at=at(0), elapsed_s=1, boot_id="one"))
    over = replace(running, ended_at=at(5), anchor=None)
    elsewhere = replace(running, anchor=Anchor(at=at(6), elapsed_s=9, boot_id="two"))

    assert applied(between(running, over), elsewhere) == over


def test_a_change_is_taken_back_from_its_end() -> None:
    first, second = between(None, block()), between(None, block(id="c" * 32))
    change = Change(at=NINE, actor="window", action="add", differences=(first, second))

    assert [one.block_id for one in change.reversed()] == ["c" * 32, "b" * 32]
