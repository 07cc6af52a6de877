"""Lays a report out: on one page or two, never more, and never set closer than it must be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.model import Report
from workspace_assistant.core.balance.report_pages.paper import Paper, Sheet, pt, sheet_of
from workspace_assistant.core.balance.report_pages.piece import moved
from workspace_assistant.core.balance.report_pages.sections import Density, Section, sections_of
from workspace_assistant.core.balance.report_pages.setting import (
    SMALL,
    Measure,
    label,
    lines_of,
)
from workspace_assistant.core.drawing import Anchor, Drawing, Line, Role, Shape

MOST_PAGES = 2
_GAP_PX = pt(17)
_MUCH = 0.4  # of a page: so much empty paper looks like a mistake
_DENSITIES = (
    Density(picture_px=700, most_lines=2),
    Density(picture_px=740, most_lines=2),
    Density(picture_px=780, most_lines=2),
    Density(picture_px=780, most_lines=1),
    Density(picture_px=820, most_lines=0),
    Density(picture_px=820, most_lines=0, padding_px=pt(1.5)),
)
# Tried where the last page would have next to nothing on it.
_CLOSER = (
    Density(picture_px=820, most_lines=2, padding_px=pt(2)),
    Density(picture_px=820, most_lines=1, padding_px=pt(2)),
    Density(picture_px=900, most_lines=1, padding_px=pt(1.5)),
)
_LITTLE = 0.25  # of a page


@dataclass(slots=True)
class _Page:
    """Filled from the top."""

    room_px: float
    used_px: float = 0.0
    sections: list[Section] = field(default_factory=list)

    def takes(self, section: Section) -> bool:
        """Whether *section* stands on it now."""
        needed = section.whole.height_px + (_GAP_PX if self.sections else 0)
        if self.used_px + needed > self.room_px:
            return False
        self.used_px += needed
        self.sections.append(section)
        return True

    def break_up(self, section: Section, least: float) -> Section:
        """Takes the first rows of a table where more than the share *least* of it is empty."""
        left_px = self.room_px - self.used_px - _GAP_PX
        parts = section.broken(left_px) if left_px > least * self.room_px else None
        if parts is None or not self.takes(parts[0]):
            return section
        return parts[1]


def report_pages(report: Report, paper: Paper, measure: Measure) -> tuple[Drawing, ...]:
    """One or two drawings in quarters of a point, the first page first.

    Where even small print has no room for all, the last sections are left out, and named.
    """
    sheet = sheet_of(paper)
    pages, left_out = _best(report, sheet, measure)
    names = tuple(section.name for section in left_out)
    return tuple(
        _drawing(report, page, index, len(pages), names, sheet, measure)
        for index, page in enumerate(pages)
    )


_Try = tuple[list[_Page], tuple[Section, ...]]


def _best(report: Report, sheet: Sheet, measure: Measure) -> _Try:
    """The least closely set of those that lack the least."""
    best: _Try = [], ()
    least: _Lack | None = None
    for density in _DENSITIES:
        sections = tuple(sections_of(report, sheet.inner_px, density, measure))
        filled = _filled(sections, sheet)
        lack = _lack(sections, filled[1], density)
        if least is None or lack < least:
            best, least = filled, lack
        if not filled[1] and density.most_lines:
            break
    return _without_a_rest(report, sheet, measure, best)


def _without_a_rest(report: Report, sheet: Sheet, measure: Measure, best: _Try) -> _Try:
    """A page less, set closer, where the last one holds little; else *best*."""
    pages, left_out = best
    if left_out or len(pages) < MOST_PAGES or pages[-1].used_px > _LITTLE * pages[-1].room_px:
        return best
    for density in _CLOSER:
        sections = tuple(sections_of(report, sheet.inner_px, density, measure))
        closer = _filled(sections, sheet)
        if not closer[1] and len(closer[0]) < len(pages):
            return closer
    return best


_Lack = tuple[tuple[bool, ...], bool, int]


def _lack(sections: tuple[Section, ...], left_out: tuple[Section, ...], density: Density) -> _Lack:
    """What matters most first: each section in its order, then sentences, then what is extra."""
    missing = tuple(section in left_out for section in sections if not section.is_extra)
    extra = sum(section.is_extra for section in left_out)
    return missing, density.most_lines == 0, extra


def _filled(sections: Iterable[Section], sheet: Sheet) -> _Try:
    """Each section on the first page with room for it; and those that found none."""
    pages = [_Page(sheet.end_px - sheet.top_px) for _ in range(MOST_PAGES)]
    left_out = tuple(section for section in sections if not _is_placed(section, *pages))
    return [page for page in pages if page.sections], left_out


def _is_placed(section: Section, first: _Page, second: _Page) -> bool:
    """A table is broken where much paper would stay empty, or where it has no room otherwise."""
    if first.takes(section):
        return True
    rest = first.break_up(section, _MUCH)
    if second.takes(rest):
        return True
    return rest is section and second.takes(first.break_up(section, 0.0))


def _drawing(
    report: Report,
    page: _Page,
    index: int,
    count: int,
    left_out: tuple[str, ...],
    sheet: Sheet,
    measure: Measure,
) -> Drawing:
    shapes: list[Shape] = []
    top = sheet.top_px
    for section in page.sections:
        whole = section.whole
        shapes.extend(moved(whole.shapes, sheet.side_px, top))
        top += whole.height_px + _GAP_PX
    number = report.say(texts.PAGE, number=str(index + 1), count=str(count))
    shapes.extend(_footer(report, number, left_out, sheet, measure))
    return Drawing(
        width_px=sheet.width_px,
        height_px=sheet.height_px,
        title=f"{report.file_title}, {number}",
        description=" ".join((report.headline, *report.sentences)),
        shapes=tuple(shapes),
    )


def _footer(
    report: Report, number: str, left_out: tuple[str, ...], sheet: Sheet, measure: Measure
) -> list[Shape]:
    told = list(report.footer)
    if left_out:
        told.append(report.say(texts.LEFT_OUT, parts=", ".join(left_out)))
    top = sheet.end_px + pt(7)
    end = sheet.width_px - sheet.side_px
    room_px = sheet.inner_px - pt(90)
    lines = lines_of(" ".join(told), room_px, SMALL, measure)
    rule = Line(start=(sheet.side_px, top), end=(end, top), role=Role.GRID, width_px=pt(0.5))
    first = top + pt(11)
    words = (
        label(line, sheet.side_px, first + at * SMALL.leading_px, SMALL)
        for at, line in enumerate(lines[:3])
    )
    return [rule, *words, label(number, end, first, SMALL, Anchor.END)]
