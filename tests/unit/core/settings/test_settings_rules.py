"""What may be kept of a setting, and how it is read and written."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.model import Kind
from workspace_assistant.core.settings.rules import fault_of, faults_among, refusal, same
from workspace_assistant.core.settings.written import kept_of, written

FIRST, SECOND = "preshift.first_minutes", "preshift.second_minutes"


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("breaks.is_on", "yes", "“yes” is neither on nor off."),
        ("breaks.rest_seconds", "30", "“30s” is no length from 1m to 1h."),
        ("breaks.rest_seconds", "soon", "“soon” is no length from 1m to 1h."),
        ("breaks.postpone_times", "1.5", "“1.5” is no whole number from 0 to 5."),
        ("breaks.postpone_times", "nan", "“nan” is no whole number from 0 to 5."),
        ("week.target.breaks-had", "1.2", "“120 %” is no number from 0 % to 100 %."),
        ("week.goal.end-of-day", "soon", "“soon” is no time of day, such as 18:00."),
        (
            "week.goal.end-of-day",
            "04:00",
            "A day begins at 04:00, so none can end by then. Take another time.",
        ),
        ("week.start", "friday", "“friday” is none of monday, sunday."),
        ("preshift.places", "home,moon", "“moon” is none of home, office, other."),
        ("preshift.places", " , ", "Name at least one of home, office, other."),
        ("keep-checks", "soon", "“soon” is no time to keep something, such as 2y, 90d, 26w"),
        ("keep-checks", "2Y", "“2Y” is no time to keep something"),
        ("keep-checks", "90d", "Readiness checks are kept for 366 days or longer"),
        ("week.commute.currency", "euro", "“euro” is no currency in three letters, such as EUR."),
        ("no.such", "1", "“no.such” is no setting."),
    ],
)
def test_what_cannot_be_kept_is_told(key: str, text: str, told: str) -> None:
    fault = fault_of(key, text)
    assert fault is not None
    assert fault.startswith(told)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("breaks.is_on", "off"),
        ("breaks.daily_limit_seconds", "off"),
        ("breaks.daily_limit_seconds", "28800"),
        ("week.target.quick-returns", "none"),
        ("week.target.quick-returns", "2.0"),
        ("week.goal.end-of-day", "18:30"),
        ("preshift.places", "home, office"),
        ("keep-checks", "2y"),
        ("week.commute.currency", "EUR"),
        ("language", "pt_BR"),
        ("breaks.rest_seconds", ""),
    ],
)
def test_what_can_be_kept(key: str, text: str) -> None:
    assert fault_of(key, text) is None
    assert refusal(SETTINGS[key], text) is None


def test_the_second_check_comes_after_the_first() -> None:
    assert refusal(SETTINGS[SECOND], "20") is not None
    assert refusal(SETTINGS[SECOND], "200") == fault_of(SECOND, "200")
    assert refusal(SETTINGS[SECOND], "20", {FIRST: "30"}) is None
    assert refusal(SETTINGS[SECOND], "20", {FIRST: "0"}) is None
    assert refusal(SETTINGS[FIRST], "5") is not None
    assert refusal(SETTINGS[FIRST], "", {SECOND: "20"}) is not None
    assert refusal(SETTINGS["week.start"], "sunday", {SECOND: "20"}) is None


def test_faults_among_many_are_told_by_name() -> None:
    assert faults_among({FIRST: "10", "week.start": "sunday"}) == {}
    found = faults_among({FIRST: "10", SECOND: "20", "week.start": "friday"})
    assert set(found) == {SECOND, "week.start"}


@pytest.mark.parametrize(
    ("key", "one", "other", "is_same"),
    [
        ("breaks.rest_seconds", "300.0", "", True),
        ("breaks.rest_seconds", "300", "301", False),
        ("breaks.daily_limit_seconds", "off", "", True),
        ("breaks.daily_limit_seconds", "off", "3600", False),
        ("preshift.places", "home,office", "office, home", True),
        ("week.start", "", "monday", True),
        ("language", "", "de", False),
    ],
)
def test_which_texts_are_one_value(key: str, one: str, other: str, *, is_same: bool) -> None:
    assert same(SETTINGS[key], one, other) == is_same


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("breaks.rest_seconds", "5", "300"),
        ("breaks.rest_seconds", "1:30", "5400"),
        ("breaks.micro_seconds", "45 s", "45"),
        ("breaks.daily_limit_seconds", "No limit", "off"),
        (FIRST, "20m", "20"),
        (FIRST, "never", "0"),
        (FIRST, "0 min", "0"),
        ("week.target.breaks-had", "80 %", "0.8"),
        ("week.target.breaks-had", "80", "0.8"),
        ("week.target.overtime", "0", "0"),
        ("week.target.quick-returns", "no target", "none"),
        ("week.commute.one_way_km", "12,5 km", "12.5"),
        ("week.commute.one_way_km", "far", "far"),
        ("week.commute.one_way_km", "inf", "inf"),
        ("week.commute.one_way_km", "nan", "nan"),
        ("week.goal.focus", "no goal", ""),
        ("week.goal.focus", " ", ""),
        ("week.goal.breaks", "", ""),
        ("week.goal.end-of-day", "18:00", "18:00"),
        ("breaks.is_on", "Off", "off"),
        ("breaks.is_on", "maybe", "maybe"),
        ("keep-checks", "2Y", "2y"),
        ("text_size", "150 %", "150"),
        ("language", "deutsch", "de"),
    ],
)
def test_how_what_is_typed_is_kept(key: str, typed: str, kept: str) -> None:
    assert kept_of(SETTINGS[key], typed) == kept


def test_what_is_no_length_is_refused() -> None:
    with pytest.raises(RefusedError):
        kept_of(SETTINGS["breaks.rest_seconds"], "soon")


@pytest.mark.parametrize(
    ("key", "kept", "told"),
    [
        ("breaks.is_on", "", "On"),
        ("breaks.is_on", "yes", "yes"),
        ("breaks.rest_seconds", "", "5m"),
        ("breaks.rest_seconds", "soon", "soon"),
        ("breaks.rest_seconds", "inf", "inf"),
        ("breaks.daily_limit_seconds", "", "No limit"),
        ("preshift.places", "home, office", "Home, Office"),
        ("preshift.places", "moon", "moon"),
        ("week.target.breaks-had", "0.8", "80 %"),
        ("week.target.breaks-had", "", "As the law that was chosen says"),
        ("week.goal.end-of-day", "18:00", "18:00"),
        ("week.commute.one_way_km", "12.5", "12.5"),
        ("keep-checks", "", "Always"),
        ("keep-checks", "2y", "2y"),
        ("text_size", "", "100 %"),
    ],
)
def test_how_what_is_kept_is_written(key: str, kept: str, told: str) -> None:
    assert written(SETTINGS[key], kept) == told


@pytest.mark.parametrize("key", SETTINGS)
def test_what_is_written_is_read_back(key: str) -> None:
    """Of every setting: its default, its bounds and its choices."""
    one = SETTINGS[key]
    bounds = () if one.low is None or one.high is None else (f"{one.low:g}", f"{one.high:g}")
    for kept in (one.default, *bounds, *(choice.value for choice in one.choices)):
        assert same(one, kept_of(one, written(one, kept)), kept)
        assert refusal(one, kept, {FIRST: "0"} if key == SECOND else {SECOND: "0"}) is None


QUANTITIES = [key for key, one in SETTINGS.items() if one.kind in {Kind.NUMBER, Kind.LENGTH}]


@given(st.sampled_from(QUANTITIES), st.floats(allow_nan=True, allow_infinity=True) | st.text())
def test_whatever_is_kept_is_told_or_taken(key: str, value: float | str) -> None:
    one = SETTINGS[key]
    text = str(value)
    assert isinstance(written(one, text), str)
    fault = fault_of(key, text)
    if isinstance(value, float) and fault is None and text not in {c.value for c in one.choices}:
        assert math.isfinite(value)
        assert (one.low or 0) <= value <= (one.high or 0)
