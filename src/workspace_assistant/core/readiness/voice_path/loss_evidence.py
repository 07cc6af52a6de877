"""Compares losses of two traces, few and clustered as they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby
from math import ceil, comb
from operator import itemgetter

from workspace_assistant.core.voice.model import SPACING_S, PacketTrace
from workspace_assistant.core.voice.statistics import loss_runs

_TOGETHER_AT = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class LossCount:
    """Losses of one trace; `events` of `chances` are what is left once clusters count as one.

    Packets lost in a row share one cause. Counted singly they would make any difference look
    significant, so counts shrink by the number of packets that one loss takes with it.
    """

    lost: int
    sent: int
    events: int
    chances: int

    @property
    def share(self) -> float:
        return self.lost / self.sent

    @classmethod
    def of(cls, trace: PacketTrace, burst_s: float) -> LossCount:
        """The count of *trace* (not empty) where a loss lasts *burst_s*."""
        lost, sent = sum(came is None for came in trace.received_s), len(trace.sent_s)
        cluster = max(1.0, burst_s / _spacing_s(trace))
        return cls(
            lost=lost,
            sent=sent,
            events=ceil(lost / cluster),
            chances=max(1, ceil(sent / cluster)),
        )


def mean_loss_s(trace: PacketTrace) -> float:
    """How long a loss lasts on average; 0 when nothing was lost."""
    runs = loss_runs([came is None for came in trace.received_s])
    return _spacing_s(trace) * sum(runs) / len(runs) if runs else 0.0


def is_significantly_less(few: LossCount, many: LossCount, level: float) -> bool:
    """Whether *few* loses a smaller share than *many*, other than by chance."""
    if few.share >= many.share:
        return False
    return fisher_less(few.events, few.chances, many.events, many.chances) < level


def fisher_less(few: int, few_of: int, many: int, many_of: int) -> float:
    """One-sided Fisher exact test: the chance of *few* or fewer, were both shares the same.

    Source: R. A. Fisher, J. R. Stat. Soc. 85 (1922); exact for any counts, however small.
    """
    events, total = few + many, few_of + many_of
    ways = sum(
        comb(few_of, count) * comb(many_of, events - count)
        for count in range(max(0, events - many_of), few + 1)
    )
    return ways / comb(total, events)


def coincide(place: PacketTrace, stream: PacketTrace) -> bool:
    """Whether probes of a place get lost in the moments when the stream's packets do.

    Then one cause takes both. By chance, losses of the place fall anywhere in time.
    """
    reach_s = max(SPACING_S, _spacing_s(place) / 2)
    lost_at_s = [
        left for left, came in zip(stream.sent_s, stream.received_s, strict=True) if came is None
    ]
    near = [_is_near(left, lost_at_s, reach_s) for left in place.sent_s]
    lost = [came is None for came in place.received_s]
    losses = [any(one for one, _ in run) for run in _lost_runs(near, lost)]
    both, apart = losses.count(True), losses.count(False)
    chances_near = max(both, near.count(True))
    chances_apart = max(apart, near.count(False))
    return both > 1 and fisher_less(apart, chances_apart, both, chances_near) < _TOGETHER_AT


def _lost_runs(near: list[bool], lost: list[bool]) -> list[list[tuple[bool, bool]]]:
    """The losses, each with its probes: whether near a loss of the stream, and whether lost."""
    pairs = zip(near, lost, strict=True)
    return [list(run) for is_lost, run in groupby(pairs, key=itemgetter(1)) if is_lost]


def _is_near(at_s: float, losses_s: list[float], reach_s: float) -> bool:
    return bisect_left(losses_s, at_s - reach_s) < bisect_right(losses_s, at_s + reach_s)


def _spacing_s(trace: PacketTrace) -> float:
    """Mean distance of the packets; that of the voice stream for a single one."""
    if len(trace.sent_s) < 2:
        return SPACING_S
    return max(1e-6, (trace.sent_s[-1] - trace.sent_s[0]) / (len(trace.sent_s) - 1))
