"""Offers tips, keeps what is said of them, and explains every choice and every silence."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.text import Say
from workspace_assistant.core.tips.model import Answer, Choice, Listed, Offered
from workspace_assistant.core.tips.ports import Catalog, Circumstances, FactsNow, TipLog


@dataclass(frozen=True, slots=True, kw_only=True)
class TipService:
    """Blocks (stores, the call sensor): never called in a window's own thread.

    Every method may raise `StoreUnavailableError`.
    """

    catalog: Catalog
    facts: FactsNow
    log: TipLog
    circumstances: Circumstances
    reminders: ReminderService
    say: Say

    def offer(self) -> Choice:
        """Chooses a tip and claims it: it counts as shown, and stands in the why-log."""
        raise NotImplementedError

    def why(self) -> Choice:
        """What `offer` would choose now, and why each other tip is not; claims nothing."""
        raise NotImplementedError

    def last(self) -> Offered | None:
        """The tip that was offered last; `is_current` says whether it still stands there."""
        raise NotImplementedError

    def answer(self, tip_id: str, answer: Answer) -> None:
        """Keeps *answer*. Raises `RefusedError` for an id that the catalog has not."""
        raise NotImplementedError

    def listed(self) -> tuple[Listed, ...]:
        """The whole catalog in its order, with what became of each tip."""
        raise NotImplementedError
