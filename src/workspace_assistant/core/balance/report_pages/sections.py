"""The sections of the pages, each kept whole, in the order in which they deserve room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.model import Figure, FigureKind, Report
from workspace_assistant.core.balance.report_pages.goals import goals_piece
from workspace_assistant.core.balance.report_pages.numbers import numbers_head, numbers_rows
from workspace_assistant.core.balance.report_pages.opening import hero_piece, title_piece
from workspace_assistant.core.balance.report_pages.paper import pt
from workspace_assistant.core.balance.report_pages.piece import (
    Piece,
    drawn,
    paragraph,
    side_by_side,
    stacked,
)
from workspace_assistant.core.balance.report_pages.setting import (
    CELL,
    HEADING,
    NAME,
    SMALL,
    Measure,
    one_line_of,
)

_MOST_NAMES = 8
_ABOUT_PX = pt(118)
# The table of numbers has the courses of all indicators in it.
_ON_PAPER = (FigureKind.DAYS, FigureKind.RESTS, FigureKind.WEEKS)
_AFTER_NUMBERS = (FigureKind.WEEKDAYS, FigureKind.CAUSES)


_NO_HEAD = Piece(0)


@dataclass(frozen=True, slots=True)
class Density:
    """How close a page is set.

    Attributes:
        picture_px: the width that pictures are drawn for; the wider, the smaller they become.
        most_lines: of a sentence below the name of an indicator.
        padding_px: above and below what stands in a row of the table.
    """

    picture_px: float
    most_lines: int
    padding_px: float = pt(3)


@dataclass(frozen=True, slots=True)
class Section:
    """What is kept whole, or a table that may be broken between two of its rows.

    Attributes:
        piece: with its heading; of a table the head alone.
        is_extra: the rest is set with room rather than squeezed for it.
        rows: empty of what is kept whole.
        head: what stands above the rows that go on, on the next page.
    """

    name: str
    piece: Piece
    rows: tuple[Piece, ...] = ()
    head: Piece = _NO_HEAD
    is_extra: bool = False

    @property
    def whole(self) -> Piece:
        return stacked((self.piece, *self.rows))

    def broken(self, room_px: float) -> tuple[Section, Section] | None:
        """As many rows as have room, and the others; None where not even one has."""
        count, height_px = 0, self.piece.height_px
        for row in self.rows:
            height_px += row.height_px
            if height_px > room_px:
                break
            count += 1
        if not count or count == len(self.rows):
            return None
        return (
            Section(self.name, self.piece, self.rows[:count]),
            Section(self.name, self.head, self.rows[count:], self.head),
        )


def sections_of(
    report: Report, width_px: float, density: Density, measure: Measure
) -> Iterator[Section]:
    title = title_piece(report, width_px, measure)
    opening = stacked((title, hero_piece(report, width_px, measure)), pt(10))
    yield Section("", opening)
    yield from _figures(report, _ON_PAPER, width_px, density, measure)
    if report.goals:
        yield _titled(report.say(texts.GOALS), goals_piece(report, width_px, measure), measure)
    if report.lines:
        head = numbers_head(report, width_px, measure)
        rows = numbers_rows(
            report,
            width_px,
            measure,
            most_lines=density.most_lines,
            padding_px=density.padding_px,
        )
        titled = _titled(report.say(texts.INDICATORS), head, measure)
        yield replace(titled, rows=tuple(rows), head=head)
    if report.advice:
        yield _titled(report.say(texts.SUGGESTIONS), _advice(report, width_px, measure), measure)
    if report.names:
        yield _titled(report.say(texts.NAMES), _names(report, width_px, measure), measure)
    yield from _figures(report, _AFTER_NUMBERS, width_px, density, measure)
    if report.unknown:
        words = paragraph("  ".join(report.unknown), 0, width_px, SMALL, measure)
        yield _titled(report.say(texts.UNKNOWN), words, measure)


def _figures(
    report: Report,
    kinds: tuple[FigureKind, ...],
    width_px: float,
    density: Density,
    measure: Measure,
) -> Iterator[Section]:
    for figure in report.figures:
        if figure.kind in kinds:
            yield from _figure(figure, width_px, density, measure)


def _figure(
    figure: Figure, width_px: float, density: Density, measure: Measure
) -> Iterator[Section]:
    drawing = figure.draw(density.picture_px)
    if drawing is not None:
        titled = _titled(figure.title, drawn(drawing, width_px), measure)
        yield replace(titled, is_extra=figure.kind is FigureKind.CAUSES)


def _titled(title: str, piece: Piece, measure: Measure) -> Section:
    heading = paragraph(title, 0, pt(400), HEADING, measure)
    return Section(title, stacked((heading, piece), pt(5)))


def _advice(report: Report, width_px: float, measure: Measure) -> Piece:
    rows = (
        side_by_side(
            paragraph(one.about, 0, _ABOUT_PX - pt(8), NAME, measure),
            paragraph(one.text, 0, width_px - _ABOUT_PX, CELL, measure),
            _ABOUT_PX,
        )
        for one in report.advice
    )
    return stacked(rows, pt(5))


def _names(report: Report, width_px: float, measure: Measure) -> Piece:
    rows = []
    for one in report.names[:_MOST_NAMES]:
        name = one_line_of(one.name, width_px * 0.4, NAME, measure)
        left = paragraph(name, 0, width_px, NAME, measure)
        worked = paragraph(one.worked, 0, width_px, CELL, measure)
        notes = one_line_of("; ".join(one.notes), width_px * 0.4, SMALL, measure)
        right = side_by_side(worked, paragraph(notes, 0, width_px, SMALL, measure), pt(90))
        rows.append(side_by_side(left, right, width_px * 0.42))
    return stacked(rows, pt(3))
