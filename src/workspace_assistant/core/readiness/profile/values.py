"""Reads single values of a profile. A value with a fault gives its default and names the fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.profile.faults import Faults, shown
from workspace_assistant.core.readiness.profile.model import CONNECTIONS
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_BOOLEAN = QT_TRANSLATE_NOOP("readiness", "must be true or false, not {value}")
_NO_TEXT = QT_TRANSLATE_NOOP("readiness", "must be text in quotes, not {value}")
_NO_NUMBER = QT_TRANSLATE_NOOP("readiness", "must be a number, not {value}")
_WILD_NUMBER = QT_TRANSLATE_NOOP("readiness", "is no number that can be meant")
_READY_TOO_HIGH = QT_TRANSLATE_NOOP(
    "readiness", "ready ({ready}) must not be above caution ({caution})"
)
_READY_TOO_LOW = QT_TRANSLATE_NOOP(
    "readiness", "ready ({ready}) must not be below caution ({caution})"
)
_NOT_ENCLOSED = QT_TRANSLATE_NOOP("readiness", "caution must enclose ready")
_NO_LIST = QT_TRANSLATE_NOOP("readiness", 'must be a list such as ["usb", "jack"], not {value}')
_TOO_MANY = QT_TRANSLATE_NOOP("readiness", "holds {number} entries, {most} at most")
_NO_LIMIT = QT_TRANSLATE_NOOP("readiness", "must be {{ ready = …, caution = … }}, not {value}")
_NOT_KNOWN = QT_TRANSLATE_NOOP("readiness", "is not known here")
_MISSING = QT_TRANSLATE_NOOP("readiness", "is missing")
_NO_BOUNDS = QT_TRANSLATE_NOOP("readiness", "must be [lowest, highest], not {value}")
_WRONG_ORDER = QT_TRANSLATE_NOOP("readiness", "lowest ({low}) is above highest ({high})")
_TOO_LONG = QT_TRANSLATE_NOOP("readiness", "is longer than {most} characters")
_NO_CHOICE = QT_TRANSLATE_NOOP("readiness", "must be one of {choices}")
_NOT_PRINTABLE = QT_TRANSLATE_NOOP("readiness", "holds control characters")

Table = Mapping[str, object]
ValueT = TypeVar("ValueT")
Reader = Callable[[object, str, ValueT, Faults], ValueT]

_LONGEST_TEXT = 200
_LARGEST_NUMBER = 1e12


def read_flag(value: object, place: str, default: bool, faults: Faults) -> bool:  # noqa: FBT001 - the Reader shape
    if isinstance(value, bool):
        return value
    faults.add(place, _NO_BOOLEAN, value=shown(value))
    return default


def read_text(value: object, place: str, default: str, faults: Faults) -> str:
    if not isinstance(value, str):
        faults.add(place, _NO_TEXT, value=shown(value))
    elif len(value) > _LONGEST_TEXT:
        faults.add(place, _TOO_LONG, most=str(_LONGEST_TEXT))
    elif not value.isprintable():
        faults.add(place, _NOT_PRINTABLE)
    else:
        return value.strip()
    return default


def read_number(value: object, place: str, default: float, faults: Faults) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        faults.add(place, _NO_NUMBER, value=shown(value))
        return default
    if not -_LARGEST_NUMBER <= value <= _LARGEST_NUMBER:  # nor is nan, nor what no float can hold
        faults.add(place, _WILD_NUMBER)
        return default
    return float(value)


def read_ceiling(value: object, place: str, default: Ceiling, faults: Faults) -> Ceiling:
    ready, caution = _read_bounds(value, place, (default.ready, default.caution), faults)
    if ready > caution:
        faults.add(place, _READY_TOO_HIGH, ready=f"{ready:g}", caution=f"{caution:g}")
    return Ceiling(ready=ready, caution=caution)


def read_floor(value: object, place: str, default: Floor, faults: Faults) -> Floor:
    ready, caution = _read_bounds(value, place, (default.ready, default.caution), faults)
    if ready < caution:
        faults.add(place, _READY_TOO_LOW, ready=f"{ready:g}", caution=f"{caution:g}")
    return Floor(ready=ready, caution=caution)


def read_band(value: object, place: str, default: Band, faults: Faults) -> Band:
    pair = _ready_and_caution(value, place, faults)
    if pair is None:
        return default
    ready = _read_range(pair[0], f"{place}.ready", default.ready, faults)
    caution = _read_range(pair[1], f"{place}.caution", default.caution, faults)
    is_enclosed = caution[0] <= ready[0] and ready[1] <= caution[1]
    if not is_enclosed and not faults.has(place):
        faults.add(place, _NOT_ENCLOSED)
    return Band(ready=ready, caution=caution)


def read_connections(
    value: object, place: str, default: tuple[str, ...], faults: Faults
) -> tuple[str, ...]:
    if not isinstance(value, list):
        faults.add(place, _NO_LIST, value=shown(value))
        return default
    if len(value) > len(CONNECTIONS):
        faults.add(place, _TOO_MANY, number=str(len(value)), most=str(len(CONNECTIONS)))
        return default
    for index, entry in enumerate(value):
        if entry not in CONNECTIONS:
            faults.add(f"{place}[{index}]", _NO_CHOICE, choices=", ".join(CONNECTIONS))
    return tuple(entry for entry in value if entry in CONNECTIONS)


def _ready_and_caution(value: object, place: str, faults: Faults) -> tuple[object, object] | None:
    if not isinstance(value, dict):
        faults.add(place, _NO_LIMIT, value=shown(value))
        return None
    for key in value.keys() - {"ready", "caution"}:
        faults.add(f"{place}.{key}", _NOT_KNOWN)
    missing = [key for key in ("ready", "caution") if key not in value]
    for key in missing:
        faults.add(f"{place}.{key}", _MISSING)
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
        faults.add(place, _NO_BOUNDS, value=shown(value))
        return default
    low = read_number(value[0], f"{place}[0]", default[0], faults)
    high = read_number(value[1], f"{place}[1]", default[1], faults)
    if low > high:
        faults.add(place, _WRONG_ORDER, low=f"{low:g}", high=f"{high:g}")
    return (low, high)
