"""The strip chart: no loss disappears, axes are round, and one stray packet squeezes nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.readiness_reports import bad_wifi, ready, voice_stream
from workspace_assistant.core.drawing import Drawing, Label, Line, Polyline, Rect, Role
from workspace_assistant.core.readiness.chart.columns import between, columns_of
from workspace_assistant.core.readiness.chart.scale import scale_of, ticks_to
from workspace_assistant.core.readiness.model import Series, Span
from workspace_assistant.core.readiness.strip_chart import stream_of, strip_chart

STREAM = voice_stream(loss=0.02)
delays = st.lists(st.none() | st.floats(0, 5000), min_size=1, max_size=3000)


def words(drawing: Drawing) -> list[str]:
    labels = (shape for shape in drawing.shapes if isinstance(shape, Label))
    return [label.text.replace("\u202f", " ") for label in labels]


def loss_ticks(drawing: Drawing) -> list[Line]:
    return [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.role is Role.BAD]


def traces(drawing: Drawing) -> list[Polyline]:
    return [shape for shape in drawing.shapes if isinstance(shape, Polyline)]


def series(*values: float | None, spans: tuple[Span, ...] = ()) -> Series:
    return Series(id="voice.stream", unit="ms", step_s=0.02, values=values, spans=spans)


@given(delays, st.integers(1, 1200))
def test_squeezing_keeps_every_loss_and_every_peak(values: list[float | None], most: int) -> None:
    columns = columns_of(values, most)
    arrived = [value for value in values if value is not None]
    assert len(columns) <= most
    assert sum(column.lost for column in columns) == values.count(None)
    highs = [column.high for column in columns if column.high is not None]
    lows = [column.low for column in columns if column.low is not None]
    assert max(highs, default=None) == max(arrived, default=None)
    assert min(lows, default=None) == min(arrived, default=None)
    assert all(0 < column.middle < len(values) for column in columns)


@pytest.mark.parametrize("width_px", [320, 640, 1100])
def test_a_single_loss_among_many_packets_shows_at_any_width(width_px: float) -> None:
    values = [21.0] * 3000
    lonely = series(*values[:1500], None, *values[1500:])
    (tick,) = loss_ticks(strip_chart(lonely, width_px))
    assert tick.start[0] == pytest.approx(44 + (width_px - 56) / 2, abs=2)


def test_a_chart_of_nothing_but_losses_has_no_curve() -> None:
    drawing = strip_chart(series(None, None, None))
    assert traces(drawing) == []
    assert len(loss_ticks(drawing)) == 3
    assert "all 3 lost" in drawing.description


def test_a_single_packet_between_losses_is_still_seen() -> None:
    (lonely,) = traces(strip_chart(series(None, 20.0, None)))
    assert lonely.points[0] != lonely.points[1]


def test_the_curve_ends_where_packets_were_lost() -> None:
    assert len(traces(strip_chart(series(1.0, 2.0, None, 3.0, 4.0)))) == 2


@given(delays)
def test_everything_is_drawn_inside(values: list[float | None]) -> None:
    drawing = strip_chart(series(*values), 640, 200)
    for trace in traces(drawing):
        for x, y in trace.points:
            assert 43 <= x <= 629
            assert 0 <= y <= 200


def test_one_stray_packet_does_not_squeeze_the_rest() -> None:
    stray = replace(STREAM, values=(*STREAM.values[:-1], 2300.0))
    drawing = strip_chart(stray)
    assert "highest 2300 ms, cut off here" in words(drawing)
    assert "40" in words(drawing)
    assert not any("cut off" in word for word in words(strip_chart(STREAM)))


def test_a_whole_phase_of_delay_is_not_cut_off() -> None:
    scale = scale_of([20.0] * 700 + [480.0] * 300)
    assert scale.top > 480
    assert scale.peak is None


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (10.0, (0, 2, 4, 6, 8, 10)),
        (47.0, (0, 10, 20, 30, 40)),
        (520.0, (0, 200, 400)),
        (0.6, (0, 0.2, 0.4, 0.6)),
    ],
)
def test_axes_are_marked_at_round_numbers(top: float, ticks: tuple[float, ...]) -> None:
    assert ticks_to(top) == pytest.approx(ticks)


@given(st.floats(0.02, 1e6), st.integers(1, 20))
def test_ticks_are_few_and_within(top: float, most: int) -> None:
    ticks = ticks_to(top, most)
    assert 1 <= len(ticks) <= most + 1
    assert ticks[-1] <= top * 1.000001


def test_phases_are_shaded_and_named() -> None:
    drawing = strip_chart(STREAM)
    assert {"line idle", "download", "upload"} <= set(words(drawing))
    shades = [shape.fill for shape in drawing.shapes if isinstance(shape, Rect)]
    assert shades == [Role.ACCENT, Role.CAUTION]


def test_a_phase_too_narrow_for_its_name_is_told_in_words_alone() -> None:
    short = replace(STREAM, spans=(Span(name="download", start_s=0.0, end_s=0.2),))
    drawing = strip_chart(short)
    assert "download" not in words(drawing)
    assert "Download, from 0 s to 0.2 s" in drawing.description.replace("\u202f", " ")


def test_each_phase_is_told_with_its_numbers() -> None:
    spans = (
        Span(name="idle", start_s=0.0, end_s=0.04),
        Span(name="rest", start_s=0.04, end_s=0.06),
        Span(name="upload", start_s=0.5, end_s=0.6),
    )
    text = strip_chart(series(10.0, 20.0, None, spans=spans)).description.replace("\u202f", " ")
    assert text == (
        "3 packets in 60 ms: half within 10 ms, 95 % within 20 ms, 1 lost. "
        "Line idle, from 0 s to 40 ms: half within 10 ms, 95 % within 20 ms, 0 lost. "
        "Rest, from 40 ms to 60 ms: all 1 lost. "
        "Upload, from 0.5 s to 0.6 s: no packet."
    )


def test_what_no_phase_holds_is_told_too_so_that_the_losses_add_up() -> None:
    spans = (
        Span(name="idle", start_s=0.0, end_s=0.04),
        Span(name="download", start_s=0.06, end_s=0.08),
    )
    stream = series(10.0, None, None, 20.0, None, 30.0, spans=spans)
    text = strip_chart(stream).description.replace("\u202f", " ")
    assert text.endswith(
        "Before and between these, 3 packets: half within 30 ms, 95 % within 30 ms, 2 lost."
    )
    assert [int(count) for count in re.findall(r"(\d+) lost", text)] == [3, 1, 0, 2]


def test_a_single_packet_is_one() -> None:
    text = strip_chart(series(10.0)).description.replace("\u202f", " ")
    assert text == "1 packet in 20 ms: half within 10 ms, 95 % within 10 ms, 0 lost."


def test_its_words_are_translated_one_by_one() -> None:
    german = {
        "Voice packets over time": "Sprachpakete",
        "download": "Laden",
        "{number} s": "{number} Sek",
    }

    def say(sentence: str, /, **parts: str) -> str:
        return german.get(sentence, sentence).format_map(parts)

    drawing = strip_chart(STREAM, say=say)
    assert drawing.title == "Sprachpakete"
    assert {"Laden", "upload", "0 Sek"} <= set(words(drawing))
    assert "Laden, from" in drawing.description


def test_a_stretch_holds_its_begin_and_not_its_end() -> None:
    assert between(series(1.0, 2.0, 3.0, 4.0), 0.02, 0.06) == (2.0, 3.0)


def test_the_stream_is_found_in_the_report() -> None:
    assert stream_of(ready()) is None
    found = stream_of(bad_wifi())
    assert found is not None
    assert len(found.values) == 1000
    empty = replace(bad_wifi().checks[-1], series=(series(),))
    assert stream_of(replace(bad_wifi(), checks=(empty,))) is None
