"""`schedule run`: does what is due now, and ends. The system's timer calls it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.reminders import entry_lines
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.document import run_document
from workspace_assistant.core.preshift.model import KEY_LATER, ActChosen, Attended
from workspace_assistant.core.reminders.model import Entry, Outcome
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.schedule_services import Attending, ScheduleTools

# A timer that starts the program every five minutes must find the last run over.
LONGEST_LISTENING_S = 240.0
_ONLY_WRITTEN = QT_TRANSLATE_NOOP(
    "cli",
    "What could not be shown is only written down, in: workspace-assistant reminders. A program "
    "that can show it does so while the shift has not begun",
)


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "run",
        help=worded("do what is due now"),
        description=worded(
            "Does what is due now: fetches calendars, tells of changed shifts, and runs "
            "the check before a shift. Then it ends; where it has shown a notification, it waits "
            "up to 4 minutes for one of its buttons."
        ),
    )
    parser.add_argument(
        "--no-wait",
        action="store_true",
        help=worded("do not wait for the buttons of a notification"),
    )
    add_json(parser)
    parser.set_defaults(run=run, json=False)
    return [parser]


def run(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    attending, readings = tools.attending(), list[object]()

    def attend(ctx: JobContext) -> None:
        # Buttons are pressed after the look; what they report is kept all the same.
        attending.attend(replace(ctx, on_progress=lambda one: readings.append(one.reading)))

    run_job(attend)
    entries = [one for one in readings if isinstance(one, Entry)]
    look = next(one for one in readings if isinstance(one, Attended))
    if arguments.json:
        say_json(run_document(look, entries))
    else:
        _show(look, entries)
    if not arguments.no_wait and any(one.outcome is Outcome.SHOWN for one in entries):
        _follow_buttons(attending, tools, readings)
    return ExitCode.OUR_FAILURE if look.fault else 0


def _follow_buttons(attending: Attending, tools: ScheduleTools, readings: list[object]) -> None:
    sys.stdout.flush()
    run_job(lambda ctx: attending.listen(LONGEST_LISTENING_S, ctx))
    keys = {one.key for one in readings if isinstance(one, ActChosen)}
    if KEY_LATER in keys:
        run_job(attending.attend)
    if keys - {KEY_LATER}:
        tools.open_window()


def _show(look: Attended, entries: list[Entry]) -> None:
    for entry in entries:
        for line in entry_lines(entry):
            say(line)
    if not entries:
        say(worded("Nothing new is due."))
    if any(one.outcome is Outcome.FAILED for one in entries):
        tell(worded(_ONLY_WRITTEN))
    if look.fault:
        tell(worded(look.fault))
