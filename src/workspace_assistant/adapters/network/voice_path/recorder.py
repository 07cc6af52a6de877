"""Notes when packets leave and come; read out as a trace, and as points of the live picture."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from workspace_assistant.core.readiness.voice_path.model import StreamReading
from workspace_assistant.core.voice.model import PacketTrace

_READING_S = 0.5
_MOST_DUPLICATES = 10_000  # a server that repeats itself without end costs no more than this
_LONGEST_PATIENCE_S = 1.0
_NOTED_WITHIN_S = 0.1  # answers may lie here for so long until they are noted


class Recorder:
    """One writer for what leaves, any number for what comes. Numbers count from zero."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sent_s: list[float] = []
        self._lateness_s: list[float] = []
        self._received_s: dict[int, float] = {}
        self._duplicates: list[int] = []

    @property
    def next_number(self) -> int:
        return len(self._sent_s)

    def left(self, at_s: float, planned_s: float, done_s: float) -> None:
        """The packet with `next_number` left at *at_s*; by *done_s* it certainly had.

        Between the two another program may have had its turn: no delay of the line, so it counts
        as lateness of our own.
        """
        with self._lock:
            number = len(self._sent_s)
            self._sent_s.append(at_s)
            self._lateness_s.append(max(0.0, done_s - planned_s))
            if number in self._received_s:
                self._received_s[number] = max(at_s, self._received_s[number])

    def came(self, number: int, at_s: float) -> None:
        """An answer may overtake the note of its departure: it is kept all the same.

        It never comes before its packet left, whatever a clock that was just set makes of it.
        """
        with self._lock:
            if number not in self._received_s:
                left_s = self._sent_s[number] if number < len(self._sent_s) else at_s
                self._received_s[number] = max(left_s, at_s)
            elif len(self._duplicates) < _MOST_DUPLICATES:
                self._duplicates.append(number)

    def has_come(self, number: int) -> bool:
        return number in self._received_s

    @property
    def longest_round_trip_s(self) -> float:
        with self._lock:
            return max(self._round_trips_s(0), default=0.0)

    def trace(self) -> PacketTrace:
        with self._lock:
            count = len(self._sent_s)
            return PacketTrace(
                sent_s=tuple(self._sent_s),
                received_s=tuple(self._received_s.get(number) for number in range(count)),
                lateness_s=tuple(self._lateness_s),
                duplicates=tuple(number for number in self._duplicates if number < count),
            )

    def reading(self, now_s: float) -> StreamReading:
        """The half second that ended just long enough ago for its answers to be here."""
        with self._lock:
            longest_s = max(self._round_trips_s(len(self._sent_s) - 100), default=0.0)
            patience_s = min(_LONGEST_PATIENCE_S, _NOTED_WITHIN_S + 1.5 * longest_s)
            end_s = now_s - patience_s
            numbers = [
                number
                for number in range(max(0, len(self._sent_s) - 100), len(self._sent_s))
                if end_s - _READING_S <= self._sent_s[number] < end_s
            ]
            delays_s = [
                self._received_s[number] - self._sent_s[number]
                for number in numbers
                if number in self._received_s
            ]
        return StreamReading(
            at_s=end_s,
            rtt_ms=1000 * median(delays_s) if delays_s else None,
            sent=len(numbers),
            lost=len(numbers) - len(delays_s),
        )

    def _round_trips_s(self, first: int) -> list[float]:
        return [
            self._received_s[number] - self._sent_s[number]
            for number in range(max(0, first), len(self._sent_s))
            if number in self._received_s
        ]


def median(values: Sequence[float]) -> float:
    """Of at least one value. The library's costs this process 10 ms to load."""
    ranked = sorted(values)
    middle = len(ranked) // 2
    return (ranked[middle] + ranked[-1 - middle]) / 2
