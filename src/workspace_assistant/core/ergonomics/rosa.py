"""The score of a self-check, based on Sonne, Villalta and Andrews 2012.

Applied Ergonomics 43:98-108. The final score is the highest of three section scores, so that only
the section that sets it is worth improving first.
"""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.ergonomics.charts import CHAIR, MONITOR_PHONE, MOUSE_KEYBOARD
from workspace_assistant.core.ergonomics.model import (
    Answers,
    Band,
    Duration,
    Durations,
    Item,
    ItemScore,
    Origin,
    Question,
    Result,
    Section,
    SectionScore,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.questions import (
    QUESTIONS,
    SCORED_SECTIONS,
    SECTION_OF,
    TIMED_OF,
    best_answer,
    chosen,
    is_answered,
    is_asked,
    is_timed,
    questions_of,
)

_SHORT = Duration(band=Band.SHORT, origin=Origin.SAID)


def result_of(sheet: Sheet) -> Result:
    """Points, section scores and the final score of what was answered."""
    items = tuple(item_score(item, sheet.answers) for item in Item)
    sections = _sections(sheet, items)
    final = _final(sections)
    return Result(
        items=items,
        sections=sections,
        final=final,
        at_least=final or _least(sheet),
        drivers=tuple(one.section for one in sections if final and one.score == final),
    )


def item_score(item: Item, answers: Answers) -> ItemScore:
    """The sum of what was chosen in the item's questions; no sum where one of them is open."""
    belonging = [one for one in questions_of(item) if is_asked(one, answers)]
    missing = tuple(one.id for one in belonging if not is_answered(one, answers))
    points = None if missing else sum(_points(one, answers) for one in belonging)
    return ItemScore(item=item, points=points, missing=missing)


def chart_score(section: Section, points: Mapping[Item, int], bands: Mapping[Timed, Band]) -> int:
    """The section's score, 1 to 10, of the points of its items.

    How long something is used is added to the chair's result, but to monitor, telephone, mouse and
    keyboard before the chart. Nobody who makes no calls (0 points) has a time for them.
    """
    if section is Section.CHAIR:
        seat = points[Item.SEAT_HEIGHT] + points[Item.SEAT_DEPTH]
        rests = points[Item.ARMRESTS] + points[Item.BACKREST]
        return CHAIR.at(seat, rests) + bands[Timed.CHAIR].points
    if section is Section.MONITOR_PHONE:
        phone = points[Item.PHONE]
        row = phone + bands[Timed.PHONE].points if phone else 0
        return MONITOR_PHONE.at(row, points[Item.MONITOR] + bands[Timed.MONITOR].points)
    mouse = points[Item.MOUSE] + bands[Timed.MOUSE].points
    return MOUSE_KEYBOARD.at(mouse, points[Item.KEYBOARD] + bands[Timed.KEYBOARD].points)


def bands_of(durations: Durations) -> dict[Timed, Band]:
    """Those that are known."""
    return {timed: one.band for timed, one in durations.items() if one.band is not None}


def _sections(sheet: Sheet, items: tuple[ItemScore, ...]) -> tuple[SectionScore, ...]:
    return tuple(_section_score(section, sheet, items) for section in SCORED_SECTIONS)


def _section_score(section: Section, sheet: Sheet, items: tuple[ItemScore, ...]) -> SectionScore:
    mine = [one for one in items if SECTION_OF[one.item] is section]
    bands = bands_of(sheet.durations)
    untimed = tuple(
        timed
        for timed in TIMED_OF[section]
        if is_timed(timed, sheet.answers) and timed not in bands
    )
    missing = tuple(question_id for one in mine for question_id in one.missing)
    points = {one.item: one.points for one in mine if one.points is not None}
    return SectionScore(
        section=section,
        score=None if missing or untimed else chart_score(section, points, bands),
        missing=missing,
        missing_durations=untimed,
    )


def _final(sections: tuple[SectionScore, ...]) -> int | None:
    known = [one.score for one in sections if one.score is not None]
    return max(known) if len(known) == len(sections) else None


def _least(sheet: Sheet) -> int:
    """The final score if everything that is missing were at its best: it can only be higher."""
    best = best_case(sheet)
    items = (item_score(item, best.answers) for item in Item)
    return _final(_sections(best, tuple(items))) or 0


def best_case(sheet: Sheet) -> Sheet:
    """*sheet* with the best possible answer to each scored question that is open."""
    opened = {
        one.id: best_answer(one)
        for one in QUESTIONS
        if one.item is not None and not is_answered(one, sheet.answers)
    }
    bands = bands_of(sheet.durations)
    untimed = {timed: _SHORT for timed in Timed if timed not in bands}
    return Sheet(answers={**sheet.answers, **opened}, durations={**sheet.durations, **untimed})


def _points(one: Question, answers: Answers) -> int:
    return sum(option.points for option in chosen(answers, one.id) or ())
