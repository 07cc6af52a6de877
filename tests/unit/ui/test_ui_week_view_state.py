"""What the Week page says in each state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE, a_rest
from tests.fakes.week_page import FRIDAY, TIPS, nothing
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.balance import definitions
from workspace_assistant.core.balance.definitions import Definition
from workspace_assistant.core.balance.model import State, Target, Term, Unit
from workspace_assistant.core.balance.settings_model import GoalKind, WeekSettings
from workspace_assistant.core.balance.summary_model import Summary
from workspace_assistant.core.breaks.model import Outcome
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.line_watch.model import EventKind
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.tips.model import Grade
from workspace_assistant.core.typography import MINUS, NARROW_SPACE
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.week import looks
from workspace_assistant.ui.week.day_state import kinds, marked_told
from workspace_assistant.ui.week.formula_state import with_default, with_target, without_target
from workspace_assistant.ui.week.indicator_state import GROUPS, IndicatorState
from workspace_assistant.ui.week.picker_state import picked_day
from workspace_assistant.ui.week.situation import Seen, Situation
from workspace_assistant.ui.week.term_texts import NAMES
from workspace_assistant.ui.week.view_state import PageState, news, page_state
from workspace_assistant.ui.week.writing import WindowWriting

WORDING = EnglishWording()
WRITING = WindowWriting(WORDING)
NOON = timedelta(hours=12)
WEDNESDAY = datetime(2026, 11, 25, 12, 10, tzinfo=ZONE)
AFTER = datetime(2027, 1, 5, 12, 0, tzinfo=ZONE)


def seen(summary: Summary, at: datetime = FRIDAY, **more: object) -> Seen:
    made = Seen(
        at=at,
        zone=ZONE,
        today=at.date(),
        settings=summary.settings,
        summary=summary,
        tips={one.id: one for one in TIPS},
    )
    return replace(made, **more)  # type: ignore[arg-type] # the test names the fields


def page(summary: Summary, at: datetime = FRIDAY, **now: object) -> PageState:
    made = replace(
        Situation(seen=seen(summary, at)),
        **now,  # type: ignore[arg-type] # the test names the fields
    )
    return page_state(made, WORDING)


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ")


def row(state: PageState, indicator_id: str) -> IndicatorState:
    assert state.indicators is not None
    rows = (one for group in state.indicators.groups for one in group.rows)
    return next(one for one in rows if one.id == indicator_id)


class TestTheFirstLine:
    def test_before_anything_was_read(self) -> None:
        state = page_state(Situation(), WORDING)
        assert state == PageState(hero=state.hero)
        assert state.hero.headline == "Reading your week"

    def test_what_cannot_be_read_is_said_and_the_way_to_other_weeks_stays(self) -> None:
        state = page(summaries.rich(), trouble="The disk is full.")
        assert (state.hero.sentence, state.hero.can_try) == ("The disk is full.", True)
        assert state.picker is not None
        assert state.settings is None

    def test_the_headline_and_its_sentences(self) -> None:
        hero = page(summaries.rich()).hero
        assert (hero.headline, hero.look) == ("8 of 11 targets met", looks.WEEK)
        assert plain(hero.lines[1]) == "After hours took 1 h 30 min; 30 min is the most."

    def test_green_is_for_weeks_that_are_over_alone(self) -> None:
        running = summaries.half_empty()
        over = replace(running, week=replace(running.week, is_over=True))
        assert page(running, WEDNESDAY).hero.look is looks.WEEK
        assert page(over, AFTER).hero.look is looks.ALL_MET

    def test_a_week_without_any_target_says_where_to_read_on(self) -> None:
        whole = summaries.rich()
        told = tuple(replace(one, target=None) for one in whole.week.indicators)
        summary = replace(whole, week=replace(whole.week, indicators=told), sentences=())
        hero = page(summary).hero
        assert hero.look is looks.QUIET
        assert hero.sentence.startswith("What is known stands below")

    def test_a_first_week_is_an_invitation(self) -> None:
        empty = summaries.empty()
        assert page(empty, WEDNESDAY).hero.headline == "Your week will stand here"
        reading = Situation(seen=seen(empty, WEDNESDAY, is_whole=False))
        assert page_state(reading, WORDING).hero.headline == "Reading your week"

    @pytest.mark.parametrize(
        ("summary", "at", "headline"),
        [
            (nothing(FRIDAY.date()), AFTER, "Nothing is known of this week"),
            (nothing(AFTER.date()), FRIDAY, "This week is still to come"),
            (summaries.off(), AFTER, "The whole week was off"),
        ],
        ids=["empty", "to come", "off"],
    )
    def test_weeks_without_numbers(self, summary: Summary, at: datetime, headline: str) -> None:
        if at == AFTER:
            summary = replace(summary, week=replace(summary.week, is_over=True))
        state = page(summary, at)
        assert state.hero.headline == headline
        assert state.indicators is None
        assert len(state.days) == 7

    def test_one_day_off_makes_no_week_off(self) -> None:
        summary = nothing(FRIDAY.date())
        first, *others = summary.week.days
        days = (replace(first, leave=LeaveKind.LEAVE), *others)
        hero = page(replace(summary, week=replace(summary.week, days=days))).hero
        assert (hero.headline, hero.look) == ("Your week will stand here", looks.WEEK)


class TestWhichWeek:
    @pytest.mark.parametrize(
        ("at", "name", "is_current"),
        [
            (FRIDAY, "Week 47, 2026, still running", True),
            (FRIDAY + timedelta(days=7), "Week 47, 2026", False),
            (FRIDAY - timedelta(days=7), "Week 47, 2026, to come", False),
        ],
        ids=["running", "past", "to come"],
    )
    def test_it_is_named_by_its_days(self, at: datetime, name: str, is_current: bool) -> None:
        picker = page(summaries.rich(), at).picker
        assert picker is not None
        assert (picker.name, picker.is_current) == (name, is_current)
        assert "Mon 16 Nov" in picker.title
        assert "Sun 22 Nov" in picker.title

    def test_days_and_weeks_are_understood(self) -> None:
        assert picked_day(" 2026-11-16 ") == picked_day("2026-W47")
        with pytest.raises(RefusedError, match="“soon” is no day"):
            picked_day("soon")
        with pytest.raises(RefusedError, match="1970"):
            picked_day("1066-10-14")


class TestTheGuide:
    def test_each_part_leads_to_its_page(self) -> None:
        guide = page(summaries.empty(), WEDNESDAY).guide
        assert guide is not None
        pages = [one.page for one in guide.rows]
        assert pages == [PageName.SHIFTS, PageName.FOCUS, PageName.BREAKS, PageName.BREAKS]

    def test_what_is_there_is_ticked_off(self) -> None:
        guide = page(summaries.half_empty(), WEDNESDAY).guide
        assert guide is not None
        assert [one.state for one in guide.rows] == ["There", "There", "Not yet", "Not yet"]

    def test_later_weeks_need_none(self) -> None:
        assert page(summaries.rich()).guide is None
        assert page(summaries.empty(), AFTER).guide is not None  # as it says it still runs
        over = replace(summaries.empty().week, is_over=True)
        assert page(replace(summaries.empty(), week=over), AFTER).guide is None


class TestNumbers:
    def test_each_has_its_sentence_value_and_target(self) -> None:
        rest = row(page(summaries.rich()), "shortest-daily-rest")
        assert (plain(rest.value), plain(rest.target)) == ("9 h 20 min", "11 h or more")
        assert plain(rest.change) == "3 h 10 min less than usual"
        assert rest.state == "Not met"
        assert rest.formula is None
        assert plain(rest.told).startswith("Shortest daily rest: Not met. 9 h 20 min. 11 h or more")

    @pytest.mark.parametrize(
        ("indicator_id", "change"),
        [
            ("breaks-had", "3 points more than usual"),
            ("switching-off", "0.5 more than usual"),
            ("interruptions-per-hour", "0.3 / h less than usual"),
            ("overtime", ""),
        ],
    )
    def test_changes_are_told_in_words(self, indicator_id: str, change: str) -> None:
        assert row(page(summaries.rich()), indicator_id).change == change

    def test_what_hardly_differs_is_no_change(self) -> None:
        whole = summaries.rich()
        hours = next(one for one in whole.week.indicators if one.id == "hours")
        same = tuple(
            replace(one, usual=hours.value) if one.id == "hours" else one
            for one in whole.comparisons
        )
        assert row(page(replace(whole, comparisons=same)), "hours").change == ""

    def test_nothing_is_compared_before_the_past_was_read(self) -> None:
        now = Situation(seen=seen(summaries.rich(), is_whole=False))
        assert row(page_state(now, WORDING), "shortest-daily-rest").change == ""

    def test_what_is_not_known_is_folded_away(self) -> None:
        folded = page(summaries.rich())
        assert folded.indicators is not None
        assert folded.indicators.more == "Show 1 more that is not known"
        opened = page(summaries.rich(), shows_unknown=True)
        assert opened.indicators is not None
        assert opened.indicators.more == "Hide what is not known"
        unknown = row(opened, "contact-with-colleagues")
        assert (unknown.value, unknown.sentence) == ("", "No check-in of this week tells.")
        many = page(summaries.half_empty(), WEDNESDAY).indicators
        assert many is not None
        assert many.more == "Show 4 more that are not known"

    def test_all_known_leaves_nothing_to_show(self) -> None:
        whole = summaries.rich()
        known = tuple(one for one in whole.week.indicators if one.value is not None)
        state = page(replace(whole, week=replace(whole.week, indicators=known))).indicators
        assert state is not None
        assert state.more == ""

    def test_one_of_a_later_version_comes_last(self) -> None:
        whole = summaries.rich()
        new = replace(whole.week.indicators[0], id="unheard-of")
        state = page(replace(whole, week=replace(whole.week, indicators=(new,)))).indicators
        assert state is not None
        assert [group.title for group in state.groups] == ["Further"]

    def test_every_indicator_has_its_topic(self) -> None:
        ids = [one for _, group in GROUPS for one in group]
        known = (one for one in vars(definitions).values() if isinstance(one, Definition))
        assert sorted(ids) == sorted(one.id for one in known)


class TestHowItIsCounted:
    def opened(self, indicator_id: str, summary: Summary | None = None) -> IndicatorState:
        return row(
            page(summary or summaries.rich(), opened=frozenset({indicator_id})), indicator_id
        )

    def test_formula_numbers_and_source(self) -> None:
        formula = self.opened("shortest-daily-rest").formula
        assert formula is not None
        assert formula.sentence == "The shortest of the rests that ended in this week."
        assert len(formula.terms) == 5
        assert plain(formula.terms[2][1]) == "9 h 20 min"
        assert plain(formula.source) == (
            "Target: 11 h or more. From: Directive 2003/88/EC, article 3."
        )
        assert plain(formula.past).startswith("Usual: 12 h 30 min, the middle of 4 weeks.")
        assert formula.own is not None
        assert (formula.own.text, formula.own.is_own, formula.own.can_drop) == ("", False, True)

    def test_names_and_many_numbers(self) -> None:
        whole = summaries.rich()
        span = a_rest("2026-11-16 08:00", "2026-11-16 09:00")
        terms = tuple(Term(span=span, value=1.0, name="chat") for _ in range(20))
        first = replace(whole.week.indicators[1], terms=terms)
        summary = replace(whole, week=replace(whole.week, indicators=(first,)))
        formula = self.opened(first.id, summary).formula
        assert formula is not None
        assert (formula.terms[0], formula.more) == (
            (f"{WRITING.span(span)}: a chat", "1"),
            "and 6 more",
        )

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("night", "at night"),
            ("ready", "ready"),
            (
                "loss, technical",
                "packets lost on the line, technical trouble",
            ),
            ("shortened", "shortened break"),
        ],
    )
    def test_a_number_says_when_it_was_and_what_of(self, name: str, said: str) -> None:
        night = a_rest("2026-11-16 22:00", "2026-11-17 06:00")
        told = self.term_told(Term(span=night, value=1.0, name=name))
        assert told == plain(f"{WRITING.span(night)}: {said}")

    def test_what_was_counted_over_a_week_needs_no_time(self) -> None:
        week = summaries.rich().week.span
        assert self.term_told(Term(span=week, value=1.0, name="door")) == "the door"

    def term_told(self, term: Term) -> str:
        whole = summaries.rich()
        first = replace(whole.week.indicators[1], terms=(term,))
        summary = replace(whole, week=replace(whole.week, indicators=(first,)))
        formula = self.opened(first.id, summary).formula
        assert formula is not None
        return plain(formula.terms[0][0])

    def test_every_name_has_words(self) -> None:
        names = {*Cause, *EventKind, *Outcome, *Verdict} - {Verdict.NOT_TESTED}
        assert names <= {*NAMES}

    def test_what_nobody_can_aim_at_has_no_field(self) -> None:
        formula = self.opened("commute-money-saved").formula
        assert formula is not None
        assert formula.own is None
        assert formula.past == ""
        assert formula.source == "It has no target."
        assert self.opened("commute-money-saved").value == "32.00 EUR"

    def test_own_targets_are_written_dropped_and_put_back(self) -> None:
        chosen = with_target(WeekSettings(), "shortest-daily-rest", "12 h", WORDING)
        assert chosen.own_targets == {"shortest-daily-rest": 43_200.0}
        dropped = without_target(chosen, "shortest-daily-rest")
        assert dropped.own_targets == {"shortest-daily-rest": None}
        assert with_default(dropped, "shortest-daily-rest") == WeekSettings()
        summary = replace(summaries.rich(), settings=chosen)
        formula = self.opened("shortest-daily-rest", summary).formula
        assert formula is not None
        assert formula.own is not None
        assert (plain(formula.own.text), formula.own.is_own) == ("12 h", True)

    def test_a_target_is_offered_as_it_is_kept_and_a_miss_does_not_read_like_it(self) -> None:
        whole = summaries.rich()
        first = definitions.INTERRUPTIONS
        target = Target(value=1.25, is_least=False, basis="Your own target")
        one = first.known(1.254, {first.id: target}, "{count}", (), count=1)
        chosen = with_target(WeekSettings(), first.id, "1.25 / h", WORDING)
        week = replace(whole.week, indicators=(one,))
        shown = self.opened(first.id, replace(whole, week=week, settings=chosen))
        assert (shown.value, shown.target) == ("1.3 / h", "1.25 / h at most")
        assert shown.formula is not None
        assert shown.formula.own is not None
        assert shown.formula.own.text == "1.25 / h"

    def test_targets_that_make_no_sense_are_refused(self) -> None:
        with pytest.raises(RefusedError, match="is no value such as"):
            with_target(WeekSettings(), "hours", "many", WORDING)
        with pytest.raises(RefusedError, match="Between 1"):
            with_target(WeekSettings(), "shortest-daily-rest", "30 h", WORDING)


class TestGoalsAndSuggestions:
    def test_goals_stand_with_what_is_there_of_them(self) -> None:
        focus, breaks, learning, end = page(summaries.rich()).goals
        assert (focus.look, focus.fraction) == (looks.GOAL_REACHED, 1.0)
        assert breaks.sentence == "24 breaks; the goal is 20."
        assert (learning.look, learning.fraction) == (looks.GOAL_MISSED, 1500 / 3600)
        assert (end.look, end.fraction) == (looks.GOAL_MISSED, None)

    def test_a_goal_of_a_running_week_is_on_the_way(self) -> None:
        whole = summaries.rich()
        goals = (
            replace(whole.goals[2]),
            replace(whole.goals[1], value=None, is_reached=None),
        )
        running = replace(whole, week=replace(whole.week, is_over=False), goals=goals)
        assert [one.look for one in page(running).goals] == [looks.GOAL_OPEN, looks.GOAL_UNKNOWN]
        assert running.goals[0].goal.kind is GoalKind.LEARNING

    def test_suggestions_name_their_number(self) -> None:
        first, *_ = page(summaries.rich()).suggestions
        assert (first.about, first.was_helpful) == ("About: Shortest daily rest", False)
        assert first.grade == "Evidence B: One study. Somebody (2020): A study"
        helped = page(summaries.rich(), helped=frozenset({first.tip_id})).suggestions[0]
        assert helped.was_helpful

    def test_tips_that_are_gone_are_left_out_and_ideas_say_so(self) -> None:
        idea = replace(TIPS[0], grade=Grade.IDEA, source=None)
        found = replace(seen(summaries.rich()), tips={idea.id: idea})
        (only,) = page_state(Situation(seen=found), WORDING).suggestions
        assert (only.grade, only.url) == ("An idea: nobody has tested it.", "")


class TestTheWeeksBefore:
    def test_what_stands_out_is_said(self) -> None:
        past = page(summaries.rich()).past
        assert past is not None
        assert past.note == ""
        assert past.hardest == "31 % of all interruptions came between 15:00 and 16:00."
        assert past.ready.startswith("Of 41 shifts that began ready, 4 had technical trouble")

    def test_nine_lines_come_first_and_all_on_demand(self) -> None:
        past, all_of_it = page(summaries.rich()).past, page(summaries.rich(), shows_all_lines=True)
        assert past is not None
        assert all_of_it.past is not None
        assert "quick-returns" not in past.only
        assert "quick-returns" in all_of_it.past.only
        assert (past.more, all_of_it.past.more) == ("Show all 8", "Show fewer")

    def test_a_few_lines_are_all_shown(self) -> None:
        whole = summaries.rich()
        quick = tuple(one for one in whole.trends if one.id == "quick-returns")
        past = page(replace(whole, trends=quick)).past
        assert past is not None
        assert (past.only, past.more) == ({"quick-returns"}, "")

    def test_while_they_are_read(self) -> None:
        now = Situation(seen=seen(summaries.rich(), is_whole=False))
        past = page_state(now, WORDING).past
        assert past is not None
        assert past.note == "Reading the weeks before."

    def test_a_first_week_says_when_there_will_be_lines(self) -> None:
        past = page(summaries.half_empty(), WEDNESDAY).past
        assert past is not None
        assert past.note.startswith("Lines appear here once")
        assert page(summaries.empty(), WEDNESDAY).past is None


class TestDays:
    def test_each_says_what_was_planned_and_worked(self) -> None:
        days = page(summaries.half_empty(), WEDNESDAY).days
        assert plain(days[0].detail) == "8 h at work, 8 h planned"
        assert plain(days[3].detail) == "8 h 30 min planned"
        assert (days[4].kind, days[5].detail) == ("leave", "Nothing planned")
        assert [one.is_today for one in days] == [False, False, True, *[False] * 4]
        assert plain(page(summaries.rich()).days[5].detail) == "5 min at work"

    def test_marks_are_told(self) -> None:
        on = FRIDAY.date()
        assert marked_told(on, LeaveKind.SICK, WORDING) == "Fri 20 Nov: Sick."
        assert marked_told(on, None, WORDING) == "Fri 20 Nov: Not off."
        assert [value for value, _ in kinds(WORDING)] == ["", *LeaveKind]


class TestWriting:
    def test_signs_hours_and_weekdays(self) -> None:
        assert plain(WRITING.length(-5400)) == f"{MINUS}1 h 30 min"
        assert (WRITING.number(-1.25), WRITING.weekday(FRIDAY.date())) == (f"{MINUS}1.2", "Fri")
        assert (WRITING.hour(8), WRITING.hour(24)) == ("08:00", "00:00")
        assert WRITING.local(FRIDAY).tzinfo is UTC

    def test_spans_name_a_day_once(self) -> None:
        short = a_rest("2026-11-16 09:00", "2026-11-16 17:00")
        long = a_rest("2026-11-16 09:00", "2026-11-30 17:00")
        assert plain(WRITING.span(short)).endswith("16:00")
        assert plain(WRITING.span(short)).count("Mon") == 1
        assert "Mon 30 Nov" in plain(WRITING.span(long))


def test_those_who_listen_hear_of_another_week_and_of_another_headline() -> None:
    before = page(summaries.rich())
    other = page(summaries.half_empty(), WEDNESDAY)
    assert news(PageState(hero=before.hero), before).endswith("8 of 11 targets met")
    assert news(before, before) == ""
    assert news(before, other).endswith("1 of 1 targets met")
    changed = replace(before, hero=replace(before.hero, headline="9 of 11 targets met"))
    assert news(before, changed) == "9 of 11 targets met"


def test_every_state_has_a_look_and_every_unit_a_value() -> None:
    assert set(looks.STATES) == set(State)
    assert {one.unit for one in summaries.rich().week.indicators} <= set(Unit)
