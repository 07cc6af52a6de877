"""Telling, asking and marking on a desk of the test's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.check_in import CheckInDesk, planned
from workspace_assistant.core.check_in.asking import Standing
from workspace_assistant.core.check_in.errors import CheckInError
from workspace_assistant.core.check_in.model import Answers, Item
from workspace_assistant.core.spans import Span

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIVE = NINE + timedelta(hours=8)
SHIFT = planned("monday", NINE, 8)
WHOLE = Span(NINE - timedelta(days=3), NINE + timedelta(days=3))


def _desk(at: datetime = FIVE) -> CheckInDesk:
    desk = CheckInDesk(at=at, shifts=(SHIFT,))
    desk.service.turn(on=True)
    return desk


def test_nobody_is_asked_who_did_not_turn_it_on() -> None:
    desk = CheckInDesk(at=FIVE, shifts=(SHIFT,))
    assert desk.service.asking().standing is Standing.OFF
    desk.service.turn(on=True)
    assert desk.service.asking().is_due
    desk.service.turn(on=False)
    assert not desk.service.is_on()


@pytest.mark.parametrize(
    ("minutes", "standing"),
    [
        (-11, Standing.NOT_YET),
        (-10, Standing.DUE),
        (0, Standing.DUE),
        (119, Standing.DUE),
        (120, Standing.NO_SHIFT),
    ],
)
def test_it_is_due_around_the_end_of_the_shift(minutes: int, standing: Standing) -> None:
    desk = _desk(FIVE + timedelta(minutes=minutes))
    assert desk.service.asking().standing is standing


def test_a_shift_shorter_than_that_is_asked_about_from_its_start() -> None:
    desk = CheckInDesk(at=NINE, shifts=(planned("short", NINE, 0.1),))
    desk.service.turn(on=True)
    asking = desk.service.asking()
    assert asking.is_due
    assert asking.window is not None
    assert asking.window.start == NINE


def test_nobody_is_asked_in_a_call() -> None:
    desk = _desk()
    desk.call = True
    assert desk.service.asking().standing is Standing.IN_CALL
    desk.call = None
    assert desk.service.asking().is_due


def test_each_shift_is_asked_about_once() -> None:
    desk = _desk()
    desk.service.tell(Answers(eyes=3))
    assert desk.service.asking().standing is Standing.TOLD


def test_of_two_shifts_that_follow_each_other_the_one_that_ends_last_is_meant() -> None:
    desk = _desk()
    desk.shifts = (SHIFT, planned("evening", FIVE, 1))
    assert desk.service.form().shift == SHIFT
    desk.later(minutes=55)
    assert desk.service.form().shift == desk.shifts[1]


def test_what_is_told_belongs_to_the_shift() -> None:
    desk = _desk()
    told = desk.service.tell(Answers(eyes=2, note=" so\n so "))
    assert (told.shift_id, told.at, told.span) == ("monday", FIVE, Span(NINE, FIVE))
    assert told.answers == Answers(eyes=2, note="so so")
    assert desk.service.between(WHOLE) == (told,)


def test_told_again_it_changes_and_counts_up_to_then() -> None:
    desk = _desk()
    first = desk.service.tell(Answers(eyes=2))
    desk.later(minutes=30)
    again = desk.service.tell(Answers(eyes=4))
    assert again == replace(first, until=desk.at, answers=Answers(eyes=4))
    assert desk.service.between(WHOLE) == (again,)


def test_a_clock_that_was_set_back_shortens_no_check_in() -> None:
    desk = _desk()
    desk.service.tell(Answers(eyes=2))
    desk.later(minutes=-5)
    assert desk.service.tell(Answers(eyes=3)).until == FIVE


def test_without_a_shift_the_day_from_four_on_is_meant() -> None:
    desk = CheckInDesk(at=NINE, zone=ZoneInfo("Europe/Berlin"))
    told = desk.service.tell(Answers(energy=3))
    assert (told.shift_id, told.since) == (None, NINE.replace(hour=3))
    desk.later(hours=17.9)  # 03:54 where the person is
    assert desk.service.form().is_again
    desk.later(hours=0.2)
    assert not desk.service.form().is_again
    desk.service.tell(Answers(energy=1))
    assert len(desk.service.between(WHOLE)) == 2


@pytest.mark.parametrize("field", [item.value for item in Item])
@pytest.mark.parametrize("value", [0, 6, -1])
def test_answers_are_one_to_five(field: str, value: int) -> None:
    desk = _desk()
    with pytest.raises(CheckInError, match="is no answer"):
        desk.service.tell(Answers(**{field: value}))  # type: ignore[arg-type] # a field of its own
    assert desk.service.between(WHOLE) == ()


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (Answers(), "one answer at least"),
        (Answers(note="  "), "one answer at least"),
        (Answers(hard_contacts=-1), "is no count"),
        (Answers(hard_contacts=501), "is no count"),
        (
            Answers(hard_contacts=1, abusive_contacts=2),
            "Hard contacts: 1. Of these [a-z]+: 2, which is more",
        ),
        (
            Answers(hard_contacts=1, solved_contacts=2),
            "Hard contacts: 1. Of these [a-z]+: 2, which is more",
        ),
        (Answers(solved_contacts=0), "How many contacts were hard in all"),
        (Answers(learning_minutes=1441), "no minutes of learning"),
        (Answers(eyes=1, note="x" * 301), "more than 300 letters"),
    ],
)
def test_what_cannot_be_is_refused(answers: Answers, why: str) -> None:
    desk = _desk()
    with pytest.raises(CheckInError, match=why):
        desk.service.tell(answers)
    assert desk.service.between(WHOLE) == ()


def test_counts_may_be_all_of_them() -> None:
    desk = _desk()
    all_of_them = Answers(hard_contacts=2, abusive_contacts=2, solved_contacts=2)
    assert desk.service.tell(all_of_them).answers == all_of_them


def test_marks_fill_in_the_form_and_nothing_else_does() -> None:
    desk = _desk(NINE)
    assert desk.service.form().answers == Answers()
    desk.service.mark(is_abusive=True)
    desk.later(hours=7.95)
    desk.service.mark(is_solved=True)
    assert desk.service.form().answers == Answers(
        hard_contacts=2, abusive_contacts=1, solved_contacts=1
    )


def test_marks_made_since_it_was_told_come_on_top() -> None:
    desk = _desk(FIVE - timedelta(minutes=10))
    desk.service.mark()
    desk.service.tell(replace(desk.service.form().answers, eyes=3))
    desk.later(minutes=5)
    desk.service.mark(is_solved=True)
    form = desk.service.form()
    assert form.is_again
    assert form.answers == Answers(eyes=3, hard_contacts=2, abusive_contacts=0, solved_contacts=1)


def test_where_no_count_was_told_all_marks_fill_in() -> None:
    desk = _desk(FIVE - timedelta(minutes=10))
    desk.service.mark()
    desk.service.tell(Answers(eyes=3))
    desk.later(minutes=5)
    desk.service.mark()
    assert desk.service.form().answers.hard_contacts == 2


def test_the_latest_mark_can_be_taken_back() -> None:
    desk = _desk(NINE)
    first = desk.service.mark()
    desk.later(minutes=1)
    second = desk.service.mark(is_abusive=True)
    assert desk.service.take_back() == second
    assert desk.service.marks(WHOLE) == (first,)
    desk.service.take_back()
    with pytest.raises(CheckInError, match="No hard contact"):
        desk.service.take_back()


def test_one_is_removed_by_the_beginning_of_its_id() -> None:
    desk = _desk()
    told = desk.service.tell(Answers(eyes=3))
    desk.shifts = ()
    desk.service.tell(Answers(eyes=4))
    with pytest.raises(CheckInError, match="Several"):
        desk.service.remove("0000")
    for beginning in ("f", ""):
        with pytest.raises(CheckInError, match="No check-in"):
            desk.service.remove(beginning)
    assert desk.service.remove(told.id) == told
    assert len(desk.service.between(WHOLE)) == 1


def test_the_switch_may_be_kept_as_anything() -> None:
    desk = _desk()
    desk.switches.remember("check_in.is_on", "perhaps")
    assert not desk.service.is_on()


# Answering takes a while, and others may mark or tell meanwhile.


def test_a_mark_made_while_answering_comes_on_top() -> None:
    desk = _desk(FIVE - timedelta(minutes=5))
    desk.service.mark()
    desk.later(minutes=1)
    form = desk.service.form()
    desk.later(minutes=1)
    desk.service.mark(is_solved=True)
    desk.later(minutes=1)
    told = desk.service.tell(replace(form.answers, eyes=3), form)
    assert (told.answers.hard_contacts, told.until) == (1, form.at)
    assert desk.service.form().answers == Answers(
        eyes=3, hard_contacts=2, abusive_contacts=0, solved_contacts=1
    )


def test_what_another_program_told_meanwhile_stays_but_for_what_is_changed() -> None:
    desk = _desk()
    desk.service.tell(Answers(body=4, note="First"))
    form = desk.service.form()
    desk.later(minutes=1)
    theirs = desk.service.tell(Answers(body=4, eyes=2, note="Theirs"))
    desk.later(minutes=1)
    told = desk.service.tell(replace(form.answers, voice=5, note="Mine"), form)
    assert told == replace(theirs, answers=Answers(body=4, eyes=2, voice=5, note="Mine"))
    assert desk.service.between(WHOLE) == (told,)


def test_what_another_program_told_first_stays_too() -> None:
    desk = _desk()
    form = desk.service.form()
    desk.service.tell(Answers(eyes=2))
    assert desk.service.tell(Answers(voice=5), form).answers == Answers(eyes=2, voice=5)


def test_counts_that_were_changed_end_with_their_form() -> None:
    desk = _desk(FIVE - timedelta(minutes=9))
    desk.service.mark()
    form = desk.service.form()
    desk.later(minutes=1)
    desk.service.mark(is_abusive=True)
    theirs = desk.service.form()
    desk.service.tell(replace(theirs.answers, eyes=2), theirs)
    assert theirs.answers.hard_contacts == 2
    told = desk.service.tell(replace(form.answers, hard_contacts=4), form)
    assert told.until == form.at
    assert told.answers == Answers(eyes=2, hard_contacts=4, abusive_contacts=0, solved_contacts=0)
    assert desk.service.form().answers.hard_contacts == 5  # with the mark that it did not see


def test_a_form_is_of_the_shift_that_it_was_opened_for() -> None:
    desk = CheckInDesk(at=FIVE + timedelta(minutes=119), shifts=(SHIFT,))
    form = desk.service.form()
    desk.later(minutes=5)
    assert desk.service.form().shift is None
    assert desk.service.tell(Answers(eyes=3), form).shift_id == "monday"


def test_a_form_of_a_day_is_of_that_day_also_after_its_end() -> None:
    desk = CheckInDesk(at=datetime(2026, 11, 24, 3, 59, tzinfo=UTC))
    form = desk.service.form()
    desk.later(minutes=5)
    desk.service.tell(Answers(eyes=1))
    desk.service.tell(Answers(eyes=3), form)
    assert [one.answers.eyes for one in desk.service.between(WHOLE)] == [3, 1]
    assert desk.service.form().answers == Answers(eyes=1)


def test_what_is_left_empty_by_both_is_refused() -> None:
    desk = _desk()
    desk.service.tell(Answers(eyes=3, voice=3))
    form = desk.service.form()
    desk.service.tell(Answers(eyes=3))
    with pytest.raises(CheckInError, match="one answer at least"):
        desk.service.tell(Answers(voice=3), form)
