"""What a week is held against where the person chose nothing else: law, then official guidance.

No legal assessment: contracts, collective agreements and exceptions are not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from workspace_assistant.core.balance.model import Target
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_HOUR = 3600.0


class Region(StrEnum):
    """Whose law the targets follow."""

    EU = "eu"
    GERMANY = "de"
    UNITED_KINGDOM = "uk"
    UNITED_STATES = "us"
    OWN = "own"  # no law and no guidance: own targets alone, and the defaults of this program


_REST_EU = QT_TRANSLATE_NOOP("week", "Directive 2003/88/EC, article 3")
_REST_DE = QT_TRANSLATE_NOOP("week", "Arbeitszeitgesetz, section 5")
_REST_UK = QT_TRANSLATE_NOOP("week", "Working Time Regulations 1998, regulation 10")
_WEEKLY_EU = QT_TRANSLATE_NOOP("week", "Directive 2003/88/EC, article 5: 24 h and the daily 11 h")
_WEEKLY_UK = QT_TRANSLATE_NOOP("week", "Working Time Regulations 1998, regulations 10 and 11")
_AVERAGE_EU = QT_TRANSLATE_NOOP("week", "Directive 2003/88/EC, article 6")
_AVERAGE_DE = QT_TRANSLATE_NOOP("week", "Arbeitszeitgesetz, section 3: 8 h on six working days")
_AVERAGE_UK = QT_TRANSLATE_NOOP("week", "Working Time Regulations 1998, regulation 4")
_NO_LAW = QT_TRANSLATE_NOOP("week", "no federal law; the value of Directive 2003/88/EC as a guide")
_HSE = QT_TRANSLATE_NOOP("week", "HSE, Managing shift work (HSG256), good practice")
_SCREEN = QT_TRANSLATE_NOOP("week", "HSE, Work with display screen equipment (L26)")
_BREAK_EU = QT_TRANSLATE_NOOP("week", "Directive 2003/88/EC, article 4")
_BREAK_DE = QT_TRANSLATE_NOOP("week", "Arbeitszeitgesetz, section 4")
_BREAK_UK = QT_TRANSLATE_NOOP("week", "Working Time Regulations 1998, regulation 12")
_OWN = QT_TRANSLATE_NOOP("week", "a default of this program")

_LAW: Mapping[Region, tuple[str, str, str]] = {
    Region.EU: (_REST_EU, _WEEKLY_EU, _AVERAGE_EU),
    Region.GERMANY: (_REST_DE, _WEEKLY_EU, _AVERAGE_DE),
    Region.UNITED_KINGDOM: (_REST_UK, _WEEKLY_UK, _AVERAGE_UK),
    Region.UNITED_STATES: (_NO_LAW, _NO_LAW, _NO_LAW),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakLaw:
    """What break is due in a shift.

    Attributes:
        due: more than so many seconds of work, and so many of breaks; the longest first. Empty
            where no law was chosen.
        shortest_s: what is shorter does not count.
    """

    due: tuple[tuple[float, float], ...]
    shortest_s: float
    basis: str

    def due_s(self, shift_s: float) -> float:
        """0 where none is due."""
        return next((least_s for over_s, least_s in self.due if shift_s > over_s), 0.0)


# The directive leaves the length to the states: what counts as a break at all is taken for it.
_EU_BREAK = BreakLaw(due=((6 * _HOUR, 900.0),), shortest_s=900.0, basis=_BREAK_EU)
_BREAKS: Mapping[Region, BreakLaw] = {
    Region.EU: _EU_BREAK,
    Region.GERMANY: BreakLaw(
        due=((9 * _HOUR, 2700.0), (6 * _HOUR, 1800.0)), shortest_s=900.0, basis=_BREAK_DE
    ),
    Region.UNITED_KINGDOM: BreakLaw(due=((6 * _HOUR, 1200.0),), shortest_s=1200.0, basis=_BREAK_UK),
    Region.UNITED_STATES: replace(_EU_BREAK, basis=_NO_LAW),
    Region.OWN: BreakLaw(due=(), shortest_s=0.0, basis=""),
}
_DEFAULTS = {
    "breaks-had": Target(value=0.8, is_least=True, basis=_OWN),
    "after-hours": Target(value=0.5 * _HOUR, is_least=False, basis=_OWN),
    "quiet-days": Target(value=5, is_least=True, basis=_OWN),
}


def break_law_of(region: Region) -> BreakLaw:
    return _BREAKS[region]


def targets_of(region: Region) -> Mapping[str, Target]:
    """By the ids of the indicators that have one."""
    return _DEFAULTS if region is Region.OWN else _by_law(region) | _DEFAULTS


def _by_law(region: Region) -> dict[str, Target]:
    rest, weekly, average = _LAW[region]
    return {
        "shortest-daily-rest": Target(value=11 * _HOUR, is_least=True, basis=rest),
        "quick-returns": Target(value=0, is_least=False, basis=rest),
        "longest-weekly-rest": Target(value=35 * _HOUR, is_least=True, basis=weekly),
        "average-hours": Target(value=48 * _HOUR, is_least=False, basis=average),
        "longest-working-stretch": Target(value=12 * _HOUR, is_least=False, basis=_HSE),
        "days-in-a-row": Target(value=6, is_least=False, basis=_HSE),
        "nights-in-a-row": Target(value=3, is_least=False, basis=_HSE),
        "longest-screen-stretch": Target(value=_HOUR, is_least=False, basis=_SCREEN),
        "long-shifts-without-break": Target(
            value=0, is_least=False, basis=break_law_of(region).basis
        ),
    }
