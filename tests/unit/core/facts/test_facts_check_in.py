"""Check-ins over days and weeks, and hard contacts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.unit.core.facts.world import (
    at,
    check_in,
    fact,
    marked,
    reason,
    said,
    shift,
    value,
    world,
)

LOW_DAYS, LOW_WEEKS = "check_in.eyes.low_days", "check_in.eyes.low_weeks"


def test_low_days_are_of_the_last_five_that_answer() -> None:
    values = [1, 2, 3, 2, 5, 1]
    told = [check_in(at(day, 8), eyes=value) for day, value in enumerate(values)]
    silent = check_in(at(0, 9), voice=1)
    found = fact(LOW_DAYS, world(check_ins=(*told, silent)))
    assert (found.value, found.count) == (3, 5)
    assert said(found) == "You rated your eyes at 2 or less in 3 of your last 5 check-ins."


def test_what_is_two_weeks_old_is_not_the_last() -> None:
    assert reason(LOW_DAYS, world(check_ins=(check_in(at(14, 17), eyes=1),))) == (
        "no-check-in-lately"
    )
    assert value(LOW_DAYS, world(check_ins=(check_in(at(13, 17), eyes=1),))) == 1


def test_weeks_are_low_by_their_middle_check_in() -> None:
    low = [check_in(at(day, 8), eyes=value) for day, value in ((0, 1), (3, 2), (6, 5))]
    before = [check_in(at(day, 8), eyes=2) for day in (7, 9)]
    ended = [check_in(at(day, 8), eyes=value) for day, value in ((15, 2), (16, 3))]
    older = [check_in(at(day, 8), eyes=1) for day in (22, 23)]
    assert value(LOW_WEEKS, world(check_ins=(*low, *before, *ended, *older))) == 2
    assert value(LOW_WEEKS, world(check_ins=(*low[1:], check_in(at(1, 8), eyes=4)))) == 0
    assert reason(LOW_WEEKS, world(check_ins=(low[0], *before))) == "too-few-check-ins"


def test_contact_is_that_of_the_last_check_in() -> None:
    values = [1, 1, 3, 1]
    told = tuple(check_in(at(day, 8), contact=value) for day, value in enumerate(values))
    assert value("check_in.contact.low", world(check_ins=told)) == 1
    assert value("check_in.no_contact_in_a_row", world(check_ins=told)) == 2
    fine = world(check_ins=(*told, check_in(at(0, 9), contact=4)))
    assert value("check_in.contact.low", fine) == 0
    assert value("check_in.no_contact_in_a_row", fine) == 0
    assert reason("check_in.contact.low", world()) == "no-check-in-lately"


RUNNING = shift(at(0, 9), 8, name="now")
HARD, ABUSIVE, SOLVED = "contacts.hard.week", "contacts.abusive.week", "contacts.hard_solved.week"


def test_marks_are_counted() -> None:
    marks = (
        marked(at(0, 10)),
        marked(at(1, 10), is_abusive=True),
        marked(at(2, 10), is_solved=True, is_abusive=True),
        marked(at(9, 10), is_solved=True),
    )
    sources = world(hard_contacts=marks, shifts=(RUNNING,))
    assert [value(one, sources) for one in (HARD, ABUSIVE, SOLVED)] == [3, 2, 1]
    assert value("contacts.hard.shift", sources) == 1


def test_what_a_check_in_tells_stands_in_place_of_the_marks_of_its_time() -> None:
    told = check_in(at(0, 14), "now", hard_contacts=5, solved_contacts=2)
    marks = (marked(at(0, 10), is_abusive=True), marked(at(0, 14, 30)), marked(at(1, 10)))
    sources = world(check_ins=(told,), hard_contacts=marks, shifts=(RUNNING,))
    assert value(HARD, sources) == 5 + 2
    assert value(ABUSIVE, sources) == 1
    assert value(SOLVED, sources) == 2
    assert value("contacts.hard.shift", sources) == 5 + 1  # one came after it was told


def test_nobody_said_that_there_was_none() -> None:
    silent = check_in(at(0, 14), "now", eyes=3)
    sources = world(check_ins=(silent,), shifts=(RUNNING,))
    for name in (HARD, ABUSIVE, SOLVED, "contacts.hard.shift"):
        assert reason(name, sources) == "no-contacts-marked"
    assert reason("contacts.hard.shift", world(hard_contacts=(marked(at(0, 10)),))) == (
        "no-shift-in-week"
    )
    none = world(check_ins=(check_in(at(0, 14), "now", hard_contacts=0),), shifts=(RUNNING,))
    assert value(HARD, none) == 0
    assert value("contacts.hard.shift", none) == 0


def test_a_mark_at_the_very_end_of_a_check_in_is_in_it() -> None:
    told = check_in(at(0, 14), "now", hard_contacts=1)
    later = replace(told, until=told.until + timedelta(minutes=10))
    sources = world(check_ins=(later,), hard_contacts=(marked(later.until),))
    assert value(HARD, sources) == 1
