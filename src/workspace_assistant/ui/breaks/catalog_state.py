"""The catalog of tips: which fit now, which were put away, and why each comes or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workspace_assistant.core.tips.model import Choice, Listed, Stand, Why
from workspace_assistant.core.tips.texts import STANDS, TOPICS
from workspace_assistant.ui.breaks import looks, texts
from workspace_assistant.ui.breaks.moments import moment_told
from workspace_assistant.ui.breaks.situation import Seen, Situation
from workspace_assistant.ui.breaks.tip_state import (
    SourceState,
    grade_told,
    quoted,
    reason_told,
    source_state,
    topic_told,
)
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.names import inside_sentence
from workspace_assistant.ui.wording.wording import Wording

FIT_NOW = "fit-now"
PUT_AWAY = "put-away"
_FITTING = {Stand.CHOSEN, Stand.FITS, Stand.HELD_BACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class TipRowState:
    """A tip of the catalog.

    Attributes:
        stand: how it stands now and why.
        facts: the numbers that decide, or what is not known of them.
        past: how often it was shown; empty for never.
        is_away: the button puts it back; else it puts it away.
        description: what the button says to those who do not see beside what it stands.
    """

    tip_id: str
    look: Look
    state: str
    title: str
    text: str
    stand: str
    facts: tuple[str, ...]
    past: str
    grade: str
    source: SourceState | None
    button: str
    is_away: bool
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogState:
    """Attributes: `topics` are the chips: value and words; `empty` is said without a row."""

    summary: str
    topics: tuple[tuple[str, str], ...]
    topic: str
    rows: tuple[TipRowState, ...]
    empty: str


def catalog_state(now: Situation, seen: Seen, wording: Wording) -> CatalogState:
    whys = {why.tip.id: why for why in seen.choice.whys} if seen.choice else {}
    topics = _topics(seen.listed, wording)
    topic = now.topic if now.topic in dict(topics) else FIT_NOW
    shown = [one for one in seen.listed if _belongs(one, topic, whys)]
    fitting = sum(_fits(one, whys) for one in seen.listed)
    count = str(len(seen.listed))
    return CatalogState(
        summary=wording.say(texts.CATALOG_SUM, count=count, fitting=str(fitting)),
        topics=topics,
        topic=topic,
        rows=tuple(_row(one, whys.get(one.tip.id), seen, wording) for one in shown),
        empty="" if shown else wording.say(_empty(topic, seen.choice)),
    )


def _topics(listed: Iterable[Listed], wording: Wording) -> tuple[tuple[str, str], ...]:
    known = tuple(listed)
    away = str(sum(one.is_put_away for one in known))
    named = {one.tip.topic: topic_told(one.tip, wording) for one in known}
    order = [*(topic for topic in TOPICS if topic in named), *(set(named) - set(TOPICS))]
    return (
        (FIT_NOW, wording.say(texts.FIT_NOW)),
        *((topic, named[topic]) for topic in order),
        (PUT_AWAY, wording.say(texts.PUT_AWAY, count=away)),
    )


def _belongs(one: Listed, topic: str, whys: Mapping[str, Why]) -> bool:
    if topic == PUT_AWAY:
        return one.is_put_away
    return _fits(one, whys) if topic == FIT_NOW else one.tip.topic == topic


def _fits(one: Listed, whys: Mapping[str, Why]) -> bool:
    why = whys.get(one.tip.id)
    return why is not None and why.stand in _FITTING and not one.is_put_away


def _empty(topic: str, choice: Choice | None) -> str:
    if topic == PUT_AWAY:
        return texts.AWAY_NONE
    return texts.FIT_NONE if choice else texts.OPENING


def _row(one: Listed, why: Why | None, seen: Seen, wording: Wording) -> TipRowState:
    say, tip = wording.say, one.tip
    look = looks.STAND_LOOKS[why.stand] if why else looks.TIP
    button = say(texts.PUT_BACK if one.is_put_away else texts.NEVER)
    text = say(tip.text)
    return TipRowState(
        tip_id=tip.id,
        look=look,
        state=say(look.word),
        title=topic_told(tip, wording),
        text=text,
        stand=_stand(why, wording) if why else "",
        facts=_facts(why, wording) if why else (),
        past=_past(one, seen, wording),
        grade=grade_told(tip, wording),
        source=source_state(tip, wording),
        button=button,
        is_away=one.is_put_away,
        description=say(texts.ABOUT_TIP, action=button, tip=text),
    )


def _stand(why: Why, wording: Wording) -> str:
    stand, reason = wording.say(STANDS[why.stand]), reason_told(why.reason, wording)
    return wording.say(texts.STANDS, stand=stand, reason=reason)


def _facts(why: Why, wording: Wording) -> tuple[str, ...]:
    missing = tuple(wording.say(one.sentence, **one.parts) for one in why.unknown)
    return (*quoted(why.quotes, wording), *missing) if why.stand in _FITTING else missing


def _past(one: Listed, seen: Seen, wording: Wording) -> str:
    if one.offered_at is None:
        return ""
    when = inside_sentence(moment_told(one.offered_at, seen.at, wording))
    said = texts.SHOWN_ONCE if one.times_offered == 1 else texts.SHOWN_OFTEN
    return wording.say(said, count=str(one.times_offered), when=when)
