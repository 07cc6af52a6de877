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
from workspace_assistant.core.balance.rests import longest_free
from workspace_assistant.core.spans import Span

# Research on quick returns counts rests of less than 11 h.
_QUICK_RETURN_S = 11 * 3600.0


def rest_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    rests = (_daily(seen.rests, targets), _quick_returns(seen.rests, targets))
    return *rests, _weekly(seen, targets)


def _daily(rests: Sequence[Span], targets: Targets) -> Indicator:
    if not rests:
        return DAILY_REST.unknown(targets, texts.NO_REST)
    shortest = min(rests, key=lambda one: one.length_s)
    least_s = _least_s(targets)
    met = sum(one.length_s >= least_s for one in rests)
    is_mixed = DAILY_REST.id in targets and 0 < met < len(rests)
    return DAILY_REST.known(
        shortest.length_s,
        targets,
        texts.RESTS if is_mixed else texts.REST,
        _terms(rests),
        met=met,
        count=len(rests),
        target=least_s,
        length=shortest.length_s,
        span=shortest,
    )


def _quick_returns(rests: Sequence[Span], targets: Targets) -> Indicator:
    if not rests:
        return QUICK_RETURNS.unknown(targets, texts.NO_REST)
    least_s = _least_s(targets)
    quick = [one for one in rests if one.length_s < least_s]
    return QUICK_RETURNS.known(
        len(quick),
        targets,
        texts.QUICK if quick else texts.NO_QUICK,
        _terms(quick),
        count=len(quick),
        whole=len(rests),
        target=least_s,
    )


def _weekly(seen: Seen, targets: Targets) -> Indicator:
    until = min(seen.records.now, seen.records.known_until)
    longest = longest_free(seen.work, seen.week, until)
    if longest is None:
        return WEEKLY_REST.unknown(targets, texts.NO_WORK)
    target = targets.get(WEEKLY_REST.id)
    is_enough = target is not None and target.is_met_by(longest.length_s)
    if not (seen.is_over or is_enough):
        return WEEKLY_REST.unknown(targets, texts.NOT_OVER, _terms([longest]))
    return WEEKLY_REST.known(
        longest.length_s,
        targets,
        texts.WEEKLY_REST,
        _terms([longest]),
        length=longest.length_s,
        span=longest,
    )


def _least_s(targets: Targets) -> float:
    """What is shorter is a quick return, also where rests are held against nothing."""
    target = targets.get(DAILY_REST.id)
    return _QUICK_RETURN_S if target is None else target.value


def _terms(spans: Sequence[Span]) -> list[Term]:
    return [Term(span=one, value=one.length_s) for one in spans]
