"""Stopping work in threads: one switch for all, and a way to run calls that watches for it."""

from __future__ import annotations

import math
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from workspace_assistant.core.jobs import JobContext

T = TypeVar("T")

_WATCH_EVERY_S = 0.05


class HaltedError(Exception):
    """The work was asked to stop and did."""


class Halt:
    """A switch that, once set, ends waiting and breaks socket calls that cannot be polled."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._blocked: set[socket.socket] = set()

    def set(self) -> None:
        with self._lock:
            self._event.set()
            for handle in self._blocked:
                _shut(handle)

    def is_set(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        if self._event.is_set():
            raise HaltedError

    def wait(self, seconds: float) -> bool:
        """Sleep; True when the switch was set."""
        return self._event.wait(max(0.0, seconds))

    @contextmanager
    def breaks(self, sock: socket.socket) -> Iterator[None]:
        """While open, setting the switch shuts *sock* down and so ends a call blocked on it."""
        handle = sock.dup()  # TLS takes the socket object over; the connection stays the same
        with self._lock:
            self._blocked.add(handle)
            if self._event.is_set():
                _shut(handle)
        try:
            yield
        finally:
            with self._lock:
                self._blocked.discard(handle)
            handle.close()
            self.check()


def _shut(handle: socket.socket) -> None:
    try:
        handle.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # never connected, or gone already: nothing left to break


def run_watched(
    calls: Sequence[Callable[[], T]], halt: Halt, ctx: JobContext, until_s: float = math.inf
) -> list[T]:
    """Run *calls* at the same time, return their answers in order; the first error is raised.

    When the monotonic clock passes *until_s*, *halt* is set, and what still runs ends by it with
    `HaltedError`. Cancelling the job sets *halt*, waits for all threads and raises
    `JobCancelledError`.
    """
    errors: list[Exception | None] = [None] * len(calls)
    answers: dict[int, T] = {}

    def run(index: int) -> None:
        try:
            answers[index] = calls[index]()
        except Exception as error:  # noqa: BLE001 - handed to the caller's thread and raised there
            errors[index] = error

    threads = [
        threading.Thread(target=run, args=(index,), daemon=True) for index in range(len(calls))
    ]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            _await(thread, halt, ctx, until_s)
    finally:
        if any(thread.is_alive() for thread in threads):
            halt.set()
        for thread in threads:
            thread.join()
    for error in errors:
        if error is not None:
            raise error
    return [answers[index] for index in range(len(calls))]


def _await(thread: threading.Thread, halt: Halt, ctx: JobContext, until_s: float) -> None:
    while thread.is_alive():
        thread.join(_WATCH_EVERY_S)
        ctx.checkpoint()
        if time.monotonic() >= until_s and not halt.is_set():
            halt.set()
