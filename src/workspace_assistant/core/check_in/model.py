"""Check-ins and marks of hard contacts. Every instant is aware UTC. What was not told is None."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workspace_assistant.core.spans import Span

WORST, BEST = 1, 5
# At or under this a value counts as low.
LOW = 2


class Item(StrEnum):
    """What is asked, each on 1 (bad) to 5 (good). The values are the fields of `Answers`."""

    EYES = "eyes"
    VOICE = "voice"
    BODY = "body"
    ENERGY = "energy"
    SWITCH_OFF = "switch_off"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person tells of a shift; all of it may stay open.

    Attributes:
        switch_off: whether work could be left behind after the shift before.
        contact: how much real talk with a colleague there was.
        hard_contacts: contacts with customers that were hard; those marked in the shift included.
        abusive_contacts, solved_contacts: how many of these were abusive, how many were solved.
        learning_minutes: how long something was learned, focus blocks of learning included.
        note: one line, for the person alone.
    """

    eyes: int | None = None
    voice: int | None = None
    body: int | None = None
    energy: int | None = None
    switch_off: int | None = None
    contact: int | None = None
    hard_contacts: int | None = None
    abusive_contacts: int | None = None
    solved_contacts: int | None = None
    learning_minutes: int | None = None
    note: str = ""

    def of(self, item: Item) -> int | None:
        value: int | None = getattr(self, item.value)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """Answers to one shift. There is one for each shift; outside of shifts, one for each day.

    Attributes:
        at: when its form was first filled in; telling again changes the answers alone.
        since: what its counts begin with: the shift's start, or that of the day at 04:00.
        until: what its counts end with: when the form was filled in that they were told in.
        shift_id: None for a day without a shift.
    """

    id: str
    at: datetime
    since: datetime
    until: datetime
    shift_id: str | None = None
    answers: Answers = Answers()

    @property
    def span(self) -> Span:
        """The time that its counts are of."""
        return Span(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class HardContact:
    """A contact with a customer that was hard, marked by one click in the shift."""

    id: str
    at: datetime
    is_abusive: bool = False
    is_solved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedShift:
    """A shift as far as check-ins are concerned."""

    id: str
    span: Span
