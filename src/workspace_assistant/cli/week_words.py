"""How `week` tells a week, a month and a quarter, in lines for eighty columns."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.week_writing import TerminalWriting
from workspace_assistant.core.balance import goal_texts
from workspace_assistant.core.balance.model import Indicator, State, Target, Unit
from workspace_assistant.core.balance.readiness_counts import counts_told
from workspace_assistant.core.balance.roll_up_sentences import roll_up_sentences
from workspace_assistant.core.balance.writing import (
    Writing,
    kept_text,
    told_text,
    value_beside,
    value_text,
)
from workspace_assistant.core.focus.labels import CAUSES
from workspace_assistant.core.joining import joined
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

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
    State.NOT_MET: QT_TRANSLATE_NOOP("week", "NOT MET"),
    State.MET: QT_TRANSLATE_NOOP("week", "met"),
    State.INFORMATION: "",
    State.NOT_ENOUGH_DATA: QT_TRANSLATE_NOOP("week", "not known"),
}
_BESIDE_STATE = " " * 13
_USUALLY = QT_TRANSLATE_NOOP(
    "week", "Usually: the median of the four weeks before, of those that are known."
)
_NO_ASSESSMENT = QT_TRANSLATE_NOOP(
    "week",
    "Targets are defaults by law and official guidance, or your own; this is no legal assessment.",
)
_BESIDE_USUAL = QT_TRANSLATE_NOOP("week", "usually {value}")
_BESIDE_LAST = QT_TRANSLATE_NOOP("week", "last week {value}")
_NAMED = QT_TRANSLATE_NOOP("week", "{name}: {text}")


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
    writing = TerminalWriting(shown.zone)
    yield _named(summary.week.name, told_text(summary.headline, writing))
    for sentence in summary.sentences:
        yield from _wrapped(told_text(sentence, writing), "  ", "    ")
    yield from _titled(worded("Goals"), _goals(summary, writing))
    yield from _titled(worded("Indicators"), _indicators(summary, writing, with_past=with_past))
    if with_past:
        yield from _titled(worded("The last twelve weeks"), _past(summary, writing))
    yield from _titled(worded("What could be done"), _advice(summary.suggestions, shown))
    yield ""
    if with_past:
        yield from _wrapped(worded(_USUALLY))
    yield from _wrapped(worded(_NO_ASSESSMENT))


def roll_up_lines(told: RollUp, zone: tzinfo, currency: str) -> Iterator[str]:
    """Each indicator that any of the weeks knew: its median, and how often it was met."""
    writing = TerminalWriting(zone)
    yield _named(told.name, told_text(told.headline, writing))
    for sentence in roll_up_sentences(told):
        yield from _wrapped(told_text(sentence, writing), "  ", "    ")
    if told.weeks:
        first, last = told.weeks[0].name, told.weeks[-1].name
        yield worded("Weeks: {first} to {last}", first=first, last=last)
    judged = Counter(one.id for week in told.weeks for one in week.with_target)
    rows = [_row(row, judged[row.id], writing, currency) for row in told.rows if row.known]
    median, met = worded("median"), worded(_STATES[State.MET])
    heading = f"  {'':<26} {median:>10}  {met:<9} {worded('from lowest to highest')}"
    yield from _titled(worded("Indicators"), iter([heading, *rows] if rows else ()))
    yield ""
    yield from _wrapped(worded(_NO_ASSESSMENT))


def target_text(target: Target, unit: Unit, writing: Writing) -> str:
    bound = kept_text(target.value, unit, writing)
    if target.is_least:
        return worded("{value} or more", value=bound)
    return worded("{value} at most", value=bound)


def _named(name: str, text: str) -> str:
    return worded(_NAMED, name=name, text=text)


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    """With an empty line before it; nothing where there are no lines."""
    first = next(lines, None)
    if first is not None:
        yield from ("", title, first)
        yield from lines


def _indicators(summary: Summary, writing: Writing, *, with_past: bool) -> Iterator[str]:
    """What is not met first, what is not known last; else in their own order."""
    order, currency = [*_STATES], summary.settings.commute.currency
    beside = zip(summary.week.indicators, summary.comparisons, strict=True)
    for one, past in sorted(beside, key=lambda pair: order.index(pair[0].state)):
        if one.value is not None:
            yield from _known(one, one.value, writing, currency)
            if with_past:
                yield from _beside(one.unit, past, writing, currency)
    yield from _unknown(summary.week.indicators, writing)


def _unknown(indicators: Sequence[Indicator], writing: Writing) -> Iterator[str]:
    """Those that lack the same, together."""
    names: dict[str, list[str]] = {}
    for one in indicators:
        if one.value is None:
            names.setdefault(told_text(one.told, writing), []).append(worded(one.name))
    start = f"  {worded(_STATES[State.NOT_ENOUGH_DATA]):<9}  "
    for sentence, of in names.items():
        yield from _wrapped(_named(joined(of, worded), sentence), start, _BESIDE_STATE)


def _known(one: Indicator, value: float, writing: Writing, currency: str) -> Iterator[str]:
    bound = one.target.value if one.target else None
    written = value_beside(value, bound, one.unit, writing, currency)
    target = f"  ({target_text(one.target, one.unit, writing)})" if one.target else ""
    state, name = _STATES[one.state], worded(one.name)
    yield f"  {worded(state) if state else '':<9}  {name:<26} {written:>10}{target}"
    basis = f" ({worded(one.target.basis)})" if one.target and one.state is State.NOT_MET else ""
    yield from _wrapped(told_text(one.told, writing) + basis, _BESIDE_STATE, _BESIDE_STATE)


def _beside(unit: Unit, past: Comparison, writing: Writing, currency: str) -> Iterator[str]:
    written = [
        worded(said, value=value_text(value, unit, writing, currency))
        for said, value in ((_BESIDE_USUAL, past.usual), (_BESIDE_LAST, past.last))
        if value is not None
    ]
    if written:
        yield f"{_BESIDE_STATE}{joined(written, worded)}"


def _goals(summary: Summary, writing: Writing) -> Iterator[str]:
    for one in summary.goals:
        standing = inside(goal_texts.STANDINGS[one.standing(is_over=summary.week.is_over)])
        told = _named(worded(goal_texts.NAMES[one.goal.kind]), told_text(one.told, writing))
        yield from _wrapped(told, f"  {standing:<13}", " " * 15)


def _past(summary: Summary, writing: Writing) -> Iterator[str]:
    if summary.heat is not None:
        causes = joined(
            (
                f"{inside(CAUSES[cause])} {sum(cell.count for cell in cells)}"
                for cause, cells in summary.heat.by_cause
            ),
            worded,
        )
        yield from _wrapped(worded("Interruptions: {causes}.", causes=causes), "  ", "    ")
        if summary.heat.hardest is not None:
            yield from _wrapped(told_text(summary.heat.hardest, writing), "  ", "    ")
    if summary.ready_counts is not None:
        for one in counts_told(summary.ready_counts):
            yield from _wrapped(told_text(one, writing), "  ", "    ")


def _advice(suggestions: Sequence[Suggestion], shown: Shown) -> Iterator[str]:
    for one in suggestions:
        text = _named(worded(one.indicator.name), worded(shown.tips[one.tip_id]))
        yield from _wrapped(text, "  ", "    ")


def _row(row: RollUpRow, judged: int, writing: Writing, currency: str) -> str:
    """*judged* is in how many weeks it was held against a target."""
    known = [value for value in row.values if value is not None]
    lowest, highest = (
        value_text(value, row.unit, writing, currency) for value in (min(known), max(known))
    )
    middle = value_text(row.median or 0.0, row.unit, writing, currency)
    met = worded("{met} of {count}", met=str(row.met), count=str(judged)) if judged else ""
    both = worded("{first} to {last}", first=lowest, last=highest)
    spread = lowest if lowest == highest else both
    return f"  {worded(row.name):<26} {middle:>10}  {met:<9} {spread}"


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False
    )
