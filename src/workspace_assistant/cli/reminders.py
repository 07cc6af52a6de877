"""`reminders`: what was told unasked, what was held back, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.reminders.document import reminders_document
from workspace_assistant.core.reminders.model import Entry
from workspace_assistant.core.reminders.texts import OUTCOME_WORDS, REASON_WORDS

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.schedule_services import ScheduleTools

_LINES, _MOST_LINES = 50, 10_000


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "reminders",
        help=worded("what was told before shifts, and why"),
        description=worded(
            "Lists every reminder that was shown, held back or merged into another one, "
            "newest first, with the reason."
        ),
    )
    parser.add_argument(
        "--limit",
        type=_count,
        default=_LINES,
        metavar="N",
        help=worded("at most so many, usually {usual}", usual=str(_LINES)),
    )
    add_json(parser)
    parser.set_defaults(run=run, json=False)
    return [parser]


def run(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    entries = tools.why_log(arguments.limit)
    if arguments.json:
        say_json(reminders_document(entries))
        return 0
    if not entries:
        say(worded("Nothing was told or held back yet."))
    for entry in entries:
        for line in entry_lines(entry):
            say(line)
    return 0


def entry_lines(entry: Entry) -> Iterator[str]:
    at = entry.at.astimezone().strftime("%Y-%m-%d %H:%M")
    told = worded(
        "{outcome}: {title}. {reason}",
        outcome=worded(OUTCOME_WORDS[entry.outcome]),
        title=entry.title,
        reason=worded(REASON_WORDS.get(entry.reason, entry.reason)),
    )
    yield f"{at}  {told}"
    if entry.detail:
        yield f"                  {entry.detail}"


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _MOST_LINES:
        raise argparse.ArgumentTypeError(
            worded("“{text}” is no number from 1 to {most}", text=text, most=str(_MOST_LINES))
        )
    return int(text)
