"""How `tips` tells tips and why they came, in plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import groupby
from typing import TYPE_CHECKING

from workspace_assistant.core.text import in_english
from workspace_assistant.core.tips.model import Stand
from workspace_assistant.core.tips.texts import ANSWERS, GRADES, REASONS, STANDS, TOPICS

if TYPE_CHECKING:
    from workspace_assistant.core.tips.model import Choice, Listed, Offered, Quote, Source, Tip, Why

_INDENT = "  "
NOTHING_SHOWN = "No tip was shown yet."


def choice_lines(choice: Choice, last: Offered | None, zone: tzinfo) -> Iterator[str]:
    """The tip that is chosen now; else why there is none, and the last one."""
    if choice.tip is not None:
        yield from _tip_lines(choice.tip, choice.quotes)
        yield _how_to_answer(choice.tip)
        return
    yield f"No tip now. {REASONS[choice.reason]}"
    if choice.may_come_at is not None:
        yield f"The next one may come at {_clock(choice.may_come_at, zone)}."
    if last is not None:
        yield ""
        yield f"The last one, {_day(last.at, zone)} {_clock(last.at, zone)}:"
        yield from (f"{_INDENT}{line}" for line in _tip_lines(last.tip, last.quotes))
        yield f"{_INDENT}{_said(last)}"


def why_lines(choice: Choice) -> Iterator[str]:
    """Every tip, by how it stands to what is known now."""
    if choice.in_call is None:
        yield "Whether a call goes on cannot be seen here, so calls hold no tips back."
    for stand in Stand:
        whys = [one for one in choice.whys if one.stand is stand]
        if whys:
            yield ""
            yield f"{STANDS[stand]}:"
            yield from _unknown_lines(whys) if stand is Stand.NOT_KNOWN else _fact_lines(whys)


def catalog_lines(listed: Sequence[Listed], zone: tzinfo) -> Iterator[str]:
    for topic, tips in groupby(listed, key=lambda one: one.tip.topic):
        yield f"{TOPICS[topic]}:"
        for one in tips:
            yield f"{_INDENT}{one.tip.id} ({_grade(one.tip)}){_became(one, zone)}"
            yield f"{_INDENT * 2}{one.tip.text}"


def _tip_lines(tip: Tip, quotes: Iterable[Quote]) -> Iterator[str]:
    yield f"{TOPICS[tip.topic]} ({_grade(tip)})"
    yield tip.text
    for quote in quotes:
        yield f"Because: {_quoted(quote)}"
    if tip.source is not None:
        yield f"Source: {_source(tip.source)}"


def _grade(tip: Tip) -> str:
    words = GRADES[tip.grade].lower()
    return words if tip.grade.is_idea else f"{tip.grade.value}, {words}"


def _source(source: Source) -> str:
    year = "" if source.year is None else f", {source.year}"
    return f"{source.by}{year}. {source.title}. {source.url}"


def _how_to_answer(tip: Tip) -> str:
    return f"Its id is {tip.id}. Answer with “tips helped”, “tips not-now” or “tips never”."


def _said(last: Offered) -> str:
    if last.answer is not None:
        return f"Your answer: {ANSWERS[last.answer]}."
    return _how_to_answer(last.tip)


def _became(listed: Listed, zone: tzinfo) -> str:
    if listed.is_put_away:
        return f" - put away; “tips again {listed.tip.id}” brings it back"
    if listed.offered_at is None:
        return ""
    said = "" if listed.answer is None else f", {ANSWERS[listed.answer].lower()}"
    return f" - shown {_day(listed.offered_at, zone)}{said}"


def _fact_lines(whys: Iterable[Why]) -> Iterator[str]:
    for why in whys:
        yield f"{_INDENT}{why.tip.id}: {REASONS[why.reason]}"
        yield from (f"{_INDENT * 2}{_quoted(quote)}" for quote in why.quotes)


def _unknown_lines(whys: Iterable[Why]) -> Iterator[str]:
    """Each reason once, with all the tips that wait for it."""
    waiting: dict[str, list[str]] = {}
    for why in whys:
        for one in why.unknown:
            waiting.setdefault(in_english(one.sentence, **one.parts), []).append(why.tip.id)
    for sentence, ids in waiting.items():
        yield f"{_INDENT}{sentence}"
        yield f"{_INDENT * 2}{', '.join(dict.fromkeys(ids))}"


def _quoted(quote: Quote) -> str:
    return in_english(quote.sentence, **quote.parts)


def _clock(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _day(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d}"
