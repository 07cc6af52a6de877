"""How planned blocks went: how many were completed, and the own best hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import clock_hour, known, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.focus.accounting import state, worked_s
from workspace_assistant.core.focus.model import Block, BlockState

LATEST = 10
LEAST_FOR_HOURS = 20
# An hour with fewer is luck.
_LEAST_IN_HOUR = 5


def focus_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    planned = sorted(
        (one for one in sources.blocks if not one.is_open and one.planned_s),
        key=lambda one: one.started_at,
    )
    yield _completed(planned[-LATEST:], windows)
    yield _best_hour(planned, windows)


def _completed(planned: Sequence[Block], windows: Windows) -> Fact | Unknown:
    name = "focus.completed_share"
    if len(planned) < LATEST:
        return unknown(name, "too-few-blocks", least=str(LATEST))
    done = sum(state(one, windows.now) is BlockState.COMPLETED for one in planned)
    return known(name, done / LATEST, count=LATEST, done=str(done))


def _best_hour(planned: Sequence[Block], windows: Windows) -> Fact | Unknown:
    """The share of the planned time that was worked, in the best hour against all others."""
    name = "focus.best_hour_advantage"
    if len(planned) < LEAST_FOR_HOURS:
        return unknown(name, "too-few-blocks", least=str(LEAST_FOR_HOURS))
    hours: dict[int, list[Block]] = defaultdict(list)
    for one in planned:
        hours[windows.hour_of(one.started_at)].append(one)
    telling = {hour: found for hour, found in hours.items() if len(found) >= _LEAST_IN_HOUR}
    if not telling or len(hours) == 1:
        return unknown(name, "hours-not-comparable", least=str(_LEAST_IN_HOUR))
    best = max(telling, key=lambda hour: (_done_share(telling[hour], windows), -hour))
    others = [one for hour, found in hours.items() if hour != best for one in found]
    advantage = _done_share(telling[best], windows) - _done_share(others, windows)
    return known(name, advantage, count=len(planned), **clock_hour(best))


def _done_share(blocks: Sequence[Block], windows: Windows) -> float:
    """Of the planned time; overtime of one block makes up for no other."""
    planned_s = sum(one.planned_s or 0.0 for one in blocks)
    done_s = sum(min(worked_s(one, windows.now), one.planned_s or 0.0) for one in blocks)
    return done_s / planned_s
