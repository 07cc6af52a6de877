"""Breaks as pages and commands see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.breaks.model import (
    Act,
    ActivityStretch,
    BreakRecord,
    BreakStanding,
    Modes,
    Settings,
)
from workspace_assistant.core.breaks.ports import BreakStore, Choices, Clock
from workspace_assistant.core.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakService:
    """Every method may raise `StoreUnavailableError`."""

    store: BreakStore
    choices: Choices
    clock: Clock
    new_id: Callable[[], str]

    def status(self) -> BreakStanding:
        """Where breaks stand, as far as the log tells.

        The readings of the program that watches are newer by seconds.
        """
        raise NotImplementedError

    def settings(self) -> Settings:
        return self.choices.settings()

    def change_settings(self, settings: Settings) -> None:
        """Raises `BreakError` for what makes no sense, and OSError where it cannot be kept."""
        self.choices.keep(settings)

    def act(self, act: Act) -> None:
        """Asks the program that watches, which does it within seconds.

        Raises `BreakError` where none watches, or where the answer is not open.
        """
        raise NotImplementedError

    def quiet(self, length_s: float | None) -> Modes:
        """Nothing is offered for so long; None ends it."""
        raise NotImplementedError

    def reading(self, length_s: float | None) -> Modes:
        """Somebody is there for so long though nothing is typed; None ends it."""
        raise NotImplementedError

    def records(self, span: Span) -> tuple[BreakRecord, ...]:
        return self.store.records(span)

    def activity(self, span: Span) -> tuple[ActivityStretch, ...]:
        return self.store.activity(span)

    def now(self) -> datetime:
        return self.clock.read().wall_at
