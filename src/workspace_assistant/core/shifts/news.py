"""Changes of coming shifts that a person is told about: those of the next day, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.shifts.model import ChangeKind, Shift, ShiftChange

ANNOUNCED_BEFORE = timedelta(hours=36)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What became of one shift, several changes of it taken together.

    Attributes:
        change_ids: the changes that it is made of.
        before, after: the shift as it was known before, and as it is planned now.
    """

    change_ids: tuple[int, ...]
    kind: ChangeKind
    before: Shift | None
    after: Shift | None


def news(changes: Sequence[ShiftChange], now: datetime) -> tuple[News, ...]:
    """What to tell now: of shifts that begin, or were to begin, within 36 hours."""
    raise NotImplementedError
