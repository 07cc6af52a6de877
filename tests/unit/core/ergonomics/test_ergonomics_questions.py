"""The questionnaire: complete, plain, and asked in an order that only shortens."""

from __future__ import annotations

from hypothesis import given

from tests.fakes.ergonomics import BAD, GOOD, GOOD_ANSWERS, with_answers
from tests.fakes.ergonomics_sheets import WHOLE_SHEETS
from workspace_assistant.core.ergonomics.interview import belonging, is_done, steps
from workspace_assistant.core.ergonomics.model import (
    Band,
    Duration,
    Kind,
    Origin,
    Question,
    Section,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.questions import (
    QUESTIONS,
    aim,
    is_question,
    question,
    said,
)
from workspace_assistant.core.ergonomics.texts import (
    BAND_TEXTS,
    DURATION_PROMPTS,
    ITEM_NAMES,
    NOTES,
    SECTION_NAMES,
    TIMED_NAMES,
)


def sentences() -> list[str]:
    found = [*BAND_TEXTS.values(), *DURATION_PROMPTS.values(), *NOTES]
    for one in QUESTIONS:
        found += [one.prompt, one.help, *(option.text for option in one.options)]
        found += [option.fix for option in one.options]
    return [one for one in found if one]


def test_ids_are_unique_and_options_too() -> None:
    ids = [one.id for one in QUESTIONS]
    assert len(set(ids)) == len(ids)
    for one in QUESTIONS:
        options = [option.id for option in one.options]
        assert len(set(options)) == len(options)
        assert is_question(one.id)
        assert question(one.id) is one
    assert not is_question("lamp")


def test_every_sentence_is_whole_and_calm() -> None:
    for one in sentences():
        assert one[0].isupper() or one[0].isdigit() or one[0] == "“", one
        assert one[-1] in ".?", one
        assert "!" not in one


def test_all_names_are_there() -> None:
    assert set(SECTION_NAMES) == set(Section)
    assert set(TIMED_NAMES) == set(Timed) == set(DURATION_PROMPTS)
    assert list(BAND_TEXTS) == list(Band)
    assert {one.item for one in QUESTIONS if one.item} == set(ITEM_NAMES)


def test_what_costs_points_says_what_to_change_and_the_aim_costs_nothing_more() -> None:
    for one in QUESTIONS:
        if one.item is None:
            assert not any(option.points or option.fix for option in one.options)
            continue
        least = (
            min(option.points for option in one.options if not option.fix)
            if (one.kind is Kind.CHOICE)
            else 0
        )
        for option in one.options:
            assert bool(option.fix) is (option.points > max(least, _normal(one)))
        if one.kind is Kind.CHOICE:
            assert one.options[0].points == _normal(one)


def _normal(one: Question) -> int:
    """What the right posture costs: one point in an item's first question, else none."""
    is_first = one.kind is Kind.CHOICE and max(option.points for option in one.options) > 1
    return 1 if is_first and one.id != "mouse-surface" else 0


def test_mouse_and_keyboard_are_asked_one_thing_at_a_time_with_a_way_to_look() -> None:
    mine = [one for one in QUESTIONS if one.section is Section.MOUSE_KEYBOARD]
    assert len(mine) == 9
    assert all(one.kind is Kind.CHOICE and one.help for one in mine)


def test_the_steps_are_questions_then_times_then_room_and_posture() -> None:
    order = steps({})
    assert len(order) == 35
    kinds = ["time" if isinstance(one, Timed) else bool(one.item) for one in order]
    assert kinds == sorted(kinds, key=[True, "time", False].index)


@given(WHOLE_SHEETS)
def test_an_answer_takes_away_later_steps_only(sheet: Sheet) -> None:
    answers: dict[str, tuple[str, ...]] = {}
    position = 0
    while position < len(steps(answers)):
        before = steps(answers)
        step = before[position]
        if isinstance(step, Question):
            answers[step.id] = sheet.answers.get(step.id, ())
        assert steps(answers)[: position + 1] == before[: position + 1]
        position += 1
    assert all(is_done(step, sheet) for step in steps(sheet.answers))


def test_a_headset_leaves_both_hands_and_the_neck_free() -> None:
    """So it cannot be said to be held between neck and shoulder."""
    worn = with_answers(BAD, {"phone": ("headset",)})
    left = [one for one in steps({}) if one not in steps(worn.answers)]
    assert left == [question("phone-more")]
    assert "phone-more" not in belonging(worn).answers
    held = with_answers(BAD, {"phone": ("near",)})
    assert belonging(held).answers["phone-more"] == ("clamped", "no-hands-free")


def test_without_calls_nothing_more_is_asked_about_them() -> None:
    silent = with_answers(BAD, {"phone": ("none",)})
    left = [one for one in steps({}) if one not in steps(silent.answers)]
    assert left == [question("phone-more"), Timed.PHONE]
    kept = belonging(silent)
    assert "phone-more" not in kept.answers
    assert Timed.PHONE not in kept.durations
    assert belonging(GOOD) == GOOD


def test_without_armrests_nothing_more_is_asked_about_them() -> None:
    bare = with_answers(BAD, {"armrests": ("none",)})
    assert [one for one in steps({}) if one not in steps(bare.answers)] == [
        question("armrests-more")
    ]
    assert "armrests-more" not in belonging(bare).answers


def test_a_step_is_done_when_it_is_known() -> None:
    unknown = Duration(band=None, origin=Origin.LOGGED, basis="Nothing was logged.")
    sheet = Sheet(answers={"seat-height": ("low",)}, durations={Timed.CHAIR: unknown})
    assert is_done(question("seat-height"), sheet)
    assert not is_done(question("seat-depth"), sheet)
    assert not is_done(Timed.CHAIR, sheet)
    assert not is_done(Timed.PHONE, sheet)
    assert is_done(Timed.PHONE, GOOD)


def test_what_was_said_is_told_or_open() -> None:
    assert said(GOOD_ANSWERS, "computer", "separate") is True
    assert said(GOOD_ANSWERS, "computer", "laptop-only") is False
    assert said({}, "computer", "laptop-only") is None


def test_the_aim_leaves_what_is_right_and_takes_no_calls_away() -> None:
    assert aim(question("phone"), {"phone": ("far",)}) == ("headset",)
    assert aim(question("phone"), {"phone": ("none",)}) == ("none",)
    assert aim(question("phone"), {}) is None
    assert aim(question("phone-more"), {"phone-more": ("clamped",)}) == ()
    assert aim(question("noise"), {"noise": ("loud",)}) == ("loud",)
