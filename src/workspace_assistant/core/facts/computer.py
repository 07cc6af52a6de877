"""The computer in the checks of the last days."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.facts.checks import Taken, latest_of_week, taken
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows

_CPU = "computer.cpu_utilization"
_DAYS = 5


def computer_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    found = [one for one in taken(sources.reports, _CPU) if one.is_number]
    last = latest_of_week(found, windows)
    if last is None:
        yield unknown("computer.cpu_utilization", "computer-not-checked-in-week")
        yield unknown("computer.busy_checks", "computer-not-checked-in-week")
        return
    yield known("computer.cpu_utilization", last.number)
    yield _busy(found, windows)


def _busy(found: list[Taken], windows: Windows) -> Fact:
    """Of the last five days on which there was a check; several checks of a day are one."""
    weeks = windows.last_days(4 * 7)
    checked = {windows.day_of(one.at) for one in found if weeks.holds(one.at)}
    last_days = sorted(checked)[-_DAYS:]
    busy = {windows.day_of(one.at) for one in found if one.is_over_limit} & set(last_days)
    return known("computer.busy_checks", len(busy), count=len(last_days))
