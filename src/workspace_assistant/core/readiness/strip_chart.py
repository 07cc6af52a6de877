"""The voice stream drawn over time: delay, lost packets, and what the line carried meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Point,
    Polyline,
    Rect,
    Role,
    Shape,
    text_width_px,
)
from workspace_assistant.core.readiness.chart import texts
from workspace_assistant.core.readiness.chart.columns import (
    Column,
    between,
    between_indexes,
    columns_of,
)
from workspace_assistant.core.readiness.chart.scale import Scale, scale_of, ticks_to
from workspace_assistant.core.readiness.model import ReadinessReport, Series, Span
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.core.text import Say, in_english
from workspace_assistant.core.voice.statistics import percentile

VOICE_STREAM = "voice.stream"

_LEFT_PX = 44.0
_RIGHT_PX = 12.0
_TOP_PX = 40.0
_LOST_BAND_PX = 28.0
_LOST_HALF_PX = 6.0
_GAP_PX = 6.0
_BOTTOM_PX = 22.0
_SIZE_PX = 11.5
_SHORT_S = 0.1
_TICK_PX = 70.0  # the least between two times
_SPAN_ROLES = {"download": Role.ACCENT, "upload": Role.CAUTION}
_HALF, _MOST = 0.5, 0.95


def stream_of(report: ReadinessReport) -> Series | None:
    """The series of the voice stream; None when the report has none, or an empty one."""
    series = [one for check in report.checks for one in check.series if one.id == VOICE_STREAM]
    return series[0] if series and series[0].values else None


def strip_chart(
    series: Series, width_px: float = 760.0, height_px: float = 240.0, say: Say = in_english
) -> Drawing:
    """*series* over time; every lost packet stays visible however narrow the chart is.

    *say* translates its words, which are English as they stand.
    """
    area = _area(series, width_px, height_px, say)
    return Drawing(
        width_px=width_px,
        height_px=height_px,
        title=say(texts.TITLE),
        description=" ".join(_sentences(series, say)),
        shapes=(
            *_spans(series, area, say),
            *_delay_axis(series, area, say),
            *_time_axis(area, say),
            *_delays(series, area),
            *_losses(series, area, say),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Area:
    """Where the delays are drawn; the band of losses lies below it."""

    left: float
    right: float
    top: float
    bottom: float
    duration_s: float
    scale: Scale

    def x(self, at_s: float) -> float:
        share = min(max(at_s / self.duration_s, 0.0), 1.0)
        return self.left + share * (self.right - self.left)

    def y(self, value: float) -> float:
        share = min(max(value / self.scale.top, 0.0), 1.0)
        return self.bottom - share * (self.bottom - self.top)

    @property
    def lost_middle(self) -> float:
        return self.bottom + _LOST_BAND_PX - _LOST_HALF_PX - 4


def _area(series: Series, width_px: float, height_px: float, say: Say) -> _Area:
    return _Area(
        left=max(_LEFT_PX, text_width_px(say(texts.LOST), _SIZE_PX) + 2 * _GAP_PX),
        right=width_px - _RIGHT_PX,
        top=_TOP_PX,
        bottom=height_px - _BOTTOM_PX - _LOST_BAND_PX,
        duration_s=len(series.values) * series.step_s,
        scale=scale_of([value for value in series.values if value is not None]),
    )


def _spans(series: Series, area: _Area, say: Say) -> Iterator[Shape]:
    for span in series.spans:
        left, right = area.x(span.start_s), area.x(span.end_s)
        if role := _SPAN_ROLES.get(span.name):
            yield Rect(
                corner=(left, area.top),
                width_px=right - left,
                height_px=area.bottom - area.top,
                fill=role,
                opacity=0.12,
            )
        yield Line(start=(left, area.top), end=(left, area.bottom), role=Role.FAINT, is_dashed=True)
        name = _span_name(span, say)
        if text_width_px(name, _SIZE_PX) < right - left:
            at = ((left + right) / 2, area.top - 6)
            yield Label(at=at, text=name, size_px=_SIZE_PX, anchor=Anchor.MIDDLE, is_bold=True)


def _delay_axis(series: Series, area: _Area, say: Say) -> Iterator[Shape]:
    title = say(texts.DELAY_AXIS, unit=series.unit)
    yield Label(at=(4, 14), text=title, role=Role.FAINT, size_px=_SIZE_PX)
    for tick in area.scale.ticks:
        y = area.y(tick)
        yield Line(start=(area.left, y), end=(area.right, y), role=Role.FAINT, width_px=0.5)
        at = (area.left - _GAP_PX, y + 4)
        yield Label(at=at, text=f"{tick:g}", role=Role.FAINT, size_px=_SIZE_PX, anchor=Anchor.END)
    if area.scale.peak is not None:
        note = say(texts.CUT, peak=format_value(area.scale.peak, series.unit))
        yield Label(
            at=(area.right, 14), text=note, role=Role.FAINT, size_px=_SIZE_PX, anchor=Anchor.END
        )


def _time_axis(area: _Area, say: Say) -> Iterator[Shape]:
    bottom = area.bottom + _LOST_BAND_PX
    most = max(1, int((area.right - area.left) / _TICK_PX))
    for tick in ticks_to(area.duration_s, most):
        x = area.x(tick)
        yield Line(start=(x, bottom), end=(x, bottom + 4), role=Role.FAINT)
        is_last = x > area.right - 12
        yield Label(
            at=(area.right if is_last else x, bottom + 17),
            text=say(texts.SECONDS, number=f"{tick:g}"),
            role=Role.FAINT,
            size_px=_SIZE_PX,
            anchor=Anchor.END if is_last else Anchor.MIDDLE,
        )


def _delays(series: Series, area: _Area) -> Iterator[Shape]:
    """The delays as lines that end where packets were lost."""
    columns = _columns(series, area)
    for has_delay, run in groupby(columns, key=lambda column: column.low is not None):
        if has_delay:
            yield _trace([point for column in run for point in _points(column, series, area)])


def _columns(series: Series, area: _Area) -> list[Column]:
    return columns_of(series.values, int(area.right - area.left))


def _points(column: Column, series: Series, area: _Area) -> Iterator[Point]:
    x = area.x(column.middle * series.step_s)
    extremes = {value for value in (column.low, column.high) if value is not None}
    return ((x, area.y(value)) for value in sorted(extremes))


def _trace(points: list[Point]) -> Polyline:
    if len(points) == 1:  # a line of one point would be invisible
        (x, y) = points[0]
        points = [(x - 0.5, y), (x + 0.5, y)]
    return Polyline(points=tuple(points), stroke=Role.ACCENT, width_px=1.2)


def _losses(series: Series, area: _Area, say: Say) -> Iterator[Shape]:
    y = area.lost_middle
    yield Line(
        start=(area.left, area.bottom + _LOST_BAND_PX),
        end=(area.right, area.bottom + _LOST_BAND_PX),
        role=Role.FAINT,
    )
    at = (area.left - _GAP_PX, y + 4)
    word = say(texts.LOST)
    yield Label(at=at, text=word, role=Role.FAINT, size_px=_SIZE_PX, anchor=Anchor.END)
    for column in _columns(series, area):
        if column.lost:
            x = area.x(column.middle * series.step_s)
            yield Line(
                start=(x, y - _LOST_HALF_PX),
                end=(x, y + _LOST_HALF_PX),
                role=Role.BAD,
                width_px=1.6,
            )


def _span_name(span: Span, say: Say) -> str:
    return say(texts.SPANS[span.name]) if span.name in texts.SPANS else span.name


def _capitalized(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"


def _sentences(series: Series, say: Say) -> Iterator[str]:
    yield say(
        texts.WHOLE,
        packets=format_value(len(series.values), "packets"),
        duration=_duration(len(series.values) * series.step_s),
        figures=_figures(series.values, series.unit, say),
    )
    for span in series.spans:
        yield say(
            texts.SPAN,
            name=_capitalized(_span_name(span, say)),
            start=_duration(span.start_s),
            end=_duration(span.end_s),
            figures=_figures(between(series, span.start_s, span.end_s), series.unit, say),
        )
    if series.spans and (rest := _beside(series)):
        figures = _figures(rest, series.unit, say)
        yield say(texts.BESIDE, packets=format_value(len(rest), "packets"), figures=figures)


def _beside(series: Series) -> tuple[float | None, ...]:
    """The values that no span holds: while the line changes from one load to the next."""
    held = [between_indexes(series, span.start_s, span.end_s) for span in series.spans]
    return tuple(
        value
        for number, value in enumerate(series.values)
        if not any(first <= number < end for first, end in held)
    )


def _duration(duration_s: float) -> str:
    """In milliseconds where tenths of a second would say nothing."""
    is_short = 0 < duration_s < _SHORT_S
    return format_value(1000 * duration_s, "ms") if is_short else format_duration(duration_s)


def _figures(values: tuple[float | None, ...], unit: str, say: Say) -> str:
    arrived = [value for value in values if value is not None]
    lost = len(values) - len(arrived)
    median, high = percentile(arrived, _HALF), percentile(arrived, _MOST)
    if median is None or high is None:
        return say(texts.ALL_LOST, lost=str(lost)) if lost else say(texts.NOTHING)
    return say(
        texts.FIGURES,
        median=format_value(median, unit),
        high=format_value(high, unit),
        lost=str(lost),
    )
