"""Timers by what the system's own programs answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.schedule import PROGRAM, ScriptedSystem, refuse, write
from workspace_assistant.adapters.system.launchd_timer import LaunchdTimer
from workspace_assistant.adapters.system.system_command import Answer, run
from workspace_assistant.adapters.system.system_timer import system_timer
from workspace_assistant.adapters.system.systemd_timer import SystemdTimer
from workspace_assistant.adapters.system.task_scheduler import TaskScheduler
from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.model import TimerState
from workspace_assistant.core.schedule.ports import SystemTimer
from workspace_assistant.core.schedule.task_xml import TASK_NAME, task_file
from workspace_assistant.core.schedule.texts import NO_SYSTEMD, NO_USER_MANAGER

ACTIVE, INACTIVE = Answer(0, said="active\n"), Answer(3, said="inactive\n")
NO_BUS = Answer(1, complaint="Failed to connect to bus: No medium found\n")


def units(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("**/*") if path.is_file())


def test_systemd_takes_the_timer_up(tmp_path: Path) -> None:
    system = ScriptedSystem(is_active=ACTIVE)
    timer = SystemdTimer(tmp_path / "units", write, system.run)
    state = timer.install(PROGRAM, 10)
    assert (state.is_active, state.every_minutes, state.is_ours) == (True, 10, True)
    assert (state.trouble, state.to_do) == ("", "")
    assert [Path(place).is_file() for place in state.places] == [True, True]
    acts = [words[2] for words in system.asked]
    assert acts == ["daemon-reload", "enable", "is-active"]
    assert not timer.state(replace(PROGRAM, data_dir="/other")).is_ours


def test_where_no_manager_answers_the_user_is_told_what_to_run(tmp_path: Path) -> None:
    system = ScriptedSystem(daemon_reload=NO_BUS, enable=NO_BUS, is_active=NO_BUS)
    state = SystemdTimer(tmp_path, write, system.run).install(PROGRAM, 5)
    assert state.is_installed
    assert (state.is_active, state.trouble) == (None, NO_USER_MANAGER)
    assert state.to_do.splitlines() == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now workspace-assistant-schedule.timer",
    ]
    assert "enable" not in [words[2] for words in system.asked]


def test_a_timer_that_does_not_run_is_told_with_what_to_run(tmp_path: Path) -> None:
    state = SystemdTimer(tmp_path, write, ScriptedSystem(is_active=INACTIVE).run).install(
        PROGRAM, 5
    )
    assert (state.is_active, state.trouble) == (False, "")
    assert "enable --now" in state.to_do


def test_a_refusal_is_told_in_the_systems_own_words(tmp_path: Path) -> None:
    refusal = Answer(1, complaint="Failed to enable unit: Unit is masked.\n")
    system = ScriptedSystem(enable=refusal, is_active=INACTIVE)
    state = SystemdTimer(tmp_path, write, system.run).install(PROGRAM, 5)
    told = "The system did not take up the schedule: Failed to enable unit: Unit is masked."
    assert (state.is_active, state.trouble) == (False, told)


def test_without_systemd_a_crontab_does_it_and_nothing_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "units"
    system = ScriptedSystem()
    state = SystemdTimer(folder, write, system.run, is_booted=False).install(PROGRAM, 5)
    assert not state.is_installed
    assert state.trouble == NO_SYSTEMD
    assert state.to_do.startswith("*/5 * * * * ")
    assert (folder.exists(), system.asked) == (False, [])


def test_removing_leaves_nothing(tmp_path: Path) -> None:
    system = ScriptedSystem(is_active=ACTIVE)
    timer = SystemdTimer(tmp_path, write, system.run)
    timer.install(PROGRAM, 5)
    wanted = tmp_path / "timers.target.wants"
    wanted.mkdir()
    (wanted / "workspace-assistant-schedule.timer").symlink_to("../nowhere.timer")
    assert not timer.remove().is_installed
    assert units(tmp_path) == []
    assert not any(wanted.iterdir())
    assert "disable" in [words[2] for words in system.asked]
    system.asked.clear()
    assert not timer.remove().is_installed
    assert "disable" not in [words[2] for words in system.asked]
    assert not timer.state(PROGRAM).is_installed


def test_windows_is_given_a_task_that_no_file_is_left_of(tmp_path: Path) -> None:
    text = task_file(PROGRAM, 5).content.decode("utf-16")
    system = ScriptedSystem(query=Answer(0, said=text))
    seen: list[bytes] = []

    def keep(place: Path, content: bytes) -> None:
        seen.append(content)
        write(place, content)

    timer = TaskScheduler(tmp_path, keep, system.run)
    state = timer.install(PROGRAM, 5)
    assert (state.is_active, state.every_minutes, state.is_ours) == (True, 5, True)
    assert seen == [text.encode("utf-16")]
    assert units(tmp_path) == []
    create = system.asked[0]
    assert create[:4] == ("schtasks.exe", "/Create", "/TN", TASK_NAME)
    assert create[-1] == "/F"
    timer.remove()
    assert system.asked[-1] == ("schtasks.exe", "/Delete", "/TN", TASK_NAME, "/F")


def test_windows_may_refuse(tmp_path: Path) -> None:
    denied = Answer(1, complaint="\r\nERROR: Access is denied.\r\n")
    timer = TaskScheduler(tmp_path, write, ScriptedSystem(create=denied, delete=denied).run)
    with pytest.raises(
        ScheduleError, match="did not take up the schedule: ERROR: Access is denied"
    ):
        timer.install(PROGRAM, 5)
    assert units(tmp_path) == []
    with pytest.raises(ScheduleError):
        timer.remove()


def test_windows_without_a_task_has_nothing_to_remove(tmp_path: Path) -> None:
    system = ScriptedSystem(query=Answer(1, complaint="ERROR: not found"))
    timer = TaskScheduler(tmp_path, write, system.run)
    assert not timer.state(PROGRAM).is_installed
    assert not timer.remove().is_installed
    assert all(words[1] == "/Query" for words in system.asked)


def test_launchd_takes_the_agent_up(tmp_path: Path) -> None:
    system = ScriptedSystem(bootout=Answer(3))
    timer = LaunchdTimer(tmp_path / "LaunchAgents", write, system.run, 501)
    state = timer.install(PROGRAM, 15)
    assert (state.is_active, state.every_minutes, state.is_ours) == (True, 15, True)
    label = "gui/501/workspace-assistant.schedule"
    place = state.places[0]
    assert system.asked[:3] == [
        ("launchctl", "bootout", label),
        ("launchctl", "bootstrap", "gui/501", place),
        ("launchctl", "print", label),
    ]
    assert not timer.remove().is_installed
    assert not Path(place).exists()
    assert not timer.remove().is_installed
    assert not timer.state(PROGRAM).is_installed


def test_launchd_that_does_not_follow_is_told_with_what_to_run(tmp_path: Path) -> None:
    system = ScriptedSystem(bootstrap=Answer(5), print=Answer(113))
    state = LaunchdTimer(tmp_path, write, system.run, 501).install(PROGRAM, 5)
    assert state.is_active is False
    assert state.to_do.startswith("launchctl bootstrap gui/501 ")


Make = Callable[[Path], SystemTimer]
MAKERS: list[Make] = [
    lambda folder: SystemdTimer(folder, refuse, ScriptedSystem().run),
    lambda folder: TaskScheduler(folder, refuse, ScriptedSystem().run),
    lambda folder: LaunchdTimer(folder, refuse, ScriptedSystem().run, 501),
]


@pytest.mark.parametrize("make", MAKERS)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, make: Make) -> None:
    with pytest.raises(ScheduleError, match=r"cannot be written: permission denied\.") as raised:
        make(tmp_path).install(PROGRAM, 5)
    assert str(tmp_path) in str(raised.value)


def test_a_place_that_cannot_be_removed_is_named(tmp_path: Path) -> None:
    (tmp_path / "workspace-assistant.schedule.plist").mkdir()
    with pytest.raises(ScheduleError, match=r"schedule\.plist cannot be removed"):
        LaunchdTimer(tmp_path, write, ScriptedSystem().run, 501).remove()


def test_this_system_has_a_timer_and_looks_at_nothing_before_it_is_asked(tmp_path: Path) -> None:
    system = ScriptedSystem()
    timer = system_timer(tmp_path / "config", tmp_path, write, system.run)
    assert (system.asked, list(tmp_path.iterdir())) == ([], [])
    state: TimerState = timer.state(PROGRAM)
    assert not state.is_installed


def test_a_program_answers() -> None:
    answer = run([sys.executable, "-c", "import sys; print('a'); sys.exit('no: wrong.\\nmore')"])
    assert (answer.code, answer.said.strip(), answer.reason) == (1, "a", "no: wrong")
    assert not answer.is_fine
    assert run([sys.executable, "-c", "pass"]).is_fine


def test_a_program_in_utf_16_is_understood() -> None:
    script = "import sys; sys.stdout.buffer.write('é'.encode('utf-16'))"
    assert run([sys.executable, "-c", script]).said == "é"


def test_a_program_that_is_missing_or_is_none(tmp_path: Path) -> None:
    missing = run([str(tmp_path / "none")])
    assert missing.code is None
    assert missing.reason.endswith("is not installed")
    (tmp_path / "text").write_text("no program")
    denied = run([str(tmp_path / "text")])
    assert denied.code is None
    assert "Permission denied" in denied.reason
    assert Answer(7).reason == "exit code 7"


def test_a_program_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workspace_assistant.adapters.system.system_command._LIMIT_S", 0.1)
    answer = run([sys.executable, "-c", "import time; time.sleep(30)"])
    assert answer.code is None
    assert answer.reason.endswith("does not answer")
