"""Trends against the person's own usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.reports import STARTED_AT, a_report
from workspace_assistant.core.readiness.history import KEY_MEASUREMENTS, Trend, trends
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Measurement,
    ReadinessReport,
    Value,
    Verdict,
)


def report_with(
    day: int,
    value: Value,
    measurement: str = "bandwidth.upload",
    unit: str = "bit/s",
    conditions: Mapping[str, Value] | None = None,
) -> ReadinessReport:
    taken = Measurement(id=measurement, value=value, unit=unit, conditions=conditions or {})
    check = CheckResult(
        id=measurement.split(".", maxsplit=1)[0],
        required=True,
        verdict=Verdict.READY,
        duration_s=1.0,
        measurements=(taken,),
    )
    return replace(a_report(), started_at=STARTED_AT + timedelta(days=day), checks=(check,))


def the_trend(*reports: ReadinessReport) -> Trend:
    (trend,) = trends(reports)
    return trend


def uploads(*mbps: float) -> list[ReadinessReport]:
    return [report_with(day, value * 1e6) for day, value in enumerate(mbps)]


def test_the_latest_against_the_median_of_the_earlier() -> None:
    trend = the_trend(*uploads(9.4, 1.0, 30.0, 2.1))
    assert trend.usual == 9.4e6
    assert trend.latest.value == 2.1e6
    assert trend.earlier_count == 3
    assert trend.ratio == pytest.approx(2.1 / 9.4)
    assert trend.difference == pytest.approx(-7.3e6)
    expected = "Upload 2.1\u202fMbit/s, your usual is 9.4\u202fMbit/s (3 checks)"
    assert trend.sentence == expected


def test_fewer_than_three_earlier_checks_make_no_usual() -> None:
    trend = the_trend(*uploads(9.4, 9.4, 2.1))
    assert (trend.usual, trend.ratio, trend.difference) == (None, None, None)
    assert "not enough checks yet" in trend.sentence


def test_nothing_measured_makes_no_trend() -> None:
    assert trends(()) == ()
    assert trends([report_with(0, 1.0, "bandwidth.cross_check_upload")]) == ()


def test_a_line_inside_this_computer_is_not_mixed_in() -> None:
    loop = report_with(9, 5e9, conditions={"scope": "this-computer"})
    assert the_trend(*uploads(9.4), loop).points == the_trend(*uploads(9.4)).points
    assert trends([loop]) == ()


def test_a_rate_that_is_only_a_lower_bound_is_not_mixed_in() -> None:
    bound = report_with(9, 0.3e6, conditions={"lower_bound": True})
    whole = report_with(8, 9.4e6, conditions={"lower_bound": False})
    assert [point.value for point in the_trend(whole, bound).points] == [9.4e6]
    assert trends([bound]) == ()


def spoken(day: int, level_dbov: float, device: str) -> ReadinessReport:
    name, conditions = "microphone.active_speech_level", {"device": device}
    return report_with(day, level_dbov, name, "dBov", conditions)


def test_microphones_are_not_mixed() -> None:
    reports = [spoken(day, -40, "Built-in") for day in range(4)]
    reports += [spoken(day, -20 - day, "Headset") for day in range(4, 8)]
    trend = the_trend(*reports)
    assert [point.value for point in trend.points] == [-24, -25, -26, -27]
    assert trend.usual == -25


def test_servers_of_a_line_are_told_together() -> None:
    near = report_with(0, 9.4e6, conditions={"provider": "speedtest.net", "server": "Near"})
    far = report_with(1, 9.1e6, conditions={"provider": "cloudflare", "server": "Far"})
    assert len(the_trend(near, far).points) == 2


def test_decibels_have_a_difference_but_no_ratio() -> None:
    levels = (-30.0, -30.0, -30.0, -24.0)
    trend = the_trend(
        *(
            report_with(day, level, "microphone.active_speech_level", "dBov")
            for day, level in enumerate(levels)
        )
    )
    assert trend.ratio is None
    assert trend.difference == pytest.approx(6.0)
    assert "\u221224\u202fdBov" in trend.sentence


def test_no_ratio_to_nothing() -> None:
    trend = the_trend(*uploads(0, 0, 0, 1))
    assert (trend.usual, trend.ratio, trend.difference) == (0, None, 1e6)


def test_values_of_another_kind_or_unit_are_left_out() -> None:
    old_unit = report_with(0, 9.4, unit="Mbit/s")
    text, truth = report_with(1, "fast"), report_with(2, value=True)
    trend = the_trend(old_unit, text, truth, report_with(3, 9.4e6))
    assert [point.value for point in trend.points] == [9.4e6]
    assert trend.unit == "bit/s"


def test_trends_come_in_one_order() -> None:
    reports = [report_with(0, 1.0, name) for name in reversed(KEY_MEASUREMENTS)]
    assert tuple(trend.measurement for trend in trends(reports)) == KEY_MEASUREMENTS


@given(st.lists(st.floats(0, 1e10), min_size=4, max_size=20), st.randoms())
def test_the_order_of_the_reports_does_not_matter(values: list[float], random: object) -> None:
    reports = [report_with(day, value) for day, value in enumerate(values)]
    shuffled = sorted(reports, key=lambda _: random.random())  # type: ignore[attr-defined] - hypothesis hands out a Random
    trend = the_trend(*shuffled)
    assert [point.value for point in trend.points] == values
    assert list(trend.points) == sorted(trend.points, key=lambda point: point.at)
    assert trend.usual == median(values[:-1])
