"""Tips, facts and a day around them, as a test writes them down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.fakes.preshift import MemoryWhyLog
from tests.fakes.shifts import FakeNow
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.ways import FirstThatShows
from workspace_assistant.core.text import in_english
from workspace_assistant.core.tips.condition_reading import read_condition
from workspace_assistant.core.tips.model import Grade, Kept, Moment, Period, Source, Tip, TipEvent
from workspace_assistant.core.tips.service import TipService

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SHIFT = Period(key="shift-1", is_shift=True)
DAY = Period(key="day 2026-11-23", is_shift=False)

SOURCE = Source(title="A study", by="Somebody", year=2020, url="https://doi.org/10.1000/1")


def a_tip(
    name: str,
    condition: str = "interruptions.pet.week >= 2",
    *,
    topic: str = "noise",
    grade: Grade = Grade.STUDY,
    cooldown_days: int = 7,
) -> Tip:
    return Tip(
        id=name,
        topic=topic,
        text=f"Do {name}.",
        condition=condition,
        trigger=read_condition(condition),
        grade=grade,
        source=None if grade.is_idea else SOURCE,
        cooldown_days=cooldown_days,
    )


def a_fact(name: str, value: float) -> Fact:
    parts = {"name": name, "value": f"{value:g}"}
    return Fact(name=name, value=value, sentence="{name} is {value}.", parts=parts)


def facts_of(**known: float | None) -> dict[str, Fact | Unknown]:
    """By names with ``__`` for the dot; None is unknown."""
    facts: dict[str, Fact | Unknown] = {}
    for key, value in known.items():
        name = key.replace("__", ".")
        if value is None:
            facts[name] = Unknown(name=name, reason="never-measured", sentence=f"No {name} yet.")
        else:
            facts[name] = a_fact(name, value)
    return facts


PETS = facts_of(interruptions__pet__week=4)


def a_moment(
    at: datetime = NOON,
    *,
    period: Period = SHIFT,
    in_call: bool | None = False,
    in_block: bool = False,
) -> Moment:
    return Moment(now=at, period=period, in_call=in_call, in_block=in_block)


def an_offer(tip_id: str, at: datetime = NOON, period: str = SHIFT.key) -> TipEvent:
    return TipEvent(at=at, tip_id=tip_id, answer=None, period=period)


class MemoryTipLog:
    """Implements the port `TipLog`."""

    def __init__(self, *events: TipEvent) -> None:
        self.events = list(events)

    def kept(self) -> Kept:
        return Kept(events=tuple(self.events), mark=len(self.events))

    def claim(self, offer: TipEvent, mark: int) -> bool:
        is_ours = mark == len(self.events)
        if is_ours:
            self.events.append(offer)
        return is_ours

    def add(self, answer: TipEvent) -> None:
        self.events.append(answer)


@dataclass
class TipsDesk:
    """Implements the port `Circumstances`; everything may be changed between two questions."""

    catalog: tuple[Tip, ...]
    facts: dict[str, Fact | Unknown] = field(default_factory=lambda: dict(PETS))
    log: MemoryTipLog = field(default_factory=MemoryTipLog)
    why_log: MemoryWhyLog = field(default_factory=MemoryWhyLog)
    clock: FakeNow = field(default_factory=lambda: FakeNow(NOON))
    running: Period = SHIFT
    calling: bool | None = False
    blocked: bool = False

    def now(self) -> datetime:
        return self.clock()

    def period(self, now: datetime, /) -> Period:
        del now
        return self.running

    def in_call(self) -> bool | None:
        return self.calling

    def in_block(self) -> bool:
        return self.blocked

    def service(self) -> TipService:
        return TipService(
            catalog=lambda: self.catalog,
            facts=lambda: self.facts,
            log=self.log,
            circumstances=self,
            reminders=ReminderService(
                why_log=self.why_log, notifier=FirstThatShows([]), now=self.clock
            ),
            say=in_english,
        )
