"""What the voice path check needs from outside: a stream of voice-like packets."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.voice_path.model import (
    PathSurvey,
    PathTrace,
    StreamReading,
    VoiceTarget,
)


class PathStream(Protocol):
    """A running stream: 50 packets a second to the server, and probes of the places on the way.

    Every method ends within 100 ms, with `JobCancelledError`, when the job is cancelled.
    """

    @property
    def survey(self) -> PathSurvey: ...

    def now_s(self) -> float:
        """The present on the clock of the trace: the system-wide performance counter."""

    def reading(self) -> StreamReading | None:
        """The latest point of the live picture; None before the first."""

    def finish(self, ctx: JobContext, /) -> PathTrace:
        """Stop sending, wait for what is under way (a bounded time), return everything."""


class VoicePath(Protocol):
    def open(self, target: VoiceTarget, ctx: JobContext, /) -> AbstractContextManager[PathStream]:
        """Survey the way, wake it up, start the stream; leaving the context ends it at once.

        Raises `VoicePathTroubleError` when no server can be used.
        """
