"""Numbers on demand: everything a check measured, with units, conditions and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.model import CheckResult, Measurement, NotMeasured, Value
from workspace_assistant.core.readiness.names import value_words
from workspace_assistant.core.readiness.units import format_duration
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.wording.names import check_title, measurement_label
from workspace_assistant.ui.wording.wording import Wording

# With what a check was made, as opposed to how one of its numbers was taken.
_SET_UP = frozenset({"server", "transport", "provider", "device"})


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
    conditions = _words(shared)
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
    """Conditions to be said once: what all *measurements* have in common, and the set-up.

    The set-up is said once even where some numbers, such as a look at the system, have none of it.
    """
    if len(measurements) < 2:
        return {}
    every = {name: value for one in measurements for name, value in one.conditions.items()}
    return {
        name: value
        for name, value in every.items()
        if _is_shared(name, value, measurements, may_lack=name in _SET_UP)
    }


def _is_shared(
    name: str, value: Value, measurements: tuple[Measurement, ...], *, may_lack: bool
) -> bool:
    return all(
        one.conditions[name] == value if name in one.conditions else may_lack
        for one in measurements
    )


def _words(conditions: Mapping[str, Value]) -> str:
    # Late: its package draws whole reports, which the window's first paint needs nothing of.
    from workspace_assistant.core.readiness.report_html.conditions import conditions_words

    return conditions_words(conditions)


def _measured_row(entry: Measurement, shared: Mapping[str, Value], wording: Wording) -> MethodRow:
    own = {name: value for name, value in entry.conditions.items() if name not in shared}
    return MethodRow(
        measurement_label(entry.id, wording),
        value_words(entry, wording.say),
        _words(own),
    )


def _missing_row(entry: NotMeasured, wording: Wording) -> MethodRow:
    return MethodRow(
        measurement_label(entry.id, wording),
        wording.say(texts.NOT_MEASURED),
        wording.say(entry.detail),
    )
