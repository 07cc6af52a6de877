"""What was learned, and how it was spread over the days.

The names of blocks are left out of what is told: a tip may stand on a screen that is shared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from workspace_assistant.core.check_in.model import CheckIn
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import USUAL_DAYS, Windows
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.model import Block, Channel

_MINUTE_S = 60
# Two days have one distance: that is no pattern.
_LEAST_EVEN = 3
READING_TAGS = frozenset({"read", "reading", "re-reading", "rereading"})

_WEEKLY = (
    "learning.minutes.week",
    "learning.reading_repeats.week",
    "learning.massed_minutes.week",
)


def learning_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    """A block belongs to the day on which it starts."""
    week = [one for one in sources.blocks if windows.week.holds(one.started_at)]
    told = [one for one in sources.check_ins if tells(one) and windows.week.holds(one.until)]
    yield _minutes(week, told, sources.worked_until)
    if week:
        learned = _learning(week)
        yield _reading(learned)
        yield _massed(learned, windows, sources.worked_until)
    else:
        yield from (unknown(name, "no-blocks-in-week") for name in _WEEKLY[1:])
    weeks = windows.last_days(USUAL_DAYS)
    recent = [one for one in sources.blocks if weeks.holds(one.started_at)]
    if recent:
        yield _even(_learning(recent), windows)
    else:
        yield unknown("learning.even_repeats", "no-blocks-in-four-weeks")


def _minutes(blocks: Sequence[Block], told: Sequence[CheckIn], until: datetime) -> Fact | Unknown:
    """What a check-in tells of its time stands in place of the blocks that began in it."""
    name = "learning.minutes.week"
    if not blocks and not told:
        return unknown(name, "no-blocks-in-week")
    logged = _beside(told, blocks)
    minutes = learned_s(blocks, told, until) / _MINUTE_S
    return known(name, minutes, count=len(logged) + len(told))


def learned_s(blocks: Iterable[Block], told: Sequence[CheckIn], until: datetime) -> float:
    """How long something was learned, in seconds, by *blocks* and by check-ins that tell of it."""
    told_s = _MINUTE_S * sum(one.answers.learning_minutes or 0 for one in told)
    return sum(worked_s(one, until) for one in _beside(told, blocks)) + told_s


def _beside(told: Sequence[CheckIn], blocks: Iterable[Block]) -> list[Block]:
    """Those of learning that began in the time of none of *told*."""
    return [
        one
        for one in _learning(blocks)
        if not any(check_in.span.holds(one.started_at) for check_in in told)
    ]


def _reading(learned: Sequence[Block]) -> Fact:
    read = Counter(
        one.name for one in learned if READING_TAGS & {tag.casefold() for tag in one.tags}
    )
    return known("learning.reading_repeats.week", _most(read), count=read.total())


def _massed(learned: Sequence[Block], windows: Windows, until: datetime) -> Fact:
    minutes: Counter[str] = Counter()
    days = _days(learned, windows)
    for one in learned:
        if len(days[one.name]) == 1:
            minutes[one.name] += round(worked_s(one, until) / _MINUTE_S)
    return known("learning.massed_minutes.week", _most(minutes), count=len(learned))


def _even(learned: Sequence[Block], windows: Windows) -> Fact:
    even = Counter(
        {name: len(days) for name, days in _days(learned, windows).items() if _is_even(days)}
    )
    return known("learning.even_repeats", _most(even), count=len(learned))


def _is_even(days: set[date]) -> bool:
    ordered = sorted(days)
    gaps: set[timedelta] = {after - before for before, after in pairwise(ordered)}
    return len(ordered) >= _LEAST_EVEN and len(gaps) == 1


def _days(learned: Sequence[Block], windows: Windows) -> Mapping[str, set[date]]:
    days: dict[str, set[date]] = defaultdict(set)
    for one in learned:
        days[one.name].add(windows.day_of(one.started_at))
    return days


def _learning(blocks: Iterable[Block]) -> list[Block]:
    return [one for one in blocks if one.channel is Channel.LEARNING]


def _most(counts: Counter[str]) -> int:
    return max(counts.values(), default=0)


def tells(check_in: CheckIn) -> bool:
    """Whether its learning was told."""
    return check_in.answers.learning_minutes is not None
