"""An indicator: one line of the weekly summary, with its formula in numbers and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from enum import StrEnum
from types import MappingProxyType

from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.readiness.verdicts import Verdict
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span

_NO_PARTS: Mapping[str, str] = MappingProxyType({})

NAME_GAP = ", "
"""Between the names of a `Term` that is of more than one thing."""

Part = Span | date | time | float | str
"""What goes into a place of a sentence: a `time` is an hour of any day."""


class State(StrEnum):
    """How a value stands to its target."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_ENOUGH_DATA = "not-enough-data"  # never counts as failed
    INFORMATION = "information"  # nobody set a target


class Unit(StrEnum):
    SECOND = "s"
    COUNT = "count"
    PER_HOUR = "1/h"
    FRACTION = "fraction"
    OF_FIVE = "1-5"
    KILOMETRE = "km"
    MONEY = "money"  # in the currency of the settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence marked for translation, and what goes into its ``{named}`` places.

    Lengths, times and days are put in by whoever shows it; `parts` name them. Of an instant only
    the time of day is shown.
    """

    sentence: str
    parts: Mapping[str, Part] = field(default_factory=lambda: _NO_PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a value is held against; the limit itself is met.

    Attributes:
        is_least: the value may not be lower; else it may not be higher.
        basis: where the number comes from, marked for translation.
    """

    value: float
    is_least: bool
    basis: str

    def is_met_by(self, value: float) -> bool:
        return value >= self.value if self.is_least else value <= self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One number that the value was made of.

    Attributes:
        span: the time it was counted in.
        name: what it is of, such as the cause of interruptions; empty where the time says it.
    """

    span: Span
    value: float
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One line of the summary.

    Attributes:
        id: stable kebab-case word; docs/week.md says what each means.
        value: None where there is not enough data.
        name, formula: what it is, and how the value follows from `terms`; marked for translation.
    """

    id: str
    name: str
    unit: Unit
    value: float | None
    target: Target | None
    formula: str
    told: Told
    terms: tuple[Term, ...] = ()

    @property
    def state(self) -> State:
        if self.value is None:
            return State.NOT_ENOUGH_DATA
        if self.target is None:
            return State.INFORMATION
        return State.MET if self.target.is_met_by(self.value) else State.NOT_MET


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What one of the checks of readiness came to that the person's profile requires.

    Attributes:
        at: when the run was started that it was part of.
        check: its id, such as ``voice-path``.
    """

    at: datetime
    check: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What a week is told from; what lies outside of it does no harm.

    Attributes:
        sources: of the week and of weeks around it; nothing later than its `now` has happened yet.
        proven_at: until when an open block is known to have run.
        known_until: later work was not asked for; whether there was any is not known.
        leave: days off, each once.
        worked_elsewhere: when blocks were worked that are not in `sources`, as far as no shift
            tells so: rests and averages reach months back, and need no more of them. Time that
            both tell counts once.
        checked: by when, of the week and some hours before it.
    """

    sources: Sources
    proven_at: datetime
    known_until: datetime
    leave: tuple[LeaveDay, ...] = ()
    worked_elsewhere: tuple[Span, ...] = ()
    checked: tuple[Checked, ...] = ()

    @property
    def now(self) -> datetime:
        return self.sources.now

    @property
    def zone(self) -> tzinfo:
        """Whose days and weeks are counted."""
        return self.sources.zone

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """Each once and without hidden ones."""
        return self.sources.shifts

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.sources.blocks


class Layer(StrEnum):
    """What a piece of a day was, as far as anybody knows."""

    FOCUS = "focus"  # worked in a block, inside the plan
    OTHER_WORK = "other-work"  # of a shift, without a block
    BREAK = "break"  # planned in a shift, or had
    AFTER_HOURS = "after-hours"  # worked in a block, outside of every shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a day that was one thing."""

    span: Span
    layer: Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the week, from 04:00 to 04:00; shifts and blocks belong to where they start.

    Attributes:
        frames: its planned shifts, united; none on a day off.
        pieces: what it was made of, in order and apart from each other.
        interrupted_at: when its blocks were interrupted, in order.
        leave: why it is off; None of a day like any other.
        planned_s: of shifts without their planned breaks, time that two share counted once.
        worked_s: at work: shifts and blocks together, without planned breaks.
        focus_s: worked in blocks.
        after_hours_s: worked in blocks outside of shifts; None where no shift is known.
        interruptions: of blocks.
    """

    on: date
    planned_s: float
    worked_s: float
    focus_s: float
    after_hours_s: float | None
    interruptions: int
    frames: tuple[Span, ...] = ()
    pieces: tuple[Piece, ...] = ()
    interrupted_at: tuple[datetime, ...] = ()
    leave: LeaveKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week, told.

    Attributes:
        name: such as ``2026-W47``.
        is_over: the values cannot change any more but by corrections.
        is_off: it has days off, and neither work nor a shift on any other day.
        rests: the rests between the days of work that ended in it, whole, in order.
    """

    name: str
    span: Span
    is_over: bool
    indicators: tuple[Indicator, ...]
    days: tuple[Day, ...]
    rests: tuple[Span, ...] = ()
    is_off: bool = False

    @property
    def with_target(self) -> tuple[Indicator, ...]:
        """Those that are met or not: what the headline counts."""
        return tuple(one for one in self.indicators if one.state in {State.MET, State.NOT_MET})

    @property
    def met_count(self) -> int:
        return sum(one.state is State.MET for one in self.indicators)
