"""The files of the catalog."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.files.tips_catalog import read_tips, shipped_files
from workspace_assistant.core.tips.catalog import CatalogError
from workspace_assistant.core.tips.texts import TOPICS

GOOD = """schema = 1
[[tip]]
id = "{name}"
text = "Feed your pet."
trigger = "interruptions.pet.week >= 2"
grade = "D"
"""


def test_one_file_for_each_topic_ships() -> None:
    assert [file.stem for file in shipped_files()] == list(TOPICS)
    assert {file.name for file in shipped_files()} == {
        file.name for file in shipped_files()[0].parent.iterdir()
    }


def test_tips_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    desk, noise = tmp_path / "desk.toml", tmp_path / "noise.toml"
    desk.write_text("\ufeff" + GOOD.format(name="second"), encoding="utf-8")  # Windows' Notepad
    noise.write_text(GOOD.format(name="first"), encoding="utf-8")
    assert [tip.id for tip in read_tips([noise, desk])] == ["first", "second"]
    assert [tip.topic for tip in read_tips([noise, desk])] == ["noise", "desk"]


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    names = ("desk", "noise", "screen", "voice", "breaks")
    desk, noise, screen, voice, breaks = (tmp_path / f"{name}.toml" for name in names)
    desk.write_bytes(b"\xff")
    noise.write_text("schema = ", encoding="utf-8")
    screen.write_text(GOOD.format(name="a").replace('"D"', '"E"'), encoding="utf-8")
    voice.write_bytes(b"#" * (256 * 1024 + 1))
    with pytest.raises(CatalogError) as raised:
        read_tips([desk, noise, screen, voice, breaks])
    places = ["desk.toml: byte 0: not UTF-8", "noise.toml: not valid TOML", "voice.toml: larger"]
    places += ["breaks.toml: cannot be read: No such file", "screen: a: grade"]
    found = raised.value.faults
    assert len(found) == len(places)
    assert all(fault.startswith(place) for fault, place in zip(found, places, strict=True))
