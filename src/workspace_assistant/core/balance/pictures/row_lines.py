"""The weeks of a month or a quarter as one small line for each indicator."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workspace_assistant.core.balance.model import State, Target
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.pictures.amounts import Amounts
from workspace_assistant.core.balance.pictures.panel_model import Panel, PanelPoint
from workspace_assistant.core.balance.pictures.panels import panels_drawing
from workspace_assistant.core.balance.pictures.trend_lines import naming
from workspace_assistant.core.balance.summary_model import RollUp, RollUpRow
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table

_FEWEST = 2


def row_lines(
    roll_up: RollUp,
    writing: Writing,
    width_px: float = 760.0,
    *,
    only: Collection[str] | None = None,
    currency: str = "",
) -> Drawing | None:
    """Those of the indicators *only*, else all, that two weeks knew; None where there is none."""
    amounts = Amounts(writing, currency)
    rows = (one for one in _chosen(roll_up, only) if one.known >= _FEWEST)
    panels = [_panel(one, roll_up, amounts) for one in rows]
    weeks = [week.span.start for week in roll_up.weeks]
    return panels_drawing(panels, naming(amounts, texts.ALL, texts.MEDIAN, weeks), width_px)


def row_table(
    roll_up: RollUp,
    writing: Writing,
    *,
    only: Collection[str] | None = None,
    currency: str = "",
) -> Table:
    """Every indicator, also those that a picture has no line for."""
    amounts = Amounts(writing, currency)
    names = (texts.INDICATOR, texts.TARGET, texts.MEDIAN, texts.TARGETS)
    return Table(
        title=writing.say(texts.ALL),
        columns=(*map(writing.say, names), *(week.name for week in roll_up.weeks)),
        rows=tuple(_cells(one, amounts) for one in _chosen(roll_up, only)),
    )


def _cells(row: RollUpRow, amounts: Amounts) -> tuple[str, ...]:
    met = amounts.writing.say(texts.COUNTED, count=str(row.met), whole=str(row.known))
    return (
        amounts.say(row.name),
        amounts.target(row.target, row.unit),
        amounts.cell(row.median, row.unit),
        met if row.target and row.known else amounts.say(texts.NOTHING),
        *(amounts.cell(value, row.unit) for value in row.values),
    )


def _panel(row: RollUpRow, roll_up: RollUp, amounts: Amounts) -> Panel:
    return Panel(
        name=amounts.say(row.name),
        value=amounts.known(row.median, row.unit),
        caption=_caption(row, amounts),
        points=tuple(_points(row, roll_up, amounts)),
        target=row.target.value if row.target else None,
        usual=row.median,
        usual_over=len(row.values),
    )


def _caption(row: RollUpRow, amounts: Amounts) -> str:
    median = amounts.writing.say(texts.MEDIAN_OF, count=str(row.known))
    target = amounts.caption(row.target, None, row.unit)
    return ", ".join(filter(None, (median, target)))


def _points(row: RollUpRow, roll_up: RollUp, amounts: Amounts) -> Iterator[PanelPoint]:
    for week, value in zip(roll_up.weeks, row.values, strict=True):
        state = _state(value, row.target)
        yield PanelPoint(
            value=value,
            is_missed=state is State.NOT_MET,
            words=amounts.point(row.name, week.span.start, value, row.unit, state),
        )


def _state(value: float | None, target: Target | None) -> State:
    if value is None:
        return State.NOT_ENOUGH_DATA
    if target is None:
        return State.INFORMATION
    return State.MET if target.is_met_by(value) else State.NOT_MET


def _chosen(roll_up: RollUp, only: Collection[str] | None) -> Iterator[RollUpRow]:
    return (one for one in roll_up.rows if only is None or one.id in only)
