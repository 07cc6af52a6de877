"""What watches the open block: the window's watcher, or the command line's background one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor
from workspace_assistant.adapters.desktop.presence import system_presence
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.live_file import first_file
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import has_database
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.ports import FocusClock, FocusLog
from workspace_assistant.core.focus.watch_service import KEEPER, WINDOW, WatchService
from workspace_assistant.core.focus.watch_settings import IDLE_SECONDS, settings_of
from workspace_assistant.core.focus.watcher import watch
from workspace_assistant.core.jobs import JobContext


@dataclass(slots=True)
class ChangeWatch:
    """Calls `on_change` after acts of anybody, this program or another; beats are none.

    Of one thread: versions count by thread.
    """

    log: FocusLog
    on_change: Callable[[], None]
    _version: int | None = None
    _latest: int = -1

    def look(self) -> None:
        """Nothing is told of a log that cannot be read: whoever looks at it says why."""
        try:
            if self._has_moved() and self._latest_change() != self._latest:
                self._latest = self._latest_change()
                self.on_change()
        except StoreUnavailableError:
            self._version = None  # the next look that can read sees what came meanwhile

    def _has_moved(self) -> bool:
        version = self.log.version()
        was, self._version = self._version, version
        return version != was

    def _latest_change(self) -> int:
        with self.log.reading() as reader:
            return reader.latest_change()


@dataclass(slots=True)
class LogFile:
    """A log that is not there yet may still come; one that was there and is not, is gone."""

    path: Path
    _was_there: bool = False

    def is_there(self) -> bool:
        is_there = first_file(self.path).exists()
        self._was_there = self._was_there or is_there
        return is_there or not self._was_there


def keeper_watch(data_dir: Path, log: FocusLog, clock: FocusClock, ctx: JobContext) -> None:
    """Watches until the block ends, another program watches, or the log is gone."""
    _watch(data_dir, log, clock, ctx, KEEPER, lambda: None)


def window_watch(data_dir: Path, log: FocusLog, clock: FocusClock, ctx: JobContext) -> None:
    """Watches every block for as long as the window is open, and reports each act of anybody."""
    _watch(data_dir, log, clock, ctx, WINDOW, ChangeWatch(log, ctx.report).look)


def _watch(
    data_dir: Path,
    log: FocusLog,
    clock: FocusClock,
    ctx: JobContext,
    kind: str,
    on_look: Callable[[], None],
) -> None:
    presence, choices = system_presence(clock.read), ChoicesFile(data_dir)
    service = WatchService(
        log=log,
        clock=clock,
        new_id=lambda: uuid4().hex,
        presence=presence,
        calls=PulseCallSensor(),
        watcher=uuid4().hex,
        kind=kind,
        chosen=lambda: settings_of(choices.recall(IDLE_SECONDS)),
    )
    is_there: Callable[[], bool] = partial(has_database, data_dir)
    if kind == WINDOW:
        is_there = LogFile(data_dir / DATABASE_NAME).is_there
    try:
        watch(ctx, service, stays=kind == WINDOW, on_look=on_look, is_log_there=is_there)
    finally:
        presence.close()
