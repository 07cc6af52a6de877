"""What the bandwidth check works on: servers, transfer samples and live rates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    DOWNLOAD = "download"
    UPLOAD = "upload"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodputReading:
    """One point of the live throughput curve: payload bits per second over the last 0.25 s."""

    direction: Direction
    at_s: float
    goodput_bps: float
