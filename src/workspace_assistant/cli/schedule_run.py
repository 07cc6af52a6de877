"""`schedule run`: does what is due now, and ends. The system's timer calls it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.reminders import entry_lines
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.preshift.document import run_document
from workspace_assistant.core.preshift.model import Attended
from workspace_assistant.core.reminders.model import Entry, Outcome

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.schedule_services import ScheduleTools

# A timer that starts the program every five minutes must find the last run over.
LONGEST_LISTENING_S = 240.0


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "run",
        help="do what is due now",
        description="Does what is due now: fetches calendars, tells of changed shifts, and runs "
        "the check before a shift. Then it ends; where it has shown a notification, it waits up "
        "to 4 minutes for one of its buttons.",
    )
    parser.add_argument(
        "--no-wait", action="store_true", help="do not wait for the buttons of a notification"
    )
    add_json(parser)
    parser.set_defaults(run=run, json=False)
    return [parser]


def run(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    readings: list[object] = []

    def attend(ctx: JobContext) -> None:
        def keep(progress: Progress) -> None:
            readings.append(progress.reading)
            ctx.on_progress(progress)

        tools.attend(replace(ctx, on_progress=keep))

    run_job(attend)
    entries = [one for one in readings if isinstance(one, Entry)]
    looks = [one for one in readings if isinstance(one, Attended)]
    if arguments.json:
        say_json(run_document(looks[-1], entries))
    else:
        _show(looks[-1], entries)
    if not arguments.no_wait and any(one.outcome is Outcome.SHOWN for one in entries):
        run_job(lambda ctx: tools.listen(LONGEST_LISTENING_S, ctx))
    return 1 if looks[-1].fault else 0


def _show(look: Attended, entries: list[Entry]) -> None:
    for entry in entries:
        for line in entry_lines(entry):
            say(line)
    if not entries:
        say("Nothing is due now.")
    if look.fault:
        tell(look.fault)
