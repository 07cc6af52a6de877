"""The parent's end of the capture child: starts it, reads blocks with deadlines, never leaks it."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from workspace_assistant.adapters.audio.frames import BLOCK_HEADER
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

_CHILD_MODULE = "workspace_assistant.adapters.audio.capture_child"
_TICK_S = 0.05
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
        self._received: queue.SimpleQueue[dict[str, Any] | list[Block] | None] = queue.SimpleQueue()
        self._waiting: deque[Block] = deque()

    def __enter__(self) -> CaptureProcess:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
            [sys.executable, "-P", "-m", _CHILD_MODULE, *self._arguments],
            stdin=subprocess.PIPE,  # its end tells the child that this process has gone
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # ALSA's chatter; errors come as JSON
            env=self._environment,
        )
        self._reader = threading.Thread(target=self._read, name="microphone-reader", daemon=True)
        self._reader.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    @property
    def process_id(self) -> int:
        return self._process.pid

    def header(self, timeout_s: float, checkpoint: Callable[[], None]) -> dict[str, Any]:
        """The child's first line. Raises `MicrophoneUnavailableError`: its error, or none came."""
        received = self._next(timeout_s, checkpoint, Unavailable.DOES_NOT_OPEN)
        if not isinstance(received, dict):
            raise MicrophoneUnavailableError(Unavailable.CANNOT_OPEN, "no answer from the child")
        if "error" in received:
            raise MicrophoneUnavailableError(Unavailable(received["error"]), received["detail"])
        return received

    def block(self, timeout_s: float, checkpoint: Callable[[], None], late: Unavailable) -> Block:
        """The next block; raises `MicrophoneUnavailableError` with *late* when none comes."""
        if self._waiting:
            return self._waiting.popleft()
        received = self._next(timeout_s, checkpoint, late)
        if isinstance(received, list):
            self._waiting.extend(received)
            return self._waiting.popleft()
        detail = str(received.get("detail", "")) if received else "the child ended"
        raise MicrophoneUnavailableError(Unavailable.STOPPED_DELIVERING, detail)

    def _next(
        self, timeout_s: float, checkpoint: Callable[[], None], late: Unavailable
    ) -> dict[str, Any] | list[Block] | None:
        deadline_s = time.monotonic() + timeout_s
        while True:
            checkpoint()
            left_s = deadline_s - time.monotonic()
            if left_s <= 0:
                raise MicrophoneUnavailableError(late, f"nothing within {timeout_s:g} s")
            try:
                return self._received.get(timeout=min(_TICK_S, left_s))
            except queue.Empty:
                continue

    def _read(self) -> None:
        stream = self._process.stdout
        if stream is not None:
            self._received.put(_parse_header(stream.readline()))
            unread = b""
            while chunk := stream.read1(_CHUNK_BYTES):  # type: ignore[attr-defined]  # a BufferedReader
                blocks, unread = split_blocks(unread + chunk)
                if blocks:  # all at once: each waking of the other thread costs
                    self._received.put(blocks)
                if len(unread) > _LARGEST_BLOCK_BYTES:
                    break  # nonsense: no block is as long
        self._received.put(None)


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
