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
from workspace_assistant.core.text import Say, in_english

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


def path_picture(
    report: ReadinessReport, width_px: float = PATH_WIDTH_PX, say: Say = in_english
) -> Drawing | None:
    """The picture of the way; None when the report has no fact about it.

    At least 520 px wide; a painter may shrink it further. *say* translates its words, which are
    English as they stand.
    """
    facts = path_facts(report)
    if facts is None:
        return None
    width_px = max(width_px, _LEAST_WIDTH_PX)
    return Drawing(
        width_px=width_px,
        height_px=_HEIGHT_PX,
        title=say(texts.TITLE),
        description=" ".join(_sentences(facts, say)),
        shapes=tuple(_shapes(facts, width_px, say)),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """A link between the icons at its ends."""

    start_x: float
    end_x: float
    station: Station
    label: str
    remark: str

    @property
    def middle(self) -> Point:
        return (self.start_x + self.end_x) / 2, _LINE_Y


def _shapes(facts: PathFacts, width_px: float, say: Say) -> Iterator[Shape]:
    step_px = (width_px - 2 * _MARGIN_PX) / len(facts.stations)
    places = [_MARGIN_PX + number * step_px for number in range(len(facts.stations) + 1)]
    spans = list(_spans(facts, places, say))
    if facts.is_vpn:
        yield from _tunnel(spans[0].start_x, spans[-1].end_x, say(texts.VPN))
    for span in spans:
        yield from _link(span)
    yield from computer_icon((places[0], _LINE_Y))
    yield _name(places[0], say(texts.COMPUTER))
    for x, station in zip(places[1:], facts.stations, strict=True):
        yield from _station(x, station, say)
        for row, caption in enumerate(_rows(facts, station, say)):
            at = (x, _CAPTION_Y + row * _ROW_PX)
            yield Label(at=at, text=caption, role=Role.FAINT, anchor=Anchor.MIDDLE)


def _rows(facts: PathFacts, station: Station, say: Say) -> tuple[str, ...]:
    """The captions under a station; where load makes a link weak, they say that none was then."""
    captions = _captions(station, say)
    is_idle_told = facts.is_weak_under_load and station.is_measured
    return (*captions, say(texts.LINE_IDLE)) if is_idle_told else captions


def _spans(facts: PathFacts, places: list[float], say: Say) -> Iterator[_Span]:
    for (near_x, far_x), station in zip(pairwise(places), facts.stations, strict=True):
        yield _Span(
            start_x=near_x + _AROUND_ICON_PX,
            end_x=far_x - _AROUND_ICON_PX,
            station=station,
            label=_carrier(facts, say) if station.stop is Stop.ROUTER else "",
            remark=_state_words(facts, station, say),
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
    if state in {LinkState.WEAK, LinkState.BROKEN}:
        yield Label(
            at=(x, y + 33),
            text=span.remark,
            role=_LINK_ROLES[state],
            anchor=Anchor.MIDDLE,
            is_bold=True,
        )


def _station(x: float, station: Station, say: Say) -> Iterator[Shape]:
    yield Rect(  # keeps the tunnel's band off the icon
        corner=(x - 24, _LINE_Y - 22), width_px=48, height_px=44, fill=Role.SURFACE, radius_px=6
    )
    yield from stop_icon(station.stop, (x, _LINE_Y))
    yield _name(x, say(texts.STOPS[station.stop]))


def _name(x: float, name: str) -> Label:
    return Label(at=(x, _NAME_Y), text=name, size_px=13, anchor=Anchor.MIDDLE, is_bold=True)


def _captions(station: Station, say: Say) -> tuple[str, ...]:
    """Round trip and loss up to here; what a stop without both says instead."""
    if not station.is_measured:
        return (say(texts.NOT_MEASURED if station.is_asked else texts.NOT_TESTED),)
    captions = []
    if station.rtt_ms is not None:
        captions.append(format_value(station.rtt_ms, "ms"))
    if station.loss_fraction is not None:
        share = format_value(station.loss_fraction, "fraction")
        captions.append(say(texts.LOST, share=share))
    return tuple(captions)


def _carrier(facts: PathFacts, say: Say) -> str:
    """What carries packets to the router; nothing where a tunnel hides it."""
    is_carrier = facts.interface in texts.CARRIERS
    return say(texts.INTERFACES[facts.interface]) if is_carrier else ""


def _state_words(facts: PathFacts, station: Station, say: Say) -> str:
    is_by_load = facts.is_weak_under_load and station.state is LinkState.WEAK
    return say(texts.WEAK_UNDER_LOAD if is_by_load else texts.LINKS[station.state])


def _sentences(facts: PathFacts, say: Say) -> Iterator[str]:
    near = say(texts.SPOKEN_COMPUTER)
    for station in facts.stations:
        far = say(texts.SPOKEN_STOPS[station.stop])
        carrier = _carrier(facts, say) if station.stop is Stop.ROUTER else ""
        yield say(
            _sentence(station, carrier),
            near=near,
            far=far,
            interface=carrier,
            state=_state_words(facts, station, say),
            figures=", ".join(_captions(station, say)),
        )
        near = far
    if facts.is_weak_under_load:
        yield say(texts.IDLE_SENTENCE)
    if facts.is_vpn:
        yield say(texts.VPN_SENTENCE)


def _sentence(station: Station, carrier: str) -> str:
    if station.is_measured:
        return texts.LINK_SENTENCE_BY if carrier else texts.LINK_SENTENCE
    is_passed = station.state is LinkState.FINE
    return texts.PASSED_SENTENCE if is_passed else texts.UNTESTED_SENTENCE
