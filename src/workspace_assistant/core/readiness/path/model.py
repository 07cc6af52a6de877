"""The way a call takes, as far as a report knows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stop(StrEnum):
    """A place on the way behind the computer, in the order of the way."""

    ROUTER = "router"
    PROVIDER = "provider"
    EDGE = "edge"  # the last router that answers; the employer may still be far from it
    EMPLOYER = "employer"


class LinkState(StrEnum):
    FINE = "fine"
    WEAK = "weak"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A place, with the round trip and the loss of the way from the computer up to it.

    `state` is that of the link which leads to it; `is_asked` tells "no answer" from "not tested".
    """

    stop: Stop
    state: LinkState = LinkState.UNKNOWN
    rtt_ms: float | None = None
    loss_fraction: float | None = None
    is_asked: bool = False

    @property
    def is_measured(self) -> bool:
        return self.rtt_ms is not None or self.loss_fraction is not None

    @property
    def has_answered(self) -> bool:
        """Whether anything came back from here: of what loses every packet, nothing did."""
        is_lossy = self.loss_fraction is not None and self.loss_fraction < 1
        return self.rtt_ms is not None or is_lossy


@dataclass(frozen=True, slots=True, kw_only=True)
class PathFacts:
    """The way from the computer to the employer, station by station.

    Attributes:
        interface: wired, wifi, cellular, vpn, virtual; empty when unknown.
        is_vpn: whether packets to the employer go through a tunnel; None when unknown.
        weak_link: as the voice path check names it; empty when nobody did.
        is_weak_under_load: calls suffer only while something fills the line; the numbers of the
            stations are those of the idle line.
    """

    stations: tuple[Station, ...]
    interface: str = ""
    is_vpn: bool | None = None
    weak_link: str = ""
    is_weak_under_load: bool = False
