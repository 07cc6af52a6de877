"""The check-in's card in plain Python: when it asks, what it counts, and where help is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.check_in import CheckInDesk
from tests.fakes.check_in_days import desk_at, low_for_weeks
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.check_in.help_texts import NO_DIAGNOSIS
from workspace_assistant.core.check_in.model import Answers, Item
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.jobs import act, look
from workspace_assistant.ui.check_in.situation import Situation
from workspace_assistant.ui.check_in.view_state import (
    CardState,
    card_state,
    count_said,
    counts_of,
    news,
    question_rows,
    shown_form,
)

WORDING = EnglishWording()
CTX = JobContext(lambda _: None)


def situation(desk: CheckInDesk, **more: object) -> Situation:
    fields: dict[str, object] = {"seen": look(desk.service), **more}
    return Situation(**fields)  # type: ignore[arg-type] # the test names the fields


def card(desk: CheckInDesk, **more: object) -> CardState:
    return card_state(situation(desk, **more), WORDING)


def test_nothing_is_shown_before_the_first_look() -> None:
    assert card_state(Situation(), WORDING) == CardState()
    assert shown_form(Situation()) is None


def test_what_cannot_be_read_is_said() -> None:
    assert card_state(Situation(trouble="No."), WORDING) == CardState(trouble="No.")


def test_it_is_offered_first_and_says_what_it_takes() -> None:
    state = card(desk_at(7.9, is_on=False))
    assert state.is_offered
    assert not state.is_on
    assert "20 seconds" in state.sentences[0]
    assert "stay on this computer" in state.sentences[1]
    assert state.form is None
    assert state.marks is None


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        (14.0, texts.NO_SHIFT),
        (3.0, "The questions come here at the end of this shift, from 16:50 on."),
    ],
)
def test_it_says_when_it_asks(hours: float, sentence: str) -> None:
    state = card(desk_at(hours))
    assert state.sentences == (sentence,)
    assert state.open_text == texts.CHECK_IN_NOW
    assert state.is_on


def test_at_the_end_of_the_shift_it_asks() -> None:
    state = card(desk_at(7.9))
    assert state.form is not None
    assert state.form.about == (
        "About the shift 09:00 \N{EN DASH} 17:00. What you skip stays open."
    )
    assert state.sentences == ()
    assert state.open_text == ""
    assert state.marks is None  # the form counts them


def test_never_in_a_call() -> None:
    desk = desk_at(7.9)
    desk.call = True
    state = card(desk)
    assert state.form is None
    assert state.sentences == (texts.IN_CALL,)


def test_not_now_leaves_the_shift_in_peace_and_the_way_open() -> None:
    state = card(desk_at(7.9), put_off="monday")
    assert state.form is None
    assert state.sentences == ("Not now: until 19:00 it can still be told here.",)
    assert state.open_text == texts.CHECK_IN_NOW
    assert card(desk_at(7.9), put_off="sunday").form is not None


def test_what_was_told_can_be_changed() -> None:
    desk = desk_at(7.9)
    desk.service.tell(Answers(eyes=3))
    state = card(desk)
    assert state.sentences == (texts.TOLD,)
    assert state.open_text == texts.CHANGE


def test_whoever_wants_to_may_tell_at_any_time() -> None:
    desk = desk_at(14)
    form = desk.service.form()
    state = card(desk, opened=form)
    assert state.form is not None
    assert state.form.form == form
    assert state.form.about == "About today. What you skip stays open."


def test_each_question_has_five_numbers_with_their_ends() -> None:
    rows = question_rows(WORDING)
    assert [row.item for row in rows] == list(Item)
    eyes = rows[0]
    assert eyes.question == "How do your eyes feel?"
    assert eyes.ends == "1 sore or tired · 5 fresh"
    assert eyes.values == (
        ("1", "1, sore or tired"),
        ("2", "2"),
        ("3", "3"),
        ("4", "4"),
        ("5", "5, fresh"),
    )


def test_while_it_is_saved_and_when_it_is_refused() -> None:
    state = card(desk_at(7.9), is_saving=True, refused="Too many.")
    assert state.form is not None
    assert not state.form.can_save
    assert state.form.refused == "Too many."


def test_marks_of_the_shift_are_counted_with_the_time_of_the_last() -> None:
    desk = desk_at(2)
    none = card(desk).marks
    assert none is not None
    assert (none.sentence, none.can_take_back) == (texts.MARKS_NONE, False)
    desk.service.mark()
    one = card(desk).marks
    assert one is not None
    assert one.sentence == "1 hard contact marked in this shift, at 11:00."
    desk.later(hours=1)
    desk.service.mark(is_abusive=True)
    two = card(desk).marks
    assert two is not None
    assert two.sentence == "2 hard contacts marked in this shift, the last at 12:00."
    assert two.can_take_back


def test_outside_of_shifts_there_is_nothing_to_mark() -> None:
    assert card(desk_at(14)).marks is None
    assert card(desk_at(8.5), put_off="monday").marks is None


def test_what_is_low_for_weeks_says_where_to_get_help_and_that_it_is_no_diagnosis() -> None:
    state = card(low_for_weeks())
    assert [one.said for one in state.help] == [
        "Your check-ins have told of tired eyes for 4 weeks.",
        "Your check-ins have told of little energy for 4 weeks.",
    ]
    assert state.help_note == NO_DIAGNOSIS
    title, url = state.help[0].sources[0]
    assert title.startswith("Source: ")
    assert url.startswith("http")
    assert state.help[0].steps
    assert card(desk_at(3)).help_note == ""


def test_who_is_not_asked_is_told_nothing_of_help() -> None:
    desk = low_for_weeks()
    desk.service.turn(on=False)
    assert card(desk).help == ()


def test_counts_fill_fields_and_come_back() -> None:
    answers = Answers(hard_contacts=3, abusive_contacts=0, learning_minutes=20)
    assert counts_of(answers) == ("3", "0", "", "20")
    assert count_said("3") == 3
    assert count_said("0") == 0
    assert count_said(" ") is None


def test_it_is_announced_once_and_so_is_a_refusal() -> None:
    waiting, asking = card(desk_at(3)), card(desk_at(7.9))
    assert news(waiting, asking).startswith("About the shift")
    assert news(asking, asking) == ""
    assert news(asking, waiting) == ""
    refused = card(desk_at(7.9), refused="Too many.")
    assert news(asking, refused) == "Too many."
    assert news(refused, refused) == ""


def test_refusals_and_troubles_are_sentences() -> None:
    desk = desk_at(7.9)
    refused = act(lambda: desk.service.tell(Answers()), WORDING, CTX)
    assert refused.trouble == "A check-in needs one answer at least."

    def fail() -> None:
        raise StoreUnavailableError("The disk is full.")

    assert act(fail, WORDING, CTX).trouble == "The disk is full."
    kept = act(lambda: desk.service.tell(Answers(eyes=4)), WORDING, CTX)
    assert kept.result is not None
    assert not kept.trouble


def test_another_form_fills_the_fields_anew() -> None:
    now = situation(desk_at(7.9))
    form = shown_form(now)
    assert form is not None
    assert shown_form(replace(now, opened=replace(form, answers=Answers(eyes=1)))) != form
