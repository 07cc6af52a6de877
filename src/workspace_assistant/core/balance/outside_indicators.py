"""Work outside of shifts, and the days without any."""

from __future__ import annotations

from dataclasses import replace

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import AFTER_HOURS, QUIET_DAYS, Targets
from workspace_assistant.core.balance.during import Seen, outside_by_day
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.facts.outside import LEAST_DAY_S

_DAYS = 7


def outside_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    """Without any shift nobody knows which work was planned."""
    missing = "" if seen.records.shifts else texts.NO_SHIFT_KNOWN
    missing = missing if seen.stretches else texts.NO_WORK
    if missing:
        return AFTER_HOURS.unknown(targets, missing), QUIET_DAYS.unknown(targets, missing)
    outside = [one for one in outside_by_day(seen) if one.value]
    busy = [one for one in outside if one.value >= LEAST_DAY_S]
    return _after_hours(outside, targets), _quiet(seen, busy, targets)


def _after_hours(outside: list[Term], targets: Targets) -> Indicator:
    outside_s = sum(one.value for one in outside)
    sentence = texts.AFTER_HOURS if outside else texts.NO_AFTER_HOURS
    return AFTER_HOURS.known(
        outside_s, targets, sentence, outside, length=outside_s, count=len(outside)
    )


def _quiet(seen: Seen, busy: list[Term], given: Targets) -> Indicator:
    """A day off on which one worked is a day like any other; else it is no day to be judged."""
    at_work = {one.span for one in busy}
    off = sum(
        leave is not None and day not in at_work
        for day, leave in zip(seen.days, seen.leave, strict=True)
    )
    whole, targets = _DAYS - off, _lowered(given, off)
    quiet = whole - len(busy)
    if seen.is_over:
        return QUIET_DAYS.known(quiet, targets, texts.QUIET, busy, count=quiet, whole=whole)
    # Days that are still to come may turn out either way, unless too many were busy already.
    target = targets.get(QUIET_DAYS.id)
    if target is None or target.is_met_by(quiet):
        return QUIET_DAYS.unknown(targets, texts.NOT_OVER, busy)
    return QUIET_DAYS.known(quiet, targets, texts.QUIET_AT_MOST, busy, count=quiet, whole=whole)


def _lowered(targets: Targets, by: int) -> Targets:
    """As many days may be busy as in a week without a day off."""
    target = targets.get(QUIET_DAYS.id)
    if target is None or not by:
        return targets
    return {**targets, QUIET_DAYS.id: replace(target, value=max(0.0, target.value - by))}
