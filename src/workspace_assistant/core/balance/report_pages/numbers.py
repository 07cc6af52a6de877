"""The indicators as a table: what is not met first, with what it is held against and its course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.model import Report, ReportLine
from workspace_assistant.core.balance.report_pages.course import course_shapes
from workspace_assistant.core.balance.report_pages.paper import pt
from workspace_assistant.core.balance.report_pages.piece import Piece, moved, paragraph, stacked
from workspace_assistant.core.balance.report_pages.setting import (
    CELL,
    NAME,
    SMALL,
    Measure,
    Style,
    label,
    one_line_of,
)
from workspace_assistant.core.balance.report_pages.signs import sign
from workspace_assistant.core.drawing import Anchor, Line, Role, Shape

_SIGN_PX, _SIGN_ROOM_PX = pt(9), pt(15)
_GAP_PX = pt(10)
_COURSE_PX, _COURSE_HEIGHT_PX = pt(58), pt(12)
_BASELINE_PX = pt(8.5)
_FOOTNOTES = "¹²³⁴⁵⁶⁷⁸⁹"


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns end or begin; the name has what the others leave."""

    name_px: float
    value_end: float
    target_x: float
    target_px: float
    usual_end: float | None
    course_x: float | None


def columns_of(report: Report, width_px: float, measure: Measure) -> Columns:
    """As wide as what stands in them; what nobody knows has no column."""

    def widest(words: Sequence[str]) -> float:
        return max((measure(one, CELL.size_px, is_bold=False) for one in words), default=0.0)

    has_course = any(line.course for line in report.lines)
    usual = [line.usual for line in report.lines if line.usual]
    end = width_px
    course_x = width_px - _COURSE_PX if has_course else None
    end -= _COURSE_PX + _GAP_PX if has_course else 0
    usual_end = end if usual else None
    end -= widest([*usual, report.say(texts.USUAL)]) + _GAP_PX if usual else 0
    targets = [_footnoted(line, _FOOTNOTES[0]) for line in report.lines]
    target_px = min(widest([*targets, report.say(texts.TARGET)]) + pt(2), width_px * 0.24)
    target_x = end - target_px
    value_end = target_x - _GAP_PX
    values = widest([*(line.value for line in report.lines), report.value_heading]) * 1.06
    return Columns(
        name_px=value_end - values - _GAP_PX - _SIGN_ROOM_PX,
        value_end=value_end,
        target_x=target_x,
        target_px=target_px,
        usual_end=usual_end,
        course_x=course_x,
    )


def numbers_head(report: Report, width_px: float, measure: Measure) -> Piece:
    return _head(report, columns_of(report, width_px, measure), width_px)


def numbers_rows(
    report: Report,
    width_px: float,
    measure: Measure,
    *,
    most_lines: int,
    padding_px: float,
) -> Iterator[Piece]:
    """One for each indicator, the first of a group below its title; the sources come last.

    *most_lines* of a sentence are shown under its name, but of what is not met all.
    """
    columns = columns_of(report, width_px, measure)
    bases = tuple(dict.fromkeys(line.basis for line in report.lines if line.basis))
    for state, lines in groupby(report.lines, key=lambda line: line.state):
        title = _group(report, state, width_px, measure)
        for index, line in enumerate(lines):
            said = _sentence(line, columns.name_px, measure, most_lines=most_lines)
            row = _padded(_row(line, said, bases, columns, measure), width_px, padding_px)
            yield row if index else stacked((title, row))
    if bases:
        yield _sources(bases, width_px, measure)


def _head(report: Report, columns: Columns, width_px: float) -> Piece:
    y = pt(8)
    shapes: list[Shape] = [
        label(report.say(texts.INDICATOR), 0, y, SMALL),
        label(report.value_heading, columns.value_end, y, SMALL, Anchor.END),
        label(report.say(texts.TARGET), columns.target_x, y, SMALL),
    ]
    if columns.usual_end is not None:
        shapes.append(label(report.say(texts.USUAL), columns.usual_end, y, SMALL, Anchor.END))
    if columns.course_x is not None:
        count = max(len(line.course.values) for line in report.lines if line.course)
        words = report.say(texts.IN_WEEKS, count=str(count))
        shapes.append(label(words, columns.course_x, y, SMALL))
    return Piece(pt(12), tuple(shapes))


def _group(report: Report, state: State, width_px: float, measure: Measure) -> Piece:
    words = paragraph(report.groups[state], 0, width_px, _GROUP, measure)
    y = words.height_px + pt(7)
    rule = Line(start=(0, y), end=(width_px, y), role=Role.UNKNOWN, width_px=pt(0.6))
    return Piece(y + pt(1), (*moved(words.shapes, 0, pt(6)), rule))


_GROUP = Style(pt(8.5), pt(11), Role.ACCENT, is_bold=True)


def _row(
    line: ReportLine, said: Piece, bases: tuple[str, ...], columns: Columns, measure: Measure
) -> Piece:
    name = paragraph(line.name, _SIGN_ROOM_PX, columns.name_px, NAME, measure)
    words = stacked((name, said))
    number = _number_of(line.basis, bases)
    held = _footnoted(line, number)
    target = paragraph(held, columns.target_x, columns.target_px, CELL, measure)
    height_px = max(words.height_px, target.height_px)
    inside: list[Shape] = [
        *sign(line.state, 0, pt(1), _SIGN_PX),
        *words.shapes,
        label(line.value, columns.value_end, _BASELINE_PX, NAME, Anchor.END),
        *target.shapes,
    ]
    if line.usual and columns.usual_end is not None:
        inside.append(label(line.usual, columns.usual_end, _BASELINE_PX, CELL, Anchor.END))
    if line.course and columns.course_x is not None:
        height_px = max(height_px, _COURSE_HEIGHT_PX)
        shapes = course_shapes(line.course, _COURSE_PX, _COURSE_HEIGHT_PX)
        inside.extend(moved(shapes, columns.course_x, (height_px - _COURSE_HEIGHT_PX) / 2))
    return Piece(height_px, tuple(inside))


def _padded(row: Piece, width_px: float, padding_px: float) -> Piece:
    height_px = row.height_px + 2 * padding_px
    rule = Line(start=(0, height_px), end=(width_px, height_px), role=Role.GRID, width_px=pt(0.5))
    return Piece(height_px, (*moved(row.shapes, 0, padding_px), rule))


def _sentence(line: ReportLine, width_px: float, measure: Measure, *, most_lines: int) -> Piece:
    said = paragraph(line.sentence, _SIGN_ROOM_PX, width_px, SMALL, measure)
    if line.state is State.NOT_MET or said.height_px <= most_lines * SMALL.leading_px:
        return said
    if not most_lines:
        return Piece(0)
    cut = one_line_of(line.sentence, width_px, SMALL, measure)
    return paragraph(cut, _SIGN_ROOM_PX, width_px * 2, SMALL, measure)


def _footnoted(line: ReportLine, number: str) -> str:
    return f"{line.target}\u2009{number}" if line.target and number else line.target


def _number_of(basis: str, bases: tuple[str, ...]) -> str:
    index = bases.index(basis) if basis in bases else len(_FOOTNOTES)
    return _FOOTNOTES[index] if index < len(_FOOTNOTES) else ""


def _sources(bases: tuple[str, ...], width_px: float, measure: Measure) -> Piece:
    told = (
        f"{_FOOTNOTES[index]}\u2009{basis}" for index, basis in enumerate(bases[: len(_FOOTNOTES)])
    )
    words = "   ".join(one.replace(" ", "\u00a0") if len(one) < 30 else one for one in told)
    return paragraph(words, 0, width_px, SMALL, measure).lowered(pt(5))
