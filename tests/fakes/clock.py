"""A clock that the test moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Implements the port `Clock`; each reading of the monotonic clock may advance it."""

    def __init__(self, step_s: float = 0.0, time_zone: str = "Europe/Madrid") -> None:
        self.at = datetime(2026, 11, 21, 8, 45, tzinfo=UTC)
        self._elapsed_s = 0.0
        self._step_s = step_s
        self._time_zone = time_zone

    def now(self) -> datetime:
        return self.at

    def monotonic_s(self) -> float:
        self._elapsed_s += self._step_s
        return self._elapsed_s

    def time_zone(self) -> str:
        return self._time_zone

    def advance(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self._elapsed_s += seconds
