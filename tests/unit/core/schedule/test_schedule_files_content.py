"""What the system reads: units, a task, launch agents, an autostart entry, a crontab."""

from __future__ import annotations

import plistlib
import subprocess
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.fakes.schedule import PROGRAM, STRANGE
from workspace_assistant.core.schedule import launch_agent, task_xml
from workspace_assistant.core.schedule.autostart import autostart_entry, is_turned_on
from workspace_assistant.core.schedule.crontab import crontab
from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.model import POSSIBLE_MINUTES, Program
from workspace_assistant.core.schedule.units import minutes_of_timer, starts, unit_files

OTHER = replace(PROGRAM, data_dir="/other")
BROKEN = Program(words=("/a\nb",), data_dir="/data")
every = pytest.mark.parametrize("minutes", POSSIBLE_MINUTES)


def task(minutes: int = 5) -> str:
    return task_xml.task_file(PROGRAM, minutes).content.decode("utf-16")


def test_the_program_is_started_on_its_data() -> None:
    begin = ("/opt/py thon", "-P", "-m", "workspace_assistant")
    assert PROGRAM.on_timer == (*begin, "schedule", "run", "--data-dir", STRANGE)
    assert PROGRAM.at_login == (*begin, "--data-dir", STRANGE, "--in-tray")


@every
def test_a_timer_tells_how_often(minutes: int) -> None:
    service, timer = unit_files(PROGRAM, minutes)
    assert minutes_of_timer(timer.content.decode()) == minutes
    assert starts(service.content.decode(), PROGRAM)
    assert not starts(service.content.decode(), OTHER)


def test_a_service_ends_by_itself_and_the_timer_comes_with_the_session() -> None:
    service, timer = (file.content.decode().splitlines() for file in unit_files(PROGRAM, 5))
    assert {"[Service]", "Type=oneshot", "TimeoutStartSec=600", "KillMode=process"} <= set(service)
    assert {"OnCalendar=*:0/5", "AccuracySec=5", "WantedBy=timers.target"} <= set(timer)


@pytest.mark.parametrize(
    ("path", "unit", "entry"),
    [
        ("/opt/a b/100%", "ConditionFileIsExecutable=/opt/a b/100%%", "TryExec=/opt/a b/100%"),
        ("/opt/it's", "", "TryExec=/opt/it's"),
        ("/opt/back\\slash", "", ""),
    ],
)
def test_what_starts_a_program_that_was_removed_does_nothing(
    path: str, unit: str, entry: str
) -> None:
    program = replace(PROGRAM, words=(path,))
    service = unit_files(program, 5)[0].content.decode().splitlines()
    written = autostart_entry(program).splitlines()
    assert [line for line in service if line.startswith("Condition")] == [unit] * bool(unit)
    assert [line for line in written if line.startswith("TryExec")] == [entry] * bool(entry)


def test_a_timer_of_somebody_else_tells_nothing() -> None:
    assert minutes_of_timer("[Timer]\nOnCalendar=daily\n") is None


@every
def test_a_task_tells_how_often(minutes: int) -> None:
    assert task_xml.minutes_of_task(task(minutes)) == minutes
    assert task_xml.runs(task(minutes), PROGRAM)
    assert not task_xml.runs(task(minutes), OTHER)
    assert not task_xml.runs(task(minutes), replace(PROGRAM, words=("/other",)))


def test_a_task_is_as_its_schema_wants_it() -> None:
    content = task_xml.task_file(PROGRAM, 5).content
    root = ElementTree.fromstring(content)  # in UTF-16, as it says itself
    space = f"{{{task_xml.NAMESPACE}}}"
    assert (root.tag, root.get("version")) == (f"{space}Task", "1.2")
    names = [child.tag.removeprefix(space) for child in root]
    assert names == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    # A trigger's children come in this order (triggerBaseType is a sequence).
    trigger = [child.tag.removeprefix(space) for child in root.find(f"*/{space}TimeTrigger") or ()]
    assert trigger == ["Enabled", "StartBoundary", "Repetition"]
    actions, principal = root.find(f"{space}Actions"), root.find(f"*/{space}Principal")
    assert actions is not None
    assert principal is not None
    assert actions.get("Context") == principal.get("id")
    assert root.findtext(f"*/*/{space}Command") == "/opt/py thon"
    arguments = root.findtext(f"*/*/{space}Arguments")
    assert arguments == subprocess.list2cmdline(PROGRAM.on_timer[1:])
    settings = {
        one.tag.removeprefix(space): one.text for one in root.find(f"{space}Settings") or ()
    }
    assert settings.pop("MultipleInstancesPolicy") == "IgnoreNew"
    assert settings.pop("ExecutionTimeLimit") == "PT10M"
    assert set(settings.values()) == {"true", "false"}
    assert settings["DisallowStartIfOnBatteries"] == "false"


def test_a_task_of_somebody_else_tells_nothing() -> None:
    for text in ("", "<Task/>", "no XML", f"<Task xmlns='{task_xml.NAMESPACE}'/>"):
        assert task_xml.minutes_of_task(text) is None
        assert not task_xml.runs(text, PROGRAM)


@every
def test_an_agent_starts_on_the_same_minutes_of_each_hour(minutes: int) -> None:
    agent = launch_agent.timer_agent(PROGRAM, minutes)
    facts = plistlib.loads(agent.content)
    starts_at = [one["Minute"] for one in facts["StartCalendarInterval"]]
    assert starts_at == list(range(0, 60, minutes))
    assert facts["ProgramArguments"] == list(PROGRAM.on_timer)
    assert agent.name == f"{facts['Label']}.plist"
    assert launch_agent.minutes_of_agent(agent.content) == minutes
    assert launch_agent.runs(agent.content, PROGRAM)
    assert not launch_agent.runs(agent.content, OTHER)


def test_an_agent_of_somebody_else_tells_nothing() -> None:
    others = (b"", b"no plist", plistlib.dumps({"Label": "x"}), plistlib.dumps(["x"]))
    truncated = launch_agent.timer_agent(PROGRAM, 5).content[:-40]
    for content in (*others, truncated):
        assert launch_agent.minutes_of_agent(content) is None
        assert not launch_agent.runs(content, PROGRAM)


def test_at_login_an_agent_opens_the_window() -> None:
    facts = plistlib.loads(launch_agent.login_agent(PROGRAM).content)
    assert facts["RunAtLoad"] is True
    assert facts["ProgramArguments"] == list(PROGRAM.at_login)


@pytest.mark.parametrize(
    ("old", "new", "is_on"),
    [
        ("", "", True),
        ("enabled=true", "enabled=false", False),
        ("Terminal=false", "Hidden = True", False),
        ("Exec=", "NoExec=", False),
        ("[Desktop Entry]", "", False),
    ],
)
def test_desktops_turn_an_entry_off_without_removing_it(*, old: str, new: str, is_on: bool) -> None:
    assert is_turned_on(autostart_entry(PROGRAM).replace(old, new)) is is_on


def test_a_crontab_does_the_same() -> None:
    program = Program(words=("/opt/python",), data_dir="/data of/100%")
    line = crontab(program, 5)
    assert line == r"*/5 * * * * /opt/python schedule run --data-dir '/data of/100\%'"


def test_a_path_that_breaks_lines_gets_no_file() -> None:
    makers = (unit_files, task_xml.task_file, launch_agent.timer_agent, crontab)
    for make in makers:
        with pytest.raises(ScheduleError):
            make(BROKEN, 5)
    for at_login in (autostart_entry, launch_agent.login_agent):
        with pytest.raises(ScheduleError):
            at_login(BROKEN)
