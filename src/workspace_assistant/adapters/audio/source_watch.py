"""Notices when a recording is taken off its microphone. PortAudio does not tell.

Unplug a microphone or move its stream, and PulseAudio and PipeWire go on, silently, from another
one: numbers of the wrong microphone. So the server's events are read while a recording runs, and
its lists are asked whenever one of them may mean us, and once more at the end.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from types import TracebackType
from typing import IO

from workspace_assistant.adapters.audio import pactl as sound_server
from workspace_assistant.adapters.audio.pulse_sources import list_sources, recorded_source_index
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

_STREAM_EVENT = re.compile(r"Event '(change|remove)' on source-output #")
_SOURCE_LEFT = re.compile(r"Event 'remove' on source #(\d+)")


class SourceWatch:
    """Watches over one process that records from one source; leaving it ends the watch.

    It looks by itself and at once: a stream may be back before the recording's reader comes by.
    """

    def __init__(self, pactl: str, source_index: int, process_id: int) -> None:
        self._command = _dying_with_us([pactl, "subscribe"])
        self._pactl, self._source_index, self._process_id = pactl, source_index, process_id
        self._problem: MicrophoneUnavailableError | None = None
        self._ctx = JobContext(on_progress=lambda _progress: None)
        self._news = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> SourceWatch:
        if self._command is not None:
            self._process = subprocess.Popen(  # noqa: S603 - programs found on PATH
                self._command,
                env=sound_server.environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            # Events come in bursts: one thread hears them, the other looks once for many.
            self._threads = [
                threading.Thread(target=self._hear, args=(self._process.stdout,), daemon=True),
                threading.Thread(target=self._look, daemon=True),
            ]
            for thread in self._threads:
                thread.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._ctx.cancel()
        self._news.set()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for thread in self._threads:
                thread.join()
            if self._process.stdout is not None:
                self._process.stdout.close()

    def check(self) -> None:
        """Raise `MicrophoneUnavailableError` when the recording was taken off its source."""
        if self._problem is not None:
            raise self._problem

    def _hear(self, events: IO[str] | None) -> None:
        for event in events or ():
            if concerns(event, self._source_index):
                self._news.set()
        self._news.set()  # no server to listen to any more

    def _look(self) -> None:
        try:
            while self._problem is None:
                self._news.wait()
                self._news.clear()
                check_on_source(self._pactl, self._source_index, self._process_id, self._ctx)
        except MicrophoneUnavailableError as error:
            self._problem = error
        except JobCancelledError:
            pass  # the watch is over


def concerns(event: str, source_index: int) -> bool:
    """Whether a line of ``pactl subscribe`` may mean a recording from this source."""
    left = _SOURCE_LEFT.match(event)
    is_ours = left is not None and int(left[1]) == source_index
    return is_ours or _STREAM_EVENT.match(event) is not None


def check_on_source(pactl: str, source_index: int, process_id: int | None, ctx: JobContext) -> None:
    """Raise `MicrophoneUnavailableError` when the source left, or the process records another one.

    A process that records nothing (any more, or yet) is no reason.
    """
    recorded = None
    if process_id is not None:
        recorded = recorded_source_index(pactl, process_id, ctx.checkpoint)
    if recorded == source_index:
        return
    if source_index not in {source.index for source in list_sources(pactl, ctx.checkpoint)}:
        raise MicrophoneUnavailableError(Unavailable.UNPLUGGED, "the source left the list")
    if recorded is not None:
        raise MicrophoneUnavailableError(Unavailable.MOVED, f"it records source {recorded}")


def _dying_with_us(command: list[str]) -> list[str] | None:
    """*command* so that it ends when this process is killed; None where that cannot be had.

    pactl waits for events for ever and would outlive us; the checks at the end remain.
    """
    setpriv = shutil.which("setpriv")
    return None if setpriv is None else [setpriv, "--pdeathsig", "KILL", *command]
