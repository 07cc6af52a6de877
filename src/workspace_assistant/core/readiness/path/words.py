"""What the path picture says: under its stations, on its links, and in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.readiness.path import texts
from workspace_assistant.core.readiness.path.model import LinkState, PathFacts, Station, Stop
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import Say


def rows(facts: PathFacts, station: Station, say: Say) -> tuple[str, ...]:
    """The captions under a station; where load makes a link weak, they say that none was then."""
    told = captions(station, say)
    is_idle_told = facts.is_weak_under_load and station.is_measured
    return (*told, say(texts.LINE_IDLE)) if is_idle_told else told


def captions(station: Station, say: Say) -> tuple[str, ...]:
    """Round trip and loss up to here; what a stop without both says instead."""
    if not station.is_measured:
        return (say(texts.NOT_MEASURED if station.is_asked else texts.NOT_TESTED),)
    told = []
    if station.rtt_ms is not None:
        told.append(format_value(station.rtt_ms, "ms"))
    if station.loss_fraction is not None:
        share = format_value(station.loss_fraction, "fraction")
        told.append(say(texts.LOST, share=share))
    return tuple(told)


def carrier(facts: PathFacts, say: Say) -> str:
    """What carries packets to the router; nothing where a tunnel hides it."""
    is_carrier = facts.interface in texts.CARRIERS
    return say(texts.INTERFACES[facts.interface]) if is_carrier else ""


def state_words(facts: PathFacts, station: Station, say: Say) -> str:
    """What is said of the link that ends at *station*."""
    is_by_load = facts.is_weak_under_load and station.state is LinkState.WEAK
    return say(texts.WEAK_UNDER_LOAD if is_by_load else texts.LINKS[station.state])


def sentences(facts: PathFacts, say: Say) -> Iterator[str]:
    """All that the picture shows, for those who do not see it."""
    near = say(texts.SPOKEN_COMPUTER)
    for station in facts.stations:
        far = say(texts.SPOKEN_STOPS[station.stop])
        means = carrier(facts, say) if station.stop is Stop.ROUTER else ""
        yield say(
            _sentence(station, means),
            near=near,
            far=far,
            interface=means,
            state=state_words(facts, station, say),
            figures=", ".join(captions(station, say)),
        )
        near = far
    if facts.is_weak_under_load:
        yield say(texts.IDLE_SENTENCE)
    if facts.is_vpn:
        yield say(texts.VPN_SENTENCE)


def _sentence(station: Station, means: str) -> str:
    if station.is_measured:
        return texts.LINK_SENTENCE_BY if means else texts.LINK_SENTENCE
    is_passed = station.state is LinkState.FINE
    return texts.PASSED_SENTENCE if is_passed else texts.UNTESTED_SENTENCE
