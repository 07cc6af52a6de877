"""A task for the Windows Task Scheduler: XML as its schema 1.2 wants it ([MS-TSCH] 2.5)."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from workspace_assistant.core.schedule.model import Program, TimerFile
from workspace_assistant.core.schedule.quoting import windows_line, writable

TASK_NAME = "WorkspaceAssistant\\Schedule"
FILE_NAME = "schedule-task.xml"
NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"

# Any midnight that is past: the runs then fall on full hours.
_FIRST_START = "2026-01-01T00:00:00"
_LIMIT = "PT10M"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_EVERY = re.compile(r"^PT(\d{1,2})M$")


def task_file(program: Program, every_minutes: int) -> TimerFile:
    """In the encoding that schtasks reads. Raises `ScheduleError` for a path that does not fit."""
    task = ElementTree.Element("Task", {"version": "1.2", "xmlns": NAMESPACE})
    about = ElementTree.SubElement(task, "RegistrationInfo")
    _add(about, Description="Looks whether a readiness check before a shift is due.")
    _add_trigger(task, every_minutes)
    principals = ElementTree.SubElement(task, "Principals")
    principal = ElementTree.SubElement(principals, "Principal", {"id": "Author"})
    _add(principal, LogonType="InteractiveToken", RunLevel="LeastPrivilege")
    _add_settings(task)
    _add_action(task, program)
    ElementTree.indent(task)
    text = ElementTree.tostring(task, encoding="unicode")
    return TimerFile(
        FILE_NAME, f'<?xml version="1.0" encoding="UTF-16"?>\n{text}\n'.encode("utf-16")
    )


def minutes_of_task(text: str) -> int | None:
    """How often a task of ours runs, as schtasks tells; None for one that is not ours."""
    found = _EVERY.match(_text(text, "Triggers/TimeTrigger/Repetition/Interval"))
    return int(found[1]) if found else None


def runs(text: str, program: Program) -> bool:
    """Whether a task runs this program on these data."""
    command, *rest = program.on_timer
    is_same = _text(text, "Actions/Exec/Command") == command
    return is_same and _text(text, "Actions/Exec/Arguments") == windows_line(rest)


def _add_trigger(task: ElementTree.Element, every_minutes: int) -> None:
    triggers = ElementTree.SubElement(task, "Triggers")
    trigger = ElementTree.SubElement(triggers, "TimeTrigger")
    _add(trigger, Enabled="true", StartBoundary=_FIRST_START)
    repetition = ElementTree.SubElement(trigger, "Repetition")
    _add(repetition, Interval=f"PT{every_minutes}M")  # without a Duration: for ever


def _add_settings(task: ElementTree.Element) -> None:
    _add(
        ElementTree.SubElement(task, "Settings"),
        MultipleInstancesPolicy="IgnoreNew",
        DisallowStartIfOnBatteries="false",  # a shift begins on battery as well
        StopIfGoingOnBatteries="false",
        StartWhenAvailable="true",
        RunOnlyIfNetworkAvailable="false",  # that there is none is what the check tells
        WakeToRun="false",
        ExecutionTimeLimit=_LIMIT,
    )


def _add_action(task: ElementTree.Element, program: Program) -> None:
    command, *rest = writable(program.on_timer)
    actions = ElementTree.SubElement(task, "Actions", {"Context": "Author"})
    action = ElementTree.SubElement(actions, "Exec")
    _add(action, Command=command, Arguments=windows_line(rest))


def _add(parent: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, name).text = text


def _text(text: str, path: str) -> str:
    steps = "/".join(f"{{{NAMESPACE}}}{step}" for step in path.split("/"))
    try:
        # The encoding that the declaration names is the file's, not this text's.
        root = ElementTree.fromstring(_DECLARATION.sub("", text))  # noqa: S314 - the system's own
    except ElementTree.ParseError:
        return ""
    return root.findtext(steps) or ""
