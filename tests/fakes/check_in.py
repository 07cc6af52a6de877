"""Check-ins in memory, with clock, shifts, choices and calls that a test sets."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count

from workspace_assistant.core.check_in.model import CheckIn, HardContact, PlannedShift
from workspace_assistant.core.check_in.service import CheckInService
from workspace_assistant.core.spans import Span


@dataclass
class MemoryCheckInStore:
    """Implements `CheckInStore`."""

    kept: dict[str, CheckIn] = field(default_factory=dict)
    marked: dict[str, HardContact] = field(default_factory=dict)

    def writing(self) -> AbstractContextManager[MemoryCheckInStore]:
        return nullcontext(self)

    def put(self, check_in: CheckIn) -> None:
        if check_in.shift_id is not None:
            others = [one for one in self.kept.values() if one.shift_id == check_in.shift_id]
            for one in others:
                del self.kept[one.id]
        self.kept[check_in.id] = check_in

    def between(self, span: Span) -> tuple[CheckIn, ...]:
        found = [one for one in self.kept.values() if span.holds(one.at)]
        return tuple(sorted(found, key=lambda one: (one.at, one.id)))

    def of_shift(self, shift_id: str) -> CheckIn | None:
        return next((one for one in self.kept.values() if one.shift_id == shift_id), None)

    def find(self, beginning: str) -> tuple[CheckIn, ...]:
        found = sorted(one for one in self.kept if one.startswith(beginning))
        return tuple(self.kept[one] for one in found[:3])

    def remove(self, check_in_id: str) -> None:
        self.kept.pop(check_in_id, None)

    def mark(self, contact: HardContact) -> None:
        self.marked[contact.id] = contact

    def marks(self, span: Span) -> tuple[HardContact, ...]:
        found = [one for one in self.marked.values() if span.holds(one.at)]
        return tuple(sorted(found, key=lambda one: (one.at, one.id)))

    def unmark(self, contact_id: str) -> None:
        self.marked.pop(contact_id, None)


@dataclass
class MemorySwitches:
    """Implements `Switches`."""

    kept: dict[str, str] = field(default_factory=dict)

    def recall(self, name: str) -> str:
        return self.kept.get(name, "")

    def remember(self, name: str, value: str) -> None:
        self.kept[name] = value


@dataclass
class CheckInDesk:
    """Attributes: `at` is now; `shifts` are planned; `call` is what the call sensor says;
    `settled` counts the acts that change what is asked.
    """

    at: datetime
    zone: tzinfo = UTC
    shifts: Sequence[PlannedShift] = ()
    call: bool | None = False
    store: MemoryCheckInStore = field(default_factory=MemoryCheckInStore)
    switches: MemorySwitches = field(default_factory=MemorySwitches)
    settled: int = 0

    def __post_init__(self) -> None:
        numbers = count(1)
        self.service = CheckInService(
            store=self.store,
            now=lambda: self.at,
            new_id=lambda: f"{next(numbers):032x}",
            zone=lambda: self.zone,
            shifts_between=self._between,
            switches=self.switches,
            in_call=lambda: self.call,
        )

    def later(self, **length: float) -> None:
        self.at += timedelta(**length)

    def settle(self) -> None:
        self.settled += 1

    def _between(self, span: Span) -> tuple[PlannedShift, ...]:
        return tuple(one for one in self.shifts if one.span.overlaps(span))


def planned(shift_id: str, start: datetime, hours: float) -> PlannedShift:
    return PlannedShift(id=shift_id, span=Span(start, start + timedelta(hours=hours)))
