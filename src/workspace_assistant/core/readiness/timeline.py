"""What the checks of one run tell each other while they run: when the line was loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Phase(StrEnum):
    """What the line carried besides the voice stream."""

    IDLE = "idle"
    DOWNLOAD = "download"
    UPLOAD = "upload"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadWindow:
    """One load; instants are seconds of the system-wide performance counter."""

    phase: Phase
    began_s: float
    ended_s: float


@dataclass(slots=True)
class Timeline:
    """One per run, made by the service; each field has one writer, all others only read it.

    Attributes:
        is_traffic_seen: what other programs move was watched: our own packets may begin.
        is_employer_asked: the endpoints were tried: one of them may now be sent a stream.
        windows: loads that have ended; the bandwidth check appends them.
        is_quiet: nothing of ours is searched or loaded any more: the idle phase may begin.
        is_stream_on: voice packets travel: what a load does to a call is measured, not guessed.
        is_idle_seen: the voice path has watched the idle line long enough: the loads may begin.
        is_line_done: no load will follow: the voice path may end.
    """

    is_traffic_seen: bool = False
    is_employer_asked: bool = False
    windows: list[LoadWindow] = field(default_factory=list)
    is_quiet: bool = False
    is_stream_on: bool = False
    is_idle_seen: bool = False
    is_line_done: bool = False
