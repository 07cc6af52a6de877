"""Writes down what happened; what cannot be written now is written later."""

from __future__ import annotations

from dataclasses import dataclass, field

from workspace_assistant.core.breaks.model import ActivityStretch, BreakRecord
from workspace_assistant.core.breaks.ports import BreakStore
from workspace_assistant.core.breaks.state import State, Step


@dataclass(slots=True)
class Keeper:
    """Attributes: `records` and `stretches` wait to be written, by id."""

    store: BreakStore
    records: dict[str, BreakRecord] = field(default_factory=dict)
    stretches: dict[str, ActivityStretch] = field(default_factory=dict)

    def add(self, step: Step) -> None:
        self.records |= {event.record.id: event.record for event in step.events}
        self.stretches |= {stretch.id: stretch for stretch in step.stretches}

    def add_going_on(self, state: State) -> None:
        """How far the open break has come is told by no event."""
        if state.going is not None:
            self.records[state.going.record.id] = state.going.record

    def forget_open(self) -> None:
        """Another program goes on with what has no outcome, and knows better."""
        self.records = {one.id: one for one in self.records.values() if one.outcome is not None}

    def keep(self, but: str = "") -> None:
        """Writes everything, *but* the stretch that goes on. Raises `StoreUnavailableError`."""
        for record in tuple(self.records.values()):
            self.store.put(record)
            del self.records[record.id]
        for stretch in tuple(self.stretches.values()):
            if stretch.id != but:
                self.store.prolong(stretch)
                del self.stretches[stretch.id]
