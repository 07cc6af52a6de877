from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.lengths import LONGEST_S, length_s, length_text


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("50m", 3000),
        ("1h30m", 5400),
        ("1h 30 min", 5400),
        ("1:30", 5400),
        ("0:00:45", 45),
        ("90", 5400),
        ("7.5", 450),
        ("0,5h", 1800),
        ("45s", 45),
        ("2 HOURS", 7200),
        (" 25 minutes ", 1500),
        ("24h", LONGEST_S),
    ],
)
def test_lengths_as_people_write_them(text: str, seconds: float) -> None:
    assert length_s(text) == seconds


def test_a_week_is_longer_than_a_day() -> None:
    assert length_s("38h30m", 7 * LONGEST_S) == 138_600
    with pytest.raises(RefusedError, match="up to 168 hours"):
        length_s("169h", 7 * LONGEST_S)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0m",
        "-5m",
        "m",
        "h",
        "1:75",
        "25h",
        "99999",
        "soon",
        "5m1h",
        "1h2",
        "\N{ARABIC-INDIC DIGIT FIVE}m",
        "1e3",
        "nan",
        "25/5",
    ],
)
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="no length"):
        length_s(text)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0m"),
        (0.4, "0m"),
        (-0.4, "0m"),
        (59.6, "1m"),
        (3725, "1h2m5s"),
        (-90, "-1m30s"),
        (90000, "25h"),
    ],
)
def test_lengths_are_printed_short(seconds: float, text: str) -> None:
    assert length_text(seconds) == text


@given(st.integers(1, int(LONGEST_S)))
def test_what_is_printed_reads_back(seconds: int) -> None:
    assert length_s(length_text(seconds)) == seconds


@given(st.text("0123456789:hms., ", max_size=8))
def test_any_text_is_a_length_or_refused(text: str) -> None:
    with suppress(RefusedError):
        assert 0 < length_s(text) <= LONGEST_S
