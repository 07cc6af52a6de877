"""The parent's end of the playback child: hands it the sound, starts it, never leaks it."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any

from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)

_CHILD_MODULE = "workspace_assistant.adapters.audio.playback_child"
_TICK_S = 0.05
# The children name errors by what the microphone check calls them.
_REASONS = {
    "no-device": NotPlayable.NO_DEVICE,
    "no-sound-server": NotPlayable.NO_SOUND_SERVER,
    "unknown-device": NotPlayable.UNKNOWN_DEVICE,
    "device-busy": NotPlayable.DEVICE_BUSY,
    "unplugged": NotPlayable.UNPLUGGED,
    "library-missing": NotPlayable.LIBRARY_MISSING,
    "sound-plugin-missing": NotPlayable.PLUGIN_MISSING,
}


class PlaybackProcess:
    """A running playback child. Use as a context manager: leaving it kills the child.

    *sound* is one channel of float32 samples.
    """

    def __init__(
        self, arguments: Sequence[str], sound: bytes, environment: Mapping[str, str] | None = None
    ) -> None:
        self._arguments = arguments
        self._sound = sound
        self._environment = {**os.environ, **(environment or {})}
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def __enter__(self) -> PlaybackProcess:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
            part_words(_CHILD_MODULE, *self._arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # ALSA's chatter; errors come as JSON
            env=self._environment,
        )
        # Both ends of a pipe may block on a child that hangs; killing it frees them.
        self._threads = [
            threading.Thread(target=work, name="playback", daemon=True)
            for work in (self._write, self._read)
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
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):  # a word it did not live to read
                    stream.close()

    @property
    def process_id(self) -> int:
        return self._process.pid

    def wait_until_ready(self, timeout_s: float, checkpoint: Callable[[], None]) -> None:
        """The output is open. Raises `PlaybackUnavailableError`: its error, or none came."""
        self._expect("ready", timeout_s, checkpoint, NotPlayable.CANNOT_OPEN)

    def start(self) -> None:
        """The sound begins now; call it once, when ready."""
        if self._process.stdin is not None:
            try:
                self._process.stdin.write(b"\n")
                self._process.stdin.flush()
            except BrokenPipeError:
                pass  # it has ended, and the next wait says why

    def wait_until_done(self, timeout_s: float, checkpoint: Callable[[], None]) -> None:
        """The last sample has left. Raises `PlaybackUnavailableError`."""
        self._expect("done", timeout_s, checkpoint, NotPlayable.STOPPED)

    def _expect(
        self, word: str, timeout_s: float, checkpoint: Callable[[], None], late: NotPlayable
    ) -> None:
        answer = _document(self._next_line(timeout_s, checkpoint, late))
        if word in answer:
            return
        detail = str(answer.get("detail", "the child ended"))
        raise PlaybackUnavailableError(_REASONS.get(str(answer.get("error")), late), detail)

    def _next_line(
        self, timeout_s: float, checkpoint: Callable[[], None], late: NotPlayable
    ) -> bytes:
        deadline_s = time.monotonic() + timeout_s
        while (left_s := deadline_s - time.monotonic()) > 0:
            checkpoint()
            try:
                return self._lines.get(timeout=min(_TICK_S, left_s))
            except queue.Empty:
                continue
        raise PlaybackUnavailableError(late, f"nothing within {timeout_s:g} s")

    def _write(self) -> None:
        stream = self._process.stdin
        if stream is not None:
            try:
                stream.write(self._sound)
                stream.flush()
            except BrokenPipeError:
                pass  # it has ended, and its last line says why

    def _read(self) -> None:
        stream = self._process.stdout
        if stream is not None:
            for line in stream:
                self._lines.put(line)
        self._lines.put(b"")


def _document(line: bytes) -> dict[str, Any]:
    try:
        document = json.loads(line)
    except ValueError:  # it ended without a word, or a library wrote to standard output
        return {}
    return document if isinstance(document, dict) else {}
