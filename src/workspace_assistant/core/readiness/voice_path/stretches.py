"""Cuts one run's time into stretches: the idle line, and each load once it fills the line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from workspace_assistant.core.readiness.timeline import LoadWindow, Phase
from workspace_assistant.core.voice.model import PacketTrace, pooled

# TCP needs about this long to fill a line; a short load keeps at least two thirds of itself.
_WARM_UP_S = 1.0
_WARM_UP_SHARE = 1 / 3
# One second of voice: below that, a percentile says nothing.
LEAST_PACKETS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From `begin_s` on and before `end_s`, in seconds of the trace's clock."""

    phase: Phase
    begin_s: float
    end_s: float

    def of(self, trace: PacketTrace) -> PacketTrace:
        return trace.between(self.begin_s, self.end_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    idle: Stretch
    loads: tuple[Stretch, ...] = ()

    def load(self, phase: Phase, trace: PacketTrace) -> PacketTrace:
        """All packets of *trace* sent while the line carried *phase*; empty without such a load."""
        return pooled(*(one.of(trace) for one in self.loads if one.phase is phase))

    def whole(self, trace: PacketTrace) -> PacketTrace:
        """Everything since the idle phase began, with loads, their warm-ups and the gaps."""
        return trace.between(self.idle.begin_s, inf)


def stretches_of(
    idle_began_s: float, idle_ended_s: float, windows: Iterable[LoadWindow]
) -> Stretches:
    """The idle stretch goes on to the first load; without any, to the end of its own time.

    Loads that never ran (a refused transfer) or that began before the idle phase do not count.
    """
    loads = sorted(
        (one for one in windows if one.ended_s > one.began_s >= idle_began_s),
        key=lambda one: one.began_s,
    )
    idle_ended_s = loads[0].began_s if loads else idle_ended_s
    return Stretches(
        idle=Stretch(phase=Phase.IDLE, begin_s=idle_began_s, end_s=idle_ended_s),
        loads=tuple(map(_warmed_up, loads)),
    )


def _warmed_up(window: LoadWindow) -> Stretch:
    warm_up_s = min(_WARM_UP_S, _WARM_UP_SHARE * (window.ended_s - window.began_s))
    return Stretch(phase=window.phase, begin_s=window.began_s + warm_up_s, end_s=window.ended_s)
