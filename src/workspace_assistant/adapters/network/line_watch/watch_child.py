"""The process that asks once a second: apart, so that a busy window delays no probe.

Reads its target as one JSON line from standard input and prints one JSON line a second; ends with
its standard input, and so with its parent.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO

import psutil

from workspace_assistant.adapters.network.line_watch.places import (
    Place,
    find_gateway,
    find_server,
)
from workspace_assistant.core.readiness.voice_path.model import VoiceTarget

_STANDARD_INPUT = 0
_EVERY_S = 1.0


def main() -> int:
    try:
        told = json.loads(sys.stdin.buffer.readline())
        target = VoiceTarget(stun=tuple(told["stun"]), turn=tuple(told["turn"]))
    except (KeyError, TypeError, ValueError):  # the parent ended before it could tell
        return 1
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _watch(target, sys.stdout.buffer)
    except BrokenPipeError:  # the parent has gone
        return 1
    return 0


def _watch(target: VoiceTarget, out: BinaryIO) -> None:
    server, gateway = Place(lambda: find_server(target)), Place(find_gateway)
    due_s = time.monotonic()
    with ThreadPoolExecutor(1, "gateway") as beside:
        while True:
            at_s = time.time()
            asked = beside.submit(gateway.ping)
            seen = {"server": server.ping(), "gateway": asked.result()}
            _tell(out, {"at_s": at_s, **seen, "cpu": psutil.cpu_times()._asdict()})
            # After a look for a server, or a sleep of the computer, from now on.
            due_s = max(due_s + _EVERY_S, time.monotonic() - _EVERY_S)
            time.sleep(max(0.0, due_s - time.monotonic()))


def _tell(out: BinaryIO, told: dict[str, object]) -> None:
    out.write(json.dumps(told).encode() + b"\n")
    out.flush()


def _end_with_parent() -> None:
    """Read past Python's own buffer, whose lock would keep the interpreter from ending."""
    while os.read(_STANDARD_INPUT, 64):
        pass
    os._exit(0)


if __name__ == "__main__":
    status = main()
    # A look-up of a name may hang in a thread that nobody can end.
    os._exit(status)
