"""When a tip fits: a condition on named facts, such as ``interruptions.pet.week >= 2``.

A fact that is not known makes no condition hold and none fail: it stays not known, with the reason,
unless the other facts settle it (Kleene's three values).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt

from workspace_assistant.core.facts.model import Fact, Unknown

OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "==": eq,
}


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
