"""What the watch over the line needs from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.line_watch.model import LineEvent, Minute, Second
from workspace_assistant.core.spans import Span


class WatchTroubleError(SaidError):
    """The line cannot be watched; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTarget:
    """Whom the probes are sent to.

    Attributes:
        stun, turn: servers as the workplace profile names them; the first that answers is asked.
            None: only the home router and the computer are watched.
    """

    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()


class LineSensor(Protocol):
    """Sends one probe a second to each place."""

    def open(
        self, target: WatchTarget, ctx: JobContext, /
    ) -> AbstractContextManager[Iterator[Second]]:
        """One `Second` a second until the context is left. Raises `WatchTroubleError`.

        Waiting for the next one raises `JobCancelledError` within 100 ms of a cancel.
        """


class LineStore(Protocol):
    """Keeps events and minutes. Every method may raise `StoreUnavailableError`."""

    def put_event(self, event: LineEvent) -> None:
        """New, or in place of what was known of it."""

    def put_minute(self, minute: Minute) -> None:
        """Beside what another run of the watch may have kept of the same minute."""

    def events(self, span: Span) -> tuple[LineEvent, ...]:
        """Those that overlap *span*, in order."""

    def minutes(self, span: Span) -> tuple[Minute, ...]:
        """Those that start in *span*, in order."""
