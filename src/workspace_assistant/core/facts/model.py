"""A fact: one number with the sentence that quotes it, or why it is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that was measured or logged.

    Attributes:
        name: one of `NAMES`.
        value: in the unit that the name has there; yes is 1, no is 0.
        sentence: quotes it to the person, marked for translation, with ``{named}`` places.
        parts: what goes there.
        count: how many measurements or entries it rests on.
    """

    name: str
    value: float
    sentence: str
    parts: Mapping[str, str] = field(default_factory=lambda: _NONE)
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A fact that is not known; never a zero.

    Attributes:
        reason: stable kebab-case word, such as ``not-enough-data`` or ``never-measured``.
        sentence: why, and what would make it known; marked for translation.
    """

    name: str
    reason: str
    sentence: str
    parts: Mapping[str, str] = field(default_factory=lambda: _NONE)


Facts = Mapping[str, Fact | Unknown]
