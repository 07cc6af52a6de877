"""`data`: the user's own data."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.output import say
from workspace_assistant.cli.services import CliServices

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("data", help="where everything is kept")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    path = actions.add_parser("path", help="print the data directory")
    path.set_defaults(run=_path)
    return [parser, path]


def _path(arguments: argparse.Namespace, services: CliServices) -> int:
    del arguments
    say(str(services.data_dir))
    return 0
