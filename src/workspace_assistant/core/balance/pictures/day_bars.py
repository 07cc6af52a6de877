"""The days of a week as bars over the hours of the day, on the shifts that were planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property, partial
from math import ceil, floor

from workspace_assistant.core.balance.model import Day, Layer, Week
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.pictures.day_words import (
    DayWords,
    total_words,
    words_of,
)
from workspace_assistant.core.balance.pictures.hours_axis import (
    LABELS_PX,
    HoursAxis,
    hour_lines,
)
from workspace_assistant.core.balance.pictures.legend import Entry, legend
from workspace_assistant.core.balance.pictures.looks import (
    BAR_PX,
    FRAME_PX,
    GAP_PX,
    TEXT_PX,
    THINNEST_PX,
    frame_shape,
    layer_shapes,
    off_shape,
    tick_shape,
    widest_px,
)
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Mark,
    Role,
    Shape,
)
from workspace_assistant.core.spans import Span

_ROW_PX = 34.0
_FIRST_HOUR, _LAST_HOUR = 8, 17
_HOUR_S = 3600.0
_NOON = 12
_OF_NOTHING = datetime(2000, 1, 1, tzinfo=UTC)  # of a day without hours none is asked


def day_bars(week: Week, writing: Writing, width_px: float = 760.0) -> Drawing:
    """One row for each day, with a mark for the day and one for each of its pieces.

    A day is drawn from the clock of the place at its first shift or work on, in true lengths: in
    a night in which the clock is set, what comes after lies an hour beside the axis.
    """
    return DayBars(week, writing)(width_px)


class DayBars:
    """Draws the days of one week at any width.

    A layout asks for several widths, and the words of hundreds of pieces take longer than all of
    their shapes: they are found once.
    """

    def __init__(self, week: Week, writing: Writing) -> None:
        self._week = week
        self._writing = writing

    def height_px(self, width_px: float) -> float:
        """How high the drawing of that width is, for a fraction of what it costs."""
        below, (_, entries_px) = self._legend(_axis(self._week, self._writing, width_px))
        return below + entries_px

    def __call__(self, width_px: float) -> Drawing:
        axis = _axis(self._week, self._writing, width_px)
        rows = self._rows(axis, width_px)
        bottom = len(rows) * _ROW_PX
        below, (entries, entries_px) = self._legend(axis)
        hour = self._writing.hour
        labels = {one: hour(one % 24) for one in axis.ticks(hour(_NOON))}
        return Drawing(
            width_px=width_px,
            height_px=below + entries_px,
            title=self._writing.say(texts.DAYS),
            description=" ".join(one.of_day for one in self._words),
            shapes=(
                *hour_lines(axis, labels, 0, bottom),
                *(shape for row in rows for shape in row.shapes()),
                *entries,
            ),
            marks=tuple(mark for row in rows for mark in row.marks()),
        )

    def _legend(self, axis: HoursAxis) -> tuple[float, tuple[tuple[Shape, ...], float]]:
        """Where it begins, what it is, and how high."""
        below = len(self._week.days) * _ROW_PX + LABELS_PX + GAP_PX / 2
        said = _entries(self._week, self._writing)
        return below, legend(said, (axis.left, below), axis.width_px)

    @cached_property
    def _words(self) -> tuple[DayWords, ...]:
        return tuple(words_of(day, self._writing) for day in self._week.days)

    def _rows(self, axis: HoursAxis, width_px: float) -> list[_Row]:
        told = zip(self._week.days, self._words, strict=True)
        return [
            _Row(
                day=day,
                words=words,
                clock=clock_of(day, self._writing),
                axis=axis,
                writing=self._writing,
                width_px=width_px,
                top=index * _ROW_PX,
            )
            for index, (day, words) in enumerate(told)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    day: Day
    words: DayWords
    clock: DayClock
    axis: HoursAxis
    writing: Writing
    width_px: float
    top: float

    def shapes(self) -> Iterator[Shape]:
        yield self._label(self.writing.weekday(self.day.on), 0, Anchor.START, Role.INK)
        total = total_words(self.day, self.writing)
        role = Role.INK if self.day.worked_s else Role.FAINT
        yield self._label(total, self.width_px, Anchor.END, role)
        if self.day.leave is not None:
            yield off_shape((self.axis.left, self._frame_top), self.axis.width_px)
        for span in self.day.frames:
            left, width = self._place(span)
            yield frame_shape((left, self._frame_top), width)
        for piece in self.day.pieces:
            left, width = self._place(piece.span)
            yield from layer_shapes(piece.layer, (left, self._bar_top), width)
        for at in self.day.interrupted_at:
            yield tick_shape(self.axis.x(self.clock.hour(at)), self.top)

    def marks(self) -> Iterator[Mark]:
        yield Mark(
            corner=(0, self.top),
            width_px=self.width_px,
            height_px=_ROW_PX,
            words=self.words.of_day,
        )
        for piece, words in zip(self.day.pieces, self.words.of_pieces, strict=True):
            left, width = self._place(piece.span)
            yield Mark(
                corner=(left, self._bar_top),
                width_px=width,
                height_px=BAR_PX,
                words=words,
            )

    @property
    def _frame_top(self) -> float:
        return self.top + (_ROW_PX - FRAME_PX) / 2

    @property
    def _bar_top(self) -> float:
        return self.top + (_ROW_PX - BAR_PX) / 2

    def _place(self, span: Span) -> tuple[float, float]:
        """Where it begins, and how wide it is drawn."""
        left = self.axis.x(self.clock.hour(span.start))
        right = self.axis.x(self.clock.hour(span.end))
        return left, max(THINNEST_PX, right - left)

    def _label(self, words: str, x: float, anchor: Anchor, role: Role) -> Label:
        at = (x, self.top + _ROW_PX / 2 + TEXT_PX * 0.36)
        return Label(at=at, text=words, role=role, size_px=TEXT_PX, anchor=anchor)


@dataclass(frozen=True, slots=True)
class DayClock:
    """Hours since a day's midnight: by the clock of the place at the first of it, on from there."""

    first: datetime
    first_hour: float

    def hour(self, at: datetime) -> float:
        return self.first_hour + (at - self.first).total_seconds() / _HOUR_S


def clock_of(day: Day, writing: Writing) -> DayClock:
    first = min(_instants(day), default=_OF_NOTHING)
    shown = writing.local(first).replace(tzinfo=None) - datetime.combine(day.on, time())
    return DayClock(first, shown.total_seconds() / _HOUR_S)


def _instants(day: Day) -> Iterator[datetime]:
    spans = (*day.frames, *(one.span for one in day.pieces))
    yield from (one.start for one in spans)
    yield from (one.end for one in spans)
    yield from day.interrupted_at


def _hours(day: Day, writing: Writing) -> Iterator[float]:
    clock = clock_of(day, writing)
    return (clock.hour(at) for at in _instants(day))


def _axis(week: Week, writing: Writing, width_px: float) -> HoursAxis:
    first, last = _first_and_last([hour for day in week.days for hour in _hours(day, writing)])
    names = widest_px(writing.weekday(day.on) for day in week.days)
    totals = widest_px(total_words(day, writing) for day in week.days)
    return HoursAxis(left=names + GAP_PX, right=width_px - totals - GAP_PX, first=first, last=last)


def _first_and_last(hours: list[float]) -> tuple[int, int]:
    """As much as there is, with the hours of an ordinary day; without these in a week of nights."""
    if not hours or min(hours) < _LAST_HOUR:
        hours = [*hours, _FIRST_HOUR, _LAST_HOUR]
    first, last = floor(min(hours)), ceil(max(hours))
    return first, max(last, first + _LAST_HOUR - _FIRST_HOUR)


def _entries(week: Week, writing: Writing) -> Iterator[Entry]:
    """Of what the week has."""
    has = {piece.layer for day in week.days for piece in day.pieces}
    for layer in Layer:
        if layer in has:
            yield Entry(writing.say(texts.LAYERS[layer]), partial(layer_shapes, layer))
    if any(day.frames for day in week.days):
        yield Entry(writing.say(texts.PLANNED), _frame_swatch)
    if any(day.interrupted_at for day in week.days):
        yield Entry(writing.say(texts.INTERRUPTION), _tick_swatch)


def _frame_swatch(corner: tuple[float, float], width_px: float) -> tuple[Shape, ...]:
    return (frame_shape(corner, width_px, BAR_PX),)


def _tick_swatch(corner: tuple[float, float], width_px: float) -> tuple[Shape, ...]:
    return (tick_shape(corner[0] + width_px / 2, corner[1] + BAR_PX / 4),)
