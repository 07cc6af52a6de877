"""How `tips` tells tips and why they came, in plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import groupby
from typing import TYPE_CHECKING

from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.core.text import QT_TRANSLATE_NOOP
from workspace_assistant.core.tips.model import Stand
from workspace_assistant.core.tips.texts import ANSWERS, GRADES, REASONS, STANDS, TOPICS

if TYPE_CHECKING:
    from workspace_assistant.core.tips.model import Choice, Listed, Offered, Quote, Source, Tip, Why

_INDENT = "  "
NOTHING_SHOWN = QT_TRANSLATE_NOOP("cli", "No tip was shown yet.")


def choice_lines(choice: Choice, last: Offered | None, zone: tzinfo) -> Iterator[str]:
    """The tip that is chosen now; else why there is none, and the last one."""
    if choice.tip is not None:
        yield from _tip_lines(choice.tip, choice.quotes)
        yield _how_to_answer(choice.tip)
        return
    yield worded("No tip now. {reason}", reason=worded(REASONS[choice.reason]))
    if choice.may_come_at is not None:
        at = _clock(choice.may_come_at, zone)
        yield worded("The next one may come at {at}.", at=at)
    if last is not None:
        yield ""
        yield worded("The last one, {day} {at}:", day=_day(last.at, zone), at=_clock(last.at, zone))
        yield from (f"{_INDENT}{line}" for line in _tip_lines(last.tip, last.quotes))
        yield f"{_INDENT}{_said(last)}"


def why_lines(choice: Choice) -> Iterator[str]:
    """Every tip, by how it stands to what is known now."""
    if choice.in_call is None:
        yield worded("Whether a call goes on cannot be seen here, so calls hold no tips back.")
    for stand in Stand:
        whys = [one for one in choice.whys if one.stand is stand]
        if whys:
            yield ""
            yield worded("{heading}:", heading=worded(STANDS[stand]))
            yield from _unknown_lines(whys) if stand is Stand.NOT_KNOWN else _fact_lines(whys)


def catalog_lines(listed: Sequence[Listed], zone: tzinfo) -> Iterator[str]:
    for topic, tips in groupby(listed, key=lambda one: one.tip.topic):
        yield worded("{heading}:", heading=worded(TOPICS[topic]))
        for one in tips:
            yield f"{_INDENT}{_listed_line(one, zone)}"
            yield f"{_INDENT * 2}{worded(one.tip.text)}"


def _tip_lines(tip: Tip, quotes: Iterable[Quote]) -> Iterator[str]:
    yield worded("{topic} ({grade})", topic=worded(TOPICS[tip.topic]), grade=_grade(tip))
    yield worded(tip.text)
    for quote in quotes:
        yield worded("Because: {fact}", fact=_quoted(quote))
    if tip.source is not None:
        yield worded("Source: {source}", source=_source(tip.source))


def _grade(tip: Tip) -> str:
    words = inside(GRADES[tip.grade])
    return (
        words
        if tip.grade.is_idea
        else worded("{letter}, {meaning}", letter=tip.grade.value, meaning=words)
    )


def _source(source: Source) -> str:
    year = "" if source.year is None else f", {source.year}"
    return f"{source.by}{year}. {source.title}. {source.url}"


def _how_to_answer(tip: Tip) -> str:
    return worded(
        "Its id is {tip}. Answer with “tips helped”, “tips not-now” or “tips never”.", tip=tip.id
    )


def _said(last: Offered) -> str:
    if last.answer is not None:
        return worded("Your answer: {answer}.", answer=worded(ANSWERS[last.answer]))
    return _how_to_answer(last.tip)


def _listed_line(listed: Listed, zone: tzinfo) -> str:
    parts = {"tip": listed.tip.id, "grade": _grade(listed.tip)}
    if listed.is_put_away:
        return worded("{tip} ({grade}) - put away; “tips again {tip}” brings it back", **parts)
    if listed.offered_at is None:
        return worded("{tip} ({grade})", **parts)
    on = _day(listed.offered_at, zone)
    if listed.answer is None:
        return worded("{tip} ({grade}) - shown {day}", day=on, **parts)
    said = inside(ANSWERS[listed.answer])
    return worded("{tip} ({grade}) - shown {day}, {answer}", day=on, answer=said, **parts)


def _fact_lines(whys: Iterable[Why]) -> Iterator[str]:
    for why in whys:
        told = worded("{tip}: {reason}", tip=why.tip.id, reason=worded(REASONS[why.reason]))
        yield f"{_INDENT}{told}"
        yield from (f"{_INDENT * 2}{_quoted(quote)}" for quote in why.quotes)


def _unknown_lines(whys: Iterable[Why]) -> Iterator[str]:
    """Each reason once, with all the tips that wait for it."""
    waiting: dict[str, list[str]] = {}
    for why in whys:
        for one in why.unknown:
            waiting.setdefault(worded(one.sentence, **one.parts), []).append(why.tip.id)
    for sentence, ids in waiting.items():
        yield f"{_INDENT}{sentence}"
        yield f"{_INDENT * 2}{', '.join(dict.fromkeys(ids))}"


def _quoted(quote: Quote) -> str:
    return worded(quote.sentence, **quote.parts)


def _clock(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _day(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d}"
