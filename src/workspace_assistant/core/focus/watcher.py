"""The job that watches while a block runs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.watch_service import Role, Standing, WatchService
from workspace_assistant.core.jobs import JobContext

OnChange = Callable[[Change], None]


def watch(
    ctx: JobContext,
    service: WatchService,
    on_change: OnChange = lambda _change: None,
    *,
    stays: bool,
    on_look: Callable[[], None] = lambda: None,
    is_log_there: Callable[[], bool] = lambda: True,
) -> None:
    """Looks every few seconds until it is cancelled or the log is gone.

    One that *stays* waits for the next block; another ends with the block, or as soon as another
    program watches. *on_look* follows each look. Reports a `Standing` whenever the role, a fault or
    what is unknown changes. Whoever comes next may take over at once.
    """
    standing = Standing()
    try:
        while is_log_there():
            standing = _looked(ctx, service, standing, on_change)
            on_look()
            if not stays and standing.role in {Role.RESTING, Role.STANDING_BY}:
                return
            ctx.wait(standing.poll_s)
    finally:
        with suppress(StoreUnavailableError):  # then the next one waits until we are overdue
            service.leave(standing)


def _looked(
    ctx: JobContext, service: WatchService, before: Standing, on_change: OnChange
) -> Standing:
    try:
        after = service.look(before)
    except (StoreUnavailableError, FocusError) as error:  # what was refused is looked at anew
        after = replace(before, change=None, fault=error.phrase)
    if after.change is not None:
        on_change(after.change)
    if (after.role, after.fault, after.unknown) != (before.role, before.fault, before.unknown):
        ctx.report(reading=after)
    return after
