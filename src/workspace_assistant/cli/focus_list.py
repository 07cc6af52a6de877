"""`focus status, list, changes`: what the log holds."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workspace_assistant.cli.day_names import weekday
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.focus_change_words import ChangeWords, change_line
from workspace_assistant.cli.focus_shifts import frame_sums
from workspace_assistant.cli.focus_status import run_status, wants_json
from workspace_assistant.cli.focus_times import day_said
from workspace_assistant.cli.focus_words import block_line, detail_lines, total_line
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.days import day_of, day_span, week_span
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.correction_service import find
from workspace_assistant.core.focus.log_document import changes_document, log_document
from workspace_assistant.core.focus.shift_frames import frames_around
from workspace_assistant.core.spans import FOREVER, Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.changes import Change
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.focus.ports import FocusReader
    from workspace_assistant.core.focus.shift_frames import ShiftFrame

_MOST_CHANGES = 50
_ALL_CHANGES = 2**31 - 1
_NO_FROM = QT_TRANSLATE_NOOP("cli", "--to goes with --from, not with --day, --week or --all")
_REVERSED = QT_TRANSLATE_NOOP("cli", "--to {last} lies before {first}")
_MOST_BLOCKS = 10  # of one change: an import may bring thousands
_ONE_UNREADABLE = QT_TRANSLATE_NOOP(
    "cli",
    "1 entry of the log cannot be read and is left out here. Nothing was changed: the file keeps "
    "what is there. The program's log says which.",
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "cli",
    "{count} entries of the log cannot be read and are left out here. Nothing was changed: the "
    "file keeps what is there. The program's log says which.",
)


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    status = actions.add_parser(
        "status",
        description=worded("The block that runs now, and what waits for an answer."),
    )
    status.set_defaults(run=run_status)
    listing = actions.add_parser(
        "list",
        description=worded(
            "Blocks that began on a day (from 04:00 to 04:00), in a week or at any time; "
            "today by default."
        ),
        epilog=worded(
            "Example: {command}", command="workspace-assistant focus list --day yesterday"
        ),
    )
    add_when(listing)
    listing.set_defaults(run=run_list)
    changes = actions.add_parser(
        "changes", description=worded("Who changed what and when, newest first.")
    )
    changes.add_argument(
        "block", nargs="?", default="", metavar=worded("ID"), help=worded("of one block")
    )
    changes.add_argument(
        "--all",
        action="store_true",
        help=worded("not the latest {count} alone", count=str(_MOST_CHANGES)),
    )
    changes.set_defaults(run=run_changes)
    for parser in (status, listing, changes):
        add_json(parser)
    return [status, listing, changes]


def add_when(parser: argparse.ArgumentParser) -> None:
    """Days are the log's: they begin at 04:00."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--day", metavar=worded("DAY"), help=worded("today, yesterday or YYYY-MM-DD")
    )
    which.add_argument(
        "--week", metavar=worded("YYYY-Www"), help=worded("such as {example}", example="2026-W47")
    )
    which.add_argument(
        "--from", dest="first_on", metavar=worded("DAY"), help=worded("the first day")
    )
    which.add_argument("--all", action="store_true", help=worded("everything that was ever logged"))
    parser.add_argument("--to", dest="last_on", metavar=worded("DAY"), help=worded("the last day"))


def run_list(arguments: argparse.Namespace, tools: FocusTools) -> int:
    now = tools.acts.now()
    span = asked_span(arguments, tools, now.at)
    blocks = now.shown(begun_in(tools, span))
    frames = frames_around(blocks, now.proven_at, tools.frames_between)
    if wants_json(arguments):
        say_json(log_document(blocks, now.proven_at, frames))
        return 0
    _say_days(blocks, frames, tools, now.proven_at)
    return 0


def run_changes(arguments: argparse.Namespace, tools: FocusTools) -> int:
    with tools.log.reading() as log:
        block_id = find(log, arguments.block).id if arguments.block else ""
        found = log.changes(_ALL_CHANGES if arguments.all else _MOST_CHANGES + 1, block_id)
        changes = found if arguments.all else found[:_MOST_CHANGES]
        tell_of_unreadable(log)
        if len(found) > len(changes):
            tell(
                worded(
                    "The latest {count} changes; all of them: {command}",
                    count=str(_MOST_CHANGES),
                    command="workspace-assistant focus changes --all",
                )
            )
        if wants_json(arguments):
            say_json(changes_document(changes))
            return 0
        for change in changes:
            _say_change(change, tools, log)
    if not changes:
        say(worded("Nothing was logged yet."))
    return 0


def begun_in(tools: FocusTools, span: Span) -> tuple[Block, ...]:
    """A block belongs to the day on which it starts: no two days count it."""
    with tools.log.reading() as log:
        blocks = log.between(span.start, span.end)
        tell_of_unreadable(log)
    return tuple(block for block in blocks if block.started_at >= span.start)


def tell_of_unreadable(log: FocusReader) -> None:
    """What stays in the file and is in no list is not kept quiet."""
    if count := log.unreadable():
        tell(worded(_ONE_UNREADABLE if count == 1 else _UNREADABLE, count=str(count)))


def asked_span(
    arguments: argparse.Namespace, tools: FocusTools, now: datetime, *, is_all_usual: bool = False
) -> Span:
    """What the arguments ask for; today, or everything, when they ask for nothing."""
    zone = tools.zone()
    asked = (arguments.day, arguments.week, arguments.first_on, arguments.last_on)
    if arguments.last_on and (arguments.day or arguments.week or arguments.all):
        raise RefusedError(_NO_FROM)
    if arguments.all or (is_all_usual and asked == (None,) * len(asked)):
        return Span(datetime.min.replace(tzinfo=UTC), FOREVER)
    if arguments.week is not None:
        return week_span(arguments.week, zone)
    today = day_of(now, zone)
    day, first_on, last_on = (
        None if text is None else day_said(text, today)
        for text in (arguments.day, arguments.first_on, arguments.last_on)
    )
    first = day or first_on or last_on or today
    last = day or last_on or (today if first_on else first)
    if last < first:
        raise RefusedError(_REVERSED, last=f"{last}", first=f"{first}")
    return Span(day_span(first, zone).start, day_span(last, zone).end)


def _say_days(
    blocks: tuple[Block, ...], frames: tuple[ShiftFrame, ...], tools: FocusTools, now: datetime
) -> None:
    zone = tools.zone()
    if not blocks:
        say(worded("Nothing was logged then."))
    days = sorted({day_of(block.started_at, zone) for block in blocks})
    for day in days:
        of_day = [block for block in blocks if day_of(block.started_at, zone) == day]
        say(f"{weekday(day)} {day.isoformat()}")
        for block in of_day:
            say(f"  {block_line(block, now, zone, day)}")
            for line in detail_lines(block, now, zone, day):
                say(f"      {line}")
        for line in frame_sums(frames, of_day, now, zone, day):
            say(f"  {line}")
        say(f"  {total_line(of_day, now)}")


def _say_change(change: Change, tools: FocusTools, log: FocusReader) -> None:
    zone = tools.zone()
    words = ChangeWords(zone, change.at.astimezone(zone).date())
    say(change_line(change, zone))
    for one in change.differences[:_MOST_BLOCKS]:
        name = next((block.name for block in log.find(one.block_id)), "")
        for line in words.lines(one, name):
            say(f"{'':8}{line}")
    if (more := len(change.differences) - _MOST_BLOCKS) > 0:
        say(f"{'':8}{worded('... and {count} more: see --json', count=str(more))}")
