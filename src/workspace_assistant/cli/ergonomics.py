"""`ergonomics`: the self-check of a workplace, about five minutes, and what came of it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli import ergonomics_assess, ergonomics_show
from workspace_assistant.cli.language import worded
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions

_EPILOG = QT_TRANSLATE_NOOP(
    "cli",
    """\
Actions:
  assess      answer the questions here, or score a file of answers
  show        the latest self-check of each workplace, what changed, what was before
  questions   all questions with their ids, and an empty file of answers
  changed     say that chair, desk or home is another one: the self-check is due again

Example:
  workspace-assistant ergonomics assess --workplace home
  workspace-assistant ergonomics questions --template > answers.json
  workspace-assistant ergonomics assess --answers answers.json --json

A screening aid, not a diagnosis; people underrate mouse and keyboard.
Based on Sonne et al. 2012 (ROSA).
""",
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "ergonomics",
        help=worded("self-check of chair, screen, mouse and keyboard"),
        description=worded(
            "A guided self-check of a workplace: a score from 1 to 10, the part that sets "
            "it, and what to change first."
        ),
        epilog=worded(_EPILOG),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.usage = worded("{program} [--json] [--data-dir DIR] ACTION ...", program=parser.prog)
    add_json(parser)
    parser.set_defaults(run=ergonomics_show.run_show, json=False, workplace=None)
    actions = parser.add_subparsers(
        dest="action", metavar=worded("ACTION"), prog=parser.prog, help=argparse.SUPPRESS
    )
    return [
        parser,
        _assess(actions),
        _show(actions),
        _questions(actions),
        _changed(actions),
    ]


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help=worded("print a JSON document"),
    )


def _assess(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "assess",
        description=worded(
            "Asks one question after the other, about five minutes in all, or scores a "
            "file of answers. How long things are used is filled in from the log where it is known."
        ),
        epilog=worded(
            "Example: workspace-assistant ergonomics assess --answers answers.json --json"
        ),
    )
    parser.add_argument(
        "--answers",
        type=Path,
        metavar=worded("FILE"),
        help=worded("score this file (see: ergonomics questions)"),
    )
    _add_workplace(parser, worded("home, office or a name of your own; home by default"))
    parser.add_argument("--no-save", action="store_true", help=worded("do not keep the result"))
    add_json(parser)
    parser.set_defaults(run=ergonomics_assess.run_assess)
    return parser


def _show(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "show",
        description=worded(
            "The latest self-check, what changed since the one before, and history."
        ),
    )
    _add_workplace(parser, worded("only this one"))
    add_json(parser)
    parser.set_defaults(run=ergonomics_show.run_show)
    return parser


def _questions(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "questions", description=worded("All questions and answers with their ids and points.")
    )
    which = parser.add_mutually_exclusive_group()
    add_json(parser)
    which.add_argument(
        "--template", action="store_true", help=worded("print an empty file of answers instead")
    )
    parser.set_defaults(run=ergonomics_show.run_questions)
    return parser


def _changed(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "changed",
        description=worded(
            "Notes that chair, desk or home is another one: the self-check is due again."
        ),
        epilog=worded("Example: workspace-assistant ergonomics changed --workplace office"),
    )
    _add_workplace(parser, worded("which workplace changed; home by default"))
    parser.set_defaults(run=ergonomics_show.run_changed)
    return parser


def _add_workplace(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("--workplace", metavar=worded("NAME"), help=about)
