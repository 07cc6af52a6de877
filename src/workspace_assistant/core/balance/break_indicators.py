"""Time at the computer, and the breaks from it."""

from __future__ import annotations

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import (
    BREAKS_HAD,
    LONG_SHIFTS,
    SCREEN_STRETCH,
    Targets,
)
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.balance.targets import BreakLaw
from workspace_assistant.core.breaks.model import BreakKind, Outcome
from workspace_assistant.core.facts.breaks import LEAST_DUE
from workspace_assistant.core.facts.presence import absences, is_seen, stretches
from workspace_assistant.core.spans import Span

_HAD = frozenset({Outcome.TAKEN, Outcome.NATURAL, Outcome.SHORTENED})
_IN_CALL = "in-call"


def break_indicators(seen: Seen, targets: Targets, law: BreakLaw) -> tuple[Indicator, ...]:
    return _screen(seen, targets), _long_shifts(seen, targets, law), _had(seen, targets)


def _screen(seen: Seen, targets: Targets) -> Indicator:
    found = stretches(seen.records.sources.activity, seen.week)
    if not found:
        return SCREEN_STRETCH.unknown(targets, texts.NO_ACTIVITY)
    terms = [Term(span=one, value=one.length_s) for one in found]
    longest = max(terms, key=lambda one: one.value)
    return SCREEN_STRETCH.known(
        longest.value, targets, texts.SCREEN, terms, length=longest.value, span=longest.span
    )


def _long_shifts(seen: Seen, targets: Targets, law: BreakLaw) -> Indicator:
    """Of shifts that are over and were watched: a break that nobody saw may have been there."""
    if not law.due:
        return LONG_SHIFTS.unknown(targets, texts.NO_BREAK_LAW)
    activity = seen.records.sources.activity
    long = [
        one.span
        for one in seen.shifts
        if one.ends_at <= seen.records.now
        and law.due_s(one.span.length_s)
        and is_seen(activity, one.span)
    ]
    if not long:
        least_s = min(over_s for over_s, _ in law.due)
        return LONG_SHIFTS.unknown(targets, texts.NO_LONG_SHIFT, length=least_s)
    rested = [Term(span=one, value=_rested_s(seen, one, law)) for one in long]
    short = [one for one in rested if one.value < law.due_s(one.span.length_s)]
    return LONG_SHIFTS.known(
        len(short), targets, texts.LONG_SHIFTS, rested, count=len(short), whole=len(long)
    )


def _rested_s(seen: Seen, shift: Span, law: BreakLaw) -> float:
    away = absences(seen.records.sources.activity, shift)
    return sum(one.length_s for one in away if one.length_s >= law.shortest_s)


def _had(seen: Seen, targets: Targets) -> Indicator:
    due = [
        one
        for one in sorted(seen.records.sources.breaks, key=lambda one: (one.due_at, one.id))
        if one.outcome is not None
        and one.is_counted
        and one.kind is not BreakKind.DAILY_LIMIT
        and seen.week.holds(one.due_at)
    ]
    if len(due) < LEAST_DUE:
        return BREAKS_HAD.unknown(targets, texts.TOO_FEW_BREAKS, count=len(due))
    had = sum(one.outcome in _HAD for one in due)
    blocked = sum(one.outcome is Outcome.BLOCKED and one.reason == _IN_CALL for one in due)
    terms = [
        Term(
            span=Span(one.due_at, max(one.ended_at or one.due_at, one.due_at)),
            value=one.outcome in _HAD,
            name=one.outcome.value if one.outcome else "",
        )
        for one in due
    ]
    return BREAKS_HAD.known(
        had / len(due),
        targets,
        texts.BREAKS if blocked else texts.BREAKS_UNBLOCKED,
        terms,
        met=had,
        count=len(due),
        blocked=blocked,
    )
