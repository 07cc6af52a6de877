"""What a report is about, and what of it stays private."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from types import MappingProxyType

from workspace_assistant.core.balance.headline import headline_of, sentences_of
from workspace_assistant.core.balance.model import Day, Indicator, Week
from workspace_assistant.core.balance.report.choice import ReportChoice, ReportPart
from workspace_assistant.core.balance.summary_model import RollUp, Summary
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.spans import Span

_NO_TIPS: Mapping[str, str] = MappingProxyType({})
# What a person told of themselves at the end of a shift.
FROM_CHECK_INS = frozenset({"hard-contacts", "switching-off", "contact-with-colleagues"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTime:
    """What was worked under one name, and what was noted of its interruptions."""

    name: str
    count: int
    worked_s: float
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSubject:
    """A week with all around it, or a month or a quarter.

    Attributes:
        zone: where the person is.
        currency: that amounts of money are in, ISO 4217.
        names: longest first.
        tips: the texts of tips by their ids.
    """

    told: Summary | RollUp
    zone: tzinfo
    currency: str = ""
    names: tuple[NamedTime, ...] = ()
    tips: Mapping[str, str] = field(default_factory=lambda: _NO_TIPS)


def named_times(blocks: Iterable[Block], span: Span, proven_at: datetime) -> tuple[NamedTime, ...]:
    """Of the blocks that began in *span*, by their names, what took longest first."""
    by_name: dict[str, list[Block]] = {}
    for block in sorted(blocks, key=lambda one: (one.started_at, one.id)):
        if span.holds(block.started_at):
            by_name.setdefault(block.name, []).append(block)
    named = [_named(name, ones, proven_at) for name, ones in by_name.items()]
    return tuple(sorted(named, key=lambda one: (-one.worked_s, one.name)))


def _named(name: str, blocks: list[Block], proven_at: datetime) -> NamedTime:
    notes = (one.note for block in blocks for one in block.interruptions)
    return NamedTime(
        name=name,
        count=len(blocks),
        worked_s=sum(worked_s(block, proven_at) for block in blocks),
        notes=tuple(dict.fromkeys(note for note in notes if note)),
    )


def shared(subject: ReportSubject, choice: ReportChoice) -> ReportSubject:
    """*subject* without what the choice keeps private; it can be given away as it is."""
    return replace(
        subject,
        told=_shared(subject.told, choice, subject.zone),
        names=subject.names if choice.shows(ReportPart.NAMES) else (),
    )


def _shared(told: Summary | RollUp, choice: ReportChoice, zone: tzinfo) -> Summary | RollUp:
    if isinstance(told, RollUp):
        return replace(
            told,
            weeks=tuple(_shared_week(week, choice) for week in told.weeks),
            rows=tuple(row for row in told.rows if row.id not in _hidden(choice)),
        )
    return _shared_summary(told, choice, zone)


def _shared_summary(told: Summary, choice: ReportChoice, zone: tzinfo) -> Summary:
    """Headline and sentences are made anew: they must not count, or tell, what is hidden."""
    week, hidden = _shared_week(told.week, choice), _hidden(choice)
    comparisons = tuple(one for one in told.comparisons if one.id not in hidden)
    kept = replace(
        told,
        week=week,
        goals=told.goals if choice.shows(ReportPart.GOALS) else (),
        comparisons=comparisons,
        trends=tuple(one for one in told.trends if one.id not in hidden)
        if choice.shows(ReportPart.TRENDS)
        else (),
        heat=told.heat if choice.shows(ReportPart.HEAT_MAP) else None,
        suggestions=tuple(one for one in told.suggestions if one.indicator.id not in hidden)
        if choice.shows(ReportPart.SUGGESTIONS)
        else (),
    )
    if len(week.indicators) == len(told.week.indicators):
        return kept
    return replace(
        kept,
        headline=headline_of(week),
        sentences=sentences_of(week, comparisons, zone),
    )


def _hidden(choice: ReportChoice) -> frozenset[str]:
    return frozenset() if choice.shows(ReportPart.CHECK_INS) else FROM_CHECK_INS


def _shared_week(week: Week, choice: ReportChoice) -> Week:
    hidden = _hidden(choice)
    shown: tuple[Indicator, ...] = tuple(one for one in week.indicators if one.id not in hidden)
    shows_kinds = choice.shows(ReportPart.LEAVE_KINDS)
    days = week.days if shows_kinds else tuple(map(_plainly_off, week.days))
    return replace(week, indicators=shown, days=days)


def _plainly_off(day: Day) -> Day:
    return day if day.leave is None else replace(day, leave=LeaveKind.OTHER)
