"""The top of the first page: which week, what of it was met, and the sentences that matter most."""

from __future__ import annotations

from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.model import Report
from workspace_assistant.core.balance.report_pages.paper import pt
from workspace_assistant.core.balance.report_pages.piece import Piece, moved, paragraph, stacked
from workspace_assistant.core.balance.report_pages.setting import (
    BODY,
    HEADLINE,
    KICKER,
    PERIOD,
    TITLE,
    Measure,
    label,
)
from workspace_assistant.core.drawing import Anchor, Rect, Role, Shape

_PADDING_PX = pt(14)
_BAR_PX = pt(3)
_STEP_PX, _STEP_GAP_PX, _STEP_HEIGHT_PX = pt(15), pt(3), pt(6)
_MOST_STEPS = 24
_BULLET_PX, _BULLET_ROOM_PX = pt(3), pt(11)


def title_piece(report: Report, width_px: float, measure: Measure) -> Piece:
    kicker = paragraph(report.say(texts.KICKER), 0, width_px, KICKER, measure)
    title = paragraph(report.title, 0, width_px, TITLE, measure)
    period = _period(report, width_px, title.height_px, measure)
    return stacked((kicker, Piece(title.height_px, title.shapes + period.shapes)))


def _period(report: Report, width_px: float, title_px: float, measure: Measure) -> Piece:
    """On the last baseline of the title, at the other end of the line."""
    baseline = title_px - TITLE.leading_px + (TITLE.leading_px + 0.72 * TITLE.size_px) / 2
    return Piece(0, (label(report.period, width_px, baseline, PERIOD, Anchor.END),))


def hero_piece(report: Report, width_px: float, measure: Measure) -> Piece:
    """A quiet card: the headline, a step for each target, and the sentences."""
    inner_px = width_px - 2 * _PADDING_PX - _BAR_PX
    parts = [paragraph(report.headline, 0, inner_px, HEADLINE, measure)]
    if report.known_count:
        parts.append(_steps(report, inner_px))
    if report.sentences:
        said = (_bulleted(one, inner_px, measure) for one in report.sentences)
        parts.append(stacked(said, pt(1.5)))
    content = stacked(parts, pt(7))
    height_px = content.height_px + 2 * _PADDING_PX
    card = Rect(
        corner=(0, 0),
        width_px=width_px,
        height_px=height_px,
        fill=Role.ACCENT,
        opacity=0.06,
        radius_px=pt(5),
    )
    edge = Rect(
        corner=(0, 0),
        width_px=_BAR_PX,
        height_px=height_px,
        fill=Role.ACCENT,
        radius_px=_BAR_PX / 2,
    )
    inside = moved(content.shapes, _PADDING_PX + _BAR_PX, _PADDING_PX)
    return Piece(height_px, (card, edge, *inside))


def _steps(report: Report, width_px: float) -> Piece:
    """One for each target, those that are met filled; a bar where there are many."""
    met, known = report.met_count, report.known_count
    if known > _MOST_STEPS:
        return Piece(_STEP_HEIGHT_PX, _bar(met / known, width_px / 2))
    shapes = (
        _step(index * (_STEP_PX + _STEP_GAP_PX), _STEP_PX, is_met=index < met)
        for index in range(known)
    )
    return Piece(_STEP_HEIGHT_PX, tuple(shapes))


def _step(x: float, width_px: float, *, is_met: bool) -> Rect:
    return Rect(
        corner=(x, 0),
        width_px=width_px,
        height_px=_STEP_HEIGHT_PX,
        radius_px=_STEP_HEIGHT_PX / 2,
        fill=Role.ACCENT if is_met else Role.SURFACE,
        stroke=Role.ACCENT,
        stroke_px=pt(0.8),
    )


def _bar(share: float, width_px: float) -> tuple[Shape, ...]:
    whole = _step(0, width_px, is_met=False)
    return (
        (whole, _step(0, max(width_px * share, _STEP_HEIGHT_PX), is_met=True))
        if share
        else (whole,)
    )


def _bulleted(sentence: str, width_px: float, measure: Measure) -> Piece:
    said = paragraph(sentence, _BULLET_ROOM_PX, width_px - _BULLET_ROOM_PX, BODY, measure)
    bullet = Rect(
        corner=(0, (BODY.leading_px - _BULLET_PX) / 2),
        width_px=_BULLET_PX,
        height_px=_BULLET_PX,
        radius_px=_BULLET_PX / 2,
        fill=Role.ACCENT,
    )
    return Piece(said.height_px, (bullet, *said.shapes))
