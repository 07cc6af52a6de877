"""Which of two ways, IPv4 and IPv6, a program would take, and which step decides."""

from __future__ import annotations

from workspace_assistant.core.readiness.endpoints.address import Kind, parse_address
from workspace_assistant.core.readiness.endpoints.model import (
    EndpointOutcome,
    FamilyOutcome,
    Fault,
    Step,
)

IPV6 = "IPv6"
# The server answered; what could not be tried says nothing about it.
_WORKING = frozenset({None, Fault.NO_PASSWORD})
_LOGIN_STATUSES = frozenset({401, 403})
_DECISIVE = {
    Kind.WEB: Step.HTTP,
    Kind.WEBSOCKET: Step.WEBSOCKET,
    Kind.SIP: Step.SIP,
    Kind.STUN: Step.STUN,
    Kind.TURN: Step.STUN,
    Kind.TCP_PORT: Step.TCP,
    Kind.UDP_PORT: Step.UDP,
}
# What the profile's time limit is about: everything after the connection stands.
_WAITED = frozenset({Step.TLS, Step.HTTP, Step.WEBSOCKET, Step.SIP, Step.STUN, Step.TURN})


def works(way: FamilyOutcome) -> bool:
    return way.fault in _WORKING


def primary_way(outcome: EndpointOutcome) -> FamilyOutcome | None:
    """The way that a program would take; None when no way was tried.

    That is one that works, IPv6 before IPv4 (RFC 8305); else the one that got farthest.
    """
    return max(outcome.ways, key=_rank, default=None)


def other_way(outcome: EndpointOutcome) -> FamilyOutcome | None:
    primary = primary_way(outcome)
    return next((way for way in outcome.ways if way is not primary), None)


def _rank(way: FamilyOutcome) -> tuple[bool, bool, int, bool]:
    has_way = way.fault is not Fault.NETWORK_UNREACHABLE
    return works(way), has_way, len(way.steps), way.family == IPV6


def needs_login(way: FamilyOutcome) -> bool:
    """Whether a WebSocket was refused only for want of a login, which proves reach all the same."""
    return way.fault is Fault.UPGRADE_REFUSED and way.status in _LOGIN_STATUSES


def decisive_step(outcome: EndpointOutcome) -> Step:
    """The step that must be measured before anybody can say that the system is within reach."""
    address = parse_address(outcome.url)
    way = primary_way(outcome)
    if address is None:
        return Step.DNS
    if way is not None and needs_login(way):
        return Step.HTTP
    return _DECISIVE[address.kind]


def waited_ms(outcome: EndpointOutcome, way: FamilyOutcome) -> float:
    """How long a program waits for its answer once it is connected: TLS and the answer.

    For a plain port that is the connection itself.
    """
    counted = {*_WAITED, decisive_step(outcome)}
    return sum(step.took_ms for step in way.steps if step.step in counted)
