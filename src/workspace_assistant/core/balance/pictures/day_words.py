"""The days of a week in words: beside the bars, under the pointer, and as a table."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from workspace_assistant.core.balance.model import Day, Layer, Piece, Week
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.table import Table


@dataclass(frozen=True, slots=True)
class DayWords:
    """What is said of a day and of each of its pieces: the same however wide it is drawn."""

    of_day: str
    of_pieces: tuple[str, ...]


def words_of(day: Day, writing: Writing) -> DayWords:
    pieces = tuple(piece_sentence(one, day, writing) for one in day.pieces)
    return DayWords(day_sentence(day, writing), pieces)


def total_words(day: Day, writing: Writing) -> str:
    """How long the day's work was; why it is off where there was none."""
    if day.worked_s:
        return writing.length(day.worked_s)
    return writing.say(texts.LEAVE[day.leave] if day.leave else texts.NOTHING)


def day_sentence(day: Day, writing: Writing) -> str:
    on, length = writing.day(day.on), writing.length(day.worked_s)
    if day.leave is not None:
        leave = writing.say(texts.LEAVE[day.leave])
        sentence = texts.DAY_OFF_WORKED if day.worked_s else texts.DAY_OFF
        return writing.say(sentence, day=on, leave=leave, length=length)
    if day.worked_s:
        focus, count = writing.length(day.focus_s), str(day.interruptions)
        return writing.say(texts.DAY_TOLD, day=on, length=length, focus=focus, count=count)
    if day.planned_s:
        return writing.say(texts.DAY_PLANNED, day=on, length=writing.length(day.planned_s))
    return writing.say(texts.DAY_WITHOUT, day=on)


def piece_sentence(piece: Piece, day: Day, writing: Writing) -> str:
    first = bisect_left(day.interrupted_at, piece.span.start)
    count = bisect_left(day.interrupted_at, piece.span.end, first) - first
    return writing.say(
        texts.PIECE_INTERRUPTED if count else texts.PIECE,
        day=writing.day(day.on),
        start=writing.clock(piece.span.start),
        end=writing.clock(piece.span.end),
        layer=writing.say(texts.LAYERS[piece.layer]),
        length=writing.length(piece.span.length_s),
        count=str(count),
    )


def layer_s(day: Day, layer: Layer) -> float:
    """How long the day's pieces of a *layer* are together."""
    return sum(one.span.length_s for one in day.pieces if one.layer is layer)


def day_table(week: Week, writing: Writing) -> Table:
    """What the day bars show: one row for each day; why days are off where one is."""
    names = (texts.DAY, texts.PLAN, texts.AT_WORK, *texts.LAYERS.values(), texts.INTERRUPTIONS)
    has_leave = any(day.leave is not None for day in week.days)
    off = (texts.OFF,) if has_leave else ()
    return Table(
        title=writing.say(texts.DAYS),
        columns=tuple(map(writing.say, (*names, *off))),
        rows=tuple(
            (*_cells(day, writing), *(_leave(day, writing) for _ in off)) for day in week.days
        ),
    )


def _cells(day: Day, writing: Writing) -> tuple[str, ...]:
    lengths = (day.planned_s, day.worked_s, *(layer_s(day, layer) for layer in texts.LAYERS))
    return (
        writing.day(day.on),
        *(writing.length(one) if one else writing.say(texts.NOTHING) for one in lengths),
        str(day.interruptions),
    )


def _leave(day: Day, writing: Writing) -> str:
    return writing.say(texts.LEAVE[day.leave] if day.leave else texts.NOTHING)
