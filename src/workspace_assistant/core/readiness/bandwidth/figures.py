"""Measured numbers inside sentences: short, and never rounded onto the limit they broke."""

from __future__ import annotations

from collections.abc import Callable

MEGABIT = 1_000_000
_FIGURES = 3
# Beyond this a difference is none: limits are given with fewer figures, and so are measurements.
_MOST_FIGURES = 9


def megabits_text(value_bps: float, *beside_bps: float) -> str:
    """Mbit/s with three figures or so: 0.96, 9.57, 95.7, 957.

    More where it would read like one of *beside_bps*, the rates it is compared with.
    """
    value = value_bps / MEGABIT
    least = max(_FIGURES, len(f"{value:.0f}"))
    limits = {float(limit_text(other_bps / MEGABIT)) for other_bps in beside_bps}
    return _told_apart(lambda figures: f"{value:.{figures}g}", least, limits)


def milliseconds_text(value_ms: float, *beside_ms: float) -> str:
    """Whole milliseconds; more exact where it would read like one of *beside_ms*."""
    limits = {float(limit_text(other_ms)) for other_ms in beside_ms}
    return _told_apart(lambda decimals: f"{value_ms:.{decimals}f}", 0, limits)


def limit_text(limit: float) -> str:
    """A limit as the profile gives it."""
    return f"{limit:g}"


def _told_apart(text_of: Callable[[int], str], least: int, limits: set[float]) -> str:
    texts = (text_of(figures) for figures in range(least, max(least, _MOST_FIGURES) + 1))
    return next((text for text in texts if float(text) not in limits), text_of(least))
