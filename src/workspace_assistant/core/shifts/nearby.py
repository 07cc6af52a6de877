"""Shifts or breaks by their start, so that those at some time are found without looking at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from workspace_assistant.core.spans import Span


class Timed(Protocol):
    """What has a start and an end."""

    @property
    def starts_at(self) -> datetime: ...

    @property
    def ends_at(self) -> datetime: ...


TimedT = TypeVar("TimedT", bound=Timed)


class ByStart(Generic[TimedT]):
    """None of them may be longer than *longest*."""

    def __init__(self, items: Iterable[TimedT], longest: timedelta) -> None:
        self._items = sorted(items, key=lambda one: (one.starts_at, one.ends_at))
        self._starts = [one.starts_at for one in self._items]
        self._longest = longest

    def touching(self, span: Span) -> Sequence[TimedT]:
        """Those that may have time in common with *span*, or touch it, by their start."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end + timedelta.resolution)
        return self._items[first:last]
