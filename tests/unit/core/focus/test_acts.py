from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.focus.blocks import FEW, at, block, blocks, gap, interruption
from workspace_assistant.core.focus import acts
from workspace_assistant.core.focus.accounting import open_gap, worked_s
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block, Cause, GapReason, Origin

LATER = at(24 * 60)


@FEW
@given(blocks(is_open=True))
def test_a_pause_is_no_work_and_resuming_ends_it(one: Block) -> None:
    here = acts.with_gap_closed(one, LATER)

    paused = acts.paused(here, LATER, "new")
    resumed = acts.resumed(paused, at(25 * 60))

    assert faults(paused) == faults(resumed) == ()
    assert worked_s(resumed, at(26 * 60)) == worked_s(here, LATER) + 3600


def test_a_pause_in_a_pause_is_refused() -> None:
    for reason in (GapReason.PAUSE, GapReason.BREAK):
        with pytest.raises(FocusError, match="paused already"):
            acts.paused(block(0, None, gaps=(gap(1, None, reason=reason),)), at(5), "new")


def test_a_pause_ends_an_absence_which_then_waits_for_an_answer() -> None:
    away = block(0, None, gaps=(gap(10, None, reason=GapReason.IDLE),))

    assert acts.paused(away, at(20), "new", GapReason.BREAK).gaps == (
        gap(10, 20, reason=GapReason.IDLE, is_unanswered=True),
        gap(20, None, "new", reason=GapReason.BREAK),
    )


def test_a_pause_needs_no_answer() -> None:
    paused = block(0, None, gaps=(gap(10, None),))

    assert acts.resumed(paused, at(20)).gaps == (gap(10, 20),)


def test_only_what_rests_can_go_on() -> None:
    with pytest.raises(FocusError, match="not paused"):
        acts.resumed(block(0, None, gaps=(gap(1, 2),)), at(5))


def test_a_pause_without_length_leaves_no_trace() -> None:
    assert acts.resumed(block(0, None, gaps=(gap(10, None),)), at(10)).gaps == ()


def test_the_plan_can_be_changed_but_not_to_nothing() -> None:
    planned = block(0, None, planned_s=3000.0)

    assert acts.extended(planned, 600).planned_s == 3600
    assert acts.extended(planned, -600).planned_s == 2400
    with pytest.raises(FocusError, match="no planned time"):
        acts.extended(planned, -3000)
    with pytest.raises(FocusError, match="no planned length"):
        acts.extended(block(0, None), 600)


def test_interruptions_are_kept_in_order() -> None:
    one = block(0, None, interruptions=(interruption(10),))

    assert acts.interrupted(one, interruption(5, name="j")).interruptions == (
        interruption(5, name="j"),
        interruption(10),
    )


def test_coming_back_ends_the_latest_interruption_that_lasts() -> None:
    lasting = (interruption(2, name="a"), interruption(5, name="b"), interruption(7, 8, "c"))
    one = block(0, None, interruptions=lasting)

    assert acts.back(one, at(20)).interruptions[1] == interruption(5, 20, "b")
    with pytest.raises(FocusError, match="no interruption"):
        acts.back(block(0, None, interruptions=(interruption(7, 8),)), at(20))


@FEW
@given(blocks(is_open=True))
def test_a_block_that_is_stopped_is_sound_and_loses_no_work(one: Block) -> None:
    over = acts.stopped(one, LATER)

    assert faults(over) == ()
    assert open_gap(over) is None
    assert worked_s(over, LATER) == worked_s(one, LATER)


def test_stopping_leaves_open_who_never_came_back() -> None:
    over = acts.stopped(block(0, None, interruptions=(interruption(5),)), at(20))

    assert over.interruptions == (interruption(5),)


def test_where_interruptions_come_from() -> None:
    assert acts.usual_origin(Cause.SELF) is Origin.INTERNAL
    assert acts.usual_origin(Cause.FAMILY) is Origin.EXTERNAL


@given(st.lists(st.text(" ab", max_size=3)))
def test_tags_are_said_once_and_without_space_around(tags: list[str]) -> None:
    tidy = acts.tidy_tags(tags)

    assert set(tidy) == {tag.strip() for tag in tags} - {""}
    assert len(set(tidy)) == len(tidy)
    assert acts.tidy_tags(tidy) == tidy


def test_a_block_needs_a_name() -> None:
    assert acts.named(" Refunds ") == "Refunds"
    with pytest.raises(FocusError, match="needs a name"):
        acts.named(" \t")


@pytest.mark.parametrize(
    "tidied", [acts.named, acts.tidy_text, lambda text: "".join(acts.tidy_tags([text]))]
)
def test_no_text_is_longer_than_what_an_import_takes(tidied: Callable[[str], str]) -> None:
    longest = "n" * acts.LONGEST_TEXT

    assert tidied(f" {longest} ") == longest
    with pytest.raises(FocusError, match=r"“n{40}…” is longer than 2000 characters"):
        tidied(longest + "n")
