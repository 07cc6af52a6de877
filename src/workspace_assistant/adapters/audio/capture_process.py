"""The parent's end of the capture child: starts it, reads blocks with deadlines, never leaks it.

Whoever asks for a block reads the pipe: handing each on from a thread of its own would cost as much
again. A read has no deadline, so a guard kills the child when one is over or the job is cancelled:
that ends the read.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from workspace_assistant.adapters.audio.frames import BLOCK_HEADER
from workspace_assistant.core.jobs import JobCancelledError
from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

_CHILD_MODULE = "workspace_assistant.adapters.audio.capture_child"
_TICK_S = 0.1  # of the guard; while blocks come, each of them is a chance to cancel as well
_CHUNK_BYTES = 1 << 16
_LARGEST_BLOCK_BYTES = 1 << 22


@dataclass(frozen=True, slots=True)
class Block:
    """One block as the sound system delivered it: float32 bytes, and whether input was lost."""

    at_s: float
    is_input_lost: bool
    samples: bytes


class CaptureProcess:
    """A running capture child. Use as a context manager: leaving it kills the child."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        self._arguments = arguments
        self._environment = {**os.environ, **(environment or {})}
        self._waiting: deque[Block] = deque()
        self._unread = b""
        self._checkpoint: Callable[[], None] = _go_on
        self._deadline_s = math.inf
        self._is_late = False
        self._is_over = threading.Event()

    def __enter__(self) -> CaptureProcess:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
            part_words(_CHILD_MODULE, *self._arguments),
            stdin=subprocess.PIPE,  # its end tells the child that this process has gone
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # ALSA's chatter; errors come as JSON
            env=self._environment,
        )
        self._guard = threading.Thread(target=self._watch, name="microphone-guard", daemon=True)
        self._guard.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._is_over.set()
        self._process.kill()
        self._process.wait()
        self._guard.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    @property
    def process_id(self) -> int:
        return self._process.pid

    def header(self, timeout_s: float, checkpoint: Callable[[], None]) -> dict[str, Any]:
        """The child's first line. Raises `MicrophoneUnavailableError`: its error, or none came."""
        self._allow(timeout_s, checkpoint, Unavailable.DOES_NOT_OPEN)
        stream = self._process.stdout
        received = None if stream is None else _parse_header(stream.readline())
        self._deadline_s = math.inf
        if received is None:
            self._tell_why_it_ended(Unavailable.DOES_NOT_OPEN, timeout_s)
            raise MicrophoneUnavailableError(Unavailable.CANNOT_OPEN, "no answer from the child")
        if "error" in received:
            raise MicrophoneUnavailableError(Unavailable(received["error"]), received["detail"])
        return received

    def block(self, timeout_s: float, checkpoint: Callable[[], None], late: Unavailable) -> Block:
        """The next block; raises `MicrophoneUnavailableError` with *late* when none comes."""
        if not self._waiting:
            self._allow(timeout_s, checkpoint, late)
            while self._receive() and not self._waiting:
                pass  # a part of a block
            self._deadline_s = math.inf
        if not self._waiting:
            self._tell_why_it_ended(late, timeout_s)
            raise MicrophoneUnavailableError(Unavailable.STOPPED_DELIVERING, "the child ended")
        return self._waiting.popleft()

    def _receive(self) -> bool:
        """Wait for the child's next output; False when none comes any more, or nonsense."""
        stream = self._process.stdout
        if stream is None or len(self._unread) > _LARGEST_BLOCK_BYTES:
            return False
        chunk = stream.read1(_CHUNK_BYTES)  # type: ignore[attr-defined]  # a BufferedReader
        blocks, self._unread = split_blocks(self._unread + chunk)
        self._waiting.extend(blocks)
        return bool(chunk)

    def _allow(self, timeout_s: float, checkpoint: Callable[[], None], late: Unavailable) -> None:
        """From now until it has come the guard watches over what is waited for."""
        checkpoint()
        if timeout_s <= 0:
            raise MicrophoneUnavailableError(late, "no time is left")
        self._checkpoint, self._deadline_s = checkpoint, time.monotonic() + timeout_s

    def _tell_why_it_ended(self, late: Unavailable, timeout_s: float) -> None:
        """Raise what made the guard end the child; return where it did not."""
        self._checkpoint()
        if self._is_late:
            raise MicrophoneUnavailableError(late, f"nothing within {timeout_s:g} s")

    def _watch(self) -> None:
        while not self._is_over.wait(_TICK_S):
            self._is_late = time.monotonic() >= self._deadline_s
            if self._is_late or self._is_cancelled():
                self._process.kill()
                return

    def _is_cancelled(self) -> bool:
        try:
            self._checkpoint()
        except JobCancelledError:
            return True
        return False


def _go_on() -> None:
    """The checkpoint of whoever asked for nothing yet."""


def _parse_header(line: bytes) -> dict[str, Any] | None:
    try:
        document = json.loads(line)
    except ValueError:  # killed before it spoke, or a library wrote to standard output
        return None
    return document if isinstance(document, dict) else None


def split_blocks(data: bytes) -> tuple[list[Block], bytes]:
    """The whole blocks that *data* begins with, and the rest."""
    blocks, start = [], 0
    while len(data) - start >= BLOCK_HEADER.size:
        at_s, lost, size = BLOCK_HEADER.unpack_from(data, start)
        end = start + BLOCK_HEADER.size + size
        if end > len(data):
            break
        blocks.append(Block(at_s, bool(lost), data[start + BLOCK_HEADER.size : end]))
        start = end
    return blocks, data[start:]
