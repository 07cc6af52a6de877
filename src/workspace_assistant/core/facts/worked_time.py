"""When many blocks were worked, without all else that is known of them.

A week is told beside months in which only rests and sums are looked at: those are ten thousands of
rows, and making whole blocks of them would take most of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from workspace_assistant.core.spans import Span

BlockTimes = tuple[int, int, int | None, int | None]
"""Start and end of a block and of one of its gaps, or None: microseconds since 1970."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_Range = tuple[int, int]


def worked_time(rows: Iterable[BlockTimes], without: Sequence[Span] = ()) -> tuple[Span, ...]:
    """United; the same time that `outside.worked_spans` gives of each block, less *without*.

    *rows* come by the start of their block, those of one block after each other, by their gap;
    *without* is in order, and apart from each other.
    """
    cuts = [(_micros(one.start), _micros(one.end)) for one in without]
    return tuple(_span(start, end) for start, end in _cut(_united(_pieces(rows)), cuts))


def _pieces(rows: Iterable[BlockTimes]) -> Iterator[_Range]:
    for (start, end), gaps in groupby(rows, key=itemgetter(0, 1)):
        worked_from = start
        for _, _, gone, back in gaps:
            if gone is not None and back is not None:
                if gone > worked_from:
                    yield worked_from, min(gone, end)
                worked_from = max(worked_from, back)
        if end > worked_from:
            yield worked_from, end


def _united(pieces: Iterable[_Range]) -> Iterator[_Range]:
    start = end = 0
    for one_start, one_end in pieces:
        if one_start > end:
            if end > start:
                yield start, end
            start = one_start
        end = max(end, one_end)
    if end > start:
        yield start, end


def _cut(pieces: Iterable[_Range], cuts: Sequence[_Range]) -> Iterator[_Range]:
    first = 0
    for start, end in pieces:
        while first < len(cuts) and cuts[first][1] <= start:
            first += 1
        index, left = first, start
        while index < len(cuts) and cuts[index][0] < end:
            if left < cuts[index][0]:
                yield left, cuts[index][0]
            left = max(left, cuts[index][1])
            index += 1
        if left < end:
            yield left, end


def _micros(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _span(start: int, end: int) -> Span:
    return Span(_EPOCH + timedelta(microseconds=start), _EPOCH + timedelta(microseconds=end))
