"""The conditions of a measurement as words: ``window 3.5 s, logical cpus 4``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workspace_assistant.core.readiness.model import Measurement, Value
from workspace_assistant.core.readiness.units import format_value

# Names of conditions spell their units at the end, as every name in this program.
_UNIT_BY_ENDING = {
    "_bytes": "byte",
    "_bps": "bit/s",
    "_ms": "ms",
    "_hz": "Hz",
    "_fraction": "fraction",
    "_share": "fraction",
    "_dbfs": "dBFS",
    "_db": "dB",
    "_dbov": "dBov",
    "_s": "s",
}
# These endings are part of the meaning, not only a unit.
_KEPT = frozenset({"_share"})
_UNIT_BY_NAME = {"bytes": "byte"}


# The set-up of a measurement: said once for a check whose numbers share it.
_SET_UP = ("provider", "server", "transport", "device")


def shared_conditions(measurements: Iterable[Measurement]) -> dict[str, Value]:
    """The set-up that several numbers of a check share, and none contradicts."""
    told: dict[str, list[Value]] = {name: [] for name in _SET_UP}
    for found in measurements:
        for name in _SET_UP:
            if name in found.conditions:
                told[name].append(found.conditions[name])
    return {name: values[0] for name, values in told.items() if len(values) > 1 == len(set(values))}


def conditions_words(conditions: Mapping[str, Value]) -> str:
    """What holds of a measurement; a condition that is not met, or empty, goes without saying."""
    told = ((name, value) for name, value in conditions.items() if value is not False)
    return ", ".join(_one(name, value) for name, value in told if value != "")


def _one(name: str, value: Value) -> str:
    ending = next((ending for ending in _UNIT_BY_ENDING if name.endswith(ending)), "")
    label = name if ending in _KEPT else name.removesuffix(ending)
    if value is True:
        return label.replace("_", " ")
    unit = _UNIT_BY_ENDING.get(ending) or _UNIT_BY_NAME.get(name, "")
    return f"{label.replace('_', ' ')} {format_value(value, unit)}"
