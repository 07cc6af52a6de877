"""The week in one line, and in at most three sentences: what is not met, then what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import islice

from workspace_assistant.core.balance import summary_texts, texts
from workspace_assistant.core.balance.model import Indicator, State, Told, Unit, Week
from workspace_assistant.core.balance.steps import STEPS, theme_of, worst_first
from workspace_assistant.core.balance.summary_model import Comparison
from workspace_assistant.core.days import day_of
from workspace_assistant.core.spans import Span

MOST_SENTENCES = 3
_PERCENT = 100
# Which rest was short says more than how many were.
_SAID_BY = {"quick-returns": "shortest-daily-rest"}
# Shares and medians: what is still to come need not change them.
_TOLD_EARLY = frozenset(
    {
        "breaks-had",
        "completed-blocks",
        "uninterrupted-stretch",
        "interruptions-per-hour",
        "switching-off",
        "contact-with-colleagues",
        "began-ready",
    }
)


def headline_of(week: Week) -> Told:
    """How many targets are met, of those that are known; of a week off, that it is one."""
    known = len(week.with_target)
    if week.is_off:
        return Told(sentence=summary_texts.OFF if week.is_over else summary_texts.OFF_NOW)
    if not known:
        unknown = summary_texts.NOTHING_KNOWN if week.is_over else summary_texts.NOTHING_YET
        return Told(sentence=unknown)
    sentence = summary_texts.HEADLINE if week.is_over else summary_texts.HEADLINE_SO_FAR
    return Told(sentence=sentence, parts={"met": week.met_count, "count": known})


def sentences_of(week: Week, comparisons: Sequence[Comparison], zone: tzinfo) -> tuple[Told, ...]:
    """Misses first, the worst first of all; then changes against the usual, the largest first.

    Of a week without any of both, that the rests were long enough, and its hours.
    """
    missed = tuple(one for one in week.indicators if one.state is State.NOT_MET)
    by_id = {one.id: one for one in missed}
    found = {
        theme_of(one.id): _alone(by_id.get(_SAID_BY.get(one.id, one.id), one), zone)
        for one in worst_first(missed)
    }
    for name, one in _changes(week, comparisons):
        found.setdefault(theme_of(name), one)
    return tuple(islice(found.values() or _calm(week), MOST_SENTENCES))


def _alone(one: Indicator, zone: tzinfo) -> Told:
    """As it can be read without the name of its indicator."""
    if one.told.sentence == texts.RESTS:
        return _rests(one.told, zone)
    sentence = summary_texts.ALONE.get(one.told.sentence, one.told.sentence)
    target = one.target.value if one.target else 0.0
    return Told(sentence=sentence, parts={"target": target, **one.told.parts})


def _rests(told: Told, zone: tzinfo) -> Told:
    """By the days of work that the shortest rest lies between, where these are two."""
    span, met, count = told.parts["span"], told.parts["met"], told.parts["count"]
    if not isinstance(span, Span) or not isinstance(met, int) or not isinstance(count, int):
        return told
    first, second = day_of(span.start, zone), day_of(span.end, zone)
    if first == second or count >= len(summary_texts.NUMBERS):
        return told
    sentence = summary_texts.ONE_REST_BY_DAY if met == 1 else summary_texts.RESTS_BY_DAY
    words = {
        "met": summary_texts.FIRST_NUMBERS[met],
        "count": summary_texts.NUMBERS[count],
        "first": summary_texts.WEEKDAYS[first.weekday()],
        "second": summary_texts.WEEKDAYS[second.weekday()],
    }
    return replace(told, sentence=sentence, parts={**told.parts, **words})


def _changes(week: Week, comparisons: Sequence[Comparison]) -> Iterator[tuple[str, Told]]:
    """With the ids of their indicators; none that is smaller than a step."""
    found = [
        (abs(one.value - usual.usual) / STEPS[one.id], one, usual.usual)
        for one, usual in zip(week.indicators, comparisons, strict=True)
        if one.id in summary_texts.CHANGED
        and one.value is not None
        and usual.usual is not None
        and (week.is_over or one.id in _TOLD_EARLY)
    ]
    for steps, one, usual_value in sorted(found, key=lambda change: change[0], reverse=True):
        if steps >= 1:
            yield one.id, _changed(one, usual_value)


def _changed(one: Indicator, usual: float) -> Told:
    value = one.value or 0.0
    parts: Mapping[str, float]
    match one.unit:
        case Unit.SECOND:
            parts = {"length": value, "usual_length": usual}
        case Unit.FRACTION:
            parts = {"value": round(_PERCENT * value), "usual": round(_PERCENT * usual)}
        case _:
            parts = {"value": value, "usual": usual}
    return Told(sentence=summary_texts.CHANGED[one.id], parts=parts)


def _calm(week: Week) -> Iterator[Told]:
    by_id = {one.id: one for one in week.indicators if one.value is not None}
    rest, hours = by_id.get("shortest-daily-rest"), by_id.get("hours")
    if rest is not None and rest.state is State.MET and rest.told.parts.get("count", 0) != 1:
        yield Told(sentence=summary_texts.ALL_RESTS, parts={"count": rest.told.parts["count"]})
    if hours is not None:
        yield hours.told
