"""What one setting is: a name, what may be kept under it, and the words it is found by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is kept of a setting, as text; docs/settings.md gives examples."""

    SWITCH = "switch"  # on, off
    NUMBER = "number"
    LENGTH = "length"  # of time, in `Setting.unit`
    TIME = "time of day"  # 18:00
    CHOICE = "choice"  # one of `Setting.choices`
    SEVERAL = "several"  # one or more of them, with commas between
    AGE = "age"  # 2y, 26w, 90d: how long something is kept
    TEXT = "text"


class Unit(StrEnum):
    """What a number counts, as it is kept."""

    NONE = ""
    SECOND = "s"
    MINUTE = "min"
    DAY = "days"
    TIMES = "times"
    FRACTION = "fraction"  # 0.8, written 80 %
    PERCENT = "%"
    PER_HOUR = "1/h"
    OF_FIVE = "1-5"
    KILOMETER = "km"


class Section(StrEnum):
    """The parts of the page, in its order."""

    REMINDERS = "reminders"
    BREAKS = "breaks"
    FOCUS = "focus"
    WEEK = "week"
    LOOK = "look"
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that is kept, and what it is called."""

    value: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting.

    Attributes:
        key: its name in `settings.toml` and on the command line.
        title, explanation: marked sentences, or phrases.
        default: what counts while nothing is kept, as it would be kept; empty where `unset` says
            what is so then.
        words: a marked list of words, with blanks between, that it is searched by besides.
        low, high: what is taken, both included, in `unit`; None of what is no number.
        is_whole: a number without a fraction.
        choices: of a choice, its values. Of others, words that are kept in place of a number.
        unset: what is so while nothing is kept; empty where there is a default.
        is_late: what is shown keeps its old look until the next start.
    """

    key: str
    kind: Kind
    section: Section
    title: str
    explanation: str
    default: str = ""
    words: str = ""
    low: float | None = None
    high: float | None = None
    is_whole: bool = False
    unit: Unit = Unit.NONE
    choices: tuple[Choice, ...] = ()
    unset: str = ""
    is_late: bool = False

    @property
    def unit_s(self) -> float:
        """How many seconds the kept number of a length counts by."""
        return 60.0 if self.unit is Unit.MINUTE else 1.0
