"""`target`: serves measurements to a second computer, such as one across the home Wi-Fi."""

from __future__ import annotations

import argparse
import re
import threading
from typing import TYPE_CHECKING

from workspace_assistant.cli.output import tell
from workspace_assistant.cli.services import CliServices

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_LARGEST_PORT = 65_535
_LOOPBACK = re.compile(r"//(127\.[0-9.]+|\[::1\]|localhost):")
_EVERY_ADDRESS = re.compile(r"//(0\.0\.0\.0|\[::\]):")


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("target", help="serve as the far end of a measurement")
    parser.add_argument("--bind", default="127.0.0.1", metavar="ADDRESS", help="default: loopback")
    parser.add_argument("--port", type=_port, default=8989)
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    with services.embedded_target(arguments.bind, arguments.port) as address:
        tell(f"Serving on {address} (LibreSpeed-compatible HTTP, STUN). Ctrl-C ends it.")
        tell(_who_can_reach(address))
        threading.Event().wait()
    return 0


def _who_can_reach(address: str) -> str:
    if _LOOPBACK.search(address):
        return "Only this computer can reach it; to serve others: target --bind 0.0.0.0"
    reachable = _EVERY_ADDRESS.sub("//NAME-OF-THIS-COMPUTER:", address)
    return f"On the other computer: workspace-assistant check --server {reachable}"


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port <= _LARGEST_PORT:
        raise argparse.ArgumentTypeError(f"must lie between 0 and {_LARGEST_PORT}")
    return port
