"""Numbers as cards show them: the shared spelling of values, split into number and unit."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.readiness.model import Value
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.typography import MINUS, NARROW_SPACE


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit, apart, because a card shows them in two sizes."""

    number: str
    unit: str

    @property
    def text(self) -> str:
        return f"{self.number}{NARROW_SPACE}{self.unit}" if self.unit else self.number


def quantity(value: Value, unit: str) -> Quantity:
    """*value* in the spelling that the command line and the reports use."""
    number, _, symbol = format_value(value, unit).partition(NARROW_SPACE)
    return Quantity(number, symbol)


def megabits(goodput_bps: float) -> str:
    """A rate in Mbit/s without its unit, as few digits as matter: 0.85, 9.7, 48.2, 482."""
    rate_mbps = goodput_bps / 1e6
    decimals = 0 if rate_mbps >= 100 else 1 if rate_mbps >= 1 else 2
    return f"{rate_mbps:.{decimals}f}"


def whole_decibels(level_db: float) -> str:
    """Decibels without their unit; nobody hears a tenth."""
    rounded = round(level_db)
    return f"{MINUS}{-rounded}" if rounded < 0 else str(rounded)
