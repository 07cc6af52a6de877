"""What a timeline ribbon shows. Plain Python: pages make it, the ribbon paints it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a part of the ribbon is."""

    WORK = "work"
    PAUSE = "pause"
    AWAY = "away"
    QUESTION = "question"
    INTERRUPTION = "interruption"
    SHIFT = "shift"
    PLANNED_BREAK = "planned-break"


@dataclass(frozen=True, slots=True, kw_only=True)
class RibbonPart:
    """One part of the ribbon: from `start` to `end`, both as shares of its width.

    An interruption that nobody came back from is an instant.

    Attributes:
        label_end: up to where its label may stand, before something lies on it.
    """

    id: str
    block_id: str
    part: Part
    start: float
    end: float
    label: str
    label_end: float
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """An hour at a share of the ribbon's width."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RibbonState:
    """A whole ribbon.

    Attributes:
        now: where the present lies, None on other days.
        frames: what was planned; it lies behind the parts and is no button.
    """

    parts: tuple[RibbonPart, ...]
    ticks: tuple[Tick, ...]
    now: float | None
    frames: tuple[RibbonPart, ...] = ()
