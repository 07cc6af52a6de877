from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.data_keeping import MADE_AT
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.data_keeping.retention import (
    FOREVER,
    TIMED,
    checked_age,
    choice_name,
    cutoffs,
    kept_ages,
    kind_named,
)
from workspace_assistant.core.data_keeping.texts import ALWAYS_KEPT, KIND_WORDS
from workspace_assistant.core.errors import RefusedError


def test_everything_is_kept_for_ever_unless_chosen() -> None:
    ages = kept_ages(lambda _: "")
    assert set(ages) == set(TIMED)
    assert set(ages.values()) == {FOREVER}
    assert cutoffs(ages, MADE_AT) == {}


@pytest.mark.parametrize("kept", ["soon", "1d", "0d", "99999y", "365d", "-3y", "²y"])
def test_a_choice_that_makes_no_sense_takes_nothing_out(kept: str) -> None:
    assert cutoffs(kept_ages(lambda _: kept), MADE_AT).keys() <= {DataKind.LINE_MINUTES}
    assert kept_ages(lambda _: kept)[DataKind.REMINDERS] == FOREVER


def test_what_was_chosen_says_what_is_too_old() -> None:
    chosen = {choice_name(DataKind.LINE_MINUTES): "8w", choice_name(DataKind.REMINDERS): "2y"}
    before = cutoffs(kept_ages(lambda name: chosen.get(name, "")), MADE_AT)
    assert before == {
        DataKind.LINE_MINUTES: MADE_AT - timedelta(days=56),
        DataKind.REMINDERS: MADE_AT - timedelta(days=732),
    }


def test_an_age_is_checked() -> None:
    assert checked_age(DataKind.LINE_MINUTES, " 30D ") == "30d"
    assert checked_age(DataKind.REMINDERS, "1y") == "1y"
    assert checked_age(DataKind.BLOCKS, "Forever") == FOREVER
    with pytest.raises(RefusedError, match="30 days or longer"):
        checked_age(DataKind.LINE_MINUTES, "29d")
    with pytest.raises(RefusedError, match="366 days or longer"):
        checked_age(DataKind.ACTIVITY, "365d")
    with pytest.raises(RefusedError, match="“soon” is no time"):
        checked_age(DataKind.REMINDERS, "soon")
    with pytest.raises(RefusedError, match="one story"):
        checked_age(DataKind.BLOCKS, "2y")


def test_kinds_have_names_and_words() -> None:
    assert kind_named(" Line-Minutes") is DataKind.LINE_MINUTES
    with pytest.raises(RefusedError, match="is no kind of data"):
        kind_named("secrets")
    assert set(KIND_WORDS) == set(DataKind)
    assert set(ALWAYS_KEPT) == set(DataKind) - set(TIMED)
