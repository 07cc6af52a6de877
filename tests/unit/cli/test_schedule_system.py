"""`schedule install`, `remove`, `show` and `autostart` tell what the system does by itself."""

from __future__ import annotations

import argparse
import json

import pytest

from tests.fakes.schedule import PROGRAM, MemoryAutostart, MemoryTimer, memory_schedule
from workspace_assistant.cli import schedule_files
from workspace_assistant.cli.schedule_services import Attending, ScheduleTools
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.reminders.model import Entry
from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.model import Program
from workspace_assistant.core.schedule.service import ScheduleService


def unasked_settings(_: PreshiftSettings) -> None:
    raise AssertionError


def unasked_attending() -> Attending:
    raise AssertionError


def unasked_window() -> None:
    raise AssertionError


def no_entries(_: int) -> tuple[Entry, ...]:
    return ()


def tools_with(service: ScheduleService) -> ScheduleTools:
    return ScheduleTools(
        settings=PreshiftSettings,
        keep_settings=unasked_settings,
        why_log=no_entries,
        attending=unasked_attending,
        open_window=unasked_window,
        system=lambda: service,
    )


def run(service: ScheduleService, *words: str) -> int:
    parser = argparse.ArgumentParser()
    schedule_files.register(parser.add_subparsers())
    arguments = parser.parse_args(words)
    return int(arguments.run(arguments, tools_with(service)))


Capture = pytest.CaptureFixture[str]


def test_a_timer_is_installed_shown_and_removed(capsys: Capture) -> None:
    service = memory_schedule()
    assert run(service, "install") == 0
    assert capsys.readouterr().out.splitlines() == [
        "The system looks every 5 minutes whether a check before a shift is due.",
        "  /units/a.timer",
    ]
    assert run(service, "show") == 0
    shown = capsys.readouterr().out
    assert "15 minutes before" in shown
    assert "every 5 minutes whether" in shown
    assert "The program does not start at login." in shown
    assert run(service, "remove") == 0
    out = capsys.readouterr().out
    assert out == "Checks before shifts run while the program runs, not otherwise.\n"


def test_a_timer_that_nobody_follows_is_no_success(capsys: Capture) -> None:
    assert run(memory_schedule(is_followed=False), "install", "--every", "10") == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[0].endswith("but the system does not follow it.")
    assert told.err.splitlines() == [
        "Nobody starts the timer.",
        "To do:",
        "  systemctl a",
        "  systemctl b",
    ]


def test_a_timer_of_another_installation_is_told(capsys: Capture) -> None:
    timer = MemoryTimer()
    timer.install(Program(words=("/other",), data_dir="/other"), 5)
    assert run(ScheduleService(timer, MemoryAutostart(), PROGRAM), "show") == 0
    assert "starts another installation or other data" in capsys.readouterr().out


def test_other_minutes_are_refused() -> None:
    service = memory_schedule()
    with pytest.raises(ScheduleError, match="Every 7 minutes is not possible"):
        run(service, "install", "--every", "7")
    assert not service.state().is_installed


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("install",), {"timer"}),
        (("remove",), {"timer"}),
        (("show",), {"timer", "autostart", "settings"}),
        (("autostart", "on"), {"autostart"}),
    ],
)
def test_each_command_answers_with_one_document(
    capsys: Capture, words: tuple[str, ...], parts: set[str]
) -> None:
    assert run(memory_schedule(), *words, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document.pop("schema") == "workspace-assistant/schedule/1"
    assert set(document) == parts


def test_starting_at_login_is_turned_on_and_off(capsys: Capture) -> None:
    service = memory_schedule()
    for word, is_on in (("on", True), ("show", True), ("off", False), ("show", False)):
        assert run(service, "autostart", word) == 0
        told = capsys.readouterr().out
        assert told.startswith("The program starts at login.") is is_on
        assert ("/autostart/a.desktop" in told) is is_on
    assert run(service, "autostart") == 0
    assert "does not start" in capsys.readouterr().out
