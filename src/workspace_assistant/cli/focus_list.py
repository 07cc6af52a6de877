"""`focus status, list, changes`: what the log holds."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.focus_times import zone_of
from workspace_assistant.cli.focus_words import (
    block_line,
    change_line,
    detail_lines,
    evidence_line,
    question_line,
    status_lines,
    total_line,
)
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.correction_service import find
from workspace_assistant.core.focus.days import day_of, day_span, week_span
from workspace_assistant.core.focus.log_document import (
    changes_document,
    log_document,
    status_document,
)
from workspace_assistant.core.focus.spans import FOREVER, Span

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.focus.service import Now

_MOST_CHANGES = 50


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    status = actions.add_parser("status", help="the block that runs now")
    status.set_defaults(run=run_status)
    listing = actions.add_parser("list", help="blocks of a day, a week or any time")
    add_when(listing)
    listing.set_defaults(run=run_list)
    changes = actions.add_parser("changes", help="who changed what and when, newest first")
    changes.add_argument("block", nargs="?", default="", metavar="ID", help="of one block")
    changes.set_defaults(run=run_changes)
    for parser in (status, listing, changes):
        add_json(parser)
    return [status, listing, changes]


def add_when(parser: argparse.ArgumentParser) -> None:
    """Days are the log's: they begin at 04:00."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD")
    which.add_argument("--week", metavar="YYYY-Www", help="such as 2026-W47")
    which.add_argument("--from", dest="first_on", type=date.fromisoformat, metavar="YYYY-MM-DD")
    which.add_argument("--all", action="store_true", help="everything that was ever logged")
    parser.add_argument("--to", dest="last_on", type=date.fromisoformat, metavar="YYYY-MM-DD")


def run_status(arguments: argparse.Namespace, tools: FocusTools) -> int:
    return show_status(arguments, tools)


def show_status(arguments: argparse.Namespace, tools: FocusTools) -> int:
    now = tools.acts.now()
    questions = tools.answers.questions()
    if wants_json(arguments):
        watched_by = None if now.left_alone else now.heartbeat
        pairs = [(one.block, one.gap) for one in questions]
        say_json(status_document(now.at, now.block, now.left_alone, watched_by, pairs))
        return 0
    zone = zone_of(tools.clock.time_zone())
    for line in _status(now, zone):
        say(line)
    for one in questions:
        say(question_line(one.block, one.gap, zone))
    return 0


def _status(now: Now, zone: tzinfo) -> list[str]:
    if now.block is None:
        return ["No block is running."]
    if now.left_alone is not None:
        return [evidence_line(now.block, now.left_alone, zone)]
    return status_lines(now.block, now.at, zone)


def run_list(arguments: argparse.Namespace, tools: FocusTools) -> int:
    now = tools.acts.now()
    span = asked_span(arguments, tools, now.at)
    with tools.log.reading() as log:
        blocks = log.between(span.start, span.end)
    if wants_json(arguments):
        say_json(log_document(blocks, now.proven_at))
        return 0
    _say_days(blocks, tools, now.proven_at)
    return 0


def run_changes(arguments: argparse.Namespace, tools: FocusTools) -> int:
    with tools.log.reading() as log:
        block_id = find(log, arguments.block).id if arguments.block else ""
        changes = log.changes(_MOST_CHANGES, block_id)
    if wants_json(arguments):
        say_json(changes_document(changes))
        return 0
    zone = zone_of(tools.clock.time_zone())
    for change in changes:
        say(change_line(change, zone))
    if not changes:
        say("Nothing was logged yet.")
    return 0


def wants_json(arguments: argparse.Namespace) -> bool:
    return bool(getattr(arguments, "json", False))


def asked_span(
    arguments: argparse.Namespace, tools: FocusTools, now: datetime, *, is_all_usual: bool = False
) -> Span:
    """What the arguments ask for; today, or everything, when they ask for nothing."""
    zone = zone_of(tools.clock.time_zone())
    asked = (arguments.day, arguments.week, arguments.first_on, arguments.last_on)
    if arguments.all or (is_all_usual and not any(asked)):
        return Span(datetime.min.replace(tzinfo=UTC), FOREVER)
    if arguments.week:
        return week_span(arguments.week, zone)
    today = day_of(now, zone)
    first = arguments.day or arguments.first_on or arguments.last_on or today
    last = arguments.day or arguments.last_on or (today if arguments.first_on else first)
    if last < first:
        raise UserInputError(f"--to {last} lies before {first}")
    return Span(day_span(first, zone).start, day_span(last, zone).end)


def _say_days(blocks: tuple[Block, ...], tools: FocusTools, now: datetime) -> None:
    zone = zone_of(tools.clock.time_zone())
    if not blocks:
        say("Nothing was logged then.")
    days = sorted({day_of(block.started_at, zone) for block in blocks})
    for day in days:
        of_day = [block for block in blocks if day_of(block.started_at, zone) == day]
        say(f"{day:%A} {day.isoformat()}")
        for block in of_day:
            say(f"  {block_line(block, now, zone)}")
            for line in detail_lines(block, now, zone):
                say(f"      {line}")
        say(f"  {total_line(of_day, now)}")
