"""The question at the end of a shift: once, never into a call or a block, and not unwanted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.check_in import planned
from tests.fakes.shift_end import END, MINUTE, START, EdgesDesk
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.preshift.model import KEY_OPEN, ActChosen
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.shift_end.model import KEY_NOT_TODAY

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
KIND = ReminderKind.CHECK_IN
LATER = planned("later", END + 30 * MINUTE, 2)  # ends on the same day, 2.5 hours later


@pytest.fixture
def desk() -> EdgesDesk:
    made = EdgesDesk()
    made.check_ins.service.turn(on=True)
    return made


def test_it_is_asked_from_ten_minutes_before_the_end_and_once(desk: EdgesDesk) -> None:
    question = desk.check_in()
    wanted = question.attend(desk.ctx)
    assert wanted == END - 10 * MINUTE
    assert question.attend(desk.at(wanted - SECOND).ctx) == wanted
    assert desk.desktop.shown == []
    for at in (wanted, wanted + MINUTE, END, END + 2 * HOUR - SECOND):
        assert question.attend(desk.at(at).ctx) is None
    (shown,) = desk.desktop.shown
    assert (shown.kind, shown.about, shown.title) == (KIND, "monday", "How was your shift?")
    assert [one.label for one in shown.actions] == ["Answer (20 s)", "Not today"]
    assert desk.lines == [("monday", "shown", "shift-ends")]
    assert desk.readings == desk.why_log.entries


@pytest.mark.parametrize("at", [START - HOUR, END + 2 * HOUR, END + 9 * HOUR])
def test_nothing_is_asked_outside_of_its_time(desk: EdgesDesk, at: object) -> None:
    assert isinstance(at, type(START))
    assert desk.check_in().attend(desk.at(at).ctx) is None
    assert desk.lines == []


def test_who_did_not_turn_it_on_is_left_alone() -> None:
    desk = EdgesDesk()
    assert desk.check_in().attend(desk.at(END).ctx) is None
    assert desk.lines == []


def test_a_call_and_a_block_hold_it_back_and_it_is_tried_each_minute(desk: EdgesDesk) -> None:
    question = desk.check_in()
    desk.check_ins.call = desk.is_in_block = True
    assert question.attend(desk.at(END).ctx) == END + MINUTE
    assert question.attend(desk.at(END + MINUTE).ctx) == END + 2 * MINUTE
    desk.check_ins.call = False
    assert question.attend(desk.at(END + 2 * MINUTE).ctx) == END + 3 * MINUTE
    assert desk.desktop.shown == []
    desk.is_in_block = False
    assert question.attend(desk.at(END + 3 * MINUTE).ctx) is None
    assert desk.lines == [
        ("monday", "held-back", "in-call"),
        ("monday", "held-back", "open-block"),
        ("monday", "shown", "shift-ends"),
    ]


def test_where_calls_cannot_be_seen_it_is_asked_all_the_same(desk: EdgesDesk) -> None:
    desk.check_ins.call = None
    desk.check_in().attend(desk.at(END).ctx)
    assert desk.reasons == ["shift-ends"]


def test_who_has_answered_is_not_asked(desk: EdgesDesk) -> None:
    desk.at(END - MINUTE).check_ins.service.tell(Answers(eyes=4))
    question = desk.check_in()
    assert question.attend(desk.ctx) is None
    assert question.attend(desk.at(END).ctx) is None
    assert desk.lines == [("monday", "held-back", "answered-already")]


def test_what_waits_until_its_time_is_over_is_noted_as_such(desk: EdgesDesk) -> None:
    question = desk.check_in()
    desk.check_ins.call = True
    question.attend(desk.at(END).ctx)
    for _ in range(2):
        assert question.attend(desk.at(END + 2 * HOUR).ctx) is None
    assert desk.reasons == ["in-call", "too-late"]
    assert desk.why_log.entries[-1].about == "monday"


def test_what_cannot_be_shown_is_tried_again(desk: EdgesDesk) -> None:
    question = desk.check_in()
    desk.desktop.trouble = "There is no desktop."
    for at in (END, END + MINUTE):
        assert question.attend(desk.at(at).ctx) == at + MINUTE
    desk.desktop.trouble = ""
    assert question.attend(desk.at(END + 2 * MINUTE).ctx) is None
    assert [line[1:] for line in desk.lines] == [
        ("failed", "no-notifications"),
        ("shown", "shift-ends"),
    ]


class TestTwoPrograms:
    def test_one_of_them_asks(self, desk: EdgesDesk) -> None:
        desk.at(END)
        for question in (desk.check_in(), desk.check_in()):
            assert question.attend(desk.ctx) is None
        assert len(desk.desktop.shown) == 1

    def test_who_does_not_have_the_turn_looks_again(self, desk: EdgesDesk) -> None:
        question = desk.check_in()
        desk.at(END).turn.is_taken = True
        assert question.attend(desk.ctx) == END + MINUTE
        assert desk.lines == []

    def test_what_the_other_has_just_asked_is_seen_within_the_turn(self, desk: EdgesDesk) -> None:
        mine, other = desk.check_in(), desk.check_in()
        reminder = mine._reminder("monday")
        other.attend(desk.at(END).ctx)
        assert mine.asker.ask(reminder, "shift-ends", desk.ctx)
        assert len(desk.desktop.shown) == 1


class TestNotToday:
    def test_nothing_more_is_asked_that_day_by_any_program(self, desk: EdgesDesk) -> None:
        desk.plan(*desk.check_ins.shifts, LATER)
        question = desk.check_in()
        question.attend(desk.at(END).ctx)
        desk.desktop.press(KIND, KEY_NOT_TODAY)
        assert desk.rings == 1
        question.attend(desk.ctx)
        again = desk.check_in()
        assert again.attend(desk.at(LATER.span.end).ctx) is None
        assert desk.lines == [
            ("monday", "shown", "shift-ends"),
            ("day 2026-11-23", "held-back", "not-today"),
            ("later", "held-back", "not-today"),
        ]

    def test_the_next_day_is_another_one(self, desk: EdgesDesk) -> None:
        tuesday = planned("tuesday", START + timedelta(days=1), 8)
        desk.plan(*desk.check_ins.shifts, tuesday)
        question = desk.check_in()
        question.attend(desk.at(END).ctx)
        desk.desktop.press(KIND, KEY_NOT_TODAY)
        question.attend(desk.ctx)
        question.attend(desk.at(tuesday.span.end).ctx)
        assert [one.about for one in desk.desktop.shown] == ["monday", "tuesday"]

    def test_to_answer_refuses_nothing(self, desk: EdgesDesk) -> None:
        desk.plan(*desk.check_ins.shifts, LATER)
        question = desk.check_in()
        question.attend(desk.at(END).ctx)
        desk.desktop.press(KIND, KEY_OPEN)
        assert desk.readings[-1] == ActChosen(kind=KIND, about="monday", key=KEY_OPEN)
        question.attend(desk.at(LATER.span.end).ctx)
        assert [one.about for one in desk.desktop.shown] == ["monday", "later"]

    def test_a_button_after_the_job_has_ended_breaks_nothing(self, desk: EdgesDesk) -> None:
        desk.check_in().attend(desk.at(END).ctx)
        known = list(desk.readings)
        desk.ctx.cancel()
        desk.desktop.press(KIND, KEY_OPEN)
        assert desk.readings == known


def test_a_shift_that_ends_while_another_waits_is_asked_about_instead(desk: EdgesDesk) -> None:
    other = planned("other", END, 1)
    desk.plan(*desk.check_ins.shifts, other)
    question = desk.check_in()
    desk.is_in_block = True
    question.attend(desk.at(END).ctx)
    desk.is_in_block = False
    assert question.attend(desk.at(other.span.end).ctx) is None
    assert desk.lines == [
        ("monday", "held-back", "open-block"),
        ("monday", "held-back", "too-late"),
        ("other", "shown", "shift-ends"),
    ]


class TestWithdrawing:
    def test_who_answers_elsewhere_is_asked_no_longer(self, desk: EdgesDesk) -> None:
        question, other = desk.check_in(), desk.check_in()
        question.attend(desk.at(END).ctx)
        question.attend(desk.at(END + MINUTE).ctx)
        assert desk.desktop.withdrawn == []
        desk.check_ins.service.tell(Answers(eyes=4))
        other.attend(desk.at(END + 2 * MINUTE).ctx)  # it is not on its screen
        assert desk.desktop.withdrawn == []
        for _ in range(2):
            question.attend(desk.ctx)
        assert desk.desktop.withdrawn == [KIND]

    def test_when_its_time_is_over_it_goes_away(self, desk: EdgesDesk) -> None:
        question = desk.check_in()
        question.attend(desk.at(END).ctx)
        question.attend(desk.at(END + 3 * HOUR).ctx)
        assert desk.desktop.withdrawn == [KIND]

    def test_one_that_was_pressed_is_gone_by_itself(self, desk: EdgesDesk) -> None:
        question = desk.check_in()
        question.attend(desk.at(END).ctx)
        desk.desktop.press(KIND, KEY_OPEN)
        desk.check_ins.service.tell(Answers(eyes=4))
        question.attend(desk.at(END + MINUTE).ctx)
        assert desk.desktop.withdrawn == []
