"""`data erase`: everything that is kept of a person goes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.data_words import NO_ANSWER
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.data_keeping.erasing import Erasing, erase_document
from workspace_assistant.core.errors import UserInputError

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions

_WORD = "erase"


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "erase",
        description="Erases all data, choices and backups beside them, and the entries in the "
        "keyring: overwritten, then removed. No other program may have the data open.",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--yes", action="store_true", help="do not ask")
    what.add_argument("--preview", action="store_true", help="show what would go, and end")
    parser.add_argument("--keep-secrets", action="store_true", help="leave the keyring alone")
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
            tell("Nothing was erased.")
            return 0
        run_job(lambda ctx: eraser.erase(found, ctx, keep_secrets=arguments.keep_secrets))
        tell("Erased.")
    if is_json:
        say_json(erase_document(found, is_erased=not arguments.preview))
    return 0


def _is_meant(tools: DataTools) -> bool:
    if tools.ask is None:
        raise UserInputError(NO_ANSWER)
    return tools.ask(f"There is no way back. To erase all of it, type {_WORD}: ").strip() == _WORD


def erasing_lines(found: Erasing) -> Iterator[str]:
    rows = "what is in the database" if found.rows is None else f"{found.rows:,} entries"
    yield f"In {found.data_dir}: {rows}"
    for name in found.files:
        yield f"  {name}"
    for name in found.backups:
        yield f"  backup {name}"
    for name in found.secrets:
        yield f"  entry in the keyring: {name}"
    if found.elsewhere:
        yield "You made these backups elsewhere; they stay:"
        yield from (f"  {name}" for name in found.elsewhere)
    if found.starts_by_itself:
        yield (
            "The system still starts the program by itself. "
            "To end that: workspace-assistant schedule remove; workspace-assistant schedule "
            "autostart off"
        )
