"""`schedule install`, `remove`, `show` and `autostart`: what the system starts by itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.preshift.document import settings_document
from workspace_assistant.core.preshift.words import settings_sentences
from workspace_assistant.core.schedule import texts
from workspace_assistant.core.schedule.document import (
    autostart_document,
    schedule_document,
    timer_document,
)
from workspace_assistant.core.schedule.model import (
    EVERY_MINUTES,
    AutostartState,
    TimerState,
)

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.schedule_services import ScheduleTools

_ON, _OFF, _SHOW = "on", "off", "show"


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    install = actions.add_parser(
        "install",
        help=worded("let the system look for due checks while the program does not run"),
        description=worded(
            "Writes a timer: of systemd on Linux, of the Task Scheduler on Windows, a "
            "launch agent on macOS. It runs `schedule run`, which ends at once when nothing is due."
        ),
    )
    install.add_argument(
        "--every",
        type=int,
        default=EVERY_MINUTES,
        metavar=worded("MINUTES"),
        help=worded("usually 5"),
    )
    remove = actions.add_parser("remove", help=worded("take that timer away"))
    show = actions.add_parser(
        "show", help=worded("what is chosen, and what the system does by itself")
    )
    autostart = actions.add_parser(
        "autostart",
        help=worded("start the program at login"),
        description=worded("Starts the program at login, in the tray where the desktop has one."),
    )
    autostart.add_argument("state", nargs="?", choices=(_ON, _OFF, _SHOW), default=_SHOW)
    made = {install: _install, remove: _remove, show: _show, autostart: _autostart}
    for parser, run in made.items():
        add_json(parser)
        parser.set_defaults(run=run, json=False)
    return list(made)


def _install(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    timer = tools.system().install(arguments.every)
    _say_timer(arguments, timer)
    return ExitCode.FINE if timer.is_active else ExitCode.OUR_FAILURE


def _remove(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    _say_timer(arguments, tools.system().remove())
    return ExitCode.FINE


def _show(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    service, settings = tools.system(), tools.settings()
    timer, autostart = service.state(), service.autostart_state()
    if arguments.json:
        parts = {"timer": timer_document(timer), "autostart": autostart_document(autostart)}
        say_json(schedule_document(**parts, settings=settings_document(settings)))
        return ExitCode.FINE
    for line in settings_sentences(settings, worded):
        say(line)
    _say_timer(arguments, timer)
    _say_autostart(arguments, autostart)
    return ExitCode.FINE


def _autostart(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    service = tools.system()
    if arguments.state == _SHOW:
        state = service.autostart_state()
    else:
        state = service.turn_autostart(is_on=arguments.state == _ON)
    _say_autostart(arguments, state)
    return ExitCode.FINE


def _say_timer(arguments: argparse.Namespace, timer: TimerState) -> None:
    if arguments.json:
        say_json(schedule_document(timer=timer_document(timer)))
        return
    for line in timer_lines(timer):
        say(line)
    for line in to_do_lines(timer):
        tell(line)


def _say_autostart(arguments: argparse.Namespace, autostart: AutostartState) -> None:
    if arguments.json:
        say_json(schedule_document(autostart=autostart_document(autostart)))
        return
    for line in autostart_lines(autostart):
        say(line)


def timer_lines(timer: TimerState) -> Iterator[str]:
    yield timer_sentence(timer)
    if timer.is_installed and not timer.is_ours:
        yield worded(texts.OF_ANOTHER)
    for place in timer.places:
        yield f"  {place}"


def timer_sentence(timer: TimerState) -> str:
    if not timer.is_installed:
        return worded(texts.OFF)
    if not timer.is_active:
        return worded(texts.WRITTEN_ONLY)
    return worded(texts.ON, minutes=str(timer.every_minutes or "?"))


def to_do_lines(timer: TimerState) -> Iterator[str]:
    """What is amiss, and what the user can run about it."""
    if timer.trouble:
        yield worded(timer.trouble)
    if timer.to_do:
        yield worded("To do:")
    for line in timer.to_do.splitlines():
        yield f"  {line}"


def autostart_lines(autostart: AutostartState) -> Iterator[str]:
    yield worded(texts.AUTOSTART_ON if autostart.is_on else texts.AUTOSTART_OFF)
    if autostart.is_on:
        yield f"  {autostart.place}"
