"""What each indicator is: its id, its unit and its formula in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workspace_assistant.core.balance import texts, work_texts
from workspace_assistant.core.balance.model import Indicator, Target, Term, Told, Unit
from workspace_assistant.core.spans import Span

Targets = Mapping[str, Target]


@dataclass(frozen=True, slots=True)
class Definition:
    """One indicator; `known` and `unknown` make it of a week."""

    id: str
    unit: Unit
    name: str
    formula: str

    def known(
        self,
        value: float,
        targets: Targets,
        sentence: str,
        terms: Sequence[Term] = (),
        **parts: Span | date | float | str,
    ) -> Indicator:
        return self._made(value, targets, Told(sentence=sentence, parts=parts), terms)

    def unknown(
        self, targets: Targets, sentence: str, terms: Sequence[Term] = (), **parts: float
    ) -> Indicator:
        """Not enough data; the sentence says of what."""
        return self._made(None, targets, Told(sentence=sentence, parts=parts), terms)

    def _made(
        self, value: float | None, targets: Targets, told: Told, terms: Sequence[Term]
    ) -> Indicator:
        return Indicator(
            id=self.id,
            name=self.name,
            unit=self.unit,
            value=value,
            target=targets.get(self.id),
            formula=self.formula,
            told=told,
            terms=tuple(terms),
        )


DAILY_REST = Definition("shortest-daily-rest", Unit.SECOND, texts.N_REST, texts.F_REST)
QUICK_RETURNS = Definition("quick-returns", Unit.COUNT, texts.N_QUICK, texts.F_QUICK)
WEEKLY_REST = Definition(
    "longest-weekly-rest", Unit.SECOND, texts.N_WEEKLY_REST, texts.F_WEEKLY_REST
)
HOURS = Definition("hours", Unit.SECOND, texts.N_HOURS, texts.F_HOURS)
AVERAGE_HOURS = Definition("average-hours", Unit.SECOND, texts.N_AVERAGE, texts.F_AVERAGE)
WORKING_STRETCH = Definition(
    "longest-working-stretch", Unit.SECOND, texts.N_STRETCH, texts.F_STRETCH
)
OVERTIME = Definition("overtime", Unit.SECOND, texts.N_OVERTIME, texts.F_OVERTIME)
DAYS_IN_A_ROW = Definition("days-in-a-row", Unit.COUNT, texts.N_DAYS, texts.F_DAYS)
NIGHTS_IN_A_ROW = Definition("nights-in-a-row", Unit.COUNT, texts.N_NIGHTS, texts.F_NIGHTS)
AFTER_HOURS = Definition("after-hours", Unit.SECOND, texts.N_AFTER_HOURS, texts.F_AFTER_HOURS)
QUIET_DAYS = Definition("quiet-days", Unit.COUNT, texts.N_QUIET, texts.F_QUIET)
FOCUS_TIME = Definition("focus-time", Unit.SECOND, texts.N_FOCUS, texts.F_FOCUS)
COMPLETED_BLOCKS = Definition(
    "completed-blocks", Unit.FRACTION, texts.N_COMPLETED, texts.F_COMPLETED
)
UNINTERRUPTED = Definition(
    "uninterrupted-stretch", Unit.SECOND, texts.N_UNINTERRUPTED, texts.F_UNINTERRUPTED
)
INTERRUPTIONS = Definition(
    "interruptions-per-hour", Unit.PER_HOUR, texts.N_INTERRUPTIONS, texts.F_INTERRUPTIONS
)
START_REGULARITY = Definition("start-regularity", Unit.SECOND, texts.N_STARTS, texts.F_STARTS)
SCREEN_STRETCH = Definition("longest-screen-stretch", Unit.SECOND, texts.N_SCREEN, texts.F_SCREEN)
LONG_SHIFTS = Definition(
    "long-shifts-without-break", Unit.COUNT, texts.N_LONG_SHIFTS, texts.F_LONG_SHIFTS
)
BREAKS_HAD = Definition("breaks-had", Unit.FRACTION, texts.N_BREAKS, texts.F_BREAKS)
LEARNING = Definition("learning", Unit.SECOND, texts.N_LEARNING, texts.F_LEARNING)
HARD_CONTACTS = Definition("hard-contacts", Unit.COUNT, texts.N_HARD, texts.F_HARD)
SWITCH_OFF = Definition("switching-off", Unit.OF_FIVE, texts.N_SWITCH_OFF, texts.F_SWITCH_OFF)
COLLEAGUES = Definition("contact-with-colleagues", Unit.FRACTION, texts.N_CONTACT, texts.F_CONTACT)
BEGAN_READY = Definition("began-ready", Unit.FRACTION, work_texts.N_READY, work_texts.F_READY)
TECHNICAL_TIME = Definition(
    "technical-time", Unit.SECOND, work_texts.N_TECHNICAL, work_texts.F_TECHNICAL
)
TIME_SAVED = Definition(
    "commute-time-saved", Unit.SECOND, work_texts.N_TIME_SAVED, work_texts.F_TIME_SAVED
)
DISTANCE_SAVED = Definition(
    "commute-distance-saved",
    Unit.KILOMETRE,
    work_texts.N_DISTANCE_SAVED,
    work_texts.F_DISTANCE_SAVED,
)
MONEY_SAVED = Definition(
    "commute-money-saved", Unit.MONEY, work_texts.N_MONEY_SAVED, work_texts.F_MONEY_SAVED
)
ADHERENCE = Definition("adherence", Unit.FRACTION, work_texts.N_ADHERENCE, work_texts.F_ADHERENCE)
CONFORMANCE = Definition(
    "conformance", Unit.FRACTION, work_texts.N_CONFORMANCE, work_texts.F_CONFORMANCE
)
