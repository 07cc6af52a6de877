"""`focus add, edit, delete, split, merge`: corrections of the log afterwards."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import (
    add_json,
    add_kind,
    add_length,
    add_overlap,
    seconds,
)
from workspace_assistant.cli.focus_done import tell_of_zone, told
from workspace_assistant.cli.focus_times import day_said, instant_on, instant_within
from workspace_assistant.cli.language import worded
from workspace_assistant.core.days import day_of
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.correction_service import find
from workspace_assistant.core.focus.corrections import BlockDraft, BlockEdit
from workspace_assistant.core.focus.gaps import GapDraft
from workspace_assistant.core.focus.model import Channel
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.model import Block

_ID = QT_TRANSLATE_NOOP("cli", "the beginning of its id: see focus list")
_NO_CHANGE = QT_TRANSLATE_NOOP("cli", "Say what to change: see focus edit --help")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    makers = (_add, _edit, _gap, _delete, _split, _merge)
    made = [make(actions) for make in makers]
    for parser in made:
        add_json(parser)
    return made


def found(tools: FocusTools, beginning: str) -> Block:
    with tools.log.reading() as log:
        return find(log, beginning)


def _add(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "add",
        description=worded("Writes down a block that is over."),
        epilog=worded(
            "Example: {command}",
            command='workspace-assistant focus add "Refund queue" --from 9:00 --to 9:50',
        ),
    )
    parser.add_argument("name", metavar=worded("NAME"))
    parser.add_argument("--from", dest="start", required=True, metavar=worded("TIME"))
    end = parser.add_mutually_exclusive_group(required=True)
    end.add_argument(
        "--to",
        dest="end",
        metavar=worded("TIME"),
        help=worded("such as {example}", example="09:50"),
    )
    end.add_argument("--lasting", dest="lasted_s", type=seconds, metavar=worded("LENGTH"))
    parser.add_argument(
        "--day", metavar=worded("DAY"), help=worded("yesterday or YYYY-MM-DD; else today")
    )
    add_kind(parser)
    add_length(parser)
    add_overlap(parser)
    parser.set_defaults(run=_run_add)
    return parser


def _run_add(arguments: argparse.Namespace, tools: FocusTools) -> int:
    start = _start(arguments.start, _asked_day(arguments, tools), tools)
    draft = BlockDraft(
        name=arguments.name,
        started_at=start,
        ended_at=_end(arguments, start, tools),
        channel=arguments.channel or Channel.OTHER,
        tags=tuple(arguments.tags or ()),
        planned_s=arguments.planned_s,
    )
    change = tools.corrections.add(draft, arguments.overlap)
    tell_of_zone(tools)
    return told(arguments, tools, change)


def _edit(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "edit", description=worded("Changes a block; what is not given stays.")
    )
    parser.add_argument("id", metavar=worded("ID"), help=worded(_ID))
    parser.add_argument("--name", metavar=worded("NAME"))
    parser.add_argument("--from", dest="start", metavar=worded("TIME"))
    parser.add_argument("--to", dest="end", metavar=worded("TIME"))
    parser.add_argument(
        "--day", metavar=worded("DAY"), help=worded("of its start: today or YYYY-MM-DD")
    )
    parser.add_argument("--no-plan", action="store_true", help=worded("without a planned length"))
    add_kind(parser)
    add_length(parser)
    add_overlap(parser)
    parser.set_defaults(run=_run_edit)
    return parser


def _run_edit(arguments: argparse.Namespace, tools: FocusTools) -> int:
    block = found(tools, arguments.id)
    day = _asked_day(arguments, tools) or _day(block.started_at, tools)
    start = instant_on(arguments.start, day, tools.zone()) if arguments.start else None
    end = (
        instant_within(arguments.end, start or block.started_at, tools.zone())
        if arguments.end
        else None
    )
    edit = BlockEdit(
        name=arguments.name,
        channel=arguments.channel,
        tags=None if arguments.tags is None else tuple(arguments.tags),
        planned_s=arguments.planned_s,
        drops_plan=arguments.no_plan,
        started_at=start,
        ended_at=end,
    )
    if edit == BlockEdit():
        raise RefusedError(_NO_CHANGE)
    return told(arguments, tools, tools.corrections.edit(block.id, edit, arguments.overlap))


def _gap(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "gap",
        description=worded(
            "Says that a part of a block was a pause. What is no work already stays so."
        ),
        epilog=worded(
            "Example: {command}",
            command="workspace-assistant focus gap 4e1c --from 12:00 --to 12:30 --break",
        ),
    )
    parser.add_argument("id", metavar=worded("ID"), help=worded(_ID))
    parser.add_argument("--from", dest="start", required=True, metavar=worded("TIME"))
    end = parser.add_mutually_exclusive_group(required=True)
    end.add_argument(
        "--to",
        dest="end",
        metavar=worded("TIME"),
        help=worded("such as {example}", example="12:30"),
    )
    end.add_argument("--lasting", dest="lasted_s", type=seconds, metavar=worded("LENGTH"))
    parser.add_argument(
        "--break", dest="is_break", action="store_true", help=worded("it was a break")
    )
    parser.set_defaults(run=_run_gap)
    return parser


def _run_gap(arguments: argparse.Namespace, tools: FocusTools) -> int:
    block = found(tools, arguments.id)
    start = instant_within(arguments.start, block.started_at, tools.zone())
    draft = GapDraft(
        started_at=start,
        ended_at=_end(arguments, start, tools),
        is_break=arguments.is_break,
    )
    return told(arguments, tools, tools.corrections.add_gap(block.id, draft))


def _delete(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "delete",
        description=worded(
            "Removes a block. It can be brought back: {command}", command="focus undo"
        ),
    )
    parser.add_argument("id", metavar=worded("ID"), help=worded(_ID))

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        return told(arguments, tools, tools.corrections.delete(arguments.id))

    parser.set_defaults(run=run)
    return parser


def _split(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser("split", description=worded("Makes two blocks out of one."))
    parser.add_argument("id", metavar=worded("ID"), help=worded(_ID))
    parser.add_argument(
        "--at", required=True, metavar=worded("TIME"), help=worded("where the second one begins")
    )

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        block = found(tools, arguments.id)
        at = instant_within(arguments.at, block.started_at, tools.zone())
        return told(arguments, tools, tools.corrections.split(block.id, at))

    parser.set_defaults(run=run)
    return parser


def _merge(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "merge",
        description=worded("Makes one block out of several; what lies between is a pause."),
    )
    parser.add_argument("ids", nargs="+", metavar=worded("ID"), help=worded(_ID))

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        return told(arguments, tools, tools.corrections.merge(*arguments.ids))

    parser.set_defaults(run=run)
    return parser


def _start(text: str, day: date | None, tools: FocusTools) -> datetime:
    """On the day that is given, else today: the log's day, which begins at 04:00."""
    zone = tools.zone()
    if day is not None:
        return instant_on(text, day, zone)
    now = tools.acts.now().at
    at = instant_on(text, now.astimezone(zone).date(), zone)
    is_last_night = at > now
    return instant_on(text, day_of(now, zone), zone) if is_last_night else at


def _end(arguments: argparse.Namespace, start: datetime, tools: FocusTools) -> datetime:
    if arguments.lasted_s is not None:
        from datetime import timedelta

        return start + timedelta(seconds=arguments.lasted_s)
    return instant_within(arguments.end, start, tools.zone())


def _asked_day(arguments: argparse.Namespace, tools: FocusTools) -> date | None:
    if arguments.day is None:
        return None
    return day_said(arguments.day, day_of(tools.acts.now().at, tools.zone()))


def _day(at: datetime, tools: FocusTools) -> date:
    return at.astimezone(tools.zone()).date()
