"""The weeks of a month or a quarter as bars: what their hours were made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import ceil

from workspace_assistant.core.balance.model import Layer, Week
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.pictures.hours_axis import LABELS_PX
from workspace_assistant.core.balance.pictures.legend import Entry, legend
from workspace_assistant.core.balance.pictures.lengths_axis import LengthsAxis, length_lines
from workspace_assistant.core.balance.pictures.looks import (
    BAR_PX,
    FRAME_PX,
    GAP_PX,
    TEXT_PX,
    THINNEST_PX,
    frame_shape,
    layer_shapes,
    off_shape,
    widest_px,
)
from workspace_assistant.core.balance.pictures.week_words import (
    layer_s,
    part_sentence,
    planned_s,
    total_words,
    week_name,
    week_sentence,
    worked_s,
)
from workspace_assistant.core.balance.summary_model import RollUp
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Anchor, Drawing, Label, Mark, Point, Role, Shape

_ROW_PX = 30.0
_STEPS_H = (5, 10, 20, 40)
_HOUR_S = 3600.0
_LEAST_S = 20 * _HOUR_S
# Breaks come last: before them the bar is as long as the time at work.
_STACK = (Layer.FOCUS, Layer.OTHER_WORK, Layer.AFTER_HOURS, Layer.BREAK)


def week_bars(roll_up: RollUp, writing: Writing, width_px: float = 760.0) -> Drawing:
    """One row for each week over its planned hours, with a mark for it and for each part of it."""
    axis = _axis(roll_up.weeks, writing, width_px)
    rows = [
        _Row(week=week, axis=axis, writing=writing, width_px=width_px, top=index * _ROW_PX)
        for index, week in enumerate(roll_up.weeks)
    ]
    bottom = len(rows) * _ROW_PX
    below = bottom + LABELS_PX + GAP_PX / 2
    entries = _entries(roll_up.weeks, writing)
    named, named_px = legend(entries, (axis.left, below), axis.right - axis.left)
    return Drawing(
        width_px=width_px,
        height_px=below + named_px,
        title=writing.say(texts.WEEKS),
        description=" ".join(week_sentence(week, writing) for week in roll_up.weeks),
        shapes=(
            *length_lines(axis, writing, 0, bottom, _STEPS_H),
            *(shape for row in rows for shape in row.shapes()),
            *named,
        ),
        marks=tuple(mark for row in rows for mark in row.marks()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    week: Week
    axis: LengthsAxis
    writing: Writing
    width_px: float
    top: float

    def shapes(self) -> Iterator[Shape]:
        yield self._label(week_name(self.week, self.writing), 0, Anchor.START, Role.INK)
        total = total_words(self.week, self.writing)
        role = Role.INK if worked_s(self.week) else Role.FAINT
        yield self._label(total, self.width_px, Anchor.END, role)
        corner = (self.axis.left, self.top + (_ROW_PX - FRAME_PX) / 2)
        if self.week.is_off:
            yield off_shape(corner, self.axis.right - self.axis.left)
        planned = planned_s(self.week)
        if planned:
            yield frame_shape(corner, self.axis.x(planned) - self.axis.left)
        for layer, left, width in self._parts():
            yield from layer_shapes(layer, (left, self._bar_top), width)

    def marks(self) -> Iterator[Mark]:
        yield Mark(
            corner=(0, self.top),
            width_px=self.width_px,
            height_px=_ROW_PX,
            words=week_sentence(self.week, self.writing),
        )
        for layer, left, width in self._parts():
            yield Mark(
                corner=(left, self._bar_top),
                width_px=width,
                height_px=BAR_PX,
                words=part_sentence(self.week, layer, self.writing),
            )

    @property
    def _bar_top(self) -> float:
        return self.top + (_ROW_PX - BAR_PX) / 2

    def _parts(self) -> Iterator[tuple[Layer, float, float]]:
        """Each layer that the week has, where it begins, and how wide it is."""
        begin_s = 0.0
        for layer in _STACK:
            length_s = layer_s(self.week, layer)
            if length_s:
                left, right = self.axis.x(begin_s), self.axis.x(begin_s + length_s)
                yield layer, left, max(THINNEST_PX, right - left)
                begin_s += length_s

    def _label(self, words: str, x: float, anchor: Anchor, role: Role) -> Label:
        at = (x, self.top + _ROW_PX / 2 + TEXT_PX * 0.36)
        return Label(at=at, text=words, role=role, size_px=TEXT_PX, anchor=anchor)


def _axis(weeks: tuple[Week, ...], writing: Writing, width_px: float) -> LengthsAxis:
    longest_s = max([*map(_whole_s, weeks), *map(planned_s, weeks), _LEAST_S])
    return LengthsAxis(
        left=widest_px(week_name(one, writing) for one in weeks) + GAP_PX,
        right=width_px - widest_px(total_words(one, writing) for one in weeks) - 2 * GAP_PX,
        longest_s=ceil(longest_s / _HOUR_S) * _HOUR_S,
    )


def _whole_s(week: Week) -> float:
    return sum(layer_s(week, layer) for layer in Layer)


def _entries(weeks: tuple[Week, ...], writing: Writing) -> Iterator[Entry]:
    for layer in _STACK:
        if any(layer_s(week, layer) for week in weeks):
            yield Entry(writing.say(texts.LAYERS[layer]), partial(layer_shapes, layer))
    if any(map(planned_s, weeks)):
        yield Entry(writing.say(texts.PLAN), _planned_swatch)


def _planned_swatch(corner: Point, width_px: float) -> tuple[Shape, ...]:
    return (frame_shape(corner, width_px, BAR_PX),)
