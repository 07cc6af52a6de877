"""A report in words: every line says what the week says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.unit.core.balance.report.subjects import WRITING, a_measure, a_report, a_subject
from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.content import report_of, title_of
from workspace_assistant.core.balance.report.model import FigureKind
from workspace_assistant.core.balance.report_html import report_html
from workspace_assistant.core.balance.report_pages.pages import report_pages
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.drawing import Label

SPACE = "\u202f"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2026-W47", "Week 47 of 2026"),
        ("2027-W01", "Week 1 of 2027"),
        ("2026-Q4", "Quarter 4 of 2026"),
        ("2026-11", "November 2026"),
    ],
)
def test_the_title_names_the_time(name: str, title: str) -> None:
    assert title_of(name, WRITING) == title


def test_a_line_has_all_that_the_indicator_says() -> None:
    first = a_report().lines[0]
    assert (first.id, first.state, first.state_word) == (
        "shortest-daily-rest",
        State.NOT_MET,
        "not met",
    )
    assert first.value == f"9{SPACE}h{SPACE}20{SPACE}min"
    assert first.target == f"11{SPACE}h or more"
    assert first.basis == "Directive 2003/88/EC, article 3"
    assert first.usual == f"12{SPACE}h{SPACE}30{SPACE}min"
    assert first.last == f"15{SPACE}h{SPACE}30{SPACE}min"
    assert first.course is not None
    assert first.course.values[-1] == 33600.0


def test_a_value_that_misses_its_target_does_not_read_like_it() -> None:
    whole = summaries.rich()
    rest = whole.week.indicators[0]
    near = replace(whole, week=replace(whole.week, indicators=(replace(rest, value=39_599.5),)))
    assert a_report(near).lines[0].value == f"10{SPACE}h{SPACE}59{SPACE}min"
    row = replace(summaries.month().rows[0], median=39_610.0)
    line = a_report(replace(summaries.month(), rows=(row,))).lines[0]
    assert (line.value, line.target) == (f"11{SPACE}h{SPACE}10{SPACE}s", f"11{SPACE}h or more")


def test_lines_are_grouped_and_what_is_unknown_is_a_sentence() -> None:
    report = a_report()
    states = [line.state for line in report.lines]
    assert states == sorted(states, key=list(report.groups).index)
    assert report.unknown == ("Contact with colleagues: No check-in of this week tells.",)
    assert (report.met_count, report.known_count) == (8, 11)


def test_goals_have_a_share_where_one_can_be_told() -> None:
    assert [(goal.word, goal.share) for goal in a_report().goals] == [
        ("Reached", 1.0),
        ("Reached", 1.0),
        ("Not reached", pytest.approx(1500 / 3600)),
        ("Not reached", None),
    ]
    assert [goal.sentence.split(":")[0] for goal in a_report().goals] == [
        "Focus",
        "Breaks",
        "Learning",
        "End of the day",
    ]


def test_goals_of_a_running_week_stand_as_the_window_says() -> None:
    """Learning can still grow, a day that lasted too long cannot be undone."""
    whole = summaries.rich()
    running = replace(whole, week=replace(whole.week, is_over=False))
    assert [goal.word for goal in a_report(running).goals[2:]] == ["On the way", "Not reached"]
    unknown = replace(whole.goals[2], value=None, is_reached=None)
    assert a_report(replace(running, goals=(unknown,))).goals[0].word == "Not known"
    html = report_html(a_report(running))
    assert "Learning: 25" in html
    assert html.count("On the way.") == 1
    (first, *_) = report_pages(a_report(running), Paper.A4, a_measure)
    words = " ".join(one.text for one in first.shapes if isinstance(one, Label))
    assert "On the way." in words


def test_a_tip_that_is_gone_from_the_catalog_is_left_out() -> None:
    assert [one.about for one in a_report().advice] == ["Shortest daily rest", "Quick returns"]


def test_pictures_are_those_that_have_something_to_show() -> None:
    kinds = [figure.kind for figure in a_report().figures]
    assert kinds == [
        FigureKind.DAYS,
        FigureKind.RESTS,
        FigureKind.WEEKDAYS,
        FigureKind.CAUSES,
        FigureKind.TRENDS,
    ]
    assert [one.kind for one in a_report(summaries.empty()).figures] == [FigureKind.DAYS]
    heat = summaries.rich().heat
    assert heat is not None
    quiet = replace(heat, by_cause=(), by_weekday=())
    still = a_report(replace(summaries.rich(), heat=quiet))
    assert FigureKind.WEEKDAYS not in [one.kind for one in still.figures]


def test_nothing_but_the_headline_is_needed() -> None:
    report = report_of(a_subject(), ReportChoice(parts=frozenset()), WRITING)
    assert report.headline == "8 of 11 targets met."
    assert (report.lines, report.figures, report.goals, report.unknown) == ((), (), (), ())


def test_a_running_week_says_so() -> None:
    assert a_report(summaries.half_empty()).period == "Mon 23 Nov to Sun 29 Nov, so far"
    assert a_report().period == "Mon 16 Nov to Sun 22 Nov"


def test_a_month_counts_weeks() -> None:
    report = a_report(summaries.month())
    rest = report.lines[0]
    assert (rest.id, rest.state) == ("shortest-daily-rest", State.NOT_MET)
    assert rest.sentence == "Met in 1 of 3 weeks that were known."
    assert rest.formula == "The shortest of the rests that ended in this week."
    assert report.groups[State.MET] == "Targets met in every week that was known"
    hours = next(line for line in report.lines if line.id == "hours")
    assert hours.sentence == "Known in 3 of 4 weeks."
    assert [figure.kind for figure in report.figures] == [FigureKind.WEEKS, FigureKind.TRENDS]
    assert (
        report_of(a_subject(summaries.month()), ReportChoice(parts=frozenset()), WRITING).figures
        == ()
    )


def test_a_value_that_one_week_alone_knew_has_no_course() -> None:
    month = summaries.month()
    once = replace(month.rows[0], values=(None, None, None, 33600.0))
    assert a_report(replace(month, rows=(once,))).lines[0].course is None


def test_a_month_without_weeks_has_no_period() -> None:
    assert a_report(replace(summaries.month(), weeks=(), rows=())).period == ""
