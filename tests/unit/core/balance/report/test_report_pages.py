"""The pages: two at most, nothing beside the paper, and nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from tests.unit.core.balance.report.subjects import (
    WRITING,
    LongWriting,
    a_measure,
    a_report,
    a_subject,
)
from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.content import report_of
from workspace_assistant.core.balance.report.model import Course, NamedLine, Report
from workspace_assistant.core.balance.report_pages.course import course_shapes
from workspace_assistant.core.balance.report_pages.pages import report_pages
from workspace_assistant.core.balance.report_pages.paper import Paper, pt, sheet_of
from workspace_assistant.core.balance.report_pages.piece import Piece, drawn
from workspace_assistant.core.balance.report_pages.sections import Section
from workspace_assistant.core.balance.report_pages.setting import (
    CELL,
    lines_of,
    one_line_of,
)
from workspace_assistant.core.balance.report_pages.signs import sign
from workspace_assistant.core.balance.settings_model import Standing
from workspace_assistant.core.balance.summary_model import RollUp, Summary
from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Polyline,
    Rect,
    Role,
)

SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
ALL: list[Summary | RollUp] = [
    summaries.rich(),
    summaries.half_empty(),
    summaries.empty(),
    summaries.off(),
    summaries.nights(),
    summaries.month(),
    summaries.quarter(),
]


def words(pages: tuple[Drawing, ...]) -> list[str]:
    return [one.text for page in pages for one in page.shapes if isinstance(one, Label)]


def edges(page: Drawing) -> Iterator[tuple[float, float]]:
    for shape in page.shapes:
        match shape:
            case Label():
                width = a_measure(shape.text, shape.size_px, is_bold=shape.is_bold)
                left = shape.at[0] - width * SHARES[shape.anchor]
                yield from ((left, shape.at[1]), (left + width, shape.at[1]))
            case Line():
                yield from (shape.start, shape.end)
            case Rect():
                x, y = shape.corner
                yield from ((x, y), (x + shape.width_px, y + shape.height_px))
            case Polyline():
                yield from shape.points


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("is_long", [False, True])
@pytest.mark.parametrize("told", ALL, ids=range(len(ALL)))
def test_everything_stands_on_two_pages_at_most(
    told: Summary | RollUp, is_long: bool, paper: Paper
) -> None:
    writing = LongWriting(ZONE) if is_long else WRITING
    pages = report_pages(a_report(told, writing=writing), paper, a_measure)
    sheet = sheet_of(paper)
    assert 1 <= len(pages) <= 2
    for page in pages:
        assert (page.width_px, page.height_px) == (sheet.width_px, sheet.height_px)
        for x, y in edges(page):
            assert sheet.side_px / 2 < x < sheet.width_px - sheet.side_px / 2
            assert sheet.top_px - 1 < y < sheet.height_px - pt(8)


@pytest.mark.parametrize("told", ALL, ids=range(len(ALL)))
def test_the_default_report_leaves_nothing_out(told: Summary | RollUp) -> None:
    report = report_of(a_subject(told), ReportChoice(), WRITING)
    said = " ".join(words(report_pages(report, Paper.A4, a_measure)))
    assert "Left out" not in said
    for line in report.lines:
        assert line.name in said
        assert line.value in said
    assert report.headline in said


def test_a_second_map_is_left_out_before_sentences_are_cut() -> None:
    report = report_of(a_subject(), ReportChoice(), WRITING)
    said = " ".join(words(report_pages(report, Paper.LETTER, a_measure)))
    assert "Left out for want of room: When interruptions came, by cause." in said
    assert "Tue 22:40 to Wed 08:00" in said


@pytest.mark.parametrize("paper", list(Paper))
def test_numbers_have_room_before_names_and_maps(paper: Paper) -> None:
    report = a_report()
    full = replace(report, lines=report.lines + report.lines[-12:])
    said = words(report_pages(full, paper, a_measure))
    assert "In numbers" in said
    assert sum(one == "Focus" for one in said) >= 2


def test_what_has_no_room_is_named() -> None:
    report = a_report()
    longer = replace(report.lines[0], sentence="word " * 900)
    pages = report_pages(replace(report, lines=(longer, longer)), Paper.A4, a_measure)
    assert any("Left out for want of room:" in one for one in words(pages))
    assert len(pages) == 2


def last_share(pages: tuple[Drawing, ...], paper: Paper) -> float:
    """How far down something stands on the last page but its footer."""
    sheet = sheet_of(paper)
    room = sheet.end_px - sheet.top_px
    return max(y - sheet.top_px for _, y in edges(pages[-1]) if y <= sheet.end_px) / room


@pytest.mark.parametrize("paper", list(Paper))
def test_no_page_holds_next_to_nothing_where_closer_rows_need_none(paper: Paper) -> None:
    """With one row more at a time, a second page comes with a good part of it used."""
    report = a_report(summaries.month())
    rows = report.lines * 3
    counts = []
    for number in range(1, len(rows)):
        pages = report_pages(replace(report, lines=rows[:number]), paper, a_measure)
        if len(pages) > 1:
            counts.append((number, last_share(pages, paper)))
    number, share = counts[0]
    assert number > 3
    assert share > 0.08


def test_a_table_breaks_between_rows_where_a_page_would_stay_empty() -> None:
    report = a_report(summaries.month())
    many = replace(report, lines=report.lines * 2)
    first, second = report_pages(many, Paper.LETTER, a_measure)
    assert words((first,)).count("Indicator") == 1
    assert words((second,)).count("Indicator") == 1


def test_a_table_of_which_no_row_fits_is_not_broken() -> None:
    row = Piece(10)
    table = Section("Numbers", Piece(5), (row, row), Piece(2))
    assert table.broken(12) is None
    assert table.broken(100) is None
    parts = table.broken(16)
    assert parts is not None
    assert [one.whole.height_px for one in parts] == [15, 12]


def test_sources_are_numbered_where_the_targets_are() -> None:
    said = words(report_pages(a_report(), Paper.A4, a_measure))
    assert "11\u202fh or more\u2009¹" in said
    assert any("¹\u2009Directive" in one for one in said)


def test_ten_sources_have_no_tenth_number() -> None:
    report = a_report()
    met = next(line for line in report.lines if line.state is State.MET)
    lines = tuple(replace(met, basis=f"law {index}") for index in range(10))
    said = words(report_pages(replace(report, lines=lines), Paper.A4, a_measure))
    assert met.target in said
    assert f"{met.target}\u2009⁹" in said


def test_without_targets_there_are_no_sources() -> None:
    report = a_report()
    told = tuple(line for line in report.lines if not line.target)
    said = words(report_pages(replace(report, lines=told), Paper.A4, a_measure))
    assert not any(one.startswith("¹") for one in said)


def test_names_and_notes_are_cut_to_their_line() -> None:
    endless = NamedLine(name="refund " * 40, count="1", worked="1 h", notes=("bell " * 60,))
    report = replace(a_report(), names=(endless,) * 30, lines=(), figures=())
    said = words(report_pages(report, Paper.A4, a_measure))
    assert sum(one.startswith("refund") for one in said) == 8
    assert all(one.endswith("…") for one in said if one.startswith(("refund", "bell")))


def test_a_picture_that_is_none_has_no_heading() -> None:
    report = a_report()
    bare = tuple(replace(one, draw=lambda _width: None) for one in report.figures)
    said = words(report_pages(replace(report, figures=bare), Paper.A4, a_measure))
    assert "Day by day" not in said


def test_without_any_target_there_are_no_steps() -> None:
    report: Report = replace(a_report(), known_count=0, met_count=0, sentences=())
    (first, *_) = report_pages(report, Paper.A4, a_measure)
    assert Role.SURFACE not in {one.fill for one in first.shapes[:6] if isinstance(one, Rect)}


@pytest.mark.parametrize(("met", "bars"), [(0, 1), (20, 2)])
def test_many_targets_are_a_bar(met: int, bars: int) -> None:
    report = replace(a_report(), known_count=60, met_count=met, goals=(), figures=())
    (first, *_) = report_pages(report, Paper.A4, a_measure)
    found = [
        one
        for one in first.shapes
        if isinstance(one, Rect) and one.stroke is Role.ACCENT and one.height_px == pt(6)
    ]
    assert len(found) == bars


def test_a_goal_with_nothing_done_has_an_empty_bar() -> None:
    report = a_report()
    goals = (replace(report.goals[0], share=0.0, standing=Standing.UNKNOWN),)
    alone = replace(report, goals=goals, figures=(), lines=())
    (page,) = report_pages(alone, Paper.A4, a_measure)
    stripes = [one for one in page.shapes if isinstance(one, Rect) and one.height_px == pt(4)]
    assert [one.fill for one in stripes] == [Role.GRID]


def test_a_course_has_gaps_where_nothing_was_known() -> None:
    shapes = course_shapes(Course(values=(1, None, 2, 3, None), target=2), 100, 20)
    runs = [one.points for one in shapes if isinstance(one, Polyline)]
    assert [len(run) for run in runs] == [2, 2]
    assert sum(isinstance(one, Line) and one.is_dashed for one in shapes) == 1
    assert not any(isinstance(one, Rect) for one in shapes)  # the last week knew nothing


def test_a_level_course_lies_in_the_middle() -> None:
    shapes = course_shapes(Course(values=(2, 2)), 100, 20)
    (line,) = (one for one in shapes if isinstance(one, Polyline))
    assert {y for _, y in line.points} == {10}


@pytest.mark.parametrize("state", list(State))
def test_a_sign_stays_in_its_square(state: State) -> None:
    drawing = Drawing(
        width_px=10, height_px=10, title="", description="", shapes=sign(state, 0, 0, 10)
    )
    assert all(0 <= x <= 10 and 0 <= y <= 10 for x, y in edges(drawing))


def test_signs_need_no_color() -> None:
    shapes = {state: sign(state, 0, 0, 10)[1:] for state in (State.MET, State.NOT_MET)}
    assert shapes[State.MET] != shapes[State.NOT_MET]


def test_a_drawing_is_enlarged_with_all_its_shapes() -> None:
    small = Drawing(
        width_px=10,
        height_px=5,
        title="",
        description="",
        shapes=(
            Line(start=(0, 0), end=(10, 5), role=Role.INK),
            Rect(corner=(1, 1), width_px=2, height_px=2, radius_px=1),
            Polyline(points=((0, 0), (1, 1))),
            Label(at=(1, 2), text="x", size_px=3),
        ),
    )
    piece = drawn(small, 40)
    line, rect, polyline, label = piece.shapes
    assert piece.height_px == 20
    assert isinstance(line, Line)
    assert (line.end, line.width_px) == ((40, 20), 4)
    assert isinstance(rect, Rect)
    assert (rect.corner, rect.width_px, rect.radius_px) == ((4, 4), 8, 4)
    assert isinstance(polyline, Polyline)
    assert polyline.points == ((0, 0), (4, 4))
    assert isinstance(label, Label)
    assert (label.at, label.size_px) == ((4, 8), 12)


def test_lines_break_between_words_alone() -> None:
    assert lines_of("one two three", 7 * CELL.size_px * 0.54, CELL, a_measure) == (
        "one two",
        "three",
    )
    assert one_line_of("one two three", 9 * CELL.size_px * 0.54, CELL, a_measure) == "one two…"
    assert one_line_of("endless", 4 * CELL.size_px * 0.54, CELL, a_measure) == "end…"
