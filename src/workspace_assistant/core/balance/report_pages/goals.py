"""Own goals: each a sentence, and a bar where a share of it can be told."""

from __future__ import annotations

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.model import GoalLine, Report
from workspace_assistant.core.balance.report_pages.paper import pt
from workspace_assistant.core.balance.report_pages.piece import (
    Piece,
    moved,
    paragraph,
    side_by_side,
    stacked,
)
from workspace_assistant.core.balance.report_pages.setting import CELL, Measure
from workspace_assistant.core.balance.report_pages.signs import sign
from workspace_assistant.core.balance.settings_model import Standing
from workspace_assistant.core.drawing import Rect, Role, Shape
from workspace_assistant.core.text import Say

_SIGN_PX, _SIGN_ROOM_PX = pt(9), pt(15)
_BAR_PX, _BAR_ROOM_PX = pt(4), pt(8)
_GAP_PX = pt(16)
_STATES = {
    Standing.REACHED: State.MET,
    Standing.MISSED: State.NOT_MET,
    Standing.OPEN: State.INFORMATION,
    Standing.UNKNOWN: State.NOT_ENOUGH_DATA,
}


def goals_piece(report: Report, width_px: float, measure: Measure) -> Piece:
    """In two columns, row by row."""
    column_px = (width_px - _GAP_PX) / 2
    cells = [_goal(goal, column_px, report.say, measure) for goal in report.goals]
    cells += [Piece(0)] * (len(cells) % 2)
    rows = (
        side_by_side(left, right, column_px + _GAP_PX)
        for left, right in zip(cells[::2], cells[1::2], strict=True)
    )
    return stacked(rows, pt(8))


def _goal(goal: GoalLine, width_px: float, say: Say, measure: Measure) -> Piece:
    told = say(texts.WITH_STANDING, sentence=goal.sentence, standing=goal.word)
    words = paragraph(told, _SIGN_ROOM_PX, width_px - _SIGN_ROOM_PX, CELL, measure)
    shapes = (*sign(_STATES[goal.standing], 0, pt(1), _SIGN_PX), *words.shapes)
    if goal.share is None:
        return Piece(words.height_px, shapes)
    bar = moved(_bar(goal.share, width_px - _SIGN_ROOM_PX), _SIGN_ROOM_PX, words.height_px + pt(3))
    return Piece(words.height_px + _BAR_ROOM_PX, (*shapes, *bar))


def _bar(share: float, width_px: float) -> tuple[Shape, ...]:
    whole = _stripe(width_px, Role.GRID)
    return (whole, _stripe(max(width_px * share, _BAR_PX), Role.ACCENT)) if share else (whole,)


def _stripe(width_px: float, role: Role) -> Rect:
    return Rect(
        corner=(0, 0), width_px=width_px, height_px=_BAR_PX, radius_px=_BAR_PX / 2, fill=role
    )
