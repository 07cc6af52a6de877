"""The weeks of a month or a quarter in words: beside the bars, under the pointer, in a table."""

from __future__ import annotations

from workspace_assistant.core.balance.model import Layer, Week
from workspace_assistant.core.balance.pictures import day_words, texts
from workspace_assistant.core.balance.summary_model import RollUp
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.table import Table


def worked_s(week: Week) -> float:
    return sum(day.worked_s for day in week.days)


def planned_s(week: Week) -> float:
    return sum(day.planned_s for day in week.days)


def layer_s(week: Week, layer: Layer) -> float:
    return sum(day_words.layer_s(day, layer) for day in week.days)


def week_name(week: Week, writing: Writing) -> str:
    """The day on which it begins, such as ``Mon 16 Nov``."""
    return writing.day(writing.local(week.span.start).date())


def total_words(week: Week, writing: Writing) -> str:
    if worked_s(week):
        return writing.length(worked_s(week))
    return writing.say(texts.ALL_OFF if week.is_off else texts.NOTHING)


def week_sentence(week: Week, writing: Writing) -> str:
    name = week_name(week, writing)
    if week.is_off:
        return writing.say(texts.WEEK_OFF, day=name)
    if not worked_s(week):
        return writing.say(texts.WEEK_WITHOUT, day=name)
    length, planned = writing.length(worked_s(week)), writing.length(planned_s(week))
    return writing.say(texts.WEEK_TOLD, day=name, length=length, planned=planned)


def part_sentence(week: Week, layer: Layer, writing: Writing) -> str:
    return writing.say(
        texts.WEEK_PART,
        day=week_name(week, writing),
        layer=writing.say(texts.LAYERS[layer]),
        length=writing.length(layer_s(week, layer)),
    )


def week_table(roll_up: RollUp, writing: Writing) -> Table:
    """What the week bars show, and how many targets each week met: one row for each week."""
    columns = (texts.WEEK, texts.PLAN, texts.AT_WORK, *texts.LAYERS.values(), texts.TARGETS)
    return Table(
        title=writing.say(texts.WEEKS),
        columns=tuple(map(writing.say, columns)),
        rows=tuple(_cells(week, writing) for week in roll_up.weeks),
    )


def _cells(week: Week, writing: Writing) -> tuple[str, ...]:
    lengths = (planned_s(week), worked_s(week), *(layer_s(week, one) for one in texts.LAYERS))
    met, known = str(week.met_count), str(len(week.with_target))
    return (
        week_name(week, writing),
        *(writing.length(one) if one else writing.say(texts.NOTHING) for one in lengths),
        writing.say(texts.COUNTED, count=met, whole=known),
    )
