"""Numbers as people read them: few digits, a true minus, a thin space before the unit."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.readiness.model import Value

THIN_SPACE = "\u202f"  # thin and non-breaking: a number never leaves its unit
MINUS = "\u2212"
_UNIT_SYMBOLS = {
    "dBov": "dBov",
    "dBFS": "dBFS",
    "dBFS(A)": "dBFS(A)",
    "degC": "°C",
    "second": "s",
    "day": "days",
    "count": "",
    "bool": "",
    "text": "",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit, apart, because a card shows them in two sizes."""

    number: str
    unit: str

    @property
    def text(self) -> str:
        return f"{self.number}{THIN_SPACE}{self.unit}" if self.unit else self.number


def quantity(value: Value, unit: str) -> Quantity:
    """*value* for reading. Units as reports spell them (``bit/s``, ``fraction``, ``byte`` ...)."""
    if isinstance(value, bool):
        return Quantity("yes" if value else "no", "")
    if isinstance(value, str):
        return Quantity(value, "")
    scaled, symbol = _scaled(value, unit)
    return Quantity(number(scaled, whole=unit in {"count", "packets", "day"}), symbol)


def number(value: float, *, whole: bool = False) -> str:
    """Three digits that matter: 0.85, 9.7, 48.2, 482."""
    size = abs(value)
    decimals = 0 if whole or size >= 100 else 1
    if not whole and 0 < size < 1:
        decimals = 2
    text = f"{value:.{decimals}f}"
    return text.replace("-", MINUS) if float(text) else text.lstrip("-")


def mbps(goodput_bps: float) -> str:
    return number(goodput_bps / 1e6)


def megabytes(amount_bytes: float) -> str:
    """Data used, in megabytes of a million bytes, as data plans count them."""
    amount = amount_bytes / 1e6
    shown = f"{amount:.0f}" if amount >= 10 else f"{amount:.1f}"
    return f"{shown}{THIN_SPACE}MB"


def percent(fraction: float) -> str:
    return f"{fraction * 100:.0f}{THIN_SPACE}%"


def decibels(value: float) -> str:
    """Whole decibels: nobody hears a tenth."""
    rounded = round(value)
    return f"{MINUS}{-rounded}" if rounded < 0 else str(rounded)


def seconds(duration_s: float) -> str:
    return f"{duration_s:.0f}{THIN_SPACE}s"


def _scaled(value: float, unit: str) -> tuple[float, str]:
    if unit == "bit/s":
        return (value / 1e6, "Mbit/s")
    if unit == "fraction":
        return (value * 100, "%")
    if unit == "byte":
        return (value / 1e9, "GB") if value >= 1e9 else (value / 1e6, "MB")
    if unit == "Hz" and value >= 1000:
        return (value / 1000, "kHz")
    return (value, _UNIT_SYMBOLS.get(unit, unit))
