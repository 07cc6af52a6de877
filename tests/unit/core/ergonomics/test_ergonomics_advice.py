"""What to change first, and what is told of room and posture."""

from __future__ import annotations

from hypothesis import given, settings

from tests.fakes.ergonomics import BAD, BAD_ANSWERS, EXAMPLE, GOOD, with_answers, without
from tests.fakes.ergonomics_sheets import WHOLE_SHEETS
from workspace_assistant.core.ergonomics.advice import changes_of, improved, steps_of
from workspace_assistant.core.ergonomics.evaluating import evaluated
from workspace_assistant.core.ergonomics.interview import belonging
from workspace_assistant.core.ergonomics.model import ACTION_LEVEL, Item, Section, Sheet
from workspace_assistant.core.ergonomics.questions import QUESTIONS
from workspace_assistant.core.ergonomics.rosa import result_of


def test_each_change_is_the_score_of_the_sheet_with_that_item_at_its_best() -> None:
    first, *others = changes_of(EXAMPLE)
    assert first.item is Item.MONITOR
    assert (first.section_before, first.section_after) == (4, 2)
    assert (first.final_before, first.final_after) == (4, 4)  # the chair holds it there
    assert first.saved_points == 3
    assert len(first.fixes) == 3
    assert [one.item for one in others][-1] is Item.KEYBOARD  # its section sets nothing


@settings(max_examples=30)
@given(WHOLE_SHEETS)
def test_what_helps_most_comes_first_and_nothing_is_promised_that_is_not_so(sheet: Sheet) -> None:
    before = result_of(sheet)
    changes = changes_of(sheet)
    finals = [one.final_after or 0 for one in changes]
    assert finals == sorted(finals)
    for one in changes:
        after = result_of(improved(sheet, one.item))
        assert one.fixes
        assert one.saved_points > 0
        assert (one.final_before, one.final_after) == (before.final, after.final)
        assert after.section(one.section).score == one.section_after
        if one.section not in before.drivers:
            assert one.final_after == before.final
    changed = {one.item for one in changes}
    for item in set(Item) - changed:
        assert improved(sheet, item) == sheet


@settings(max_examples=30)
@given(WHOLE_SHEETS)
def test_the_steps_end_below_the_action_level_and_none_is_needless(sheet: Sheet) -> None:
    steps = steps_of(sheet)
    items = [one.item for one in steps]
    final = result_of(improved(sheet, *items)).final or 0
    assert final < ACTION_LEVEL
    assert bool(steps) is ((result_of(sheet).final or 0) >= ACTION_LEVEL)
    scores = [*(one.final_before for one in steps), final]
    assert scores[1:] == [one.final_after for one in steps]
    for item in items:
        without_it = improved(sheet, *(one for one in items if one is not item))
        assert (result_of(without_it).final or 0) >= ACTION_LEVEL


def test_nothing_is_advised_where_nothing_costs_points_or_is_known() -> None:
    assert evaluated(GOOD).advice.changes == ()
    assert evaluated(GOOD).advice.steps == ()
    assert changes_of(Sheet()) == ()


def test_of_an_open_item_nothing_is_said_and_of_its_section_no_score() -> None:
    changes = {one.item: one for one in changes_of(without(BAD, "armrests-more"))}
    assert Item.ARMRESTS not in changes
    assert changes[Item.BACKREST].section_after is None
    assert changes[Item.MOUSE].section_after == 7
    assert changes[Item.MOUSE].final_after is None
    assert steps_of(without(BAD, "armrests-more")) == ()


def test_nobody_is_told_to_make_no_calls() -> None:
    handset = with_answers(EXAMPLE, {"phone": ("far",), "phone-more": ("clamped",)})
    (change,) = (one for one in changes_of(handset) if one.item is Item.PHONE)
    assert change.saved_points == 3
    assert improved(handset, Item.PHONE).answers["phone"] == ("headset",)


def test_room_and_posture_are_remarked_on_with_official_sources() -> None:
    evaluation = evaluated(Sheet(answers=BAD_ANSWERS))
    found = [one.id for one in evaluation.room]
    assert found == [
        "computer/laptop-only",
        "light/dim",
        "monitor-more/glare",
        "noise/loud",
        "temperature/hot",
        "company/shared",
    ]
    assert len(evaluation.posture) == 10
    assert all(one.source for one in evaluation.posture)
    assert evaluation.unanswered == ()
    assert evaluated(GOOD).room == evaluated(GOOD).posture == ()
    assert "light" in evaluated(Sheet()).unanswered


def test_every_answer_about_room_and_posture_that_is_not_good_has_a_remark() -> None:
    for one in QUESTIONS:
        if one.section not in {Section.ROOM, Section.POSTURE}:
            continue
        for option in one.options:
            evaluation = evaluated(Sheet(answers={one.id: (option.id,)}))
            is_good = option is one.options[0] and one.section is Section.ROOM
            is_good |= option.id in {"raised-laptop", "none"}
            remarks = [*evaluation.room, *evaluation.posture]
            assert [one.id for one in remarks] == ([] if is_good else [f"{one.id}/{option.id}"])


def test_no_sound_level_is_claimed_to_be_measured() -> None:
    for one in evaluated(Sheet(answers=BAD_ANSWERS)).room:
        assert "dB(A)" not in one.text or "rule" in one.text


def test_whoever_has_no_armrests_is_told_what_good_ones_change() -> None:
    bare = belonging(with_answers(BAD, {"armrests": ("none",)}))
    changes = {one.item: one for one in changes_of(bare)}
    assert changes[Item.ARMRESTS].saved_points == 1
    assert "use a chair with armrests" in changes[Item.ARMRESTS].fixes[0]
    assert steps_of(bare)[-1].final_after is not None
