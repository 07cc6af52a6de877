"""`tips`: the tip that fits now, why it came, and what the person says of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.tips_words import (
    NOTHING_SHOWN,
    catalog_lines,
    choice_lines,
    why_lines,
)
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP
from workspace_assistant.core.tips.document import catalog_document, tips_document
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.core.tips.texts import ANSWERS

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.tips_services import TipTools

_ANSWERS = {
    "helped": (
        Answer.HELPED,
        QT_TRANSLATE_NOOP("cli", "it helped: it may come again, before others"),
    ),
    "not-now": (Answer.NOT_NOW, QT_TRANSLATE_NOOP("cli", "not in this shift")),
    "never": (
        Answer.DOES_NOT_APPLY,
        QT_TRANSLATE_NOOP("cli", "it does not apply to you: never again"),
    ),
}


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "tips",
        help=worded("a tip that fits what was measured or logged, and why"),
        description=worded(
            "Shows the tip that fits now, with the facts that it answers to and what it "
            "rests on. At most one an hour and three a shift; none in a call or an open focus "
            "block."
        ),
    )
    parser.add_argument(
        "--why", action="store_true", help=worded("why each tip of the catalog is chosen or not")
    )
    add_json(parser)
    parser.set_defaults(run=run, json=False)
    actions = parser.add_subparsers(dest="action", metavar=worded("ACTION"))
    return [parser, *_listing(actions), *_answering(actions), *_checking(actions)]


def run(arguments: argparse.Namespace, tools: TipTools) -> int:
    service = tools.service()
    last = service.last()
    choice = service.offer()
    if arguments.json:
        say_json(tips_document(choice, last, with_whys=arguments.why))
        return 0
    _say_all(choice_lines(choice, last, tools.zone()))
    if arguments.why:
        _say_all(why_lines(choice))
    return 0


def _listing(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser("list", help=worded("all tips, and what became of them"))
    add_json(parser)
    parser.set_defaults(run=_list)
    return [parser]


def _answering(actions: Actions) -> list[argparse.ArgumentParser]:
    parsers = []
    for word, (answer, meaning) in _ANSWERS.items():
        parser = actions.add_parser(word, help=worded(meaning))
        parser.add_argument(
            "tip", nargs="?", metavar=worded("ID"), help=worded("else the tip shown last")
        )
        parser.set_defaults(run=_answer, answer=answer)
        parsers.append(parser)
    again = actions.add_parser("again", help=worded("take “never” back"))
    again.add_argument("tip", metavar=worded("ID"))
    again.set_defaults(run=_answer, answer=Answer.PUT_BACK)
    return [*parsers, again]


def _checking(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser("check", help=worded("find the faults of files of tips"))
    parser.add_argument("files", nargs="+", type=Path, metavar=worded("FILE"))
    parser.set_defaults(run=_check)
    return [parser]


def _list(arguments: argparse.Namespace, tools: TipTools) -> int:
    listed = tools.service().listed()
    if arguments.json:
        say_json(catalog_document(listed))
    else:
        _say_all(catalog_lines(listed, tools.zone()))
    return 0


def _answer(arguments: argparse.Namespace, tools: TipTools) -> int:
    service = tools.service()
    tip_id = arguments.tip
    if tip_id is None:
        last = service.last()
        if last is None:
            raise RefusedError(NOTHING_SHOWN)
        tip_id = last.tip.id
    service.answer(tip_id, arguments.answer)
    say(worded("{tip}: {answer}.", tip=tip_id, answer=worded(ANSWERS[arguments.answer])))
    return 0


def _check(arguments: argparse.Namespace, tools: TipTools) -> int:
    tips = tools.read_tips(arguments.files)
    say(worded("Tips without a fault: {number}.", number=str(len(tips))))
    return 0


def _say_all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
