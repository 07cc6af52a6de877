"""The self-check in plain Python: overview, steps, result, and what is said aloud."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.fakes.ergonomics import BAD, EXAMPLE, GOOD, ErgonomicsDesk, timed, with_answers, without
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.ergonomics.model import (
    Assessment,
    Band,
    Duration,
    Origin,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.texts import NOTES
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics import walk as walking
from workspace_assistant.ui.ergonomics.jobs import act, begun, kept, look, shown
from workspace_assistant.ui.ergonomics.looks import AGAIN, CHANGE, FINE, NEVER, OPEN
from workspace_assistant.ui.ergonomics.overview_state import OverviewState
from workspace_assistant.ui.ergonomics.result_state import ResultState
from workspace_assistant.ui.ergonomics.situation import Showing, Situation
from workspace_assistant.ui.ergonomics.step_state import StepState, band_at, option_at
from workspace_assistant.ui.ergonomics.view_state import PanelState, news, panel_state
from workspace_assistant.ui.ergonomics.walk import DURATIONS, STEPS, Walk

WORDING = EnglishWording()
CTX = JobContext(lambda _: None)
AT = {step.id: number for number, step in enumerate(STEPS)}


def checked(*sheets: Sheet, workplace: str = "home", days: float = 10) -> ErgonomicsDesk:
    """Self-checks of one workplace, so many days apart."""
    desk = ErgonomicsDesk()
    for sheet in sheets:
        desk.wait(days)
        service = desk.service()
        service.keep(service.assess(workplace, sheet))
    return desk


def overview(desk: ErgonomicsDesk, **more: object) -> OverviewState:
    fields: dict[str, object] = {"seen": look(desk.service()), **more}
    found = panel_state(Situation(**fields), WORDING).overview  # type: ignore[arg-type] # by name
    assert found is not None
    return found


def step(walk: Walk, **more: object) -> StepState:
    fields: dict[str, object] = {"walk": walk, "showing": Showing.STEPS, **more}
    found = panel_state(Situation(**fields), WORDING).step  # type: ignore[arg-type] # by name
    assert found is not None
    return found


def at(step_id: str, **more: object) -> Walk:
    fields: dict[str, object] = {"workplace": "home", "at": AT[step_id], "logged": {}, **more}
    return Walk(**fields)  # type: ignore[arg-type] # the test names the fields


def result(desk: ErgonomicsDesk, assessment: Assessment | None = None) -> ResultState:
    service = desk.service()
    one = assessment or service.history()[0]
    now = Situation(result=shown(service, one), showing=Showing.RESULT)
    found = panel_state(now, WORDING).result
    assert found is not None
    return found


# Overview


def test_nothing_is_shown_before_the_first_look() -> None:
    assert panel_state(Situation(), WORDING) == PanelState()


def test_what_cannot_be_read_is_said() -> None:
    state = panel_state(Situation(trouble="The disk is full."), WORDING)
    assert state == PanelState(trouble="The disk is full.")
    assert news(PanelState(), state) == "The disk is full."
    assert news(state, state) == ""


def test_the_first_time_says_what_it_is_and_what_it_takes() -> None:
    state = overview(ErgonomicsDesk())
    assert state.is_first_time
    assert "25 steps: about 5 minutes" in state.intro
    assert state.names == (("home", "Home"), ("office", "Office"))
    assert state.workplaces == ()
    assert not state.under_way
    assert not state.discarded


def test_the_small_print_is_everywhere() -> None:
    expected = (*NOTES, texts.STAYS_HERE)
    assert overview(ErgonomicsDesk()).small_print == expected
    assert overview(checked(GOOD)).small_print == expected
    assert result(checked(GOOD)).small_print == expected


def test_workplaces_say_score_meaning_and_day() -> None:
    desk = checked(EXAMPLE)
    service = desk.service()
    service.keep(service.assess("Library", BAD))
    service.keep(service.assess("office", without(GOOD, "mouse-grip")))
    service.mark_changed("Cabin")
    known = {one.workplace: one for one in overview(desk).workplaces}
    home, library, office, cabin = (known[one] for one in ("home", "Library", "office", "Cabin"))
    assert home.look is FINE
    assert home.detail == "4 of 10 · Below the action level · Checked on 03/12/2026"
    assert library.look is CHANGE
    assert library.detail.startswith("10 of 10 · Action level reached")
    assert library.spoken.startswith("Library. 10 of 10. Action level reached. Checked on")
    assert office.look is OPEN
    assert office.detail.startswith("at least ")
    assert not cabin.can_show
    assert cabin.detail == "Not checked yet"
    assert cabin.look is AGAIN
    assert not overview(desk).is_first_time
    assert overview(desk).intro == ""


def test_a_workplace_that_was_never_checked_has_a_dash() -> None:
    desk = ErgonomicsDesk()
    desk.service().mark_changed("home")
    standing = desk.service().standings()[0]
    seen = replace(look(desk.service()), standings=(replace(standing, due=None),))
    state = panel_state(Situation(seen=seen), WORDING).overview
    assert state is not None
    assert state.workplaces[0].look is NEVER


def test_known_workplaces_are_not_offered_as_new_ones() -> None:
    assert overview(checked(GOOD)).names == (("office", "Office"),)


def test_a_change_makes_the_workplace_due() -> None:
    desk = checked(GOOD)
    desk.wait(1)
    desk.service().mark_changed("home")
    one = overview(desk).workplaces[0]
    assert one.look is AGAIN
    assert one.due == "You said on 04/12/2026 that something changed here: check again."
    assert one.spoken.endswith(one.due)


def test_age_makes_it_due_as_well() -> None:
    desk = checked(GOOD)
    assert overview(desk).workplaces[0].due == ""
    desk.wait(91)
    assert overview(desk).workplaces[0].due.startswith("The last self-check is older than 90 days")


def test_what_is_under_way_and_what_was_discarded_is_told() -> None:
    walk = at("monitor", workplace="Library")
    state = overview(ErgonomicsDesk(), walk=walk)
    assert state.under_way == (
        "A self-check of “Library” is under way: 4 of 25 steps. It is kept until this program ends."
    )
    state = overview(ErgonomicsDesk(), dropped=at("monitor"))
    assert state.discarded == "The self-check of “Home” was discarded."


def test_a_name_that_cannot_be_is_refused_in_words() -> None:
    done = act(lambda: begun(ErgonomicsDesk().service(), " "), WORDING, CTX)
    assert done.is_refused
    assert overview(ErgonomicsDesk(), name_trouble=done.trouble).name_trouble.startswith(
        "A workplace needs a name"
    )


# Steps


def test_a_step_says_how_far_and_how_long() -> None:
    assert step(at("seat-height")).progress == "1 of 25 · about 5\u202fmin left"
    assert step(at("mouse-reach")).progress == "7 of 25 · about 4\u202fmin left"
    assert step(at("posture-arms")).progress == "24 of 25 · less than a minute left"
    assert step(at("seat-height")).fraction == 0
    assert step(at("mouse-reach")).fraction == pytest.approx(6 / 25)
    assert step(at("mouse-reach")).part == "Home · Mouse and keyboard"


def test_options_are_numbered_through_to_the_boxes() -> None:
    state = step(at("monitor"))
    assert [one.key for one in (*state.options, *state.more)] == list("1234567")
    assert state.is_choice
    assert state.more_prompt == "Which of these are true of the screen?"
    found = option_at(state, "6")
    assert found is not None
    assert (found.question_id, found.option_id) == ("monitor-more", "glare")
    assert found.picture == "ergonomics/monitor-glare"
    assert option_at(state, "8") is None


def test_boxes_alone_say_that_none_is_an_answer() -> None:
    state = step(at("posture-legs"))
    assert not state.is_choice
    assert state.help.endswith("Tick what is true; nothing is an answer too.")
    assert state.can_go_on
    assert state.next_text == "Show the result"
    assert state.more_prompt == ""


def test_next_rests_until_a_choice_is_made() -> None:
    walk = at("seat-height")
    assert not step(walk).can_go_on
    assert not step(walk).can_go_back
    state = step(walking.picked(walk, "seat-height", "high"))
    assert state.can_go_on
    assert [one.is_chosen for one in state.options] == [False, False, True, False]
    assert state.next_text == "Next"
    assert step(at("seat-depth")).can_go_back


def test_a_prompt_without_help_has_none() -> None:
    assert step(at("computer")).help == ""


def test_what_is_not_known_says_that_nothing_is_guessed() -> None:
    walk = walking.gone_back(walking.not_known(at("monitor")))
    assert step(walk).note == texts.SAID_UNKNOWN
    assert step(at("monitor")).note == ""


def test_answers_of_last_time_are_marked_and_not_chosen() -> None:
    earlier = checked(EXAMPLE).service().history()[0]
    state = step(at("monitor", earlier=earlier))
    assert [one.note for one in state.options] == ["", "Last time", ""]
    assert not any(one.is_chosen for one in state.options)


def test_while_it_is_kept_nothing_can_be_pressed() -> None:
    state = step(at("posture-legs"), is_keeping=True)
    assert not state.can_go_on
    assert not state.can_go_back
    assert state.next_text == texts.KEEPING


def test_without_a_self_check_there_is_no_step() -> None:
    assert panel_state(Situation(showing=Showing.STEPS), WORDING).step is None


BASIS = Duration(
    band=Band.LONG,
    origin=Origin.LOGGED,
    basis="From your log: {hours} h a day.",
    parts={"hours": "7.5"},
)


def rows(walk: Walk) -> Mapping[Timed, tuple[str, str]]:
    return {one.timed: (one.value, one.basis) for one in step(walk).timed}


def test_durations_say_what_they_rest_on() -> None:
    unknown = Duration(band=None, origin=Origin.LOGGED, basis="Calls cannot be seen here.")
    bare = Duration(band=Band.SHORT, origin=Origin.LOGGED)
    logged = {Timed.CHAIR: BASIS, Timed.PHONE: unknown, Timed.KEYBOARD: bare}
    walk = at(DURATIONS, logged=logged)
    assert rows(walk) == {
        Timed.CHAIR: ("long", "From your log: 7.5 h a day."),
        Timed.MONITOR: ("", texts.NOT_CHOSEN),
        Timed.PHONE: ("", "Calls cannot be seen here."),
        Timed.MOUSE: ("", texts.NOT_CHOSEN),
        Timed.KEYBOARD: ("short", ""),
    }
    said = rows(walking.timed(walk, Timed.CHAIR, Band.SHORT))
    assert said[Timed.CHAIR] == ("short", texts.AS_SAID)
    as_logged = rows(walking.timed(walk, Timed.CHAIR, Band.LONG))
    assert as_logged[Timed.CHAIR] == ("long", "From your log: 7.5 h a day.")
    left_open = rows(walking.gone_back(walking.not_known(walk)))
    assert left_open[Timed.CHAIR] == ("long", "From your log: 7.5 h a day.")
    assert left_open[Timed.MOUSE] == ("", texts.NOT_CHOSEN)


def test_durations_wait_for_the_log() -> None:
    assert rows(at(DURATIONS, logged=None))[Timed.CHAIR] == ("", texts.READING_LOG)
    state = step(at(DURATIONS))
    assert state.options == ()
    assert state.meanings[0] == ("Short: less than 30 min in one go, and less than 1 hour in all.")


def test_times_that_are_open_are_named_and_answered_by_digits() -> None:
    said = dict.fromkeys((Timed.CHAIR, Timed.PHONE, Timed.MONITOR), Band.LONG)
    state = step(at(DURATIONS, said=said))
    assert state.note.startswith("Still open: time with the mouse and time of typing. Without them")
    assert not state.can_go_on
    assert band_at(state, "2") == (Timed.MOUSE, Band.MEDIUM)
    assert band_at(state, "4") is None
    whole = step(at(DURATIONS, said=dict.fromkeys(Timed, Band.LONG)))
    assert (whole.note, whole.next_timed, whole.can_go_on) == ("", None, True)
    assert band_at(whole, "1") is None


def test_each_source_stands_once() -> None:
    state = result(checked(BAD))
    told = [one.source for one in state.remarks if one.source]
    assert len(told) == len(set(told))
    assert state.remarks[-1].source.startswith("Source: OSHA, Computer Workstations eTool, eval")


# Result


def test_below_the_action_level_nothing_has_to_change() -> None:
    state = result(checked(GOOD))
    assert state.look is FINE
    assert state.headline == "Score 2 of 10: below the action level"
    assert state.first == ()
    assert state.first_note == texts.FIRST_NONE
    assert state.rest_title == "What costs points"
    assert state.rest == ()
    assert state.remarks == ()
    assert state.remarks_note == texts.ROOM_NONE
    assert state.open_note == ""
    assert state.title == "Home, 03/12/2026"
    assert state.workplace == "home"


def test_the_section_that_sets_the_score_is_named() -> None:
    state = result(checked(BAD))
    assert state.look is CHANGE
    assert state.headline == "Score 10 of 10: change something soon"
    assert state.sentences[0].startswith("“Chair” sets the score")
    assert "Improving another part does not change it." in state.sentences[0]
    chair, monitor, mouse = state.sections
    assert chair.is_driver
    assert chair.spoken == "Chair: 10 of 10, sets the score"
    assert chair.fraction == 1
    assert (monitor.note, mouse.note) == ("", "")
    assert monitor.spoken == "Screen and telephone: 9 of 10"


def test_what_comes_first_ends_below_the_action_level() -> None:
    state = result(checked(BAD))
    assert state.first[0].title.startswith("Seat height: the score goes from 10 to ")
    assert state.first[0].fixes[0].startswith("Get both feet onto something firm")
    assert state.first[-1].title.endswith("to 4.")
    assert state.first_note == ""
    assert state.rest_title == "What else costs points"
    named = {one.title.partition(":")[0] for one in (*state.first, *state.rest)}
    assert len(named) == len(state.first) + len(state.rest) == 8


def test_several_sections_set_it_together() -> None:
    assert "set the score together" in result(checked(EXAMPLE)).sentences[0]


def test_an_open_answer_leaves_the_score_open_and_is_named() -> None:
    state = result(checked(without(GOOD, "mouse-grip", "light")))
    assert state.look is OPEN
    assert state.headline == texts.HEADLINE_OPEN
    assert state.sentences[0].startswith("It is ")
    assert state.open_note == "Left open, and nothing is guessed: mouse and lighting."
    section = state.sections[2]
    assert (section.score, section.fraction) == ("open", None)
    assert section.spoken == "Mouse and keyboard: open"
    assert state.first_note == texts.FIRST_OPEN
    assert state.remarks_note == ""  # something about the room is not known


def test_an_open_time_and_posture_are_named_too() -> None:
    sheet = without(GOOD, "posture-arms", "posture-legs")
    durations = {**sheet.durations, Timed.MOUSE: Duration(band=None, origin=Origin.SAID)}
    state = result(checked(replace(sheet, durations=durations)))
    assert state.open_note.endswith(": time with the mouse and posture.")


def test_high_enough_is_high_though_something_is_open() -> None:
    state = result(checked(without(BAD, "mouse-grip")))
    assert state.look is CHANGE
    assert state.headline == "Score at least 10 of 10: change something soon"
    assert not state.sentences[0].startswith("It is ")
    assert len(state.sentences) == 1


def test_room_and_posture_come_with_their_sources() -> None:
    state = result(checked(with_answers(GOOD, {"company": ("shared",), "light": ("dim",)})))
    light, company = state.remarks
    assert light.source.startswith("Source: ASR A3.4")
    assert light.url.startswith("https://")
    assert (company.source, company.url) == ("", "")
    assert state.remarks_note == texts.ROOM_INTRO


def test_the_one_before_is_compared() -> None:
    state = result(checked(BAD, EXAMPLE))
    assert state.compared_title == "Since 03/12/2026"
    assert state.compared[0] == "Score: 10 before, 4 now, better."
    assert state.compared[-1] == texts.FEEDBACK
    assert result(checked(EXAMPLE)).compared == ()
    worse = result(checked(EXAMPLE, BAD))
    assert texts.FEEDBACK not in worse.compared
    opened = result(checked(without(EXAMPLE, "mouse-grip"), EXAMPLE))
    assert texts.FEEDBACK not in opened.compared


def test_an_older_result_knows_nothing_of_later_ones() -> None:
    desk = checked(BAD, EXAMPLE)
    older = desk.service().history()[1]
    assert result(desk, older).compared == ()


def test_a_result_that_was_not_kept_stands_before_all() -> None:
    desk = checked(BAD)
    made = desk.service().assess("home", EXAMPLE)
    assert shown(desk.service(), made).history == desk.service().history()


def test_scores_become_a_line_from_three_on() -> None:
    assert result(checked(BAD, EXAMPLE)).trend is None
    sheets = (BAD, without(GOOD, "mouse-grip"), EXAMPLE, GOOD)
    trend = result(checked(*sheets)).trend
    assert trend is not None
    assert [score for _, score in trend.points] == [10, 4, 2]
    assert trend.points[0][0] < trend.points[1][0]
    assert trend.limit == 5
    assert trend.words.startswith("3 self-checks since 03/12/2026: 10, 4, 2.")


def test_without_a_result_there_is_none() -> None:
    assert panel_state(Situation(showing=Showing.RESULT), WORDING).result is None


def test_a_finished_self_check_is_kept_and_shown() -> None:
    desk = ErgonomicsDesk()
    found = kept(desk.service(), "Home", EXAMPLE)
    assert found.assessment.workplace == "home"
    assert desk.service().history() == (found.assessment,) == found.history
    assert found.evaluation.result.final == 4


# What is said aloud


def test_steps_and_results_are_announced_once() -> None:
    first = PanelState(step=step(at("seat-height")))
    second = PanelState(step=step(at("seat-depth")))
    assert news(PanelState(), first).startswith("1 of 25")
    assert news(first, first) == ""
    assert news(first, second).endswith("the back of your knee?")
    done = PanelState(result=result(checked(GOOD)))
    assert news(second, done) == "Score 2 of 10: below the action level"
    assert news(done, done) == ""


def test_a_self_check_takes_the_page_over() -> None:
    assert PanelState(step=step(at("seat-height"))).takes_over
    assert PanelState(result=result(checked(GOOD))).takes_over
    assert not PanelState(overview=overview(ErgonomicsDesk())).takes_over


def test_a_self_check_begins_with_the_log_and_with_what_was_before() -> None:
    desk = checked(EXAMPLE)
    desk.logged = timed({Timed.CHAIR: Band.LONG})
    walk = begun(desk.service(), "HOME")
    assert walk.workplace == "home"
    assert walk.earlier == desk.service().history()[0]
    assert walking.band_of(walk, Timed.CHAIR) is Band.LONG
    assert begun(desk.service(), "Library").earlier is None


def test_a_workplace_is_found_whatever_its_capitals() -> None:
    seen = look(checked(GOOD, workplace="Library").service())
    assert seen.standing("LIBRARY") is not None
    assert seen.standing("office") is None
