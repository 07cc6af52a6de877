"""Seconds of a watched line, and the events that are made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Ping:
    """One probe; `delay_ms` is None where no answer came in time."""

    delay_ms: float | None

    @property
    def is_lost(self) -> bool:
        return self.delay_ms is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """What was seen of the line in one second.

    Attributes:
        server: the probe to the voice server; None where none was sent, or where our own program
            was too late for its figures to mean anything.
        gateway: likewise to the home router.
        cpu_fraction: how busy the processors were; None where that is unknown.
    """

    at: datetime
    server: Ping | None = None
    gateway: Ping | None = None
    cpu_fraction: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLimits:
    """From when on a second is a bad one.

    Attributes:
        delay_ms: round trips longer than this are heard in a talk.
        cpu_fraction: processors busier than this make sound stutter.
    """

    delay_ms: float = 300.0
    cpu_fraction: float = 0.8


class EventKind(StrEnum):
    """What went wrong."""

    LOSS = "loss"
    DELAY = "delay"
    COMPUTER = "computer"


class Side(StrEnum):
    """Where the cause lies, as far as the probes can tell."""

    HOME = "home"  # up to and with the router
    BEYOND = "beyond"  # behind the router: provider, internet, server
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Probes of one place in a stretch of time.

    Attributes:
        median_ms, worst_ms: of those that were answered; None where none was.
    """

    sent: int = 0
    lost: int = 0
    median_ms: float | None = None
    worst_ms: float | None = None

    @property
    def loss_fraction(self) -> float | None:
        return self.lost / self.sent if self.sent else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEvent:
    """Something went wrong from its first bad second to its last.

    Attributes:
        ended_at: the last bad second so far.
        is_over: enough good seconds followed, or nobody watched any more.
        is_cut_off: it is over for the log alone: the watch ended, saw nothing more of it, or it
            went on for so long that it is told in pieces. Nobody saw that all was well again.
        server, gateway: what was seen of both between the two.
        cpu_fraction: the mean in that time; None where unknown.
    """

    id: str
    kind: EventKind
    started_at: datetime
    ended_at: datetime
    is_over: bool = False
    is_cut_off: bool = False
    server: Tally = Tally()
    gateway: Tally = Tally()
    cpu_fraction: float | None = None
    side: Side = Side.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Minute:
    """One minute of a watched line, kept as evidence that nothing went wrong either.

    Attributes:
        seconds: how many of them were watched.
    """

    started_at: datetime
    seconds: int
    server: Tally = Tally()
    gateway: Tally = Tally()
    cpu_fraction: float | None = None
