"""What tips need from outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from workspace_assistant.core.facts.model import Facts
from workspace_assistant.core.tips.model import Kept, Period, Tip, TipEvent


class TipLog(Protocol):
    """Keeps what was offered and answered. Every method may raise `StoreUnavailableError`."""

    def kept(self) -> Kept:
        """Everything; without any line that cannot be read."""

    def claim(self, offer: TipEvent, mark: int) -> bool:
        """Whether it is ours to show: True for one program alone; then it is kept.

        *mark*: of the log that the choice rests on. False where a line was written since.
        """

    def add(self, answer: TipEvent) -> None: ...


class Circumstances(Protocol):
    """What goes on around the person. May raise `StoreUnavailableError`."""

    def now(self) -> datetime: ...

    def period(self, now: datetime, /) -> Period:
        """The shift that runs then, else the day."""

    def in_call(self) -> bool | None:
        """Whether the microphone is in use by another program; None where that is unknown."""

    def in_block(self) -> bool:
        """Whether a focus block is open."""


Catalog = Callable[[], tuple[Tip, ...]]
"""The tips there are, in their order; read once. Raises `CatalogError`."""

FactsNow = Callable[[], Facts]
"""What is known now. May raise `StoreUnavailableError`."""
