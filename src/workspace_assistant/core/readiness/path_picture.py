"""The way a call takes, drawn: computer, router, provider, employer, and where it is weak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Point,
    Rect,
    Role,
    Shape,
)
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.path import texts
from workspace_assistant.core.readiness.path.facts import path_facts
from workspace_assistant.core.readiness.path.icons import computer_icon, link_mark, stop_icon
from workspace_assistant.core.readiness.path.model import LinkState, PathFacts, Station, Stop
from workspace_assistant.core.readiness.path.plan import (
    CAPTION_PX,
    NAME_PX,
    NAME_ROW_PX,
    REMARK_PX,
    REMARK_ROW_PX,
    ROW_PX,
    Column,
    Plan,
    plan_of,
)
from workspace_assistant.core.readiness.path.words import carrier, sentences
from workspace_assistant.core.text import Say, in_english

PATH_WIDTH_PX = 760.0

_LEAST_WIDTH_PX = 520.0
_LINE_Y = 56.0
_AROUND_ICON_PX = 28.0
_LINK_ROLES = {
    LinkState.FINE: Role.GOOD,
    LinkState.WEAK: Role.CAUTION,
    LinkState.BROKEN: Role.BAD,
    LinkState.UNKNOWN: Role.UNKNOWN,
}


def path_picture(
    report: ReadinessReport, width_px: float = PATH_WIDTH_PX, say: Say = in_english
) -> Drawing | None:
    """The picture of the way; None when the report has no fact about it.

    At least 520 px wide, and as wide as the longest words need; a painter may shrink it further.
    *say* translates its words, which are English as they stand.
    """
    facts = path_facts(report)
    if facts is None:
        return None
    plan = plan_of(facts, max(width_px, _LEAST_WIDTH_PX), say)
    return Drawing(
        width_px=plan.width_px,
        height_px=plan.height_px,
        title=say(texts.TITLE),
        description=" ".join(sentences(facts, say)),
        shapes=tuple(_shapes(facts, plan, say)),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """A link between the icons at its ends."""

    start_x: float
    end_x: float
    station: Station
    label: str
    remark: tuple[str, ...]

    @property
    def middle(self) -> Point:
        return (self.start_x + self.end_x) / 2, _LINE_Y


def _shapes(facts: PathFacts, plan: Plan, say: Say) -> Iterator[Shape]:
    spans = list(_spans(facts, plan, say))
    if facts.is_vpn:
        yield from _tunnel(spans[0].start_x, spans[-1].end_x, say(texts.VPN))
    for span in spans:
        yield from _link(span)
    yield from computer_icon((plan.places[0], _LINE_Y))
    for x, station in zip(plan.places[1:], facts.stations, strict=True):
        yield from stop_icon(station.stop, (x, _LINE_Y))
    for x, column in zip(plan.places, plan.columns, strict=True):
        yield from _words(x, column, plan)


def _words(x: float, column: Column, plan: Plan) -> Iterator[Shape]:
    for row, line in enumerate(column.name):
        at = (x, plan.name_y + row * NAME_ROW_PX)
        yield Label(at=at, text=line, size_px=NAME_PX, anchor=Anchor.MIDDLE, is_bold=True)
    for row, line in enumerate(column.captions):
        at = (x, plan.caption_y + row * ROW_PX)
        yield Label(at=at, text=line, size_px=CAPTION_PX, role=Role.FAINT, anchor=Anchor.MIDDLE)


def _spans(facts: PathFacts, plan: Plan, say: Say) -> Iterator[_Span]:
    ends = pairwise(plan.places)
    for (near_x, far_x), station, remark in zip(ends, facts.stations, plan.remarks, strict=True):
        yield _Span(
            start_x=near_x + _AROUND_ICON_PX,
            end_x=far_x - _AROUND_ICON_PX,
            station=station,
            label=carrier(facts, say) if station.stop is Stop.ROUTER else "",
            remark=remark,
        )


def _tunnel(start_x: float, end_x: float, name: str) -> Iterator[Shape]:
    half_px = 20.0
    yield Rect(
        corner=(start_x - 4, _LINE_Y - half_px),
        width_px=end_x - start_x + 8,
        height_px=2 * half_px,
        radius_px=half_px,
        fill=Role.ACCENT,
        stroke=Role.ACCENT,
        opacity=0.10,
    )
    yield Label(
        at=((start_x + end_x) / 2, 14),
        text=name,
        role=Role.ACCENT,
        anchor=Anchor.MIDDLE,
        is_bold=True,
    )


def _link(span: _Span) -> Iterator[Shape]:
    state = span.station.state
    yield Line(
        start=(span.start_x, _LINE_Y),
        end=(span.end_x, _LINE_Y),
        role=_LINK_ROLES[state],
        width_px=3.0 if state is LinkState.FINE else 2.5,
        is_dashed=state is not LinkState.FINE,
    )
    yield from link_mark(state, span.middle)
    x, y = span.middle
    if span.label:
        yield Label(at=(x, y - 26), text=span.label, role=Role.FAINT, anchor=Anchor.MIDDLE)
    for row, line in enumerate(span.remark):
        yield Label(
            at=(x, y + 33 + row * REMARK_ROW_PX),
            text=line,
            role=_LINK_ROLES[state],
            size_px=REMARK_PX,
            anchor=Anchor.MIDDLE,
            is_bold=True,
        )
