from __future__ import annotations

import pytest

from tests.unit.core.focus.blocks import at, block, interruption
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.interruptions import (
    InterruptionDraft,
    InterruptionEdit,
    with_added,
    with_edited,
    without,
)
from workspace_assistant.core.focus.model import Block, Cause, Interruption, Origin

ONE = block(interruptions=(interruption(10, 20), interruption(30, name="j")))


def test_an_interruption_is_written_down_in_its_place() -> None:
    draft = InterruptionDraft(cause=Cause.SELF, at=at(15), note=" web ", next_step=" form 3 ")

    assert with_added(ONE, draft, "new", at(90)).interruptions[1] == Interruption(
        id="new",
        cause=Cause.SELF,
        origin=Origin.INTERNAL,
        at=at(15),
        note="web",
        next_step="form 3",
    )


def test_only_what_is_named_changes() -> None:
    edit = InterruptionEdit(cause=Cause.PET, note=" the cat ")
    changed = with_edited(ONE, "i", edit, at(90)).interruptions[0]

    assert changed == interruption(10, 20, cause=Cause.PET, note="the cat")


def test_everything_can_be_changed() -> None:
    edit = InterruptionEdit(origin=Origin.INTERNAL, at=at(40), ended_at=at(41), next_step=" go on ")
    changed = with_edited(ONE, "i", edit, at(90)).interruptions[1]

    assert changed == interruption(40, 41, origin=Origin.INTERNAL, next_step="go on")


def test_its_end_can_be_forgotten() -> None:
    edit = InterruptionEdit(drops_end=True)

    assert with_edited(ONE, "i", edit, at(90)).interruptions[0] == interruption(10)


def test_an_interruption_is_taken_out() -> None:
    assert without(ONE, "i").interruptions == (interruption(30, name="j"),)


def test_what_is_gone_cannot_be_changed() -> None:
    for act in (lambda: without(ONE, "x"), lambda: with_edited(ONE, "x", EDIT, at(90))):
        with pytest.raises(FocusError, match="no such interruption"):
            act()


EDIT = InterruptionEdit()


@pytest.mark.parametrize(
    ("one", "start", "end"),
    [
        (block(), -1, None),
        (block(), 61, None),
        (block(), 50, 61),
        (block(), 50, 49),
        (block(0, None), 91, None),
        (block(0, None), 50, 91),
    ],
)
def test_an_interruption_lies_in_its_block_and_in_the_past(
    one: Block, start: float, end: float | None
) -> None:
    draft = InterruptionDraft(
        cause=Cause.DOOR, at=at(start), ended_at=None if end is None else at(end)
    )
    with pytest.raises(FocusError, match="inside its block"):
        with_added(one, draft, "new", at(90))
