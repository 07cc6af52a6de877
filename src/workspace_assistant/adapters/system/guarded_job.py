"""Ends a part of a job as soon as something says that it must."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from workspace_assistant.core.jobs import JobContext

# Whoever is asked may wait for a slow answer; what has ended does not wait for that.
_PATIENCE_S = 1.0


@contextmanager
def guarded(ctx: JobContext, look: Callable[[], float | None]) -> Iterator[JobContext]:
    """Implements the port `Guard` by a thread that sleeps between two looks."""
    inner, has_ended = ctx.inner(ctx.on_progress), threading.Event()

    def watch() -> None:
        wait_s = look()
        while wait_s is not None:
            if has_ended.wait(wait_s):
                return
            wait_s = look()
        inner.cancel()

    watcher = threading.Thread(target=watch, name="guard", daemon=True)
    watcher.start()
    try:
        yield inner
    finally:
        has_ended.set()
        watcher.join(_PATIENCE_S)
