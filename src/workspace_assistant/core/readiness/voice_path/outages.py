"""Which places answered while the stream was cut off: a single outage tells where it lies.

Counted as events, one outage is one loss, too few to compare places by. But inside it every probe
is a witness of its own: a place that answers meanwhile lies before the fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from workspace_assistant.core.voice.model import SPACING_S, PacketTrace
from workspace_assistant.core.voice.statistics import percentile

_SHORTEST_S = 0.5
# Traces begin and end to feel the fault a little apart.
_TRIM_S = 0.1
_LEAST_PROBES = 3
# Below this part of all loss, outages say nothing of where most of it arises.
_MOST_OF_IT = 0.5

Span = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """Places, by their number in the chain: `before` the fault, and those `behind` it or at it."""

    before: frozenset[int] = frozenset()
    behind: frozenset[int] = frozenset()


def witnesses(stream: PacketTrace, places: Mapping[int, PacketTrace]) -> Witnesses:
    """What probes say of the outages of *stream*; nothing where outages are the smaller loss.

    A place that answered in one outage and kept silent in another is no witness: there were two
    faults. Nor is one that never answered at all.
    """
    spans = outages(stream)
    before = {number for number, trace in places.items() if _answers_in_any(trace, spans)}
    behind = {number for number, trace in places.items() if _is_silent_in_any(trace, spans)}
    return Witnesses(before=frozenset(before - behind), behind=frozenset(behind - before))


def outages(stream: PacketTrace) -> Sequence[Span]:
    """The inside of every loss of 0.5 s and more, when they are at least half of all loss.

    Packets that the way back loses left a round trip before the fault began, so that much is cut
    off as well: a near place feels the same fault later.
    """
    runs = [run for run in _losses(stream) if run[-1] - run[0] + SPACING_S >= _SHORTEST_S]
    if sum(map(len, runs)) < _MOST_OF_IT * stream.received_s.count(None):
        return ()
    arrived_ms = [delay for delay in stream.delays_ms if delay is not None]
    round_trip_s = (percentile(arrived_ms, 0.5) or 0.0) / 1000
    return [(run[0] + round_trip_s + _TRIM_S, run[-1] - _TRIM_S) for run in runs]


def _losses(stream: PacketTrace) -> list[list[float]]:
    """When the packets of every loss left."""
    pairs = zip(stream.sent_s, stream.received_s, strict=True)
    marked = ((left, came is None) for left, came in pairs)
    return [[left for left, _ in run] for is_lost, run in groupby(marked, itemgetter(1)) if is_lost]


def _answers_in_any(trace: PacketTrace, spans: Sequence[Span]) -> bool:
    cut = [trace.between(*span) for span in spans]
    return any(len(one.received_s) - one.received_s.count(None) >= _LEAST_PROBES for one in cut)


def _is_silent_in_any(trace: PacketTrace, spans: Sequence[Span]) -> bool:
    is_alive = any(came is not None for came in trace.received_s)
    cut = [trace.between(*span).received_s for span in spans]
    return is_alive and any(
        len(received) >= _LEAST_PROBES and received.count(None) == len(received) for received in cut
    )
