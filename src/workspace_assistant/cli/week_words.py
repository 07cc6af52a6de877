"""How `week` tells a week, a month and a quarter, in lines for eighty columns."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.core.balance import goal_texts
from workspace_assistant.core.balance.model import Indicator, State, Target, Unit
from workspace_assistant.core.balance.readiness_counts import counts_told
from workspace_assistant.core.balance.writing import (
    EnglishWriting,
    kept_text,
    told_text,
    value_beside,
    value_text,
)

if TYPE_CHECKING:
    from workspace_assistant.core.balance.summary_model import (
        Comparison,
        RollUp,
        RollUpRow,
        Suggestion,
        Summary,
    )

_WIDTH = 80
_STATES = {
    State.NOT_MET: "NOT MET",
    State.MET: "met",
    State.INFORMATION: "",
    State.NOT_ENOUGH_DATA: "not known",
}
_BESIDE_STATE = " " * 13
_USUALLY = "Usually: the median of the four weeks before, of those that are known."
_NO_ASSESSMENT = (
    "Targets are defaults by law and official guidance, or your own; this is no legal assessment."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What lines are written with.

    Attributes:
        zone: where the person is.
        tips: the texts of all tips, by their ids.
    """

    zone: tzinfo
    tips: Mapping[str, str]


def summary_lines(summary: Summary, shown: Shown, *, with_past: bool) -> Iterator[str]:
    """What matters most first: the headline, its sentences, goals, then each indicator."""
    writing = EnglishWriting(shown.zone)
    yield f"{summary.week.name}: {told_text(summary.headline, writing)}"
    for sentence in summary.sentences:
        yield from _wrapped(told_text(sentence, writing), "  ", "    ")
    yield from _titled("Goals", _goals(summary, writing))
    yield from _titled("Indicators", _indicators(summary, writing, with_past=with_past))
    if with_past:
        yield from _titled("The last twelve weeks", _past(summary, writing))
    yield from _titled("What could be done", _advice(summary.suggestions, shown))
    yield ""
    if with_past:
        yield _USUALLY
    yield from _wrapped(_NO_ASSESSMENT)


def roll_up_lines(told: RollUp, zone: tzinfo, currency: str) -> Iterator[str]:
    """Each indicator that any of the weeks knew: its median, and how often it was met."""
    writing = EnglishWriting(zone)
    yield f"{told.name}: {told_text(told.headline, writing)}"
    if told.weeks:
        yield f"Weeks: {told.weeks[0].name} to {told.weeks[-1].name}"
    judged = Counter(one.id for week in told.weeks for one in week.with_target)
    rows = [_row(row, judged[row.id], writing, currency) for row in told.rows if row.known]
    heading = f"  {'':<26} {'median':>10}  {'met':<9} from lowest to highest"
    yield from _titled("Indicators", iter([heading, *rows] if rows else ()))
    yield ""
    yield from _wrapped(_NO_ASSESSMENT)


def target_text(target: Target, unit: Unit, writing: EnglishWriting) -> str:
    bound = kept_text(target.value, unit, writing)
    return f"{bound} or more" if target.is_least else f"{bound} at most"


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    """With an empty line before it; nothing where there are no lines."""
    first = next(lines, None)
    if first is not None:
        yield from ("", title, first)
        yield from lines


def _indicators(summary: Summary, writing: EnglishWriting, *, with_past: bool) -> Iterator[str]:
    """What is not met first, what is not known last; else in their own order."""
    order, currency = [*_STATES], summary.settings.commute.currency
    beside = zip(summary.week.indicators, summary.comparisons, strict=True)
    for one, past in sorted(beside, key=lambda pair: order.index(pair[0].state)):
        if one.value is not None:
            yield from _known(one, one.value, writing, currency)
            if with_past:
                yield from _beside(one.unit, past, writing, currency)
    yield from _unknown(summary.week.indicators, writing)


def _unknown(indicators: Sequence[Indicator], writing: EnglishWriting) -> Iterator[str]:
    """Those that lack the same, together."""
    names: dict[str, list[str]] = {}
    for one in indicators:
        if one.value is None:
            names.setdefault(told_text(one.told, writing), []).append(one.name)
    start = f"  {_STATES[State.NOT_ENOUGH_DATA]:<9}  "
    for sentence, of in names.items():
        yield from _wrapped(f"{', '.join(of)}: {sentence}", start, _BESIDE_STATE)


def _known(one: Indicator, value: float, writing: EnglishWriting, currency: str) -> Iterator[str]:
    bound = one.target.value if one.target else None
    written = value_beside(value, bound, one.unit, writing, currency)
    target = f"  ({target_text(one.target, one.unit, writing)})" if one.target else ""
    yield f"  {_STATES[one.state]:<9}  {one.name:<26} {written:>10}{target}"
    basis = f" ({one.target.basis})" if one.target and one.state is State.NOT_MET else ""
    yield from _wrapped(told_text(one.told, writing) + basis, _BESIDE_STATE, _BESIDE_STATE)


def _beside(unit: Unit, past: Comparison, writing: EnglishWriting, currency: str) -> Iterator[str]:
    written = [
        f"{name} {value_text(value, unit, writing, currency)}"
        for name, value in (("usually", past.usual), ("last week", past.last))
        if value is not None
    ]
    if written:
        yield f"{_BESIDE_STATE}{', '.join(written)}"


def _goals(summary: Summary, writing: EnglishWriting) -> Iterator[str]:
    for one in summary.goals:
        standing = goal_texts.STANDINGS[one.standing(is_over=summary.week.is_over)].lower()
        told = f"{goal_texts.NAMES[one.goal.kind]}: {told_text(one.told, writing)}"
        yield from _wrapped(told, f"  {standing:<13}", " " * 15)


def _past(summary: Summary, writing: EnglishWriting) -> Iterator[str]:
    if summary.heat is not None:
        causes = (
            f"{cause.value} {sum(cell.count for cell in cells)}"
            for cause, cells in summary.heat.by_cause
        )
        yield from _wrapped(f"Interruptions: {', '.join(causes)}.", "  ", "    ")
        if summary.heat.hardest is not None:
            yield from _wrapped(told_text(summary.heat.hardest, writing), "  ", "    ")
    if summary.ready_counts is not None:
        for one in counts_told(summary.ready_counts):
            yield from _wrapped(told_text(one, writing), "  ", "    ")


def _advice(suggestions: Sequence[Suggestion], shown: Shown) -> Iterator[str]:
    for one in suggestions:
        text = f"{one.indicator.name}: {shown.tips[one.tip_id]}"
        yield from _wrapped(text, "  ", "    ")


def _row(row: RollUpRow, judged: int, writing: EnglishWriting, currency: str) -> str:
    """*judged* is in how many weeks it was held against a target."""
    known = [value for value in row.values if value is not None]
    lowest, highest = (
        value_text(value, row.unit, writing, currency) for value in (min(known), max(known))
    )
    middle = value_text(row.median or 0.0, row.unit, writing, currency)
    met = f"{row.met} of {judged}" if judged else ""
    spread = lowest if lowest == highest else f"{lowest} to {highest}"
    return f"  {row.name:<26} {middle:>10}  {met:<9} {spread}"


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False
    )
