"""What the loudness of calls needs from outside. Adapters fill these; tests bring fakes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.loudness.model import CallLevel, Microphone, WhyNot
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CallSound:
    """A few seconds of a call's microphone, in memory alone until they are measured.

    Attributes:
        samples: frames x channels, full scale 1.0.
    """

    samples: NDArray[np.floating]
    sample_rate_hz: int
    microphone: Microphone


class NoTakeError(Exception):
    """There is no sound to measure; `detail` is the system's own wording, for the log."""

    def __init__(self, why: WhyNot, detail: str = "") -> None:
        super().__init__(f"{why}: {detail}" if detail else why.value)
        self.why = why


class CallMicrophone(Protocol):
    def record(self, length_s: float, ctx: JobContext, /) -> CallSound:
        """Listens beside the call. Raises `NoTakeError`, and `JobCancelledError`.

        Never opens what cannot be shared with the program that makes the call.
        """


class LoudnessStore(Protocol):
    """May raise `StoreUnavailableError`; then nothing changed."""

    def put(self, level: CallLevel, /) -> None: ...

    def levels(self, span: Span, /) -> tuple[CallLevel, ...]:
        """Those taken in *span*, in order."""


class Alarm(Protocol):
    def wait(self, until: datetime, ctx: JobContext, /) -> None:
        """Returns at *until*, by the wall clock, or earlier. Raises `JobCancelledError`."""

    def ring(self) -> None:
        """Ends the wait that goes on, or the next one. From any thread."""
