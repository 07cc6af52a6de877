"""Targets, goals and the way to work as they are written on a command line, and how they are shown.

All raise `RefusedError` for what nobody can mean.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from workspace_assistant.core.balance.model import Unit
from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.settings_limits import LONGEST_GOAL_S
from workspace_assistant.core.balance.settings_model import Commute, Goal, GoalKind
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.lengths import length_s, length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NONE, DEFAULT = "none", "default"

_NO_PAIR = QT_TRANSLATE_NOOP("cli", "“{text}” is no choice such as {example}")
_NOT_CHOOSABLE = QT_TRANSLATE_NOOP(
    "cli", "“{name}” can have no target of your own. These can: {known}"
)
_NO_TARGET = QT_TRANSLATE_NOOP("cli", "“{text}” is no target of {name}, such as {example}")
_NO_GOAL = QT_TRANSLATE_NOOP("cli", "“{name}” is no goal; there are {known}")
_NO_COUNT = QT_TRANSLATE_NOOP("cli", "“{text}” is no count of breaks, such as 20")
_NO_DISTANCE = QT_TRANSLATE_NOOP("cli", "“{text}” is no distance such as 18km")
_NO_FARE = QT_TRANSLATE_NOOP("cli", "“{text}” is no fare such as 6.40EUR")
_NO_TIME = QT_TRANSLATE_NOOP("cli", "“{text}” is no time of day such as 18:00")

_NUMBER = r"(\d{1,6}(?:[.,]\d{1,4})?)"
_PLAIN = re.compile(_NUMBER, re.ASCII)
_SHARE = re.compile(_NUMBER + r"\s*%", re.ASCII)
_DISTANCE = re.compile(_NUMBER + r"\s*(?:km)?", re.ASCII | re.IGNORECASE)
_FARE = re.compile(_NUMBER + r"\s*([a-z]{3})", re.ASCII | re.IGNORECASE)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
# A length of nothing is none, but a target of no overtime is one.
_NOTHING = frozenset({"0", "0s", "0m", "0min", "0h"})


def named_value(text: str) -> tuple[str, str]:
    """The two sides of ``hours=38h``."""
    name, sign, value = text.partition("=")
    if not (sign and name.strip() and value.strip()):
        raise RefusedError(_NO_PAIR, text=text, example="hours=38h")
    return name.strip().lower(), value.strip().lower()


def target_value(name: str, text: str) -> float | None:
    """In the unit of the indicator; None for ``none``."""
    choosable = CHOOSABLE.get(name)
    if choosable is None:
        known = ", ".join(CHOOSABLE)
        raise RefusedError(_NOT_CHOOSABLE, name=name, known=known)
    if text == NONE:
        return None
    if choosable.unit is Unit.SECOND:
        return 0.0 if text in _NOTHING else length_s(text, choosable.highest)
    share = _SHARE.fullmatch(text)
    if share and choosable.unit is Unit.FRACTION:
        return _number(share[1]) / 100
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        example = "80%" if choosable.unit is Unit.FRACTION else "3"
        raise RefusedError(_NO_TARGET, text=text, name=name, example=example)
    return _number(plain[1])


def goal_of(name: str, text: str) -> Goal | GoalKind:
    """The kind alone where there is to be none."""
    if name not in {*GoalKind}:
        raise RefusedError(_NO_GOAL, name=name, known=", ".join(GoalKind))
    kind = GoalKind(name)
    if text == NONE:
        return kind
    if kind is GoalKind.END_OF_DAY:
        return Goal(kind=kind, ends_by=_time(text))
    if kind is GoalKind.BREAKS:
        if not text.isdecimal():
            raise RefusedError(_NO_COUNT, text=text)
        return Goal(kind=kind, least=float(text))
    return Goal(kind=kind, least=length_s(text, LONGEST_GOAL_S))


def with_way(before: Commute, text: str) -> Commute:
    return replace(before, one_way_s=None if text == NONE else length_s(text))


def with_distance(before: Commute, text: str) -> Commute:
    if text == NONE:
        return replace(before, one_way_km=None)
    found = _DISTANCE.fullmatch(text)
    if found is None:
        raise RefusedError(_NO_DISTANCE, text=text)
    return replace(before, one_way_km=_number(found[1]))


def with_fare(before: Commute, text: str) -> Commute:
    if text == NONE:
        return replace(before, day_fare=None, currency="")
    found = _FARE.fullmatch(text)
    if found is None:
        raise RefusedError(_NO_FARE, text=text)
    return replace(before, day_fare=_number(found[1]), currency=found[2].upper())


def target_text(value: float, unit: Unit) -> str:
    """As `target_value` reads it."""
    if unit is Unit.SECOND:
        return length_text(value)
    return f"{100 * value:g}%" if unit is Unit.FRACTION else f"{value:g}"


def goal_text(goal: Goal) -> str:
    """As `goal_of` reads it."""
    if goal.ends_by is not None:
        return f"{goal.ends_by:%H:%M}"
    least = goal.least or 0.0
    return f"{least:g}" if goal.kind is GoalKind.BREAKS else length_text(least)


def _time(text: str) -> time:
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise RefusedError(_NO_TIME, text=text)
    return time(int(found[1]), int(found[2]))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
