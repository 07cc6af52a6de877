"""`check-in`: how a shift went, in 20 seconds, and hard contacts marked as they come."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workspace_assistant.cli import check_in_list, check_in_marks
from workspace_assistant.cli.check_in_asking import asked_answers
from workspace_assistant.cli.check_in_words import check_in_lines, help_lines
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.check_in.document import told_document
from workspace_assistant.core.check_in.model import Answers, Item
from workspace_assistant.core.check_in.texts import ENDS
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.check_in_tools import CheckInTools
    from workspace_assistant.cli.focus_arguments import Actions

_COUNTS = {
    "hard_contacts": ("--hard-contacts", QT_TRANSLATE_NOOP("cli", "contacts that were hard")),
    "abusive_contacts": (
        "--abusive-contacts",
        QT_TRANSLATE_NOOP("cli", "how many of them were abusive"),
    ),
    "solved_contacts": (
        "--solved-contacts",
        QT_TRANSLATE_NOOP("cli", "how many of them were solved"),
    ),
    "learning_minutes": (
        "--learning-minutes",
        QT_TRANSLATE_NOOP("cli", "minutes of learning in the shift"),
    ),
}
_EXAMPLE = QT_TRANSLATE_NOOP(
    "cli",
    """\
Actions:
  list         what was told
  hard         mark a hard contact, now
  remove       take out a check-in
  on, off      whether to be asked at the end of shifts

Example:
  workspace-assistant check-in --eyes 3 --voice 4 --energy 2
  workspace-assistant check-in hard --solved
""",
)
NO_TERMINAL = QT_TRANSLATE_NOOP(
    "cli",
    "There is nobody to ask here. Give answers, such as: workspace-assistant check-in --eyes 3",
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "check-in",
        help=worded("how a shift went: eyes, voice, body, energy, hard contacts"),
        description=worded(
            "Tells how the shift went, or the day without one. Without answers it asks.\n"
            "What is told stays on this computer. Told again, only what is named changes."
        ),
        epilog=worded(_EXAMPLE),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.usage = worded(
        "{program} [ANSWERS] [--json] [--data-dir DIR] | ACTION ...", program=parser.prog
    )
    _add_answers(parser)
    add_json(parser)
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(
        dest="action", metavar=worded("ACTION"), prog=parser.prog, help=argparse.SUPPRESS
    )
    parts = (check_in_list, check_in_marks)
    return [parser, *(one for part in parts for one in part.register(actions))]


def run(arguments: argparse.Namespace, tools: CheckInTools) -> int:
    form = tools.check_ins.form()
    given = _given(arguments)
    if given:
        answers = replace(form.answers, **given)
    elif tools.ask is None:
        raise RefusedError(NO_TERMINAL)
    else:
        answers = asked_answers(form, tools.ask)
    told = tools.check_ins.tell(answers, form)
    found = tools.check_ins.help()
    if getattr(arguments, "json", False):
        say_json(told_document(told, found))
        return 0
    tell(worded("Kept on this computer."))
    for line in (*check_in_lines(told, tools.zone()), *help_lines(found)):
        say(line)
    return 0


def _add_answers(parser: argparse.ArgumentParser) -> None:
    """What is not given stays out of the arguments' namespace."""
    for item in Item:
        worst, best = ENDS[item]
        parser.add_argument(
            f"--{item.value.replace('_', '-')}",
            dest=item.value,
            type=int,
            default=argparse.SUPPRESS,
            metavar="1-5",
            help=worded("1 {worst}, 5 {best}", worst=worded(worst), best=worded(best)),
        )
    for name, (option, words) in _COUNTS.items():
        parser.add_argument(
            option, dest=name, type=int, default=argparse.SUPPRESS, metavar="N", help=worded(words)
        )
    parser.add_argument(
        "--note",
        default=argparse.SUPPRESS,
        metavar=worded("TEXT"),
        help=worded("one line for yourself"),
    )


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    names = Answers.__dataclass_fields__
    return {name: value for name, value in vars(arguments).items() if name in names}
