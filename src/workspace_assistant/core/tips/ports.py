"""What tips need from outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workspace_assistant.core.facts.model import Facts
from workspace_assistant.core.tips.model import Moment, Tip, TipEvent


class TipLog(Protocol):
    """Keeps what was offered and answered. Every method may raise `StoreUnavailableError`."""

    def events(self) -> tuple[TipEvent, ...]:
        """Everything, in the order of writing; without any that cannot be read."""

    def claim(self, offer: TipEvent, count: int) -> bool:
        """Whether it is ours to show: True for one program alone; then it is kept.

        *count*: how many events the choice rests on. False where another one was written since.
        """

    def add(self, answer: TipEvent) -> None: ...


class Circumstances(Protocol):
    """What goes on around the person. May raise `StoreUnavailableError`."""

    def moment(self) -> Moment: ...


Catalog = Callable[[], tuple[Tip, ...]]
"""The tips there are, in their order; read once. Raises `CatalogError`."""

FactsNow = Callable[[], Facts]
"""What is known now. May raise `StoreUnavailableError`."""
