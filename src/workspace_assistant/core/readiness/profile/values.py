"""Reads single values of a profile. A value with a fault gives its default and names the fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.profile.faults import Faults, shown
from workspace_assistant.core.readiness.profile.model import CONNECTIONS

Table = Mapping[str, object]
ValueT = TypeVar("ValueT")
Reader = Callable[[object, str, ValueT, Faults], ValueT]

_LONGEST_TEXT = 200
_LARGEST_NUMBER = 1e12


def read_flag(value: object, place: str, default: bool, faults: Faults) -> bool:  # noqa: FBT001 - the Reader shape
    if isinstance(value, bool):
        return value
    faults.add(place, f"must be true or false, not {shown(value)}")
    return default


def read_text(value: object, place: str, default: str, faults: Faults) -> str:
    if not isinstance(value, str):
        faults.add(place, f"must be text in quotes, not {shown(value)}")
    elif len(value) > _LONGEST_TEXT:
        faults.add(place, f"is longer than {_LONGEST_TEXT} characters")
    elif not value.isprintable():
        faults.add(place, "holds control characters")
    else:
        return value.strip()
    return default


def read_number(value: object, place: str, default: float, faults: Faults) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        faults.add(place, f"must be a number, not {shown(value)}")
        return default
    if not -_LARGEST_NUMBER <= value <= _LARGEST_NUMBER:  # nor is nan, nor what no float can hold
        faults.add(place, "is no number that can be meant")
        return default
    return float(value)


def read_ceiling(value: object, place: str, default: Ceiling, faults: Faults) -> Ceiling:
    ready, caution = _read_bounds(value, place, (default.ready, default.caution), faults)
    if ready > caution:
        faults.add(place, f"ready ({ready:g}) must not be above caution ({caution:g})")
    return Ceiling(ready=ready, caution=caution)


def read_floor(value: object, place: str, default: Floor, faults: Faults) -> Floor:
    ready, caution = _read_bounds(value, place, (default.ready, default.caution), faults)
    if ready < caution:
        faults.add(place, f"ready ({ready:g}) must not be below caution ({caution:g})")
    return Floor(ready=ready, caution=caution)


def read_band(value: object, place: str, default: Band, faults: Faults) -> Band:
    pair = _ready_and_caution(value, place, faults)
    if pair is None:
        return default
    ready = _read_range(pair[0], f"{place}.ready", default.ready, faults)
    caution = _read_range(pair[1], f"{place}.caution", default.caution, faults)
    is_enclosed = caution[0] <= ready[0] and ready[1] <= caution[1]
    if not is_enclosed and not faults.has(place):
        faults.add(place, "caution must enclose ready")
    return Band(ready=ready, caution=caution)


def read_connections(
    value: object, place: str, default: tuple[str, ...], faults: Faults
) -> tuple[str, ...]:
    if not isinstance(value, list):
        faults.add(place, f'must be a list such as ["usb", "jack"], not {shown(value)}')
        return default
    if len(value) > len(CONNECTIONS):
        faults.add(place, f"holds {len(value)} entries, {len(CONNECTIONS)} at most")
        return default
    for index, entry in enumerate(value):
        if entry not in CONNECTIONS:
            faults.add(f"{place}[{index}]", f"must be one of {', '.join(CONNECTIONS)}")
    return tuple(entry for entry in value if entry in CONNECTIONS)


def _ready_and_caution(value: object, place: str, faults: Faults) -> tuple[object, object] | None:
    if not isinstance(value, dict):
        faults.add(place, f"must be {{ ready = …, caution = … }}, not {shown(value)}")
        return None
    for key in value.keys() - {"ready", "caution"}:
        faults.add(f"{place}.{key}", "is not known here")
    missing = [key for key in ("ready", "caution") if key not in value]
    for key in missing:
        faults.add(f"{place}.{key}", "is missing")
    return None if missing else (value["ready"], value["caution"])


def _read_bounds(
    value: object, place: str, default: tuple[float, float], faults: Faults
) -> tuple[float, float]:
    pair = _ready_and_caution(value, place, faults)
    if pair is None:
        return default
    ready = read_number(pair[0], f"{place}.ready", default[0], faults)
    return ready, read_number(pair[1], f"{place}.caution", default[1], faults)


def _read_range(
    value: object, place: str, default: tuple[float, float], faults: Faults
) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2:
        faults.add(place, f"must be [lowest, highest], not {shown(value)}")
        return default
    low = read_number(value[0], f"{place}[0]", default[0], faults)
    high = read_number(value[1], f"{place}[1]", default[1], faults)
    if low > high:
        faults.add(place, f"lowest ({low:g}) is above highest ({high:g})")
    return (low, high)
