"""What differs from usual, in words. Plain Python."""

from __future__ import annotations

from workspace_assistant.core.balance.model import Indicator, Unit
from workspace_assistant.core.balance.summary_model import Comparison
from workspace_assistant.core.balance.writing import value_text
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.wording.wording import Wording

_MINUTE_S = 60.0
# What nobody would notice is as usual.
_NOTICED = {
    Unit.SECOND: _MINUTE_S,
    Unit.FRACTION: 0.01,
    Unit.COUNT: 0.5,
    Unit.MONEY: 0.01,
}
_NOTICED_OTHERWISE = 0.1


def change_text(one: Indicator, beside: Comparison | None, wording: Wording, currency: str) -> str:
    """Beside the usual value; empty where there is none, or no difference."""
    if beside is None or beside.usual is None or one.value is None:
        return ""
    change = one.value - beside.usual
    if abs(change) < _NOTICED.get(one.unit, _NOTICED_OTHERWISE):
        return ""
    said = texts.USUAL_MORE if change > 0 else texts.USUAL_LESS
    return wording.say(said, change=_written(abs(change), one.unit, wording, currency))


def _written(change: float, unit: Unit, wording: Wording, currency: str) -> str:
    """Two shares differ by points: "3 % more" could be taken for a share of a share."""
    if unit is Unit.FRACTION:
        return wording.say(texts.POINTS, count=str(round(100 * change)))
    if unit is Unit.OF_FIVE:
        return wording.number(change)
    return value_text(change, unit, WindowWriting(wording), currency)


def past_text(one: Indicator, beside: Comparison | None, wording: Wording, currency: str) -> str:
    """The usual value and that of the week before; empty where neither is known."""
    writing, told = WindowWriting(wording), []
    if beside is not None and beside.usual is not None:
        usual = value_text(beside.usual, one.unit, writing, currency)
        told.append(wording.say(texts.USUAL_LONG, usual=usual, count=str(beside.usual_of)))
    if beside is not None and beside.last is not None:
        last = value_text(beside.last, one.unit, writing, currency)
        told.append(wording.say(texts.LAST_LONG, last=last))
    return " ".join(told)
