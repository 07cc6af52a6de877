"""`check-in hard`: marks a hard contact, now."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.check_in_words import mark_line
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.check_in.document import contact_document

if TYPE_CHECKING:
    from workspace_assistant.cli.check_in_tools import CheckInTools
    from workspace_assistant.cli.focus_arguments import Actions


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser("hard", description=worded("Marks a contact that was hard, now."))
    parser.add_argument("--abusive", action="store_true", help=worded("the customer was abusive"))
    parser.add_argument("--solved", action="store_true", help=worded("it was solved all the same"))
    parser.add_argument(
        "--undo",
        action="store_true",
        help=worded("takes back the latest mark of this shift or day"),
    )
    add_json(parser)
    parser.set_defaults(run=_run)
    return [parser]


def _run(arguments: argparse.Namespace, tools: CheckInTools) -> int:
    service = tools.check_ins
    if arguments.undo:
        mark = service.take_back()
    else:
        mark = service.mark(is_abusive=arguments.abusive, is_solved=arguments.solved)
    if getattr(arguments, "json", False):
        say_json(contact_document(mark, is_taken_back=arguments.undo))
        return 0
    line = mark_line(mark, tools.zone())
    say(worded("{mark} was taken back", mark=line) if arguments.undo else line)
    return 0
