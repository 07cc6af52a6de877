"""Where on the way loss, delay or jitter begins. Pure: packet traces in, a part of the way out.

The way is a chain: this computer, home router, the provider's first router, the last router that
answers before the server, the server. A part is named only when both of its ends were seen: the
near one clean, the far one not. What was not seen, or not often enough, stays unknown.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import log, log1p
from types import MappingProxyType

from workspace_assistant.core.readiness.voice_path.loss_evidence import (
    LossCount,
    coincide,
    is_significantly_less,
    mean_loss_s,
)
from workspace_assistant.core.readiness.voice_path.model import Place
from workspace_assistant.core.readiness.voice_path.outages import witnesses
from workspace_assistant.core.voice.model import PacketTrace

CHAIN = (Place.GATEWAY, Place.PROVIDER, Place.EDGE)
_TARGET = len(CHAIN)
# What a good place may lose for reasons of its own, as a part of what the server loses.
_OWN_LOSS = 0.2
_RULED_OUT = log(20)
# With a deaf home router nothing near clears home: only strong evidence does.
_RULED_OUT_UNCLEARED = log(1000)
_LAZY_AT = 0.01
# Of two routers that differ, either may be the odd one: only a large difference tells.
_LAZIER_AT = 1e-4
# The part that takes half of the whole is the one to look at.
_MAJOR = 0.5


class Segment(StrEnum):
    """A part of the way, or a stretch of several that could not be told apart."""

    HOME = "home"  # up to and including the home router
    LINE = "line"  # from the home router to the provider's first router
    INTERNET = "internet"  # from there to the last router that answers
    SERVER = "server"  # behind that router
    BEHIND_ROUTER = "behind-router"  # somewhere behind the home router
    BEYOND_PROVIDER = "beyond-provider"  # somewhere behind the provider's first router
    UNKNOWN = "unknown"


class Doubt(StrEnum):
    """Why the part of the way could not be named."""

    NOTHING_SEEN = "nothing-seen"  # no place on the way answered
    ROUTER_SILENT = "router-silent"  # the home router did not, so home cannot be told apart
    ROUTER_SLUGGISH = "router-sluggish"  # it answers fewer probes than get through to it
    TOO_FEW = "too-few"  # too few probes to tell the places apart
    TOO_LITTLE = "too-little"  # no more than any two measurements differ by
    SPREAD_OUT = "spread-out"  # no single part has most of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """The guilty part; `before` is the last good place, `after` the first bad one.

    `before` None is this computer, `after` None the server. `nearer` are the places before the
    guilty part that were listened to. `doubt` only with `Segment.UNKNOWN`.
    """

    segment: Segment
    before: Place | None = None
    after: Place | None = None
    nearer: tuple[Place, ...] = ()
    doubt: Doubt | None = None


_SEGMENTS: Mapping[tuple[int, int], Segment] = MappingProxyType(
    {
        (-1, 0): Segment.HOME,
        (0, 1): Segment.LINE,
        (0, 2): Segment.BEHIND_ROUTER,
        (0, 3): Segment.BEHIND_ROUTER,
        (1, 2): Segment.INTERNET,
        (1, 3): Segment.BEYOND_PROVIDER,
        (2, 3): Segment.SERVER,
    }
)


def blame_loss(target: PacketTrace, places: Mapping[Place, PacketTrace]) -> Blame:
    """Where the loss of *target* begins, all traces from the same stretch of time.

    Every place in turn is taken for the first one that shares the server's loss, all nearer ones
    losing a fifth as much at most. What is 20 times less likely than the best such guess (1,000
    times where the home router is deaf) is ruled out, and the guesses that are left bound the
    guilty part. A place that loses in the same moments as the stream shares its loss. One that
    loses significantly more than the stream, or shares nothing and loses much more than a place
    behind it, is only slow to answer probes and left out. Packets lost in a row count as one; in
    long outages the probes sent meanwhile decide (`outages`).
    """
    burst_s = mean_loss_s(target)
    counts = {_TARGET: LossCount.of(target, burst_s)}
    for place in CHAIN:
        if place in places and places[place].sent_s:
            counts[CHAIN.index(place)] = LossCount.of(places[place], burst_s)
    together = {index for index in counts if _loses_with(index, places, target)}
    for index in [one for one in counts if _is_lazy(one, counts, together)]:
        del counts[index]
    if counts.keys() == {_TARGET}:
        return Blame(segment=Segment.UNKNOWN, doubt=Doubt.NOTHING_SEEN)
    guesses = _plausible_first(counts, _candidates(target, places, counts, together))
    nearer = [index for index in counts if index < min(guesses)]
    doubt = _doubt_of_home(counts, places) or Doubt.TOO_FEW
    return _between(nearer, max(guesses), doubt)


def _is_lazy(index: int, counts: Mapping[int, LossCount], together: Set[int]) -> bool:
    """Whether the place only answers few probes: it loses more than what passes through it.

    One that loses in the same moments as the stream is no such place, whatever another one shows.
    """
    if is_significantly_less(counts[_TARGET], counts[index], _LAZY_AT):
        return True
    return index not in together and any(
        is_significantly_less(behind, counts[index], _LAZIER_AT)
        for place, behind in counts.items()
        if _TARGET > place > index
    )


def _candidates(
    target: PacketTrace,
    places: Mapping[Place, PacketTrace],
    counts: Mapping[int, LossCount],
    together: Set[int],
) -> list[int]:
    """Places that may be the first to share the loss, by what they saw in the same moments."""
    heard = {index: places[CHAIN[index]] for index in counts if index != _TARGET}
    seen = witnesses(target, heard)
    farthest_good = max(seen.before, default=-1)
    bad = [index for index in together | seen.behind if index in counts and index > farthest_good]
    nearest_bad = min(bad, default=_TARGET)
    return [index for index in counts if farthest_good < index <= nearest_bad]


def _doubt_of_home(known: Container[int], places: Container[Place]) -> Doubt | None:
    """What is amiss with the home router as a witness; None when it was listened to."""
    if CHAIN.index(Place.GATEWAY) in known:
        return None
    return Doubt.ROUTER_SLUGGISH if Place.GATEWAY in places else Doubt.ROUTER_SILENT


def _loses_with(index: int, places: Mapping[Place, PacketTrace], target: PacketTrace) -> bool:
    return index != _TARGET and coincide(places[CHAIN[index]], target)


def _plausible_first(counts: Mapping[int, LossCount], candidates: Sequence[int]) -> list[int]:
    """Which of *candidates* may be the first place that shares the loss."""
    likelihoods = {
        first: _log_likelihood(
            [count for index, count in counts.items() if index < first],
            [count for index, count in counts.items() if index >= first],
        )
        for first in candidates
    }
    is_near_heard = CHAIN.index(Place.GATEWAY) in counts
    least = max(likelihoods.values()) - (_RULED_OUT if is_near_heard else _RULED_OUT_UNCLEARED)
    return [first for first, likelihood in likelihoods.items() if likelihood >= least]


def _log_likelihood(good: Sequence[LossCount], bad: Sequence[LossCount]) -> float:
    """Of one share for all *bad* counts and one a fifth as large at most for all *good*."""
    share = _share(bad)
    return _binomial(bad, share) + _binomial(good, min(_share(good), _OWN_LOSS * share))


def _binomial(counts: Sequence[LossCount], share: float) -> float:
    lost = sum(count.events for count in counts)
    arrived = sum(count.chances for count in counts) - lost
    return (lost * log(share) if lost else 0.0) + (arrived * log1p(-share) if arrived else 0.0)


def _share(counts: Sequence[LossCount]) -> float:
    chances = sum(count.chances for count in counts)
    return sum(count.events for count in counts) / chances if chances else 0.0


def blame_amount(target: float, places: Mapping[Place, float], tolerance: float) -> Blame:
    """Which part adds most of *target*, when amounts add up along the way, such as delays.

    A place that shows more than something behind it, by more than *tolerance*, is only slow to
    answer probes: it is left out. A *target* within the tolerance is no one's fault.
    """
    if target <= tolerance:
        return Blame(segment=Segment.UNKNOWN, doubt=Doubt.TOO_LITTLE)
    known = {CHAIN.index(place): amount for place, amount in places.items()} | {_TARGET: target}
    kept = [
        (index, amount)
        for index, amount in sorted(known.items())
        if all(amount <= behind + tolerance for place, behind in known.items() if place > index)
    ]
    if len(kept) == 1:
        return Blame(segment=Segment.UNKNOWN, doubt=Doubt.NOTHING_SEEN)
    points = [(-1, 0.0), *kept]
    steps = [(after[1] - before[1], before[0], after[0]) for before, after in pairwise(points)]
    largest, before, after = max(steps)
    if largest < _MAJOR * target:
        return Blame(segment=Segment.UNKNOWN, doubt=Doubt.SPREAD_OUT)
    doubt = _doubt_of_home([index for index, _ in kept], places)
    return _between([index for index, _ in kept if index <= before], after, doubt)


def _between(nearer: Sequence[int], after: int, doubt: Doubt | None) -> Blame:
    """The part from the last of the good places *nearer* to the place *after*."""
    before = max(nearer, default=-1)
    segment = _SEGMENTS.get((before, after), Segment.UNKNOWN)
    if segment is Segment.UNKNOWN:
        return Blame(segment=segment, doubt=doubt)
    return Blame(
        segment=segment,
        before=CHAIN[before] if before >= 0 else None,
        after=CHAIN[after] if after < _TARGET else None,
        nearer=tuple(CHAIN[index] for index in nearer),
    )
