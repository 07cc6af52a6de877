"""The stream itself: 50 packets a second through a source, and probes of places beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from workspace_assistant.adapters.network.voice_path.pacing import Pacer
from workspace_assistant.adapters.network.voice_path.recorder import Recorder
from workspace_assistant.adapters.network.voice_path.source import PacketSource
from workspace_assistant.core.readiness.voice_path.model import (
    PathTrace,
    PlaceTrace,
    StreamReading,
)
from workspace_assistant.core.voice.model import SPACING_S

# The first packets wait for address look-ups, the router's table, and radios that sleep.
PRIME_S = 0.7
_SHORTEST_LATE_WAIT_S = 1.0
_LONGEST_LATE_WAIT_S = 2.0
_LATE_ROUND_TRIPS = 3


class BesideProbes(Protocol):
    """Probes of the places on the way; each watches on its own until stopped."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def traces(self, from_s: float, to_s: float) -> Sequence[PlaceTrace]: ...

    @property
    def bytes_used(self) -> int:
        """All bytes moved so far both ways, IP headers included."""


class VoiceStream:
    """From the first packet to the complete trace. Call `start`, `reading` at will, `finish`."""

    def __init__(
        self, source: PacketSource, probes: BesideProbes, used_before_bytes: int = 0
    ) -> None:
        self._source = source
        self._probes = probes
        self._used_before_bytes = used_before_bytes
        self._recorder = Recorder()
        self._pacer = Pacer(SPACING_S, self._send)
        self._began_s = 0.0

    def start(self) -> None:
        """Wake the path up, then begin what counts. Returns after `PRIME_S`."""
        self._source.start(self._recorder.came)
        self._pacer.start()
        self._probes.start()
        time.sleep(PRIME_S)
        self._began_s = time.perf_counter()

    def lend_slot(self, act: Callable[[], None]) -> None:
        """Let another packet to the server leave in place of one of the stream's."""
        self._pacer.lend_slot(act)

    def reading(self) -> StreamReading:
        return self._recorder.reading(time.perf_counter())

    def finish(self) -> PathTrace:
        """Stop sending, give answers under way time to come (1 to 2 s), return everything."""
        self._pacer.stop()
        stopped_s = time.perf_counter()
        self._probes.stop()
        time.sleep(late_wait_s(self._recorder.longest_round_trip_s))
        self._source.close()
        return PathTrace(
            stream=self._recorder.trace().between(self._began_s, stopped_s),
            places=tuple(self._probes.traces(self._began_s, stopped_s)),
            bytes_used=(
                self._used_before_bytes + self._source.bytes_used + self._probes.bytes_used
            ),
        )

    def _send(self, planned_s: float) -> None:
        at_s = self._source.send(self._recorder.next_number)
        self._recorder.left(at_s, planned_s, time.perf_counter())


def late_wait_s(longest_round_trip_s: float) -> float:
    """How long to wait for the last answers before they count as lost."""
    wait_s = _LATE_ROUND_TRIPS * longest_round_trip_s
    return min(_LONGEST_LATE_WAIT_S, max(_SHORTEST_LATE_WAIT_S, wait_s))
