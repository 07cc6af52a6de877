"""Listens to the sound server's events and looks again whenever one of them may mean us."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Callable
from types import TracebackType
from typing import IO

from workspace_assistant.adapters.audio import pactl as sound_server
from workspace_assistant.adapters.audio.own_stream import StreamKind
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    PlaybackUnavailableError,
)

Problem = MicrophoneUnavailableError | PlaybackUnavailableError


class ServerWatch:
    """Calls *look* after each event that may mean a stream of this kind on this device.

    What it raises stays until it is asked for.
    It looks by itself and at once: a stream may be back before whoever reads it comes by. Where
    pactl could outlive us (it waits for events for ever) nobody listens.
    """

    def __init__(
        self, pactl: str, kind: StreamKind, device_index: int, look: Callable[[JobContext], None]
    ) -> None:
        self._command = sound_server.dying_with_us([pactl, "subscribe"])
        self._kind, self._device_index, self._look_now = kind, device_index, look
        self._problem: Problem | None = None
        self._ctx = JobContext(on_progress=lambda _progress: None)
        self._news = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> ServerWatch:
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
        """Raise what was found, if anything was."""
        if self._problem is not None:
            raise self._problem

    def _hear(self, events: IO[str] | None) -> None:
        for event in events or ():
            if concerns(event, self._kind, self._device_index):
                self._news.set()
        self._news.set()  # no server to listen to any more

    def _look(self) -> None:
        try:
            while self._problem is None:
                self._news.wait()
                self._news.clear()
                self._look_now(self._ctx)
        except (MicrophoneUnavailableError, PlaybackUnavailableError) as error:
            self._problem = error
        except JobCancelledError:
            pass  # the watch is over


def concerns(event: str, kind: StreamKind, device_index: int) -> bool:
    """Whether a line of ``pactl subscribe`` may mean a stream of this kind on this device.

    Streams are not told apart: an event names one by a number that we may not know yet.
    """
    of_device = re.match(rf"Event '(change|remove)' on {kind.device} #(\d+)", event)
    is_ours = of_device is not None and int(of_device[2]) == device_index
    return is_ours or re.match(rf"Event '(change|remove)' on {kind.stream} #", event) is not None
