"""What a card says, and how it looks up the measurements behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.model import Measurement
from workspace_assistant.core.readiness.units import format_value

Measured = Mapping[str, Measurement]


@dataclass(frozen=True, slots=True)
class Headline:
    """The big number (or word) of a card, its unit beside it, and lines of detail beneath."""

    number: str
    unit: str = ""
    detail: str = ""


def by_id(measurements: Iterable[Measurement]) -> Measured:
    return {measurement.id: measurement for measurement in measurements}


def number_of(measured: Measured, measurement_id: str) -> float | None:
    entry = measured.get(measurement_id)
    if entry is None or isinstance(entry.value, (bool, str)):
        return None
    return float(entry.value)


def text_of(measured: Measured, measurement_id: str) -> str:
    """The value as people read it; empty when it was not measured."""
    entry = measured.get(measurement_id)
    return format_value(entry.value, entry.unit) if entry else ""


def lines(*details: str) -> str:
    return "\n".join(filter(None, details))
