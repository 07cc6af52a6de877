"""Things in the order of their starts, to take those of a week from without going through all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from workspace_assistant.core.spans import Span

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things that each have a start and an end, which may be the same instant."""

    def __init__(
        self, things: Iterable[T], times_of: Callable[[T], tuple[datetime, datetime]]
    ) -> None:
        placed = sorted(((times_of(one), one) for one in things), key=lambda pair: pair[0])
        self._things = tuple(one for _, one in placed)
        self._starts = [start for (start, _), _ in placed]
        self._longest = max((end - start for (start, end), _ in placed), default=timedelta())

    def near(self, span: Span) -> tuple[T, ...]:
        """All that touch *span*, and perhaps some that do not, in the order of their starts."""
        first = bisect_left(self._starts, span.start - self._longest)
        return self._things[first : bisect_right(self._starts, span.end)]
