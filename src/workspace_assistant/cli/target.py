"""`target`: serves measurements to a second computer, such as one across the home Wi-Fi."""

from __future__ import annotations

import argparse
import re
import threading
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.cli.services import CliServices

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_LARGEST_PORT = 65_535
_LOOPBACK = re.compile(r"//(127\.[0-9.]+|\[::1\]|localhost):")
_EVERY_ADDRESS = re.compile(r"//(0\.0\.0\.0|\[::\]):")


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("target", help=worded("serve as the far end of a measurement"))
    parser.add_argument(
        "--bind", default="127.0.0.1", metavar=worded("ADDRESS"), help=worded("default: loopback")
    )
    parser.add_argument("--port", type=_port, default=8989, metavar=worded("PORT"))
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    with services.embedded_target(arguments.bind, arguments.port) as address:
        tell(
            worded(
                "Serving on {address} (LibreSpeed-compatible HTTP, STUN). Ctrl-C ends it.",
                address=address,
            )
        )
        tell(_who_can_reach(address))
        threading.Event().wait()
    return 0


def _who_can_reach(address: str) -> str:
    if _LOOPBACK.search(address):
        return worded(
            "Only this computer can reach it; to serve others: {command}",
            command="target --bind 0.0.0.0",
        )
    reachable = _EVERY_ADDRESS.sub(f"//{worded('NAME-OF-THIS-COMPUTER')}:", address)
    return worded(
        "On the other computer: {command}",
        command=f"workspace-assistant check --server {reachable}",
    )


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port <= _LARGEST_PORT:
        raise argparse.ArgumentTypeError(
            worded("must lie between 0 and {highest}", highest=str(_LARGEST_PORT))
        )
    return port
