"""When a tip fits: a condition on named facts, such as ``interruptions.pet.week >= 2``.

A fact that is not known makes no condition hold and none fail: it stays not known, with the reason,
unless the other facts settle it (Kleene's three values).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt
from typing import TypeVar

from workspace_assistant.core.facts.model import Fact, Facts, Unknown
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "==": eq,
}

NamedT = TypeVar("NamedT", Fact, Unknown)

NOT_GIVEN = QT_TRANSLATE_NOOP("tips", "This is not measured or logged here.")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact against a number, in the unit that the fact's name has."""

    name: str
    operator: str
    number: float


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when all parts do."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one part does."""

    parts: tuple[Condition, ...]


Condition = Comparison | AllOf | AnyOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a condition says of the facts.

    Attributes:
        holds: None where facts are missing that would decide.
        facts: that decided, in the order of the condition.
        unknown: those that are missing; none where it holds or fails without them.
        excess: how far beyond its number the fact lies that lies farthest, as a share of the
            number; 0 where it does not hold.
    """

    holds: bool | None
    facts: tuple[Fact, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    excess: float = 0.0


def answered(condition: Condition, facts: Facts) -> Answered:
    """Whether *condition* holds, and by which facts."""
    if isinstance(condition, Comparison):
        return _compared(condition, facts)
    parts = [answered(part, facts) for part in condition.parts]
    return _settled(parts, decisive=isinstance(condition, AnyOf))


def names_in(condition: Condition) -> frozenset[str]:
    """Of all facts that *condition* asks for."""
    if isinstance(condition, Comparison):
        return frozenset({condition.name})
    return frozenset().union(*(names_in(part) for part in condition.parts))


def _compared(condition: Comparison, facts: Facts) -> Answered:
    fact = facts.get(condition.name)
    if fact is None:
        fact = Unknown(name=condition.name, reason="not-given", sentence=NOT_GIVEN)
    if isinstance(fact, Unknown):
        return Answered(holds=None, unknown=(fact,))
    if not OPERATORS[condition.operator](fact.value, condition.number):
        return Answered(holds=False, facts=(fact,))
    # Small numbers are counts mostly, and shares of one: below it the distance itself is taken.
    excess = abs(fact.value - condition.number) / max(abs(condition.number), 1.0)
    return Answered(holds=True, facts=(fact,), excess=excess)


def _settled(answers: Sequence[Answered], *, decisive: bool) -> Answered:
    """*decisive*: what one part says so that the others no longer matter."""
    deciding = [one for one in answers if one.holds is decisive]
    if deciding:
        return _joined(deciding, holds=decisive)
    missing = [one for one in answers if one.holds is None]
    if missing:
        return Answered(holds=None, unknown=_once(each for one in missing for each in one.unknown))
    return _joined(answers, holds=not decisive)


def _joined(answers: Sequence[Answered], *, holds: bool) -> Answered:
    facts = _once(fact for one in answers for fact in one.facts)
    return Answered(holds=holds, facts=facts, excess=max(one.excess for one in answers))


def _once(named: Iterable[NamedT]) -> tuple[NamedT, ...]:
    return tuple({one.name: one for one in named}.values())
