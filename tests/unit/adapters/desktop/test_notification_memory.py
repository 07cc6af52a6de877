"""The number of a notification counts with the service that gave it, on the same bus."""

from __future__ import annotations

import errno
import logging
from pathlib import Path

import pytest

from workspace_assistant.adapters.desktop.notification_memory import Memory
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.core.reminders.model import ReminderKind

KIND = ReminderKind.READINESS


def memory(directory: Path) -> Memory:
    return Memory(ChoicesFile(directory, "notifications.json"))


def test_another_program_knows_the_number(tmp_path: Path) -> None:
    memory(tmp_path).keep(KIND, "bus", ":1.5", 7)
    assert memory(tmp_path).has(KIND)
    assert memory(tmp_path).number(KIND, "bus", ":1.5") == 7
    assert memory(tmp_path).number(KIND, "bus", ":1.6") == 0
    assert memory(tmp_path).number(KIND, "other", ":1.5") == 0
    assert memory(tmp_path).number(ReminderKind.LINE, "bus", ":1.5") == 0
    memory(tmp_path).drop(KIND)
    assert not memory(tmp_path).has(KIND)
    assert [one.name for one in tmp_path.iterdir()] == ["notifications.json"]


def test_no_number_is_none_to_keep(tmp_path: Path) -> None:
    memory(tmp_path).keep(KIND, "bus", ":1.5", 0)
    memory(tmp_path).drop(KIND)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "7", "x bus :1.5", "\u00b2 bus :1.5", "7 bus :1.5 more"])
def test_what_nobody_of_us_wrote_is_no_number(tmp_path: Path, text: str) -> None:
    ChoicesFile(tmp_path, "notifications.json").remember(KIND.value, text)
    assert memory(tmp_path).number(KIND, "bus", ":1.5") == 0


def test_without_a_place_nothing_is_known() -> None:
    nowhere = Memory(None)
    nowhere.keep(KIND, "bus", ":1.5", 7)
    nowhere.drop(KIND)
    assert not nowhere.has(KIND)
    assert nowhere.number(KIND, "bus", ":1.5") == 0


class FullDisk:
    def recall(self, _name: str, /) -> str:
        return "7 bus :1.5"

    def remember(self, _name: str, _value: str, /) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_cannot_be_kept_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    full = Memory(FullDisk())
    with caplog.at_level(logging.WARNING):
        full.keep(KIND, "bus", ":1.5", 8)
        full.drop(KIND)
    assert caplog.text.count("No space left on device") == 2
