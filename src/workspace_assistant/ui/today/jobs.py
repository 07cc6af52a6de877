"""What the Today page has done off the window's thread. It may block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from workspace_assistant.core.days import day_of, day_span, week_span
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError, words_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.model import SourceKind
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import (
    FocusServices,
    LineServices,
    ShiftServices,
    WeekServices,
)
from workspace_assistant.ui.focus.jobs import zone_of
from workspace_assistant.ui.today.facts import Facts, StaleSource

_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Where the facts of the page come from."""

    focus: FocusServices
    shifts: ShiftServices
    line: LineServices
    week: WeekServices


def read_facts(services: Services, _ctx: JobContext, /) -> Facts:
    """Blocks of this week, shifts of this week and to come, the line of today, and the week.

    What cannot be read is told.
    """
    focus, shifts, line = services.focus, services.shifts, services.line
    at, zone = shifts.shifts.now(), zone_of(shifts.shifts.zone())
    first = services.week.settings().week_start.weekday
    facts = Facts(at=at, zone=zone, first_weekday=first)
    week = week_span(day_of(at, zone), zone, first_weekday=first)
    try:
        facts = replace(facts, blocks=focus.between(week.start, week.end))
        facts = replace(
            facts, shifts=shifts.shifts.between(Span(week.start, max(week.end, at + _AHEAD)))
        )
        views = shifts.shifts.sources.views()
        facts = replace(facts, line=line.day(day_span(day_of(at, zone), zone)))
    except StoreUnavailableError as error:
        return replace(facts, trouble=words_of(error))
    return replace(
        facts,
        has_sources=bool(facts.shifts)
        or any(one.source.kind is not SourceKind.HAND for one in views),
        targets=_targets(services.week, facts),
        stale=tuple(
            StaleSource(name=one.source.name, age_s=one.age_s) for one in views if one.is_stale
        ),
    )


def _targets(week: WeekServices, facts: Facts) -> tuple[int, int] | None:
    """A block that cannot be read is told elsewhere: here it takes only this line away."""
    try:
        told = week.alone(day_of(facts.at, facts.zone), week.settings()).week
    except (StoreUnavailableError, UserInputError):
        return None
    return told.met_count, len(told.with_target)
