"""What a small line shows: one indicator over weeks, and how a picture of several is named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelPoint:
    """What one week knew; `words` say it."""

    value: float | None
    is_missed: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One indicator.

    Attributes:
        value: its latest, as words.
        caption: its target and what is usual, as words.
        usual_over: of how many of the last points `usual` is, this week's included.
    """

    name: str
    value: str
    caption: str
    points: tuple[PanelPoint, ...]
    target: float | None
    usual: float | None
    usual_over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What the picture is called, which weeks its points are, and the three looks in it."""

    title: str
    weeks: str
    target: str
    usual: str
    missed: str
