"""How much of each indicator is worth a word: misses and changes are counted in such steps.

So minutes, shares and counts can be put into an order: the most steps first. Defaults of this
program; docs/week.md lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workspace_assistant.core.balance.model import Indicator

_MINUTE, _HOUR = 60.0, 3600.0

STEPS: Mapping[str, float] = MappingProxyType(
    {
        "shortest-daily-rest": _HOUR,
        "quick-returns": 1,
        "longest-weekly-rest": 4 * _HOUR,
        "hours": 2 * _HOUR,
        "average-hours": 2 * _HOUR,
        "longest-working-stretch": _HOUR,
        "overtime": _HOUR,
        "start-regularity": 2 * _HOUR,
        "days-in-a-row": 1,
        "nights-in-a-row": 1,
        "longest-screen-stretch": 15 * _MINUTE,
        "long-shifts-without-break": 1,
        "breaks-had": 0.1,
        "after-hours": 30 * _MINUTE,
        "quiet-days": 1,
        "focus-time": _HOUR,
        "completed-blocks": 0.1,
        "uninterrupted-stretch": 10 * _MINUTE,
        "interruptions-per-hour": 0.5,
        "learning": 30 * _MINUTE,
        "hard-contacts": 2,
        "switching-off": 1,
        "contact-with-colleagues": 0.25,
        "began-ready": 0.1,
        "technical-time": 30 * _MINUTE,
        "adherence": 0.05,
        "conformance": 0.05,
    }
)

# Of indicators that tell of the same thing one is enough.
_THEMES: Mapping[str, str] = MappingProxyType(
    {
        "quick-returns": "shortest-daily-rest",
        "quiet-days": "after-hours",
        "average-hours": "hours",
        "overtime": "hours",
        "conformance": "adherence",
        "completed-blocks": "focus-time",
    }
)


def theme_of(name: str) -> str:
    """Shared by the indicators that tell of the same thing."""
    return _THEMES.get(name, name)


def missed_by(one: Indicator) -> float:
    """How many steps an indicator that is known and has a target lies from it."""
    value, target = one.value or 0.0, one.target.value if one.target else 0.0
    return abs(value - target) / STEPS[one.id]


def worst_first(missed: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """One of each theme; of equal ones, the first of the summary."""
    found: dict[str, Indicator] = {}
    for one in sorted(missed, key=missed_by, reverse=True):
        found.setdefault(theme_of(one.id), one)
    return tuple(found.values())
