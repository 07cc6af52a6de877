"""Chooses a tip, and says of every other one why it is not the one. No chance in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from workspace_assistant.core.facts.model import Fact, Facts
from workspace_assistant.core.tips.condition import Answered, answered
from workspace_assistant.core.tips.model import (
    Choice,
    Moment,
    Quote,
    Stand,
    Tip,
    TipEvent,
    Why,
)
from workspace_assistant.core.tips.past import Past, is_within, pasts
from workspace_assistant.core.tips.silence import Silence, silence

_NOTHING = Past()


@dataclass(frozen=True, slots=True)
class _Looked:
    """One tip against the facts and its own past."""

    why: Why
    past: Past
    answered: Answered


def choose(
    catalog: Sequence[Tip], facts: Facts, events: Sequence[TipEvent], moment: Moment
) -> Choice:
    """What to show at *moment*.

    Of the tips that fit and may be shown: what helped before, then a topic that was not shown in
    this shift, then what was shown least often, then the stronger evidence, then the fact that
    lies farthest beyond its number, then the order of the catalog.
    """
    known = pasts(events)
    looked = [_look(tip, facts, known.get(tip.id, _NOTHING), moment) for tip in catalog]
    shown_topics = _topics(catalog, events, moment)
    fitting = sorted(
        (one for one in looked if one.why.stand is Stand.FITS),
        key=lambda one: _rank(one, shown_topics),
    )
    hush = silence(events, moment)
    whys = _with_decision([one.why for one in looked], [one.why for one in fitting], hush)
    if not fitting:
        return Choice(tip=None, reason="nothing-fits", in_call=moment.in_call, whys=whys)
    first = fitting[0].why
    return Choice(
        tip=None if hush else first.tip,
        reason=hush.reason if hush else first.reason,
        quotes=() if hush else first.quotes,
        held_back=first.tip if hush else None,
        may_come_at=hush.until if hush else None,
        in_call=moment.in_call,
        whys=whys,
    )


def _look(tip: Tip, facts: Facts, past: Past, moment: Moment) -> _Looked:
    said = answered(tip.trigger, facts)
    stand, reason = _stand(tip, said, past, moment)
    why = Why(
        tip=tip,
        stand=stand,
        reason=reason,
        quotes=tuple(_quote(fact) for fact in said.facts),
        unknown=said.unknown,
    )
    return _Looked(why, past, said)


def _stand(tip: Tip, said: Answered, past: Past, moment: Moment) -> tuple[Stand, str]:
    if said.holds is None:
        return Stand.NOT_KNOWN, "facts-missing"
    if not said.holds:
        return Stand.NOT_RELEVANT, "condition-fails"
    if past.is_put_away:
        return Stand.HELD_BACK, "does-not-apply"
    if past.refused_in == moment.period.key:
        return Stand.HELD_BACK, "not-now"
    if is_within(past.offered_at, moment.now, timedelta(days=tip.cooldown_days)):
        return Stand.HELD_BACK, "shown-lately"
    return Stand.FITS, "fits"


def _rank(one: _Looked, shown_topics: frozenset[str]) -> tuple[bool, bool, int, str, float]:
    """The smallest comes first; sorting keeps the catalog's order among equals."""
    return (
        not one.past.is_helpful,
        one.why.tip.topic in shown_topics,
        one.past.times_offered,
        one.why.tip.grade.value,
        -one.answered.excess,
    )


def _topics(catalog: Iterable[Tip], events: Iterable[TipEvent], moment: Moment) -> frozenset[str]:
    """Of what was shown in this shift."""
    topics: Mapping[str, str] = {tip.id: tip.topic for tip in catalog}
    return frozenset(
        topics.get(event.tip_id, "")
        for event in events
        if event.answer is None and event.period == moment.period.key
    )


def _with_decision(
    whys: Iterable[Why], fitting: Sequence[Why], hush: Silence | None
) -> tuple[Why, ...]:
    """What fits is chosen, comes after another one, or is held back like everything now."""

    def decided(why: Why) -> Why:
        if why.stand is not Stand.FITS:
            return why
        if hush is not None:
            return replace(why, stand=Stand.HELD_BACK, reason=hush.reason)
        if why is fitting[0]:
            return replace(why, stand=Stand.CHOSEN)
        return replace(why, reason="another-first")

    return tuple(decided(why) for why in whys)


def _quote(fact: Fact) -> Quote:
    return Quote(name=fact.name, value=fact.value, sentence=fact.sentence, parts=fact.parts)
