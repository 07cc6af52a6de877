"""Limits of the workplace profile: `ready` and `caution` bounds, and which side is good."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.readiness.model import Severity


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a limit says of a value; `limit` is the bound that was broken, None when none was."""

    severity: Severity | None
    limit: float | None


WITHIN = Judgement(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """Small is good: up to `ready` is ready, up to `caution` is caution, above is not ready."""

    ready: float
    caution: float

    def judge(self, value: float) -> Judgement:
        if value <= self.ready:
            return WITHIN
        if value <= self.caution:
            return Judgement(Severity.CAUTION, self.ready)
        return Judgement(Severity.NOT_READY, self.caution)


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Large is good: from `ready` up is ready, from `caution` up is caution, below is not ready."""

    ready: float
    caution: float

    def judge(self, value: float) -> Judgement:
        if value >= self.ready:
            return WITHIN
        if value >= self.caution:
            return Judgement(Severity.CAUTION, self.ready)
        return Judgement(Severity.NOT_READY, self.caution)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The middle is good: inside `ready` is ready, inside `caution` is caution, else not ready."""

    ready: tuple[float, float]
    caution: tuple[float, float]

    def judge(self, value: float) -> Judgement:
        if self.ready[0] <= value <= self.ready[1]:
            return WITHIN
        if self.caution[0] <= value <= self.caution[1]:
            return Judgement(Severity.CAUTION, _nearest(self.ready, value))
        return Judgement(Severity.NOT_READY, _nearest(self.caution, value))


def _nearest(bounds: tuple[float, float], value: float) -> float:
    return bounds[0] if value < bounds[0] else bounds[1]
