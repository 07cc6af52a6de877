"""Tips as JSON documents."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.facts.model import Unknown
from workspace_assistant.core.text import in_english
from workspace_assistant.core.tips.model import (
    Choice,
    Listed,
    Offered,
    Quote,
    Source,
    Tip,
    TipEvent,
    Why,
)
from workspace_assistant.core.tips.texts import GRADES, REASONS, TOPICS

SCHEMA = "workspace-assistant/tips/1"
EVENTS_SCHEMA = "workspace-assistant/tip-events/1"
CATALOG_SCHEMA = "workspace-assistant/tips-catalog/1"


def tips_document(
    choice: Choice, last: Offered | None, *, with_whys: bool = False
) -> dict[str, object]:
    """What is chosen now and what was shown last; with why each tip is chosen or not."""
    return {
        "schema": SCHEMA,
        "chosen": None if choice.tip is None else tip_document(choice.tip),
        "reason": choice.reason,
        "reason_text": REASONS[choice.reason],
        "facts": [_quote(one) for one in choice.quotes],
        "held_back": None if choice.held_back is None else choice.held_back.id,
        "may_come_at": None if choice.may_come_at is None else choice.may_come_at.isoformat(),
        "in_call": choice.in_call,
        "last": None if last is None else _offered(last),
        **({"why": [_why(one) for one in choice.whys]} if with_whys else {}),
    }


def catalog_document(listed: Iterable[Listed]) -> dict[str, object]:
    return {"schema": CATALOG_SCHEMA, "tips": [_listed(one) for one in listed]}


def events_document(events: Iterable[TipEvent]) -> dict[str, object]:
    """What was offered and what the person said of it, in the order of writing."""
    return {"schema": EVENTS_SCHEMA, "events": [_event(one) for one in events]}


def tip_document(tip: Tip) -> dict[str, object]:
    return {
        "id": tip.id,
        "topic": tip.topic,
        "topic_text": TOPICS[tip.topic],
        "text": tip.text,
        "trigger": tip.condition,
        "grade": tip.grade.value,
        "grade_text": GRADES[tip.grade],
        "source": None if tip.source is None else _source(tip.source),
        "cooldown_days": tip.cooldown_days,
    }


def _source(source: Source) -> dict[str, object]:
    return {"title": source.title, "by": source.by, "year": source.year, "url": source.url}


def _offered(offered: Offered) -> dict[str, object]:
    return {
        **tip_document(offered.tip),
        "at": offered.at.isoformat(),
        "facts": [_quote(one) for one in offered.quotes],
        "answer": None if offered.answer is None else offered.answer.value,
        "is_current": offered.is_current,
    }


def _event(event: TipEvent) -> dict[str, object]:
    return {
        "at": event.at.isoformat(),
        "tip": event.tip_id,
        "answer": None if event.answer is None else event.answer.value,
        "period": event.period,
        "facts": [_quote(one) for one in event.quotes],
    }


def _listed(listed: Listed) -> dict[str, object]:
    at = listed.offered_at
    return {
        **tip_document(listed.tip),
        "offered_at": None if at is None else at.isoformat(),
        "times_offered": listed.times_offered,
        "answer": None if listed.answer is None else listed.answer.value,
        "is_put_away": listed.is_put_away,
    }


def _why(why: Why) -> dict[str, object]:
    return {
        "id": why.tip.id,
        "topic": why.tip.topic,
        "stand": why.stand.value,
        "reason": why.reason,
        "reason_text": REASONS[why.reason],
        "facts": [_quote(one) for one in why.quotes],
        "unknown": [_unknown(one) for one in why.unknown],
    }


def _quote(quote: Quote) -> dict[str, object]:
    text = in_english(quote.sentence, **quote.parts)
    return {"name": quote.name, "value": quote.value, "text": text}


def _unknown(unknown: Unknown) -> dict[str, object]:
    text = in_english(unknown.sentence, **unknown.parts)
    return {"name": unknown.name, "reason": unknown.reason, "text": text}
