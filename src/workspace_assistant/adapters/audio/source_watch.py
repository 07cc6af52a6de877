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
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

_STREAM_EVENT = re.compile(r"Event '(change|remove)' on source-output #")
_SOURCE_LEFT = re.compile(r"Event 'remove' on source #(\d+)")


class SourceWatch:
    """Listens to the sound server's events about one source; leaving it ends the listening."""

    def __init__(self, pactl: str, source_index: int) -> None:
        self._command = _dying_with_us([pactl, "subscribe"])
        self._source_index = source_index
        self._news = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

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
            self._reader = threading.Thread(
                target=self._read, args=(self._process.stdout,), name="source-watch", daemon=True
            )
            self._reader.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._process is not None and self._reader is not None:
            self._process.kill()
            self._process.wait()
            self._reader.join()
            if self._process.stdout is not None:
                self._process.stdout.close()

    def has_news(self) -> bool:
        """Whether something happened that may concern the recording; true once for each."""
        if not self._news.is_set():
            return False
        self._news.clear()
        return True

    def _read(self, events: IO[str] | None) -> None:
        for line in events or ():
            if concerns(line, self._source_index):
                self._news.set()
        self._news.set()  # no server to listen to any more


def concerns(event: str, source_index: int) -> bool:
    """Whether a line of ``pactl subscribe`` may mean a recording from this source."""
    left = _SOURCE_LEFT.match(event)
    is_ours = left is not None and int(left[1]) == source_index
    return is_ours or _STREAM_EVENT.match(event) is not None


def check_on_source(pactl: str, source_index: int, process_id: int | None, ctx: JobContext) -> None:
    """Raise `MicrophoneUnavailableError` when the source left, or the process records another one.

    A process that records nothing (any more, or yet) is no reason.
    """
    if source_index not in {source.index for source in list_sources(pactl, ctx.checkpoint)}:
        raise MicrophoneUnavailableError(Unavailable.UNPLUGGED, "the source left the list")
    if process_id is None:
        return
    recorded = recorded_source_index(pactl, process_id, ctx.checkpoint)
    if recorded is not None and recorded != source_index:
        raise MicrophoneUnavailableError(Unavailable.MOVED, f"it records source {recorded}")


def _dying_with_us(command: list[str]) -> list[str] | None:
    """*command* so that it ends when this process is killed; None where that cannot be had.

    pactl waits for events for ever and would outlive us; the checks at the end remain.
    """
    setpriv = shutil.which("setpriv")
    return None if setpriv is None else [setpriv, "--pdeathsig", "KILL", *command]
