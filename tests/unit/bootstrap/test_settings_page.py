"""The page of settings on a data directory: what it keeps is what features and the window go by."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.files.break_choices import BreakChoices
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.bootstrap.look import (
    chosen_appearance,
    chosen_motion,
    chosen_single_keys,
    chosen_text_percent,
)
from workspace_assistant.bootstrap.settings_page import settings_services


def test_what_is_kept_is_what_features_read(tmp_path: Path) -> None:
    rung: list[str] = []
    services = settings_services(tmp_path, lambda: rung.append("settled"))
    assert chosen_motion(tmp_path) == ""
    look = {"appearance": "dark", "text_size": "150", "motion": "reduced"}
    services.keep({"breaks.rest_seconds": "600", **look})
    assert rung == ["settled"]
    assert services.kept()["breaks.rest_seconds"] == "600"
    assert BreakChoices(tmp_path).settings().rest.length_s == 600
    assert chosen_appearance(tmp_path) == "dark"
    assert chosen_text_percent(tmp_path) == 150
    assert chosen_motion(tmp_path) == "reduced"
    services.keep({"focus.single_keys": "off"})
    assert chosen_single_keys(tmp_path) == "off"
    assert "rest_seconds = 600" in services.path.read_text(encoding="utf-8")
    services.keep({"breaks.rest_seconds": ""})
    assert BreakChoices(tmp_path).settings().rest.length_s == 300


def test_what_a_feature_keeps_is_what_the_page_reads(tmp_path: Path) -> None:
    ChoicesFile(tmp_path).remember("loudness.is_on", "on")
    services = settings_services(tmp_path, lambda: None)
    assert services.kept()["loudness.is_on"] == "on"


def test_without_any_choice_there_is_the_shipped_profile(tmp_path: Path) -> None:
    services = settings_services(tmp_path, lambda: None)
    profile, place = services.profile()
    assert profile is not None
    assert place == ""
    assert services.microphone() == ""
    assert services.faults() == ()
    assert services.managed().lock == {}


def test_a_profile_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "profile.toml").write_text("what = [", encoding="utf-8")
    profile, place = settings_services(tmp_path, lambda: None).profile()
    assert profile is None
    assert place == str(tmp_path / "profile.toml")


@pytest.mark.parametrize("text", ["", "large", "50", "1000", "nan"])
def test_a_size_of_text_that_makes_no_sense_is_the_usual_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(f'text_size = "{text}"\n', encoding="utf-8")
    assert chosen_text_percent(tmp_path) == 100
