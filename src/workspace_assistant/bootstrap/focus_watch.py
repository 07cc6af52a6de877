"""What watches the open block: the window's watcher, or the command line's background one."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor
from workspace_assistant.adapters.desktop.presence import system_presence
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.focus.ports import FocusClock, FocusLog
from workspace_assistant.core.focus.watch_service import KEEPER, WINDOW, WatchService
from workspace_assistant.core.focus.watcher import watch
from workspace_assistant.core.jobs import JobContext


def keeper_watch(data_dir: Path, log: FocusLog, clock: FocusClock, ctx: JobContext) -> None:
    """Watches until the block ends, another program watches, or the log is gone."""
    _watch(data_dir, log, clock, ctx, KEEPER)


def window_watch(data_dir: Path, log: FocusLog, clock: FocusClock, ctx: JobContext) -> None:
    """Watches every block for as long as the window is open."""
    _watch(data_dir, log, clock, ctx, WINDOW)


def _watch(data_dir: Path, log: FocusLog, clock: FocusClock, ctx: JobContext, kind: str) -> None:
    presence = system_presence(clock.read)
    service = WatchService(
        log=log,
        clock=clock,
        new_id=lambda: uuid4().hex,
        presence=presence,
        calls=PulseCallSensor(),
        watcher=uuid4().hex,
        kind=kind,
    )
    try:
        watch(
            ctx,
            service,
            stays=kind == WINDOW,
            is_log_there=(data_dir / DATABASE_NAME).exists,
        )
    finally:
        presence.close()
