"""On which side of the home router the cause lies: by how likely the router's answers are."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.line_watch.model import EventKind, Ping, Second, Side, Tally
from workspace_assistant.core.line_watch.tallies import tally

# A router that would answer all so well by chance once in twenty times, were the fault before it.
RULED_OUT = 0.05
# Half of the loss, or of the added delay, on the first stretch: the rest is its share of chance.
_SHARE_AT_HOME = 0.5
_FEWEST_PROBES = 5


def side_of(kind: EventKind, bad: Sequence[Second], calm: Sequence[Second]) -> Side:
    """The side of an event, from its own seconds and from those before it.

    Blind spot: a router that answers its own probes late or not at all, while it forwards well, is
    taken for a fault at home only where it did answer well before.
    """
    gateway = tally(one.gateway for one in bad)
    before = tally(one.gateway for one in calm)
    if kind is EventKind.COMPUTER:
        return Side.HOME
    if gateway.sent < _FEWEST_PROBES or _answers_badly(before):
        return Side.UNKNOWN
    if kind is EventKind.LOSS:
        return _side_of_loss(tally(one.server for one in bad), gateway)
    return _side_of_delay(bad, calm)


def _answers_badly(before: Tally) -> bool:
    """A router that loses probes of itself also when nothing is wrong says nothing."""
    return before.sent >= _FEWEST_PROBES and before.lost > before.sent / 5


def _side_of_loss(server: Tally, gateway: Tally) -> Side:
    share = server.loss_fraction or 0.0
    if gateway.lost >= _SHARE_AT_HOME * share * gateway.sent and gateway.lost > 0:
        return Side.HOME
    chance = (1 - share) ** gateway.sent
    return Side.BEYOND if gateway.lost == 0 and chance <= RULED_OUT else Side.UNKNOWN


def _side_of_delay(bad: Sequence[Second], calm: Sequence[Second]) -> Side:
    added_ms = _added_ms([one.server for one in bad], [one.server for one in calm])
    at_home_ms = _added_ms([one.gateway for one in bad], [one.gateway for one in calm])
    if added_ms is None or at_home_ms is None or added_ms <= 0:
        return Side.UNKNOWN
    return Side.HOME if at_home_ms >= _SHARE_AT_HOME * added_ms else Side.BEYOND


def _added_ms(bad: Sequence[Ping | None], calm: Sequence[Ping | None]) -> float | None:
    """How much longer answers take; None where too few came to tell."""
    now, usual = tally(bad), tally(calm)
    is_enough = min(now.sent - now.lost, usual.sent - usual.lost) >= _FEWEST_PROBES
    if not is_enough or now.median_ms is None or usual.median_ms is None:
        return None
    return now.median_ms - usual.median_ms
