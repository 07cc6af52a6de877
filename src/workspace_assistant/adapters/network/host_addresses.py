"""Addresses of several hosts at once, by the system's own look-up."""

from __future__ import annotations

import socket
import threading
import time

from workspace_assistant.core.jobs import JobContext

WITHIN_S = 2.0
_LOOK_EVERY_S = 0.02


def addresses_of(
    hosts: frozenset[str], ctx: JobContext, within_s: float = WITHIN_S
) -> frozenset[str] | None:
    """All addresses of *hosts* as text; a host that has none adds none.

    None when a look-up did not end in *within_s*: its thread is left to end alone, as nothing can
    interrupt it. Raises `JobCancelledError` when cancelled.
    """
    found: dict[str, frozenset[str]] = {}
    for host in hosts:
        threading.Thread(target=_look_up, args=(host, found), daemon=True).start()
    deadline_s = time.monotonic() + within_s
    while len(found) < len(hosts):
        if time.monotonic() >= deadline_s:
            return None
        ctx.wait(_LOOK_EVERY_S)
    return frozenset().union(*found.values())


def _look_up(host: str, found: dict[str, frozenset[str]]) -> None:
    try:
        entries = socket.getaddrinfo(host, None, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError):  # no such name, or one that no name can be
        found[host] = frozenset()
        return
    found[host] = frozenset(str(entry[4][0]).partition("%")[0] for entry in entries)
