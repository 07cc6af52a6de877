"""Choices and days off of a data directory: what the `week` commands keep is what they find."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workspace_assistant.bootstrap.week_tools import week_tools
from workspace_assistant.core.balance.settings_model import WeekSettings, WeekStart
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.leave.model import LeaveKind


def test_what_is_kept_is_found_by_the_next_command(tmp_path: Path) -> None:
    chosen = WeekSettings(week_start=WeekStart.SUNDAY, own_targets={"hours": 3600.0})
    tools = week_tools(tmp_path)
    tools.change(chosen)
    tools.leave.add(date(2026, 11, 16), kind=LeaveKind.SICK)
    again = week_tools(tmp_path)
    assert again.settings() == chosen
    week = again.week(date(2026, 11, 18), again.settings(), ()).week
    assert [one.leave for one in week.days] == [None, LeaveKind.SICK, *[None] * 5]
    assert week.days[0].on == date(2026, 11, 15)


def test_other_choices_stay(tmp_path: Path) -> None:
    (tmp_path / "choices.json").write_text('{"profile": "mine"}', encoding="utf-8")
    tools = week_tools(tmp_path)
    tools.change(replace(tools.settings(), tells_headline=True))
    assert '"profile": "mine"' in (tmp_path / "choices.json").read_text(encoding="utf-8")


def test_a_choice_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(StoreUnavailableError, match="the choice cannot be kept"):
        week_tools(tmp_path).change(WeekSettings())
