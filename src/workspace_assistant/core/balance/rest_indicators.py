"""How long the rests between days of work were, and the longest of the week."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import (
    DAILY_REST,
    QUICK_RETURNS,
    WEEKLY_REST,
    Targets,
)
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.balance.rests import daily_rests, longest_free
from workspace_assistant.core.spans import Span


def rest_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    rests = [one for one in daily_rests(seen.work) if seen.week.holds(one.end)]
    return _daily(rests, targets), _quick_returns(rests, targets), _weekly(seen, targets)


def _daily(rests: Sequence[Span], targets: Targets) -> Indicator:
    if not rests:
        return DAILY_REST.unknown(targets, texts.NO_REST)
    shortest = min(rests, key=lambda one: one.length_s)
    least = targets[DAILY_REST.id]
    met = sum(least.is_met_by(one.length_s) for one in rests)
    return DAILY_REST.known(
        shortest.length_s,
        targets,
        texts.REST if met in {0, len(rests)} else texts.RESTS,
        _terms(rests),
        met=met,
        count=len(rests),
        target=least.value,
        length=shortest.length_s,
        span=shortest,
    )


def _quick_returns(rests: Sequence[Span], targets: Targets) -> Indicator:
    if not rests:
        return QUICK_RETURNS.unknown(targets, texts.NO_REST)
    least = targets[DAILY_REST.id]
    quick = [one for one in rests if not least.is_met_by(one.length_s)]
    return QUICK_RETURNS.known(
        len(quick),
        targets,
        texts.QUICK if quick else texts.NO_QUICK,
        _terms(quick),
        count=len(quick),
        whole=len(rests),
        target=least.value,
    )


def _weekly(seen: Seen, targets: Targets) -> Indicator:
    until = min(seen.records.now, seen.records.known_until)
    longest = longest_free(seen.work, seen.week, until)
    if longest is None:
        return WEEKLY_REST.unknown(targets, texts.NO_WORK)
    if not (seen.is_over or targets[WEEKLY_REST.id].is_met_by(longest.length_s)):
        return WEEKLY_REST.unknown(targets, texts.NOT_OVER, _terms([longest]))
    return WEEKLY_REST.known(
        longest.length_s,
        targets,
        texts.WEEKLY_REST,
        _terms([longest]),
        length=longest.length_s,
        span=longest,
    )


def _terms(spans: Sequence[Span]) -> list[Term]:
    return [Term(span=one, value=one.length_s) for one in spans]
