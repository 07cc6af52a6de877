"""When many blocks were worked, without all else that is known of them.

A week is told beside months in which only rests and sums are looked at: those are ten thousands of
rows, and making whole blocks of them would take most of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from workspace_assistant.core.spans import Span

BlockTimes = tuple[int, int, int | None, int | None]
"""Start and end of a block and of one of its gaps, or None: microseconds since 1970."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def worked_time(rows: Iterable[BlockTimes]) -> tuple[Span, ...]:
    """United; the same time that `outside.worked_spans` gives of each block.

    *rows* come by the start of their block, those of one block after each other, by their gap.
    """
    found: list[Span] = []
    start, end = 0, 0
    for one_start, one_end in _pieces(rows):
        if one_start > end:
            if end > start:
                found.append(_span(start, end))
            start = one_start
        end = max(end, one_end)
    if end > start:
        found.append(_span(start, end))
    return tuple(found)


def _pieces(rows: Iterable[BlockTimes]) -> Iterator[tuple[int, int]]:
    for (start, end), gaps in groupby(rows, key=itemgetter(0, 1)):
        worked_from = start
        for _, _, gone, back in gaps:
            if gone is not None and back is not None:
                if gone > worked_from:
                    yield worked_from, min(gone, end)
                worked_from = max(worked_from, back)
        if end > worked_from:
            yield worked_from, end


def _span(start: int, end: int) -> Span:
    return Span(_EPOCH + timedelta(microseconds=start), _EPOCH + timedelta(microseconds=end))
