"""`focus interruption add, edit, delete`: interruptions written down or corrected afterwards."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.choices import NO_CAUSE, understood
from workspace_assistant.cli.focus_arguments import add_cause, add_json, add_origin
from workspace_assistant.cli.focus_corrections import found
from workspace_assistant.cli.focus_done import told
from workspace_assistant.cli.focus_times import instant_within
from workspace_assistant.cli.language import worded
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.interruptions import InterruptionDraft, InterruptionEdit
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.model import Block, Interruption

_ONE = QT_TRANSLATE_NOOP("cli", "“{name}” has 1 interruption, not number {number}. See: {command}")
_SEVERAL = QT_TRANSLATE_NOOP(
    "cli", "“{name}” has {count} interruptions, not number {number}. See: {command}"
)


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "interruption", description=worded("Corrects interruptions afterwards.")
    )
    acts = parser.add_subparsers(
        dest="interruption_action", required=True, metavar=worded("ACTION")
    )
    made = [_add(acts), _edit(acts), _delete(acts)]
    for one in made:
        add_json(one)
    return [parser, *made]


def _add(acts: Actions) -> argparse.ArgumentParser:
    parser = _parser(acts, "add", worded("write down an interruption"))
    add_cause(parser)
    parser.add_argument("--at", required=True, metavar=worded("TIME"))
    _add_facts(parser)
    parser.set_defaults(run=_run_add)
    return parser


def _run_add(arguments: argparse.Namespace, tools: FocusTools) -> int:
    block = found(tools, arguments.id)
    at = _time(arguments.at, block.started_at, tools)
    draft = InterruptionDraft(
        cause=arguments.cause,
        origin=arguments.origin,
        at=at,
        ended_at=_time(arguments.until, at, tools) if arguments.until else None,
        note=arguments.note or "",
    )
    return told(arguments, tools, tools.corrections.add_interruption(block.id, draft))


def _edit(acts: Actions) -> argparse.ArgumentParser:
    parser = _parser(acts, "edit", worded("change an interruption; what is not given stays"))
    _add_number(parser)
    parser.add_argument("--cause", type=understood(Cause, NO_CAUSE, Cause), metavar=worded("CAUSE"))
    parser.add_argument("--at", metavar=worded("TIME"))
    _add_facts(parser)
    parser.set_defaults(run=_run_edit)
    return parser


def _run_edit(arguments: argparse.Namespace, tools: FocusTools) -> int:
    block = found(tools, arguments.id)
    one = _numbered(block, arguments.number)
    at = _time(arguments.at, block.started_at, tools) if arguments.at else None
    edit = InterruptionEdit(
        cause=arguments.cause,
        origin=arguments.origin,
        at=at,
        ended_at=_time(arguments.until, at or one.at, tools) if arguments.until else None,
        note=arguments.note,
    )
    return told(arguments, tools, tools.corrections.edit_interruption(block.id, one.id, edit))


def _delete(acts: Actions) -> argparse.ArgumentParser:
    parser = _parser(acts, "delete", worded("remove an interruption"))
    _add_number(parser)

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        block = found(tools, arguments.id)
        one = _numbered(block, arguments.number)
        return told(arguments, tools, tools.corrections.delete_interruption(block.id, one.id))

    parser.set_defaults(run=run)
    return parser


def _parser(acts: Actions, name: str, about: str) -> argparse.ArgumentParser:
    parser = acts.add_parser(name, help=about)
    parser.add_argument("id", metavar=worded("ID"), help=worded("the beginning of the block's id"))
    return parser


def _add_number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number", type=int, metavar=worded("NUMBER"), help=worded("1 is the first in the block")
    )


def _add_facts(parser: argparse.ArgumentParser) -> None:
    add_origin(parser)
    parser.add_argument("--until", metavar=worded("TIME"), help=worded("when you were back"))
    parser.add_argument("--note", metavar=worded("TEXT"))


def _numbered(block: Block, number: int) -> Interruption:
    if not 1 <= number <= len(block.interruptions):
        count = len(block.interruptions)
        raise RefusedError(
            _ONE if count == 1 else _SEVERAL,
            name=block.name,
            count=str(count),
            number=str(number),
            command="workspace-assistant focus list",
        )
    return block.interruptions[number - 1]


def _time(text: str, after: datetime, tools: FocusTools) -> datetime:
    return instant_within(text, after, tools.zone())
