"""How loud the own voice is in calls, against the usual."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.loudness.trend import LEAST_LEVELS, loudness_change

LOUDNESS_CHANGE = "calls.loudness_change"


def loudness_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    yield loudness_fact(sources, windows)


def loudness_fact(sources: Sources, windows: Windows) -> Fact | Unknown:
    levels = sources.call_levels
    if not any(windows.week.holds(one.at) for one in levels):
        return unknown(LOUDNESS_CHANGE, "loudness-not-measured-in-week")
    change = loudness_change(levels, windows.week, windows.usual, windows.day_of)
    if change is None:
        return unknown(LOUDNESS_CHANGE, "loudness-not-comparable", least=str(LEAST_LEVELS))
    return known(LOUDNESS_CHANGE, change.change_db, count=change.count)
