"""How a number is counted, what is in it, and what it is held against. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workspace_assistant.core.balance.model import NAME_GAP, Indicator, Term
from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.summary_model import Comparison
from workspace_assistant.core.balance.writing import kept_text, value_text
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.ui.week import term_texts, texts
from workspace_assistant.ui.week.change_text import past_text
from workspace_assistant.ui.week.writing import FieldWriting, WindowWriting
from workspace_assistant.ui.week.written_values import written_value
from workspace_assistant.ui.wording.wording import Wording

_MOST_TERMS = 14
_MOST_OF_A_WEEK_S = 6 * 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFieldState:
    """A target of one's own.

    Attributes:
        text: what the field holds; empty without an own target.
        example: what could stand there.
        is_own: something other than the default holds.
        can_drop: there is a target to drop.
    """

    name: str
    text: str
    example: str
    is_own: bool
    can_drop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaState:
    """Attributes: `terms` are pairs of what a number is of and the number."""

    sentence: str
    terms: tuple[tuple[str, str], ...]
    more: str
    source: str
    past: str
    own: TargetFieldState | None


def formula_state(
    one: Indicator, beside: Comparison | None, settings: WeekSettings, wording: Wording
) -> FormulaState:
    currency = settings.commute.currency
    left = len(one.terms) - _MOST_TERMS
    return FormulaState(
        sentence=wording.say(one.formula),
        terms=tuple(_term(term, one, wording, currency) for term in one.terms[:_MOST_TERMS]),
        more=wording.say(texts.MORE_NUMBERS, count=str(left)) if left > 0 else "",
        source=_source(one, wording),
        past=past_text(one, beside, wording, currency),
        own=_own(one, settings, wording) if one.id in CHOOSABLE else None,
    )


def target_told(one: Indicator, wording: Wording) -> str:
    """Such as ``11 h or more``; empty for none."""
    if one.target is None:
        return ""
    value = kept_text(one.target.value, one.unit, WindowWriting(wording))
    return wording.say(texts.LEAST if one.target.is_least else texts.MOST, value=value)


def with_target(
    settings: WeekSettings, indicator_id: str, text: str, wording: Wording
) -> WeekSettings:
    """With the target that is written. Raises `RefusedError` for what makes no sense."""
    way, writing = CHOOSABLE[indicator_id], WindowWriting(wording)
    lowest, highest = (value_text(one, way.unit, writing) for one in (way.lowest, way.highest))
    value = written_value(text, way.unit)
    if value is None:
        example = value_text(way.highest, way.unit, FieldWriting(wording))
        raise RefusedError(texts.TARGET_UNCLEAR, text=text.strip(), example=example)
    if not way.lowest <= value <= way.highest:
        raise RefusedError(texts.TARGET_RANGE, lowest=lowest, highest=highest)
    return replace(settings, own_targets={**settings.own_targets, indicator_id: value})


def without_target(settings: WeekSettings, indicator_id: str) -> WeekSettings:
    """Held against nothing."""
    return replace(settings, own_targets={**settings.own_targets, indicator_id: None})


def with_default(settings: WeekSettings, indicator_id: str) -> WeekSettings:
    kept = {name: one for name, one in settings.own_targets.items() if name != indicator_id}
    return replace(settings, own_targets=kept)


def _term(term: Term, one: Indicator, wording: Wording, currency: str) -> tuple[str, str]:
    writing = WindowWriting(wording)
    value = value_text(term.value, one.unit, writing, currency)
    return _of_what(term, writing), value


def _of_what(term: Term, writing: WindowWriting) -> str:
    """Its time and its name; of what was counted over a week the name alone."""
    said = (writing.say(term_texts.NAMES.get(one, one)) for one in term.name.split(NAME_GAP) if one)
    name, time = NAME_GAP.join(said), writing.span(term.span)
    if not name:
        return time
    if term.span.length_s > _MOST_OF_A_WEEK_S:
        return name
    return writing.say(term_texts.TIME_AND_NAME, time=time, name=name)


def _source(one: Indicator, wording: Wording) -> str:
    if one.target is None:
        return wording.say(texts.NO_TARGET_SET)
    target = target_told(one, wording)
    return wording.say(texts.SOURCE, target=target, basis=wording.say(one.target.basis))


def _own(one: Indicator, settings: WeekSettings, wording: Wording) -> TargetFieldState:
    own = settings.own_targets.get(one.id)
    way, writing = CHOOSABLE[one.id], FieldWriting(wording)
    example = one.target.value if one.target else one.value or way.highest
    return TargetFieldState(
        name=wording.say(texts.OWN_TARGET_NAMED, name=wording.say(one.name)),
        text="" if own is None else kept_text(own, way.unit, writing),
        example=kept_text(example, way.unit, writing),
        is_own=one.id in settings.own_targets,
        can_drop=one.target is not None,
    )
