"""Numbers on demand: everything a check measured, with units, conditions and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.model import CheckResult, Measurement, NotMeasured, Value
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.wording.names import check_title, measurement_label
from workspace_assistant.ui.wording.wording import Wording

_UNITS_IN_NAMES = {
    "_s": "s",
    "_ms": "ms",
    "_bytes": "byte",
    "_bps": "bit/s",
    "_hz": "Hz",
    "_fraction": "fraction",
    "_share": "fraction",
}


@dataclass(frozen=True, slots=True)
class MethodRow:
    """One line: what, how much, and under which conditions or why not."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodState:
    check_id: str
    title: str
    method: str
    conditions: str
    rows: tuple[MethodRow, ...]


def method_state(check: CheckResult, wording: Wording) -> MethodState:
    took = wording.say(texts.METHOD_TOOK, duration=format_duration(check.duration_s))
    known = texts.METHODS.get(check.id, "")
    shared = shared_conditions(check.measurements)
    conditions = _conditions(shared)
    return MethodState(
        check_id=check.id,
        title=wording.say(texts.METHOD_TITLE, title=check_title(check.id, wording)),
        method=" ".join(filter(None, (wording.say(known) if known else "", took))),
        conditions=wording.say(texts.CONDITIONS, conditions=conditions) if conditions else "",
        rows=(
            *(_measured_row(entry, shared, wording) for entry in check.measurements),
            *(_missing_row(entry, wording) for entry in check.not_measured),
        ),
    )


def shared_conditions(measurements: tuple[Measurement, ...]) -> Mapping[str, Value]:
    """Conditions that all *measurements* have in common, to be said once."""
    if len(measurements) < 2:
        return {}
    first, *others = measurements
    return {
        name: value
        for name, value in first.conditions.items()
        if all(name in other.conditions and other.conditions[name] == value for other in others)
    }


def _measured_row(entry: Measurement, shared: Mapping[str, Value], wording: Wording) -> MethodRow:
    own = {name: value for name, value in entry.conditions.items() if name not in shared}
    return MethodRow(
        measurement_label(entry.id, wording),
        format_value(entry.value, entry.unit),
        _conditions(own),
    )


def _conditions(conditions: Mapping[str, Value]) -> str:
    return ", ".join(_condition(name, value) for name, value in conditions.items())


def _missing_row(entry: NotMeasured, wording: Wording) -> MethodRow:
    return MethodRow(
        measurement_label(entry.id, wording),
        wording.say(texts.NOT_MEASURED),
        wording.say(entry.detail),
    )


def _condition(name: str, value: Value) -> str:
    """``window_s`` 3.0 as ``window 3 s``: names spell their units, people want them behind."""
    for ending, unit in _UNITS_IN_NAMES.items():
        stem = name.removesuffix(ending)
        if stem != name and not isinstance(value, (bool, str)):
            return f"{_spelled(stem)} {format_value(value, unit)}"
    return f"{_spelled(name)} {format_value(value, 'count' if _is_count(value) else '')}"


def _is_count(value: Value) -> bool:
    return not isinstance(value, (bool, str)) and float(value).is_integer()


def _spelled(name: str) -> str:
    return name.replace("_", " ")
