"""Numbers on demand: everything a check measured, with units, conditions and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.model import CheckResult, Measurement, NotMeasured, Value
from workspace_assistant.core.readiness.report_html.conditions import conditions_words
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.wording.names import check_title, measurement_label
from workspace_assistant.ui.wording.wording import Wording


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
    conditions = conditions_words(shared)
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
        conditions_words(own),
    )


def _missing_row(entry: NotMeasured, wording: Wording) -> MethodRow:
    return MethodRow(
        measurement_label(entry.id, wording),
        wording.say(texts.NOT_MEASURED),
        wording.say(entry.detail),
    )
