"""A self-check under way: every way through its steps keeps what was said, and guesses nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.ergonomics import EXAMPLE, GOOD, ErgonomicsDesk, without
from tests.fakes.ergonomics_sheets import WHOLE_SHEETS
from workspace_assistant.core.ergonomics.interview import belonging
from workspace_assistant.core.ergonomics.model import Band, Duration, Kind, Origin, Sheet, Timed
from workspace_assistant.core.ergonomics.questions import QUESTIONS
from workspace_assistant.core.ergonomics.rosa import result_of
from workspace_assistant.ui.ergonomics import walk as walking
from workspace_assistant.ui.ergonomics.pictures import all_pictures, picture_of
from workspace_assistant.ui.ergonomics.walk import DURATIONS, STEPS, Walk
from workspace_assistant.ui.widgets.resource_files import resource_folder

LOGGED = {
    Timed.CHAIR: Duration(band=Band.LONG, origin=Origin.LOGGED, basis="7 h a day."),
    Timed.PHONE: Duration(band=None, origin=Origin.LOGGED, basis="Calls cannot be seen."),
}
AT = {step.id: number for number, step in enumerate(STEPS)}


def fresh(**more: object) -> Walk:
    fields: dict[str, object] = {"workplace": "home", "logged": LOGGED, **more}
    return Walk(**fields)  # type: ignore[arg-type] # the test names the fields


def at(step: str, **more: object) -> Walk:
    return fresh(at=AT[step], **more)


def answered(walk: Walk, sheet: Sheet) -> Walk:
    """The step's answers of *sheet*, and on."""
    for one in walk.step.questions:
        for option in sheet.answers.get(one.id, ()):
            walk = walking.picked(walk, one.id, option)
    if walk.step.question is None:
        for what, duration in sheet.durations.items():
            if duration.band is not None:
                walk = walking.timed(walk, what, duration.band)
    return walking.gone_on(walk)


def walked(sheet: Sheet) -> Walk:
    walk = fresh(logged={})
    for _ in STEPS:
        walk = answered(walk, sheet)
    return walk


def test_every_question_has_its_step_and_boxes_stand_beside_their_choice() -> None:
    asked = [one.id for step in STEPS for one in step.questions]
    assert sorted(asked) == sorted(one.id for one in QUESTIONS)
    assert len(STEPS) == 25
    assert STEPS[AT["monitor"]].more is not None
    scored = [step for step in STEPS if step.question and step.question.item]
    assert AT[DURATIONS] == len(scored)  # after all that it belongs to


@given(WHOLE_SHEETS)
def test_a_walk_through_all_steps_gives_the_sheet_that_was_answered(sheet: Sheet) -> None:
    assert walking.sheet_of(walked(sheet)) == belonging(sheet)


def test_the_worked_example_comes_out_of_the_steps() -> None:
    assert result_of(walking.sheet_of(walked(EXAMPLE))).final == 4


def test_a_choice_has_to_be_answered_before_it_goes_on() -> None:
    walk = at("seat-height")
    assert not walking.can_go_on(walk)
    assert walking.gone_on(walk) == walk
    walk = walking.picked(walk, "seat-height", "low")
    assert walking.gone_on(walk).step.id == "seat-depth"


def test_another_choice_takes_the_place_of_the_first() -> None:
    walk = walking.picked(at("seat-height"), "seat-height", "low")
    walk = walking.picked(walk, "seat-height", "high")
    assert walk.answers == {"seat-height": ("high",)}


def test_a_box_is_ticked_and_unticked() -> None:
    walk = walking.picked(at("monitor"), "monitor-more", "glare")
    walk = walking.picked(walk, "monitor-more", "too-far")
    assert walk.answers["monitor-more"] == ("glare", "too-far")
    walk = walking.picked(walk, "monitor-more", "glare")
    assert walk.answers["monitor-more"] == ("too-far",)


def test_what_the_step_does_not_ask_is_passed_over() -> None:
    walk = at("seat-height")
    assert walking.picked(walk, "monitor", "low") == walk
    assert walking.picked(walk, "seat-height", "nowhere") == walk


def test_boxes_that_stay_empty_are_an_answer() -> None:
    walk = walking.gone_on(walking.picked(at("monitor"), "monitor", "level"))
    assert walk.answers["monitor-more"] == ()
    walk = walking.gone_on(at("posture-legs"))
    assert walk.answers["posture-legs"] == ()
    assert walk.is_last


def test_who_does_not_know_leaves_the_step_open_and_goes_on() -> None:
    walk = walking.picked(at("monitor"), "monitor", "low")
    walk = walking.not_known(walk)
    assert walk.step.id == "phone"
    assert walk.answers == {}
    assert "monitor" in walk.unknown
    back = walking.gone_back(walk)
    assert walking.can_go_on(back)
    assert walking.gone_on(back).answers == {}


def test_boxes_stay_ticked_though_their_choice_is_not_known() -> None:
    walk = walking.not_known(walking.picked(at("monitor"), "monitor-more", "glare"))
    assert walk.answers == {"monitor-more": ("glare",)}


def test_an_answer_ends_not_knowing() -> None:
    walk = walking.gone_back(walking.not_known(at("monitor")))
    assert walking.picked(walk, "monitor-more", "glare").unknown == {"monitor"}
    assert walking.picked(walk, "monitor", "level").unknown == frozenset()
    boxes = walking.gone_back(walking.not_known(at("posture-arms")))
    assert walking.picked(boxes, "posture-arms", "elbows-out").unknown == frozenset()


def test_the_first_step_is_the_first_and_the_last_the_last() -> None:
    assert walking.gone_back(fresh()).at == 0
    assert walking.gone_on(at("posture-legs")).at == len(STEPS) - 1


def test_who_makes_no_calls_is_not_asked_how_nor_how_long() -> None:
    walk = walking.picked(at("phone"), "phone", "none")
    assert walk.more is None
    assert "phone-more" not in walking.gone_on(walk).answers
    assert Timed.PHONE not in walking.timed_asked(walk)
    assert Timed.PHONE not in walking.sheet_of(walk).durations
    assert at("phone").more is not None


def test_what_was_ticked_about_calls_is_no_answer_of_who_makes_none() -> None:
    walk = walking.picked(at("phone"), "phone-more", "clamped")
    walk = walking.picked(walk, "phone", "none")
    assert "phone-more" not in walking.sheet_of(walk).answers


def test_durations_come_from_the_log_until_the_person_says_otherwise() -> None:
    walk = at(DURATIONS)
    sheet = walking.sheet_of(walk)
    assert sheet.durations[Timed.CHAIR] == LOGGED[Timed.CHAIR]
    assert sheet.durations[Timed.PHONE] == LOGGED[Timed.PHONE]
    assert sheet.durations[Timed.MOUSE] == Duration(band=None, origin=Origin.SAID)
    said = walking.timed(walking.timed(walk, Timed.CHAIR, Band.SHORT), Timed.PHONE, Band.LONG)
    sheet = walking.sheet_of(said)
    assert sheet.durations[Timed.CHAIR] == Duration(band=Band.SHORT, origin=Origin.SAID)
    assert sheet.durations[Timed.PHONE] == Duration(band=Band.LONG, origin=Origin.SAID)


def test_a_correction_that_is_taken_back_is_as_logged_again() -> None:
    walk = walking.timed(at(DURATIONS), Timed.CHAIR, Band.SHORT)
    walk = walking.timed(walk, Timed.CHAIR, Band.LONG)
    assert walking.sheet_of(walk).durations[Timed.CHAIR] == LOGGED[Timed.CHAIR]


def test_times_that_are_open_are_not_passed_over_in_silence() -> None:
    walk = at(DURATIONS)
    assert walking.timed_open(walk) == (Timed.MONITOR, Timed.PHONE, Timed.MOUSE, Timed.KEYBOARD)
    assert walking.gone_on(walk) == walk
    for what in walking.timed_open(walk):
        assert not walking.can_go_on(walk)
        walk = walking.timed(walk, what, Band.SHORT)
    assert walking.gone_on(walk).step.id == "computer"


def test_who_does_not_know_how_long_leaves_open_what_is_open() -> None:
    walk = walking.not_known(at(DURATIONS))
    assert walk.step.id == "computer"
    assert walking.band_of(walk, Timed.CHAIR) is Band.LONG
    assert all(walking.band_of(walk, one) is None for one in Timed if one is not Timed.CHAIR)
    assert walking.can_go_on(walking.gone_back(walk))


def test_who_knows_better_than_the_log_takes_no_band_from_it() -> None:
    walk = walking.not_known(walking.gone_back(walking.not_known(at(DURATIONS))))
    assert walking.band_of(walk, Timed.CHAIR) is None


def test_without_a_log_nothing_is_known() -> None:
    assert walking.band_of(at(DURATIONS, logged=None), Timed.CHAIR) is None


def test_the_sheet_holds_the_boxes_of_the_step_that_is_shown() -> None:
    walk = walking.picked(at("monitor"), "monitor", "level")
    assert walking.sheet_of(walk).answers == {"monitor": ("level",), "monitor-more": ()}


@given(st.sets(st.sampled_from([one.id for one in QUESTIONS]), min_size=1))
def test_completing_begins_at_the_first_open_step_and_keeps_the_rest(missing: set[str]) -> None:
    service = ErgonomicsDesk().service()
    assessment = service.assess("home", without(GOOD, *missing))
    walk = walking.taken_up(assessment, None)
    assert {one.id for one in walk.step.questions} & missing
    before = {one.id for earlier in STEPS[: walk.at] for one in earlier.questions}
    assert not before & missing
    assert walk.answers == assessment.sheet.answers


def test_completing_keeps_who_said_how_long() -> None:
    durations = {**GOOD.durations, Timed.CHAIR: LOGGED[Timed.CHAIR]}
    durations[Timed.MOUSE] = Duration(band=None, origin=Origin.SAID)
    assessment = ErgonomicsDesk().service().assess("home", replace(GOOD, durations=durations))
    walk = walking.taken_up(assessment, None)
    assert walk.step.id == DURATIONS
    assert walking.sheet_of(walk).durations == durations


def test_completing_what_is_whole_shows_the_last_step() -> None:
    assert walking.taken_up(ErgonomicsDesk().service().assess("home", EXAMPLE), None).is_last


def test_every_drawing_is_there_and_each_is_of_use() -> None:
    files = {file.stem for file in resource_folder("ergonomics").glob("*.svg")}
    assert files == all_pictures()


def test_a_choice_has_drawings_for_all_of_its_answers_or_for_none() -> None:
    for one in QUESTIONS:
        pictures = [picture_of(one.id, option.id) for option in one.options]
        if one.kind is Kind.CHOICE:
            assert all(pictures) or not any(pictures)
            assert len({*pictures} - {""}) == sum(map(bool, pictures))


def test_pictures_belong_to_answers_that_exist() -> None:
    known = {(one.id, option.id) for one in QUESTIONS for option in one.options}
    found = {name for pair in known if (name := picture_of(*pair))}
    assert {name.partition("/")[2] for name in found} == all_pictures()
