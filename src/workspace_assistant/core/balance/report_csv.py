"""A report as CSV: a row for each indicator, each number of a day, and each goal.

RFC 4180, UTF-8 with a byte order mark for spreadsheets. Text that a spreadsheet would take for a
formula gets an apostrophe in front (OWASP, "CSV Injection"); numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from unicodedata import normalize

from workspace_assistant.core.balance.model import Day, Indicator, Target, Week
from workspace_assistant.core.balance.report.choice import ReportChoice, ReportPart
from workspace_assistant.core.balance.report.subject import ReportSubject, shared
from workspace_assistant.core.balance.summary_model import Comparison, Progress, RollUp, Summary

COLUMNS = (
    "week",
    "kind",
    "id",
    "on",
    "name",
    "value",
    "unit",
    "target",
    "target_is",
    "state",
    "basis",
    "last_week",
    "usual",
)
# With those of full width, which some spreadsheets take for the narrow ones (NFKC).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_UNSEEN = " \t\r\n\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
Cells = dict[str, str]


def report_csv(subject: ReportSubject, choice: ReportChoice) -> str:
    """Of a month or a quarter the same for each of its weeks."""
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    for cells in _rows(shared(subject, choice), choice):
        writer.writerow(cells)
    return text.getvalue()


def _rows(subject: ReportSubject, choice: ReportChoice) -> Iterator[Cells]:
    told = subject.told
    weeks = told.weeks if isinstance(told, RollUp) else (told.week,)
    beside = {} if isinstance(told, RollUp) else {one.id: one for one in told.comparisons}
    for week in weeks:
        if choice.shows(ReportPart.INDICATORS):
            yield from (
                {"week": week.name, **_indicator(one, beside.get(one.id))}
                for one in week.indicators
            )
        if choice.shows(ReportPart.DAYS):
            yield from _days(week)
    if isinstance(told, Summary):
        yield from (_goal(one, told.week) for one in told.goals)
    period = told.name if isinstance(told, RollUp) else told.week.name
    for named in subject.names:
        worked = {"value": _number(named.worked_s), "unit": "s"}
        yield {"week": period, "kind": "name", "name": _harmless(named.name), **worked}


def _indicator(one: Indicator, beside: Comparison | None) -> Cells:
    return {
        "kind": "indicator",
        "id": one.id,
        "name": _harmless(one.name),
        "value": _number(one.value),
        "unit": one.unit.value,
        **_target(one.target),
        "state": one.state.value,
        "last_week": _number(beside.last) if beside else "",
        "usual": _number(beside.usual) if beside else "",
    }


def _target(target: Target | None) -> Cells:
    if target is None:
        return {}
    return {
        "target": _number(target.value),
        "target_is": "least" if target.is_least else "most",
        "basis": _harmless(target.basis),
    }


def _days(week: Week) -> Iterator[Cells]:
    for day in week.days:
        shared_cells = {"week": week.name, "kind": "day", "on": day.on.isoformat()}
        for name, value, unit in _quantities(day):
            yield {**shared_cells, "id": name, "value": _number(value), "unit": unit}
        if day.leave is not None:
            yield {**shared_cells, "id": "off", "state": day.leave.value}


def _quantities(day: Day) -> tuple[tuple[str, float | None, str], ...]:
    return (
        ("planned", day.planned_s, "s"),
        ("worked", day.worked_s, "s"),
        ("focus", day.focus_s, "s"),
        ("after-hours", day.after_hours_s, "s"),
        ("interruptions", day.interruptions, "count"),
    )


def _goal(one: Progress, week: Week) -> Cells:
    ends_by = one.goal.ends_by
    return {
        "week": week.name,
        "kind": "goal",
        "id": one.goal.kind.value,
        "value": _number(one.value),
        "target": _number(one.goal.least) if ends_by is None else f"{ends_by:%H:%M}",
        "state": one.standing(is_over=week.is_over).value,
    }


def _number(value: float | None) -> str:
    """Whole seconds and counts as whole numbers, others to a millionth; "" of what is not known."""
    if value is None:
        return ""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _harmless(cell: str) -> str:
    """What cannot be seen in front of a sign does not hide it from a spreadsheet."""
    seen = normalize("NFKC", cell).lstrip(_UNSEEN)
    is_formula = cell.startswith(_FORMULA_STARTS) or seen.startswith(_FORMULA_STARTS)
    return f"'{cell}" if is_formula else cell
