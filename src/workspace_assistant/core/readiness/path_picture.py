"""The way a call takes, drawn: computer, router, provider, employer, and where it is weak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workspace_assistant.core.readiness.drawing import (
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
from workspace_assistant.core.readiness.units import format_value

PATH_WIDTH_PX = 760.0

_LEAST_WIDTH_PX = 520.0
_HEIGHT_PX = 170.0
_MARGIN_PX = 62.0  # half of the longest name
_LINE_Y = 56.0
_NAME_Y = 110.0
_CAPTION_Y = 130.0
_ROW_PX = 17.0
_AROUND_ICON_PX = 28.0
_LINK_ROLES = {
    LinkState.FINE: Role.GOOD,
    LinkState.WEAK: Role.CAUTION,
    LinkState.BROKEN: Role.BAD,
    LinkState.UNKNOWN: Role.UNKNOWN,
}


def path_picture(report: ReadinessReport, width_px: float = PATH_WIDTH_PX) -> Drawing | None:
    """The picture of the way; None when the report has no fact about it.

    At least 520 px wide; a painter may shrink it further.
    """
    facts = path_facts(report)
    if facts is None:
        return None
    width_px = max(width_px, _LEAST_WIDTH_PX)
    return Drawing(
        width_px=width_px,
        height_px=_HEIGHT_PX,
        title=texts.TITLE,
        description=" ".join(_sentences(facts)),
        shapes=tuple(_shapes(facts, width_px)),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """A link between the icons at its ends."""

    start_x: float
    end_x: float
    station: Station
    label: str

    @property
    def middle(self) -> Point:
        return (self.start_x + self.end_x) / 2, _LINE_Y


def _shapes(facts: PathFacts, width_px: float) -> Iterator[Shape]:
    step_px = (width_px - 2 * _MARGIN_PX) / len(facts.stations)
    places = [_MARGIN_PX + number * step_px for number in range(len(facts.stations) + 1)]
    spans = list(_spans(facts, places))
    if facts.is_vpn:
        yield from _tunnel(spans[0].start_x, spans[-1].end_x)
    for span in spans:
        yield from _link(span)
    yield from computer_icon((places[0], _LINE_Y))
    yield _name(places[0], texts.COMPUTER)
    for x, station in zip(places[1:], facts.stations, strict=True):
        yield from _station(x, station)


def _spans(facts: PathFacts, places: list[float]) -> Iterator[_Span]:
    for (near_x, far_x), station in zip(pairwise(places), facts.stations, strict=True):
        label = _interface(facts) if station.stop is Stop.ROUTER else ""
        yield _Span(near_x + _AROUND_ICON_PX, far_x - _AROUND_ICON_PX, station, label)


def _tunnel(start_x: float, end_x: float) -> Iterator[Shape]:
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
        text=texts.VPN,
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
    if state in {LinkState.WEAK, LinkState.BROKEN}:
        yield Label(
            at=(x, y + 33),
            text=texts.LINKS[state],
            role=_LINK_ROLES[state],
            anchor=Anchor.MIDDLE,
            is_bold=True,
        )


def _station(x: float, station: Station) -> Iterator[Shape]:
    yield Rect(  # keeps the tunnel's band off the icon
        corner=(x - 24, _LINE_Y - 22), width_px=48, height_px=44, fill=Role.SURFACE, radius_px=6
    )
    yield from stop_icon(station.stop, (x, _LINE_Y))
    yield _name(x, texts.STOPS[station.stop])
    for row, caption in enumerate(_captions(station)):
        at = (x, _CAPTION_Y + row * _ROW_PX)
        yield Label(at=at, text=caption, role=Role.FAINT, anchor=Anchor.MIDDLE)


def _name(x: float, name: str) -> Label:
    return Label(at=(x, _NAME_Y), text=name, size_px=13, anchor=Anchor.MIDDLE, is_bold=True)


def _captions(station: Station) -> tuple[str, ...]:
    """Round trip and loss up to here; what a stop without both says instead."""
    if not station.is_measured:
        return (texts.NOT_MEASURED if station.is_asked else texts.NOT_TESTED,)
    captions = []
    if station.rtt_ms is not None:
        captions.append(format_value(station.rtt_ms, "ms"))
    if station.loss_fraction is not None:
        share = format_value(station.loss_fraction, "fraction")
        captions.append(texts.LOST.format(share=share))
    return tuple(captions)


def _interface(facts: PathFacts) -> str:
    return texts.INTERFACES.get(facts.interface, "")


def _sentences(facts: PathFacts) -> Iterator[str]:
    near = texts.SPOKEN_COMPUTER
    for station in facts.stations:
        far = texts.SPOKEN_STOPS[station.stop]
        interface = _interface(facts) if station.stop is Stop.ROUTER else ""
        sentence = texts.LINK_SENTENCE_BY if interface else texts.LINK_SENTENCE
        if not station.is_measured:
            sentence = texts.UNTESTED_SENTENCE
        yield sentence.format(
            near=near,
            far=far,
            interface=interface,
            state=texts.LINKS[station.state],
            figures=", ".join(_captions(station)),
        )
        near = far
    if facts.is_vpn:
        yield texts.VPN_SENTENCE
