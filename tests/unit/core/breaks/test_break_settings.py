"""Choices as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workspace_assistant.core.breaks.errors import BreakError
from workspace_assistant.core.breaks.model import KindSettings, Modes, Settings
from workspace_assistant.core.breaks.settings import (
    DAILY_LIMIT_S,
    QUIET_UNTIL,
    REST_LENGTH_S,
    choices_of,
    kept_modes,
    modes_of,
    settings_of,
)

CHOSEN = Settings(
    is_on=False,
    micro=KindSettings(is_on=True, work_s=1200.0, length_s=20.0),
    rest=KindSettings(is_on=False, work_s=3000.0, length_s=480.0),
    daily_limit_s=25_200.0,
    postpone_s=120.0,
    longest_postponing=1,
    is_strict=True,
    minds_full_screen=False,
)


def read(kept: dict[str, str]) -> Settings:
    return settings_of(lambda name: kept.get(name, ""))


@pytest.mark.parametrize("settings", [Settings(), CHOSEN])
def test_what_was_kept_is_read_back(settings: Settings) -> None:
    assert read(dict(choices_of(settings))) == settings


def test_what_was_never_chosen_is_as_it_is_delivered() -> None:
    assert read({}) == Settings()


@pytest.mark.parametrize("text", ["soon", "nan", "inf", "1e999"])
def test_what_is_damaged_is_as_it_is_delivered(text: str) -> None:
    assert read({REST_LENGTH_S: text, DAILY_LIMIT_S: text}) == Settings()


def test_what_makes_no_sense_leaves_everything_as_it_is_delivered() -> None:
    kept = dict(choices_of(CHOSEN)) | {REST_LENGTH_S: "1"}
    assert read(kept) == Settings()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            replace(Settings(), rest=KindSettings(is_on=True, work_s=60.0, length_s=300.0)),
            "Work between two rest breaks must be 15m to 4h, not 1m",
        ),
        (replace(Settings(), daily_limit_s=60.0), "The daily limit must be 1h to 16h, not 1m"),
        (replace(Settings(), longest_postponing=9), "0 to 5 times in a row, not 9"),
    ],
)
def test_what_makes_no_sense_is_refused(settings: Settings, said: str) -> None:
    with pytest.raises(BreakError, match=said):
        choices_of(settings)


def test_modes_are_kept_with_their_ends() -> None:
    modes = Modes(quiet_until=datetime(2026, 11, 23, 9, tzinfo=UTC))
    kept = dict(kept_modes(modes))
    assert modes_of(lambda name: kept.get(name, "")) == modes


@pytest.mark.parametrize("text", ["soon", "2026-11-23T09:00:00"])
def test_an_end_that_is_none_ends_the_mode(text: str) -> None:
    assert modes_of({QUIET_UNTIL: text, "breaks.reading_until": ""}.__getitem__) == Modes()
