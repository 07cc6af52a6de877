"""Watches the line by the product's own process and prints what it found. For labs.

Standard input: one JSON document with ``stun`` servers and ``duration_s``.
"""

from __future__ import annotations

import json
import sys
import threading
from contextlib import suppress
from itertools import count

from tests.fakes.line_watch import MemoryLineStore
from workspace_assistant.adapters.network.line_watch.sensor import ProcessLineSensor
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.line_watch.document import event_document, minute_document
from workspace_assistant.core.line_watch.model import Second, WatchLimits
from workspace_assistant.core.line_watch.ports import WatchTarget
from workspace_assistant.core.line_watch.watch import LineWatch


def main() -> None:
    asked = json.loads(sys.stdin.read())
    store, seconds = MemoryLineStore(), list[Second]()

    def note(progress: Progress) -> None:
        if isinstance(progress.reading, Second):
            seconds.append(progress.reading)

    ctx = JobContext(note)
    numbers = count(1)
    watch = LineWatch(
        sensor=ProcessLineSensor(),
        store=store,
        limits=WatchLimits(),
        new_id=lambda: f"e{next(numbers)}",
        on_event=lambda _event: None,
    )
    threading.Timer(asked["duration_s"], ctx.cancel).start()
    with suppress(JobCancelledError):
        watch.run(WatchTarget(stun=tuple(asked["stun"])), ctx)
    print_found(store, seconds)


def print_found(store: MemoryLineStore, seconds: list[Second]) -> None:
    told = {
        "events": [event_document(one) for one in store.kept.values()],
        "minutes": [minute_document(one) for one in store.kept_minutes],
        "seconds": [
            {
                "at": one.at.isoformat(),
                "server": None if one.server is None else [one.server.delay_ms],
                "gateway": None if one.gateway is None else [one.gateway.delay_ms],
                "cpu": one.cpu_fraction,
            }
            for one in seconds
        ],
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
