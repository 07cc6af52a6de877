"""`data erase`: everything that is kept of a person goes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.agreeing import is_word
from workspace_assistant.cli.data_words import NO_ANSWER
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.data_keeping.erasing import Erasing, erase_document
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions

_WORD = QT_TRANSLATE_NOOP("cli", "erase")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "erase",
        description=worded(
            "Erases all data, choices and backups beside them, and the entries in the "
            "keyring: overwritten, then removed. No other program may have the data open."
        ),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--yes", action="store_true", help=worded("do not ask"))
    what.add_argument("--preview", action="store_true", help=worded("show what would go, and end"))
    parser.add_argument(
        "--keep-secrets", action="store_true", help=worded("leave the keyring alone")
    )
    add_json(parser)
    parser.set_defaults(run=_run)
    return [parser]


def _run(arguments: argparse.Namespace, tools: DataTools) -> int:
    eraser = tools.eraser()
    found = eraser.look()
    is_json = getattr(arguments, "json", False)
    if not is_json:
        for line in erasing_lines(found):
            say(line)
    if not arguments.preview:
        if not arguments.yes and not _is_meant(tools):
            tell(worded("Nothing was erased."))
            return 0
        run_job(lambda ctx: eraser.erase(found, ctx, keep_secrets=arguments.keep_secrets))
        tell(worded("Erased."))
    if is_json:
        say_json(erase_document(found, is_erased=not arguments.preview))
    return 0


def _is_meant(tools: DataTools) -> bool:
    if tools.ask is None:
        raise RefusedError(NO_ANSWER)
    question = worded("There is no way back. To erase all of it, type {word}: ", word=worded(_WORD))
    return is_word(tools.ask(question), _WORD)


def erasing_lines(found: Erasing) -> Iterator[str]:
    place = str(found.data_dir)
    if found.rows is None:
        yield worded("In {place}: what is in the database", place=place)
    else:
        yield worded("In {place}: {count} entries", place=place, count=f"{found.rows:,}")
    for name in found.files:
        yield f"  {name}"
    for name in found.backups:
        yield worded("  backup {name}", name=name)
    for name in found.secrets:
        yield worded("  entry in the keyring: {name}", name=name)
    if found.elsewhere:
        yield worded("You made these backups elsewhere; they stay:")
        yield from (f"  {name}" for name in found.elsewhere)
    if found.starts_by_itself:
        yield worded(
            "The system still starts the program by itself. "
            "To end that: workspace-assistant schedule remove; workspace-assistant schedule "
            "autostart off"
        )
