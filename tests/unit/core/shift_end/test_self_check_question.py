"""The question to look at the workplace again: at the edges of shifts, and once an occasion."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.fakes.check_in import planned
from tests.fakes.ergonomics import EXAMPLE
from tests.fakes.shift_end import END, MINUTE, SHIFT, START, EdgesDesk
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.shift_end.self_check_question import edges_of
from workspace_assistant.core.spans import Span

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SECOND = timedelta(seconds=1)
LAST = END - 30 * MINUTE


@pytest.fixture
def desk() -> EdgesDesk:
    """The workplace at home has changed the day before."""
    made = EdgesDesk()
    changed(made, "home", START - DAY)
    return made


def changed(desk: EdgesDesk, workplace: str, at: datetime) -> None:
    desk.workplaces.now = at
    desk.workplaces.service().mark_changed(workplace)


@pytest.mark.parametrize("at", [START, START + 30 * MINUTE - SECOND, LAST, END - SECOND])
def test_it_is_asked_in_the_first_and_in_the_last_half_hour(desk: EdgesDesk, at: datetime) -> None:
    assert desk.self_check().attend(desk.at(at).ctx) is None
    (shown,) = desk.desktop.shown
    assert shown.kind is ReminderKind.SELF_CHECK
    assert shown.title == "Time for a self-check of “home”"
    assert shown.body.startswith("You said that something has changed there.")
    assert [one.label for one in shown.actions] == ["Open"]
    assert [line[1:] for line in desk.lines] == [("shown", "self-check-due")]


def test_between_it_waits_for_the_last_half_hour(desk: EdgesDesk) -> None:
    assert desk.self_check().attend(desk.at(START + 30 * MINUTE).ctx) == LAST
    assert desk.lines == []


@pytest.mark.parametrize("at", [START - SECOND, END, END + HOUR])
def test_outside_of_shifts_nothing_is_asked(desk: EdgesDesk, at: datetime) -> None:
    assert desk.self_check().attend(desk.at(at).ctx) is None
    assert desk.lines == []


def test_where_nothing_is_due_nothing_is_asked() -> None:
    desk = EdgesDesk()
    assert desk.self_check().attend(desk.at(START).ctx) is None
    assert desk.lines == []


def test_after_ninety_days_it_is_due_again() -> None:
    desk = EdgesDesk()
    desk.workplaces.now = START - 90 * DAY
    service = desk.workplaces.service()
    service.keep(service.assess("Office", EXAMPLE))
    desk.self_check().attend(desk.at(START - SECOND).ctx)
    desk.self_check().attend(desk.at(START).ctx)
    (shown,) = desk.desktop.shown
    assert shown.title == "Time for a self-check of “office”"
    assert shown.body.startswith("The last one is 90 days old or older.")


def test_an_occasion_is_told_once(desk: EdgesDesk) -> None:
    desk.plan(SHIFT, planned("tuesday", START + DAY, 8))
    for at in (START, START + MINUTE, LAST, START + DAY):
        assert desk.self_check().attend(desk.at(at).ctx) is None
    assert len(desk.desktop.shown) == 1


def test_calls_and_blocks_hold_it_back_and_it_is_tried_each_minute(desk: EdgesDesk) -> None:
    question = desk.self_check()
    desk.check_ins.call = desk.is_in_block = True
    assert question.attend(desk.at(START).ctx) == START + MINUTE
    desk.check_ins.call = None  # it cannot be seen: that is no call
    assert question.attend(desk.at(START + MINUTE).ctx) == START + 2 * MINUTE
    desk.is_in_block = False
    assert question.attend(desk.at(START + 2 * MINUTE).ctx) is None
    assert desk.reasons == ["in-call", "open-block", "self-check-due"]


def test_a_second_workplace_waits_for_another_day(desk: EdgesDesk) -> None:
    desk.plan(SHIFT, planned("tuesday", START + DAY, 8))
    changed(desk, "office", START - HOUR)
    question = desk.self_check()
    for at in (START, START + MINUTE, LAST):
        assert question.attend(desk.at(at).ctx) is None
    assert desk.reasons == ["self-check-due", "one-a-day"]
    question.attend(desk.at(START + DAY).ctx)
    assert [one.title.split()[-1] for one in desk.desktop.shown] == ["“home”", "“office”"]


def test_who_was_asked_how_the_shift_went_is_asked_no_more_that_day(desk: EdgesDesk) -> None:
    desk.check_ins.service.turn(on=True)
    desk.at(END - 10 * MINUTE)
    desk.check_in().attend(desk.ctx)
    assert desk.self_check().attend(desk.ctx) is None
    assert desk.reasons == ["shift-ends", "one-a-day"]


def test_of_two_programs_one_asks(desk: EdgesDesk) -> None:
    desk.at(START).turn.is_taken = True
    assert desk.self_check().attend(desk.ctx) == START + MINUTE
    desk.turn.is_taken = False
    for question in (desk.self_check(), desk.self_check()):
        question.attend(desk.ctx)
    assert len(desk.desktop.shown) == 1


def test_of_a_short_shift_all_is_edge() -> None:
    short = planned("short", START, 0.25)
    assert edges_of([short]) == (short.span, short.span)
    assert edges_of([SHIFT]) == (Span(START, START + 30 * MINUTE), Span(LAST, END))
