"""What the bandwidth check needs from outside: a server it can ping and load."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.model import (
    ByteSample,
    CrossCheck,
    Direction,
    LatencySample,
    LoadTrace,
    ServerChoice,
    ServerIdentity,
)

KeepGoing = Callable[[Sequence[ByteSample]], bool]
SecondsLeft = Callable[[], float]


class LoadServer(Protocol):
    """One server that was reached and answers as it should.

    Every method ends within 100 ms, with `JobCancelledError`, when the job is cancelled.
    """

    @property
    def identity(self) -> ServerIdentity: ...

    def idle_latency(self, duration_s: float, ctx: JobContext, /) -> tuple[LatencySample, ...]:
        """Round trips on the unloaded line; the first, which opens the path, is left out."""

    def load(
        self, direction: Direction, cap_s: float, keep_going: KeepGoing, ctx: JobContext, /
    ) -> LoadTrace:
        """Load the line until *keep_going* says no, *cap_s* is over or all connections broke.

        *keep_going* gets all samples so far, about 50 times a second, in the caller's thread.
        """

    def cross_check(self, ctx: JobContext, /) -> CrossCheck:
        """speedtest-cli's own numbers against this server. Raises `LineTroubleError`."""


class BandwidthLine(Protocol):
    def prepare(self, choice: ServerChoice, ctx: JobContext, /) -> None:
        """Find the server ahead of its turn, loading nothing. What fails, `connect` tells."""

    def countdown(self, seconds: float, /) -> SecondsLeft:
        """A clock that begins now at *seconds* and runs down, below zero in the end."""

    def connect(
        self, choice: ServerChoice, within_s: float, ctx: JobContext, /
    ) -> AbstractContextManager[LoadServer]:
        """Find and try the server, which ends within *within_s*.

        Raises `LineTroubleError` when it cannot be measured against.
        """
