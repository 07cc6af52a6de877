"""What the self-check of the workplace in view says."""

from __future__ import annotations

import pytest

from tests.unit.core.facts.world import assessed, at, fact, reason, said, shift, value, world
from workspace_assistant.core.ergonomics.model import Assessment, Sheet, WorkplaceChange
from workspace_assistant.core.shifts.model import Place

AGE, SCORE = "ergonomics.age", "ergonomics.score"


def test_the_last_self_check_is_told() -> None:
    sources = world(assessments=(assessed(at(50, 9)), assessed(at(1, 23), mouse_reach=("arm",))))
    assert value(AGE, sources) == 1
    assert value("ergonomics.mouse", sources) >= 2
    assert value("ergonomics.keyboard", sources) == 1
    assert 1 <= value(SCORE, sources) <= 10


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("desk_high", {"backrest_more": ("desk-high",)}),
        ("glare", {"monitor_more": ("no-holder", "glare")}),
        ("too_far", {"monitor_more": ("too-far",)}),
        ("laptop_only", {"computer": ("laptop-only",)}),
        ("shared_room", {"company": ("shared",)}),
    ],
)
def test_what_it_says_is_a_fact(name: str, answers: dict[str, tuple[str, ...]]) -> None:
    assert value(f"ergonomics.{name}", world(assessments=(assessed(at(1, 9), **answers),))) == 1
    fine = fact(f"ergonomics.{name}", world(assessments=(assessed(at(1, 9)),)))
    assert fine.value == 0
    assert " no" in said(fine) or "to yourself" in said(fine)


def test_what_was_not_answered_is_not_known() -> None:
    empty = Assessment(
        id="a", workplace="home", done_at=at(1, 9), time_zone="Europe/Berlin", sheet=Sheet()
    )
    sources = world(assessments=(empty,))
    for name in (SCORE, "ergonomics.mouse", "ergonomics.glare"):
        assert reason(name, sources) == "not-answered"
    assert value(AGE, sources) == 1
    assert reason(AGE, world()) == "never-assessed"


def test_after_a_change_only_its_age_is_known() -> None:
    home = assessed(at(10, 9))
    changed = world(
        assessments=(home,), workplace_changes=(WorkplaceChange(workplace="Home", at=at(5, 9)),)
    )
    assert reason(SCORE, changed) == "workplace-changed"
    assert value(AGE, changed) == 10
    elsewhere = WorkplaceChange(workplace="office", at=at(5, 9))
    before = WorkplaceChange(workplace="home", at=at(11, 9))
    assert value(SCORE, world(assessments=(home,), workplace_changes=(elsewhere, before)))


def test_it_is_that_of_where_the_shift_is_worked() -> None:
    home, office, own = (
        assessed(at(day, 9), name) for day, name in ((3, "home"), (2, "office"), (1, "Kitchen"))
    )
    at_home, at_office = shift(at(0, 9), 8), shift(at(0, 9), 8, Place.OFFICE)
    for planned, known, age in (
        ((at_home,), (home, office, own), 3),
        ((at_office,), (home, office, own), 2),
        ((at_home,), (office, own), 1),
        ((shift(at(0, 9), 8, Place.OTHER),), (home, office), 2),
        ((shift(at(-1, 9), 8),), (home, office), 3),
        ((), (home, office), 2),
    ):
        assert value(AGE, world(assessments=known, shifts=planned)) == age
    assert reason(AGE, world(assessments=(office,), shifts=(at_home,))) == "never-assessed"


def test_a_clock_that_was_set_back_makes_no_age_below_nothing() -> None:
    assert value(AGE, world(assessments=(assessed(at(-2, 9)),))) == 0
