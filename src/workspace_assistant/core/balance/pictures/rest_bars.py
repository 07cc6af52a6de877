"""The rests between days of work as bars against the least that a rest should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.balance.model import Target, Week
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.pictures.hours_axis import LABELS_PX
from workspace_assistant.core.balance.pictures.lengths_axis import LengthsAxis, length_lines
from workspace_assistant.core.balance.pictures.looks import (
    GAP_PX,
    RADIUS_PX,
    SMALL_PX,
    TEXT_PX,
    THINNEST_PX,
    TINT,
    widest_px,
)
from workspace_assistant.core.balance.pictures.rest_words import (
    missing_s,
    rest_days,
    rest_sentence,
    target_of_rests,
)
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Mark,
    Rect,
    Role,
    Shape,
    text_width_px,
)
from workspace_assistant.core.spans import Span

_ROW_PX = 26.0
_BAR_PX = 12.0
_TOP_PX = 20.0
_CUT_PX = 14.0
_STEPS_H = (2, 4, 6, 12, 24)
# Longer bars are cut: a free weekend would leave no room for the nights.
_LONGEST_S = 24 * 3600.0


def rest_bars(week: Week, writing: Writing, width_px: float = 760.0) -> Drawing | None:
    """One row and one mark for each rest; None where no rest ended in the week."""
    if not week.rests:
        return None
    target = target_of_rests(week)
    axis = _axis(week.rests, writing, width_px)
    rows = [
        _Row(rest=one, target=target, axis=axis, writing=writing, top=_TOP_PX + index * _ROW_PX)
        for index, one in enumerate(week.rests)
    ]
    bottom = _TOP_PX + len(rows) * _ROW_PX
    return Drawing(
        width_px=width_px,
        height_px=bottom + LABELS_PX,
        title=writing.say(texts.RESTS),
        description=" ".join(rest_sentence(one, target, writing) for one in week.rests),
        shapes=(
            *length_lines(axis, writing, _TOP_PX, bottom, _STEPS_H),
            *(shape for row in rows for shape in row.shapes(width_px)),
            *(_target_line(target, axis, writing, bottom) if target else ()),
        ),
        marks=tuple(row.mark(width_px) for row in rows),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    rest: Span
    target: Target | None
    axis: LengthsAxis
    writing: Writing
    top: float

    def shapes(self, width_px: float) -> Iterator[Shape]:
        missing = missing_s(self.rest, self.target)
        right = self.axis.x(self.rest.length_s)
        yield self._label(rest_days(self.rest, self.writing), 0)
        length = self.writing.length(self.rest.length_s)
        yield self._label(length, width_px, Anchor.END)
        yield self._bar(right, is_short=missing > 0)
        if self.rest.length_s > self.axis.longest_s:
            yield from _cut(right - _CUT_PX, self._middle)
        if missing and self.target:
            yield from self._short(missing, self.axis.x(self.target.value) + GAP_PX)

    def mark(self, width_px: float) -> Mark:
        words = rest_sentence(self.rest, self.target, self.writing)
        return Mark(corner=(0, self.top), width_px=width_px, height_px=_ROW_PX, words=words)

    def _bar(self, right: float, *, is_short: bool) -> Rect:
        """Solid where it is too short, so that it stands out without its color too."""
        role = Role.CAUTION if is_short else Role.ACCENT
        return Rect(
            corner=(self.axis.left + 0.5, self._middle - _BAR_PX / 2 + 0.5),
            width_px=max(THINNEST_PX, right - self.axis.left - 1),
            height_px=_BAR_PX - 1,
            fill=role,
            stroke=role,
            radius_px=RADIUS_PX,
            opacity=1.0 if is_short else TINT,
        )

    def _short(self, missing: float, x: float) -> Iterator[Label]:
        """Beside the line, where there is room: the table and the mark have it anyway."""
        words = self.writing.say(texts.SHORT_BY, length=self.writing.length(missing))
        if x + text_width_px(words, SMALL_PX) <= self.axis.right:
            at = (x, self._middle + 4)
            yield Label(at=at, text=words, role=Role.CAUTION, size_px=SMALL_PX, is_bold=True)

    @property
    def _middle(self) -> float:
        return self.top + _ROW_PX / 2

    def _label(self, words: str, x: float, anchor: Anchor = Anchor.START) -> Label:
        at = (x, self._middle + TEXT_PX * 0.36)
        return Label(at=at, text=words, size_px=TEXT_PX, anchor=anchor)


def _axis(rests: tuple[Span, ...], writing: Writing, width_px: float) -> LengthsAxis:
    lengths = widest_px(writing.length(one.length_s) for one in rests)
    return LengthsAxis(
        left=widest_px(rest_days(one, writing) for one in rests) + GAP_PX,
        right=width_px - lengths - GAP_PX,
        longest_s=_LONGEST_S,
    )


def _target_line(
    target: Target, axis: LengthsAxis, writing: Writing, bottom: float
) -> Iterator[Shape]:
    x = axis.x(target.value)
    yield Line(
        start=(x, _TOP_PX - 3), end=(x, bottom), role=Role.INK, width_px=1.25, is_dashed=True
    )
    words = writing.say(texts.AT_LEAST, value=writing.length(target.value))
    yield Label(at=(x, SMALL_PX), text=words, size_px=SMALL_PX, anchor=Anchor.MIDDLE)


def _cut(x: float, middle: float) -> Iterator[Shape]:
    """Two slanted gaps: the bar goes on further than there is room."""
    half = _BAR_PX / 2 + 2
    for left in (x, x + 5):
        yield Line(
            start=(left, middle + half),
            end=(left + 4, middle - half),
            role=Role.SURFACE,
            width_px=2,
        )
