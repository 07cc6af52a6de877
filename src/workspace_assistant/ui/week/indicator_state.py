"""The numbers of the week by topic, each with its sentence, value and target. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workspace_assistant.core.balance.model import Indicator, State
from workspace_assistant.core.balance.summary_model import Comparison
from workspace_assistant.core.balance.writing import told_text, value_beside
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.week import looks, texts
from workspace_assistant.ui.week.change_text import change_text
from workspace_assistant.ui.week.formula_state import FormulaState, formula_state, target_told
from workspace_assistant.ui.week.situation import Seen, Situation
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.wording.wording import Wording

# Topics and what belongs to them, in the order in which they are shown.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (texts.GROUP_REST, ("shortest-daily-rest", "quick-returns", "longest-weekly-rest")),
    (
        texts.GROUP_HOURS,
        (
            "hours",
            "average-hours",
            "overtime",
            "longest-working-stretch",
            "days-in-a-row",
            "nights-in-a-row",
            "start-regularity",
        ),
    ),
    (
        texts.GROUP_BREAKS,
        ("longest-screen-stretch", "long-shifts-without-break", "breaks-had"),
    ),
    (texts.GROUP_OFF, ("after-hours", "quiet-days", "switching-off")),
    (
        texts.GROUP_FOCUS,
        ("focus-time", "completed-blocks", "uninterrupted-stretch", "interruptions-per-hour"),
    ),
    (texts.GROUP_PLAN, ("began-ready", "technical-time", "conformance", "adherence")),
    (texts.GROUP_PEOPLE, ("learning", "hard-contacts", "contact-with-colleagues")),
    (
        texts.GROUP_COMMUTE,
        ("commute-time-saved", "commute-distance-saved", "commute-money-saved"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorState:
    """One number.

    Attributes:
        sentence: what it is made of; of one that is not known, why.
        target, change: what it is held against, and how it is beside the usual; empty for none.
        button: what opens or closes its formula, to those who do not see.
        told: all of it in a sentence.
        formula: None while it is closed.
    """

    id: str
    look: Look
    state: str
    name: str
    sentence: str
    value: str
    target: str
    change: str
    button: str
    told: str
    formula: FormulaState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupState:
    title: str
    rows: tuple[IndicatorState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsState:
    """Attributes: `more` shows or hides what is not known; empty where all is."""

    groups: tuple[GroupState, ...]
    more: str


def indicators_state(now: Situation, seen: Seen, wording: Wording) -> IndicatorsState | None:
    """None where nothing is known: then there is nothing to read."""
    found = seen.week.indicators
    unknown = sum(one.state is State.NOT_ENOUGH_DATA for one in found)
    if unknown == len(found):
        return None
    shown = [one for one in found if now.shows_unknown or one.value is not None]
    return IndicatorsState(
        groups=tuple(_groups(shown, now, seen, wording)),
        more=_more(unknown, wording, is_open=now.shows_unknown),
    )


def _groups(
    shown: Sequence[Indicator], now: Situation, seen: Seen, wording: Wording
) -> Iterator[GroupState]:
    known = {one.id: one for one in shown}
    named = {one for _, ids in GROUPS for one in ids}
    others = tuple(one.id for one in shown if one.id not in named)
    for title, ids in (*GROUPS, (texts.GROUP_OTHER, others)):
        rows = [_row(known[one], now, seen, wording) for one in ids if one in known]
        if rows:
            yield GroupState(title=wording.say(title), rows=tuple(rows))


def _row(one: Indicator, now: Situation, seen: Seen, wording: Wording) -> IndicatorState:
    say, writing, look = wording.say, WindowWriting(wording), looks.STATES[one.state]
    currency, name = seen.settings.commute.currency, say(one.name)
    sentence, state = told_text(one.told, writing), say(look.word)
    bound = one.target.value if one.target else None
    value = "" if one.value is None else value_beside(one.value, bound, one.unit, writing, currency)
    target = target_told(one, wording)
    change = change_text(one, _beside(one, seen), wording, currency)
    is_open = one.id in now.opened
    told = (f"{name}: {state}", value, target, change, sentence)
    return IndicatorState(
        id=one.id,
        look=look,
        state=state,
        name=name,
        sentence=sentence,
        value=value,
        target=target,
        change=change,
        button=say(texts.COLLAPSE if is_open else texts.EXPAND, name=name),
        told=". ".join(filter(None, told)),
        formula=formula_state(one, _beside(one, seen), seen.settings, wording) if is_open else None,
    )


def _beside(one: Indicator, seen: Seen) -> Comparison | None:
    """Not before the weeks before were read."""
    known = seen.summary.comparisons if seen.is_whole else ()
    return next((other for other in known if other.id == one.id), None)


def _more(unknown: int, wording: Wording, *, is_open: bool) -> str:
    if not unknown:
        return ""
    if is_open:
        return wording.say(texts.UNKNOWN_FOLD)
    said = texts.UNKNOWN_ONE if unknown == 1 else texts.UNKNOWN_MANY
    return wording.say(said, count=str(unknown))
