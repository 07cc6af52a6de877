"""Targets of the person's own: which indicators can have one, and what is held against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workspace_assistant.core.balance.model import Target, Unit
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.targets import targets_of
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

OWN_BASIS = QT_TRANSLATE_NOOP("week", "your own target")

_HOUR = 3600.0
_DAY = 24 * _HOUR
_WEEK = 7 * _DAY


@dataclass(frozen=True, slots=True)
class Choosable:
    """What an own target of an indicator can be, the limits included.

    Attributes:
        is_least: the value may not be lower; else it may not be higher.
    """

    unit: Unit
    is_least: bool
    lowest: float
    highest: float


def _least(unit: Unit, highest: float, lowest: float = 0.0) -> Choosable:
    return Choosable(unit, is_least=True, lowest=lowest, highest=highest)


def _most(unit: Unit, highest: float, lowest: float = 0.0) -> Choosable:
    return Choosable(unit, is_least=False, lowest=lowest, highest=highest)


# What nobody can aim at is not here: how hard contacts are, how far the way to work is.
CHOOSABLE: Mapping[str, Choosable] = MappingProxyType(
    {
        "shortest-daily-rest": _least(Unit.SECOND, _DAY, _HOUR),
        "quick-returns": _most(Unit.COUNT, 7),
        "longest-weekly-rest": _least(Unit.SECOND, _WEEK, _HOUR),
        "hours": _most(Unit.SECOND, _WEEK, _HOUR),
        "average-hours": _most(Unit.SECOND, _WEEK, _HOUR),
        "longest-working-stretch": _most(Unit.SECOND, 2 * _DAY, _HOUR),
        "overtime": _most(Unit.SECOND, _WEEK),
        "start-regularity": _most(Unit.SECOND, _DAY),
        "days-in-a-row": _most(Unit.COUNT, 31, 1),
        "nights-in-a-row": _most(Unit.COUNT, 31),
        "longest-screen-stretch": _most(Unit.SECOND, _DAY, 300.0),
        "long-shifts-without-break": _most(Unit.COUNT, 7),
        "breaks-had": _least(Unit.FRACTION, 1),
        "after-hours": _most(Unit.SECOND, _WEEK),
        "quiet-days": _least(Unit.COUNT, 7),
        "focus-time": _least(Unit.SECOND, _WEEK),
        "completed-blocks": _least(Unit.FRACTION, 1),
        "uninterrupted-stretch": _least(Unit.SECOND, _DAY),
        "interruptions-per-hour": _most(Unit.PER_HOUR, 60),
        "learning": _least(Unit.SECOND, _WEEK),
        "switching-off": _least(Unit.OF_FIVE, 5, 1),
        "contact-with-colleagues": _least(Unit.FRACTION, 1),
        "began-ready": _least(Unit.FRACTION, 1),
        "technical-time": _most(Unit.SECOND, _WEEK),
        "adherence": _least(Unit.FRACTION, 1),
        "conformance": _least(Unit.FRACTION, 1),
    }
)


def targets_of_settings(settings: WeekSettings) -> Mapping[str, Target]:
    """Those of the region by the ids of their indicators, the own ones in their places."""
    chosen = dict(targets_of(settings.region))
    for name, value in settings.own_targets.items():
        if value is None:
            chosen.pop(name, None)
        else:
            is_least = CHOOSABLE[name].is_least
            chosen[name] = Target(value=value, is_least=is_least, basis=OWN_BASIS)
    return chosen
