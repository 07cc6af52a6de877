"""When interruptions came: by the hour of the clock, for each cause and each weekday.

An hour stands out where it had at least half more interruptions than the others would have had in
as much work, and more than chance makes likely: three standard deviations of a Poisson count. Among
24 hours and seven weekdays, with two of them one would stand out by chance alone far too often.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from math import sqrt
from typing import TypeVar

from workspace_assistant.core.balance import summary_texts
from workspace_assistant.core.balance.model import Told
from workspace_assistant.core.balance.summary_model import HeatCell, HeatMap
from workspace_assistant.core.facts.outside import worked_spans
from workspace_assistant.core.focus.model import Block, Cause, Interruption
from workspace_assistant.core.spans import Span

HOURS, WEEKDAYS = 24, 7
FEWEST = 5
LEAST_TIMES = 1.5
LEAST_DEVIATIONS = 3.0
# With less work in the other hours, these say nothing of what is usual.
LEAST_OTHERS_S = 5 * 3600.0
_ONE_HOUR = timedelta(hours=1)

Cells = tuple[HeatCell, ...]
T = TypeVar("T")
_CAUSES = tuple(Cause)


def heat_of(
    blocks: Iterable[Block], span: Span, proven_at: datetime, zone: tzinfo
) -> HeatMap | None:
    """Of the blocks that *span* has time of; None where no interruption came in it."""
    near = [one for one in blocks if one.started_at < span.end]
    came = [one for block in near for one in block.interruptions if span.holds(one.at)]
    if not came:
        return None
    worked = _worked(near, span, proven_at, zone)
    counts = Counter(_hour(one.at, zone) for one in came)
    by_weekday = tuple(
        _cells(_of_weekday(counts, day), _of_weekday(worked, day)) for day in range(WEEKDAYS)
    )
    return HeatMap(
        span=span,
        by_cause=tuple(_by_cause(came, worked, zone)),
        by_weekday=by_weekday,
        hardest=_hardest(by_weekday),
    )


Hour = tuple[int, int]
"""A weekday and an hour of it, by the clock."""


def _hour(at: datetime, zone: tzinfo) -> Hour:
    local = at.astimezone(zone)
    return local.weekday(), local.hour


def _worked(
    blocks: Iterable[Block], span: Span, proven_at: datetime, zone: tzinfo
) -> Mapping[Hour, float]:
    """How long blocks were worked in each hour of the week."""
    found: defaultdict[Hour, float] = defaultdict(float)
    for block in blocks:
        inside = (one.common(span) for one in worked_spans(block, proven_at))
        for piece in (piece for one in inside if one for piece in _by_the_clock(one, zone)):
            found[_hour(piece.start, zone)] += piece.length_s
    return found


def _by_the_clock(span: Span, zone: tzinfo) -> Iterator[Span]:
    """Cut at each full hour of the clock; where it is set, that happens at one."""
    start = span.start
    while start < span.end:
        local = start.astimezone(zone)
        past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
        end = min(start + _ONE_HOUR - past, span.end)
        yield Span(start, end)
        start = end


def _cells(counts: Mapping[int, int], worked: Mapping[int, float]) -> Cells:
    """Of the 24 hours."""
    return tuple(
        HeatCell(hour=hour, count=counts.get(hour, 0), worked_s=worked.get(hour, 0.0))
        for hour in range(HOURS)
    )


def _of_weekday(of_week: Mapping[Hour, T], weekday: int) -> Mapping[int, T]:
    return {hour: value for (day, hour), value in of_week.items() if day == weekday}


def _by_cause(
    came: Sequence[Interruption], worked: Mapping[Hour, float], zone: tzinfo
) -> Iterator[tuple[Cause, Cells]]:
    """The most frequent first; of equal ones, in their own order."""
    causes = Counter(one.cause for one in came)
    on_any_day: defaultdict[int, float] = defaultdict(float)
    for (_, hour), worked_s in worked.items():
        on_any_day[hour] += worked_s
    for cause in sorted(causes, key=lambda one: (-causes[one], _CAUSES.index(one))):
        counts = Counter(_hour(one.at, zone)[1] for one in came if one.cause is cause)
        yield cause, _cells(counts, on_any_day)


@dataclass(frozen=True, slots=True)
class _Row:
    """Hours of the clock, or weekdays, of which one may stand out."""

    cells: tuple[tuple[int, float], ...]

    def usual(self, index: int) -> float | None:
        """How many the others would have had in as much work; None where these had too little."""
        count, worked_s = self.cells[index]
        others_s = sum(one for _, one in self.cells) - worked_s
        if others_s < LEAST_OTHERS_S:
            return None
        return (sum(one for one, _ in self.cells) - count) / others_s * worked_s

    def hardest(self) -> tuple[float, int, float] | None:
        """How far it stands out, its index, and how many would be usual."""
        found = (
            ((count - usual) / sqrt(usual), index, usual)
            for index, (count, _) in enumerate(self.cells)
            if count >= FEWEST and (usual := self.usual(index)) and count >= LEAST_TIMES * usual
        )
        best = max(found, key=lambda one: one[0], default=None)
        return best if best is not None and best[0] >= LEAST_DEVIATIONS else None


def _hardest(by_weekday: Sequence[Cells]) -> Told | None:
    """The hour or the weekday that stands out further; an hour where both do so alike."""
    hours = _Row(tuple(_sum(cells) for cells in zip(*by_weekday, strict=True)))
    weekdays = _Row(tuple(_sum(cells) for cells in by_weekday))
    hour, weekday = hours.hardest(), weekdays.hardest()
    if hour is not None and (weekday is None or hour[0] >= weekday[0]):
        return _hard_hour(hours, *hour[1:])
    return None if weekday is None else _hard_weekday(weekdays, *weekday[1:])


def _sum(cells: Iterable[HeatCell]) -> tuple[int, float]:
    of_all = tuple(cells)
    return sum(one.count for one in of_all), sum(one.worked_s for one in of_all)


def _hard_hour(hours: _Row, index: int, usual: float) -> Told:
    count, worked_s = hours.cells[index]
    parts: dict[str, time | float] = {
        "start": time(index),
        "end": time((index + 1) % HOURS),
        "count": count,
        "length": worked_s,
        "usual": usual,
    }
    return Told(sentence=summary_texts.HARD_HOUR, parts=parts)


def _hard_weekday(weekdays: _Row, index: int, usual: float) -> Told:
    count, worked_s = weekdays.cells[index]
    parts: dict[str, str | float] = {
        "weekday": summary_texts.WEEKDAYS[index],
        "count": count,
        "length": worked_s,
        "usual": usual,
    }
    return Told(sentence=summary_texts.HARD_WEEKDAY, parts=parts)
