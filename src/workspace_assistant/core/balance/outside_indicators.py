"""Work outside of shifts, and the days without any."""

from __future__ import annotations

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import AFTER_HOURS, QUIET_DAYS, Targets
from workspace_assistant.core.balance.during import Seen, after_hours, days_of, length_of
from workspace_assistant.core.balance.model import Indicator, Term

_DAYS = 7


def outside_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    if not seen.stretches:
        return (
            AFTER_HOURS.unknown(targets, texts.NO_WORK),
            QUIET_DAYS.unknown(targets, texts.NO_WORK),
        )
    outside = after_hours(seen.blocks, seen.records)
    terms = [
        Term(span=day, value=length_of(outside, day)) for day in days_of(seen.week, seen.records)
    ]
    busy = [one for one in terms if one.value]
    return _after_hours(busy, targets), _quiet(seen, busy, targets)


def _after_hours(busy: list[Term], targets: Targets) -> Indicator:
    outside_s = sum(one.value for one in busy)
    sentence = texts.AFTER_HOURS if busy else texts.NO_AFTER_HOURS
    return AFTER_HOURS.known(outside_s, targets, sentence, busy, length=outside_s, count=len(busy))


def _quiet(seen: Seen, busy: list[Term], targets: Targets) -> Indicator:
    quiet = _DAYS - len(busy)
    # Days that are still to come may turn out either way, unless too many were busy already.
    if not seen.is_over and targets[QUIET_DAYS.id].is_met_by(quiet):
        return QUIET_DAYS.unknown(targets, texts.NOT_OVER, busy)
    return QUIET_DAYS.known(quiet, targets, texts.QUIET, busy, count=quiet)
