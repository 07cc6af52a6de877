"""Interruptions by the hour in words: beside the cells, under the pointer, and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.summary_model import HeatCell, HeatMap
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.days import MONDAY
from workspace_assistant.core.focus.labels import CAUSES
from workspace_assistant.core.table import Table

_ANY_MONDAY, _WEEKDAYS = date(2024, 1, 1), 7


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One cause or one weekday, with its cells in order of the hours."""

    name: str
    cells: tuple[HeatCell, ...]

    @property
    def count(self) -> int:
        return sum(one.count for one in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRows:
    """The rows of a picture, and what it is called; `heading` is that of their names."""

    title: str
    heading: str
    rows: tuple[HeatRow, ...]


def by_cause(heat: HeatMap, writing: Writing) -> HeatRows:
    hours = _hours_seen(cells for _, cells in heat.by_cause)
    return HeatRows(
        title=writing.say(texts.BY_CAUSE),
        heading=writing.say(texts.CAUSE),
        rows=tuple(
            HeatRow(name=writing.say(CAUSES[cause]), cells=_within(cells, hours))
            for cause, cells in heat.by_cause
        ),
    )


def by_weekday(heat: HeatMap, writing: Writing, first_weekday: int = MONDAY) -> HeatRows:
    """In the order of a week that starts on *first_weekday*, as `date.weekday` counts."""
    order = [(first_weekday + index) % _WEEKDAYS for index in range(_WEEKDAYS)]
    hours = _hours_seen(heat.by_weekday)
    return HeatRows(
        title=writing.say(texts.BY_WEEKDAY),
        heading=writing.say(texts.WEEKDAY),
        rows=tuple(
            HeatRow(
                name=writing.weekday(_ANY_MONDAY + timedelta(days=index)),
                cells=_within(heat.by_weekday[index], hours),
            )
            for index in order
        ),
    )


def cell_sentence(row: HeatRow, cell: HeatCell, writing: Writing) -> str:
    return writing.say(
        texts.CELL,
        row=row.name,
        start=writing.hour(cell.hour),
        end=writing.hour((cell.hour + 1) % 24),
        count=str(cell.count),
        length=writing.length(cell.worked_s),
    )


def row_sentence(row: HeatRow, writing: Writing) -> str:
    most = max(row.cells, key=lambda one: one.count)
    if not most.count:
        return writing.say(texts.ROW_WITHOUT, row=row.name)
    return writing.say(
        texts.ROW_TOLD,
        row=row.name,
        count=str(row.count),
        start=writing.hour(most.hour),
        end=writing.hour((most.hour + 1) % 24),
    )


def heat_table(rows: HeatRows, writing: Writing) -> Table:
    """One row for each hour, as tables are easier to read downwards; causes go across."""
    hours = [cell.hour for cell in rows.rows[0].cells] if rows.rows else []
    return Table(
        title=rows.title,
        columns=(writing.say(texts.HOUR), *(row.name for row in rows.rows)),
        rows=(
            *(_hour_cells(index, hour, rows, writing) for index, hour in enumerate(hours)),
            (writing.say(texts.TOTAL), *(str(row.count) for row in rows.rows)),
        ),
    )


def _hour_cells(index: int, hour: int, rows: HeatRows, writing: Writing) -> tuple[str, ...]:
    start, end = writing.hour(hour), writing.hour((hour + 1) % 24)
    return (
        writing.say(texts.HOURS, start=start, end=end),
        *(_cell_words(row.cells[index], writing) for row in rows.rows),
    )


def _cell_words(cell: HeatCell, writing: Writing) -> str:
    if cell.count or cell.worked_s:
        return str(cell.count)
    return writing.say(texts.NO_WORK)


def _hours_seen(rows: Iterable[Sequence[HeatCell]]) -> range:
    """From the first hour with work or an interruption to the last; empty without any."""
    seen = [one.hour for cells in rows for one in cells if one.count or one.worked_s]
    return range(min(seen), max(seen) + 1) if seen else range(0)


def _within(cells: Iterable[HeatCell], hours: range) -> tuple[HeatCell, ...]:
    return tuple(one for one in cells if one.hour in hours)
