"""The sentences of a result, and names, times and occasions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.ergonomics import (
    BAD,
    EXAMPLE,
    FIRST_DAY,
    GOOD,
    ErgonomicsDesk,
    with_answers,
    without,
)
from workspace_assistant.core.ergonomics.advice import changes_of, steps_of
from workspace_assistant.core.ergonomics.comparing import compared
from workspace_assistant.core.ergonomics.durations import band_of
from workspace_assistant.core.ergonomics.errors import WorkplaceError
from workspace_assistant.core.ergonomics.model import (
    Band,
    DueReason,
    Duration,
    Item,
    Origin,
    Section,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.rosa import result_of
from workspace_assistant.core.ergonomics.wording import (
    basis_text,
    change_text,
    comparison_texts,
    drivers_text,
    due_text,
    score_text,
    section_text,
    step_text,
)
from workspace_assistant.core.ergonomics.workplaces import is_same, workplace_said
from workspace_assistant.core.text import in_english

MINUTE, HOUR = 60.0, 3600.0


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (EXAMPLE, "Score 4 of 10, below 5"),
        (BAD, "Score 10 of 10. From 5 on"),
        (Sheet(), "Not enough answers for a score."),
        (without(EXAMPLE, "mouse-grip"), "it is at least 4 of 10."),
        (without(BAD, "mouse-grip"), "it is at least 10 of 10, and from 5 on"),
    ],
)
def test_the_score_is_told_as_far_as_it_is_known(sheet: Sheet, words: str) -> None:
    assert words in score_text(result_of(sheet), in_english)


def test_sections_and_what_sets_the_score_are_named() -> None:
    result = result_of(EXAMPLE)
    assert section_text(result.section(Section.CHAIR), in_english) == "Chair: 4"
    assert drivers_text(result, in_english).startswith(
        "These parts set the score together: “Chair”, “Screen and telephone”."
    )
    assert drivers_text(result_of(BAD), in_english).startswith("“Chair” sets the score")
    partial = result_of(without(EXAMPLE, "backrest"))
    assert section_text(partial.section(Section.CHAIR), in_english) == "Chair: not enough answers"
    assert drivers_text(partial, in_english) == ""


def change_words(sheet: Sheet, item: Item) -> str:
    (found,) = (one for one in changes_of(sheet) if one.item is item)
    return change_text(found, in_english)


def test_a_change_says_what_it_gives_and_what_it_does_not() -> None:
    assert change_words(EXAMPLE, Item.MONITOR) == (
        "Screen: “Screen and telephone” goes from 4 to 2; alone it does not change the score."
    )
    assert change_words(EXAMPLE, Item.ARMRESTS) == (
        "Armrests: its points go down by 1; alone that changes neither “Chair” nor the score."
    )
    partial = without(EXAMPLE, "backrest-more")
    assert change_words(partial, Item.ARMRESTS).endswith("depends on the missing answers.")
    assert change_words(partial, Item.MONITOR) == (
        "Screen: “Screen and telephone” goes from 4 to 2; the score depends on the missing answers."
    )
    screen_alone = with_answers(GOOD, {"monitor": ("high",), "monitor-more": ("too-far",)})
    assert change_words(screen_alone, Item.MONITOR) == "Screen: the score goes from 3 to 2."


def test_a_step_counts_on_those_before_it() -> None:
    words = [step_text(one, in_english) for one in steps_of(BAD)]
    assert words[0] == "Seat height: the score goes from 10 to 9."
    assert "Screen: the score stays at 9 until the next step is done as well." in words


def test_what_a_time_rests_on_is_quoted() -> None:
    logged = Duration(
        band=Band.LONG, origin=Origin.LOGGED, basis="{hours} h a day.", parts={"hours": "6"}
    )
    assert basis_text(logged, in_english) == "6 h a day."
    assert basis_text(Duration(band=Band.LONG, origin=Origin.SAID), in_english) == ""


@pytest.mark.parametrize(
    ("in_one_go_s", "per_day_s", "band"),
    [
        (None, None, None),
        (20 * MINUTE, 50 * MINUTE, Band.SHORT),
        (30 * MINUTE, 50 * MINUTE, Band.MEDIUM),
        (20 * MINUTE, HOUR, Band.MEDIUM),
        (HOUR, 4 * HOUR, Band.MEDIUM),
        (HOUR + 1, 2 * HOUR, Band.LONG),
        (20 * MINUTE, 4 * HOUR + 1, Band.LONG),
        (HOUR + 1, None, Band.LONG),
        (None, 4 * HOUR + 1, Band.LONG),
        (None, 20 * MINUTE, Band.SHORT),
        (None, 40 * MINUTE, None),
        (None, 2 * HOUR, None),
        (40 * MINUTE, None, None),
        (0.0, 0.0, Band.SHORT),
    ],
)
def test_the_band_of_times(
    in_one_go_s: float | None, per_day_s: float | None, band: Band | None
) -> None:
    assert band_of(in_one_go_s, per_day_s) is band


@given(st.floats(0, 24 * HOUR), st.floats(0, 24 * HOUR))
def test_half_of_the_times_never_contradicts_both(one: float, other: float) -> None:
    in_one_go_s, per_day_s = sorted((one, other))
    whole = band_of(in_one_go_s, per_day_s)
    assert whole is not None
    assert band_of(in_one_go_s, None) in {None, whole}
    assert band_of(None, per_day_s) in {None, whole}


@pytest.mark.parametrize(
    ("said", "name"),
    [(" Home ", "home"), ("OFFICE", "office"), ("Dach\nboden", "Dach boden"), ("x" * 60, "x" * 60)],
)
def test_a_workplace_is_named_on_one_line(said: str, name: str) -> None:
    assert workplace_said(said) == name


@pytest.mark.parametrize("said", ["", " \n", "x" * 61, "a\ud800b"])
def test_a_name_that_nothing_can_have_is_refused(said: str) -> None:
    with pytest.raises(WorkplaceError, match="1 to 60 characters"):
        workplace_said(said)


def test_names_differ_by_more_than_capitals() -> None:
    assert is_same("Süd", "SÜD")
    assert not is_same("home", "office")


def test_it_is_due_after_90_days_and_once() -> None:
    desk = ErgonomicsDesk()
    service = desk.service()
    service.keep(service.assess("home", EXAMPLE))
    desk.wait(89.9)
    assert service.due() == ()
    desk.wait(0.1)
    (due,) = service.due()
    assert (due.reason, due.since) == (DueReason.AGE, FIRST_DAY + timedelta(days=90))
    assert "more than 90 days ago" in due_text(due, in_english)
    desk.wait(30)
    assert service.due() == (due,)  # the same occasion: whoever told it tells it no more
    service.keep(service.assess("HOME", GOOD))
    assert service.due() == ()


def test_it_is_due_after_a_change_which_may_be_told_several_times() -> None:
    desk = ErgonomicsDesk()
    service = desk.service()
    service.keep(service.assess("home", EXAMPLE))
    service.keep(service.assess("office", GOOD))
    desk.wait(1)
    first = service.mark_changed("Office")
    (due,) = service.due()
    assert (due.workplace, due.reason, due.since) == ("office", DueReason.CHANGED, first.at)
    assert "an older score no longer holds" in due_text(due, in_english)
    desk.wait(1)
    service.mark_changed("office")
    assert service.due() == (due,)
    standing = service.standing("office")
    assert [one.at for one in standing.changed_since] == [desk.now, first.at]
    desk.wait(1)
    service.keep(service.assess("office", GOOD))
    assert service.due() == ()
    assert service.standing("office").changed_since == ()


def test_a_new_workplace_is_due_when_it_was_told_of() -> None:
    desk = ErgonomicsDesk()
    service = desk.service()
    assert service.standings() == ()
    assert service.standing("cabin").due is None
    service.mark_changed("Cabin")
    (standing,) = service.standings()
    assert (standing.workplace, standing.latest) == ("Cabin", None)
    assert standing.due is not None
    assert standing.due.about.startswith("cabin/changed/")


def test_a_self_check_is_compared_with_the_one_before_of_the_same_workplace() -> None:
    desk = ErgonomicsDesk()
    service = desk.service()
    for workplace, sheet in (("home", BAD), ("office", GOOD), ("home", EXAMPLE)):
        service.keep(service.assess(workplace, sheet))
        desk.wait(1)
    standing = service.standing("home")
    assert [one.sheet for one in standing.history] == [EXAMPLE, BAD]
    assert standing.latest == service.latest("home")
    assert standing.comparison is not None
    words = list(comparison_texts(standing.comparison, in_english))
    assert words[0] == "Score: 10 before, 4 now, better."
    assert "Chair: 10 before, 4 now, better." in words
    assert "Mouse: 6 before, 1 now, better." in words
    assert service.standing("office").comparison is None
    assert [one.workplace for one in service.standings()] == ["home", "office"]
    assert service.latest("attic") is None
    assert len(service.history()) == 3


def test_what_was_open_is_compared_in_words_alone() -> None:
    desk = ErgonomicsDesk()
    service = desk.service()
    for sheet in (GOOD, without(EXAMPLE, "backrest"), EXAMPLE, EXAMPLE):
        service.keep(service.assess("home", sheet))
        desk.wait(1)
    newest, before, part, first = service.history()
    same, whole, worse = (
        list(comparison_texts(compared(*pair), in_english))
        for pair in ((before, newest), (part, before), (first, part))
    )
    assert same == ["The same points as before."]
    assert whole == [
        "Score: not known before, 4 now.",
        "Chair: not known before, 4 now.",
        "Backrest: not known before, 2 now.",
    ]
    assert "Keyboard: 1 before, 2 now, worse." in worse


def test_what_the_log_says_is_offered_for_that_workplace() -> None:
    desk = ErgonomicsDesk(logged=EXAMPLE.durations)
    assert desk.service().durations("home") == EXAMPLE.durations
    with pytest.raises(WorkplaceError):
        desk.service().durations("")


def test_what_no_longer_belongs_is_not_kept() -> None:
    silent = with_answers(BAD, {"phone": ("none",)})
    assessment = ErgonomicsDesk().service().assess(" Home", silent)
    assert assessment.workplace == "home"
    assert "phone-more" not in assessment.sheet.answers
    assert Timed.PHONE not in assessment.sheet.durations
    assert replace(assessment, sheet=silent) != assessment
