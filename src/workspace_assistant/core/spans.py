"""Stretches of time: what overlaps, and what is left when one is cut out of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

# Where something that is still going on ends, as far as overlaps are concerned.
FOREVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """Everything from `start` up to, but not including, `end`; raises ValueError when reversed."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    @property
    def length_s(self) -> float:
        return (self.end - self.start).total_seconds()

    def holds(self, at: datetime) -> bool:
        return self.start <= at < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have time in common; touching is not overlapping."""
        return self.start < other.end and other.start < self.end

    def common(self, other: Span) -> Span | None:
        """What both have; None when that has no length."""
        if not self.overlaps(other):
            return None
        shared = Span(max(self.start, other.start), min(self.end, other.end))
        return shared if shared.start < shared.end else None

    def without(self, other: Span) -> tuple[Span, ...]:
        """What is left of it, in order: nothing, one piece or two."""
        if not self.overlaps(other):
            return (self,)
        before = (Span(self.start, other.start),) if self.start < other.start else ()
        after = (Span(other.end, self.end),) if other.end < self.end else ()
        return before + after


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time, in order and apart from each other; what touches is one."""
    found: list[Span] = []
    for one in sorted(spans, key=lambda span: (span.start, span.end)):
        if found and one.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def without_all(spans: Iterable[Span], cuts: Sequence[Span]) -> tuple[Span, ...]:
    """What of *spans* lies in none of *cuts*.

    Each of both in order, apart from each other, and none without a length.
    """
    found: list[Span] = []
    first = 0
    for one in spans:
        while first < len(cuts) and cuts[first].end <= one.start:
            first += 1
        start, index = one.start, first
        while index < len(cuts) and cuts[index].start < one.end:
            if start < cuts[index].start:
                found.append(Span(start, cuts[index].start))
            start = max(start, cuts[index].end)
            index += 1
        if start < one.end:
            found.append(Span(start, one.end))
    return tuple(found)


def common_of(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """What lies in both; each of both as in `without_all`."""
    return without_all(spans, without_all(spans, others))


def total_s(spans: Iterable[Span]) -> float:
    """Their lengths together."""
    return sum(one.length_s for one in spans)
