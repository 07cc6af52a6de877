"""Values as people read them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.model import Value
from workspace_assistant.core.readiness.units import format_apart, format_duration, format_value
from workspace_assistant.core.typography import MINUS, NARROW_SPACE

POWERS = {
    "bit/s": {"bit/s": 1, "kbit/s": 1e3, "Mbit/s": 1e6, "Gbit/s": 1e9, "Tbit/s": 1e12},
    "byte": {"byte": 1, "bytes": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15},
}


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ").replace(MINUS, "-")


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (48_200_000.0, "bit/s", "48.2 Mbit/s"),
        (2_100_000.0, "bit/s", "2.1 Mbit/s"),
        (940_400_000.0, "bit/s", "940 Mbit/s"),
        (999_960.0, "bit/s", "1 Mbit/s"),
        (0.0, "bit/s", "0 bit/s"),
        (1e16, "bit/s", "10000 Tbit/s"),
        (12_345_678_901, "byte", "12.3 GB"),
        (1, "byte", "1 byte"),
        (1492, "byte", "1492 bytes"),
        (10_240, "byte", "10.2 kB"),
        (1_500_000.0, "byte/s", "1.5 MB/s"),
        (0.18, "fraction", "18 %"),
        (0.025, "fraction", "2.5 %"),
        (0.0049, "fraction", "0.49 %"),
        (0.00001, "fraction", "< 0.01 %"),
        (1.0, "fraction", "100 %"),
        (0.0, "fraction", "0 %"),
        (-23.44, "dBov", "-23.4 dBov"),
        (-0.04, "dB", "0 dB"),
        (-52.0, "dBFS(A)", "-52 dBFS(A)"),
        (31.26, "ms", "31.3 ms"),
        (312.6, "ms", "313 ms"),
        (0.06, "ms", "0.1 ms"),
        (0.04, "ms", "< 0.1 ms"),
        (-0.04, "ms", "< 0.1 ms"),
        (0.0, "ms", "0 ms"),
        (48_000, "Hz", "48 kHz"),
        (7_200.0, "Hz", "7.2 kHz"),
        (54.4, "degC", "54 °C"),
        (3, "count", "3"),
        (1, "packets", "1 packet"),
        (4, "packets", "4 packets"),
        (1, "day", "1 day"),
        (87, "day", "87 days"),
        (-12.34, "ppm", "-12.3 ppm"),
        (4.187, "", "4.19"),
        (93.2, "", "93.2"),
        (True, "bool", "yes"),
        (False, "bool", "no"),
        ("wired", "text", "wired"),
        (2.5, "furlong", "2.5 furlong"),
        (float("nan"), "ms", "unknown"),
        (float("inf"), "bit/s", "unknown"),
    ],
)
def test_values(value: Value, unit: str, expected: str) -> None:
    assert plain(format_value(value, unit)) == expected


@pytest.mark.parametrize(
    ("duration_s", "expected"),
    [(0.0, "0 s"), (4.16, "4.2 s"), (34.6, "35 s"), (59.7, "1 min 0 s"), (185, "3 min 5 s")],
)
def test_durations(duration_s: float, expected: str) -> None:
    assert plain(format_duration(duration_s)) == expected


@pytest.mark.parametrize("unit", POWERS)
@given(value=st.floats(1, 1e14))
def test_a_scaled_value_is_read_back_within_half_a_percent(unit: str, value: float) -> None:
    number, scale = plain(format_value(value, unit)).split(" ")
    assert float(number) * POWERS[unit][scale] == pytest.approx(value, rel=0.00501, abs=0.5)
    assert float(number) < (10_000 if scale == "bytes" else 1000)


@given(st.floats(0.0001, 1))
def test_a_percentage_is_read_back(value: float) -> None:
    number, sign = plain(format_value(value, "fraction")).split(" ")
    assert sign == "%"
    assert float(number) / 100 == pytest.approx(value, rel=0.051, abs=0.00005)


@given(st.floats(-1e9, 1e9), st.sampled_from(["dB", "ms", "count", "", "fraction", "Hz", "new"]))
def test_no_exponent_and_no_signed_zero(value: float, unit: str) -> None:
    text = plain(format_value(value, unit))
    assert re.match(r"(< )?-?\d+(\.\d+)?( |$)", text)
    assert not re.match(r"-0(\.0*)?( |$)", text)


@pytest.mark.parametrize(
    ("value", "limit", "unit", "expected"),
    [
        (0.62, 0.5, "fraction", ("62 %", "50 %")),
        (0.5004, 0.5, "fraction", ("50.04 %", "50 %")),
        (-11.96, -12, "dBov", ("-11.96 dBov", "-12 dBov")),
        (4_999_600_000, 5e9, "byte", ("4.9996 GB", "5 GB")),
        (999_999.0, 1e6, "bit/s", ("999.999 kbit/s", "1 Mbit/s")),
        (100.2, 100, "ms", ("100.2 ms", "100 ms")),
        (0.04, 0, "ms", ("< 0.1 ms", "0 ms")),
        (0.04, 0.02, "ms", ("0.04 ms", "0.02 ms")),
        (0.04, 0.004, "ms", ("0.04 ms", "< 0.01 ms")),
        (2.004, 2, "", ("2.004", "2")),
        (2.0004, 2, "furlong", ("2.0004 furlong", "2 furlong")),
        (0.5, 0.5, "fraction", ("50 %", "50 %")),
        (0.50000001, 0.5, "fraction", ("50 %", "50 %")),
        (float("nan"), 0.5, "fraction", ("unknown", "50 %")),
    ],
)
def test_a_value_and_its_limit_read_differently(
    value: float, limit: float, unit: str, expected: tuple[str, str]
) -> None:
    shown, bound = format_apart(value, limit, unit)
    assert (plain(shown), plain(bound)) == expected


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_shares_of_four_digits_never_read_alike(value: int, limit: int) -> None:
    shown, bound = format_apart(value / 10_000, limit / 10_000, "fraction")
    assert (shown == bound) == (value == limit)
