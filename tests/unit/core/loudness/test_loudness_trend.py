"""Louder or not: told only where microphone and volume are the same, and enough was measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.loudness import AT, HEADSET, level
from workspace_assistant.core.loudness.model import CallLevel
from workspace_assistant.core.loudness.texts import WHY_NOT
from workspace_assistant.core.loudness.trend import Change, by_setting, loudness_change, setting
from workspace_assistant.core.spans import Span

DAY = timedelta(days=1)
NOW = Span(AT - 7 * DAY, AT)
BEFORE = Span(AT - 35 * DAY, AT - 7 * DAY)


def change(*levels: CallLevel) -> Change | None:
    return loudness_change(levels, NOW, BEFORE, datetime.date)


def week(first_days_ago: int, *dbov: float, **of_microphone: object) -> list[CallLevel]:
    """One level a day."""
    days = range(first_days_ago, 0, -1)
    return [
        level(AT - day * DAY, one, **of_microphone) for day, one in zip(days, dbov, strict=False)
    ]


LATE = week(6, -20, -24, -22, -30, -21)
EARLY = week(20, -26, -28, -27, -40, -25, -27)


def test_the_medians_are_compared() -> None:
    found = change(*EARLY, *LATE)
    assert found == Change(change_db=5.0, count=5, count_before=6, microphone=HEADSET)


@pytest.mark.parametrize(
    "levels",
    [
        (*EARLY, *LATE[1:]),
        (*EARLY[2:], *LATE),
        (*EARLY, *(replace(one, at=LATE[0].at) for one in LATE)),
        (*(replace(one, at=EARLY[0].at) for one in EARLY), *LATE),
    ],
    ids=["four now", "four before", "one day now", "one day before"],
)
def test_too_few_are_no_trend(levels: tuple[CallLevel, ...]) -> None:
    assert change(*levels) is None


@pytest.mark.parametrize(
    "other",
    [{"source_id": "built-in"}, {"port": "line"}, {"volume_db": -5.8}, {"volume_db": None}],
)
def test_another_microphone_socket_or_volume_is_no_comparison(other: dict[str, object]) -> None:
    dbov = [one.level_dbov for one in LATE]
    assert change(*EARLY, *week(6, *dbov, **other)) is None


def test_a_volume_is_the_same_but_for_rounding_and_a_name_may_change() -> None:
    dbov = [one.level_dbov for one in LATE]
    found = change(*EARLY, *week(6, *dbov, volume_db=-6.02, name="Headset (2)"))
    assert found is not None
    assert found.change_db == 5.0


def test_of_two_microphones_the_one_in_use_now_is_told() -> None:
    other: dict[str, object] = {"source_id": "built-in"}
    also = [*week(20, *[-30.0] * 6, **other), *week(7, *[-29.0] * 7, **other)]
    found = change(*EARLY, *LATE, *also)
    assert found is not None
    assert (found.microphone.source_id, found.change_db) == ("built-in", 1.0)


def test_what_has_no_known_volume_belongs_to_no_setting() -> None:
    assert setting(replace(HEADSET, volume_db=None)) is None
    assert by_setting([level(volume_db=None)]) == {}


def test_each_reason_has_its_sentence() -> None:
    assert all(sentence.endswith(".") for sentence in WHY_NOT.values())


@settings(max_examples=30)
@given(
    st.floats(-20, 20),
    st.lists(st.floats(-60, -10), min_size=5, max_size=20),
)
def test_a_voice_that_is_louder_by_so_much_reads_so(louder_db: float, dbov: list[float]) -> None:
    """Whatever its spread, and in whatever order it was measured."""
    early = [level(AT - (8 + n) * DAY, one) for n, one in enumerate(dbov)]
    late = [level(AT - (n % 6 + 1) * DAY, one + louder_db) for n, one in enumerate(reversed(dbov))]
    found = change(*early, *late)
    assert found is not None
    assert found.change_db == pytest.approx(louder_db)
