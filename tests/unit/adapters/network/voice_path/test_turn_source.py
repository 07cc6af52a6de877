from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import cast

from workspace_assistant.adapters.network.voice_path.source import PAYLOAD_BYTES
from workspace_assistant.adapters.network.voice_path.turn_allocation_child import OnPayload
from workspace_assistant.adapters.network.voice_path.turn_race_child import Loop
from workspace_assistant.adapters.network.voice_path.turn_source import (
    EventLoopThread,
    TurnSource,
)


@dataclass
class FakeAllocation:
    on_payload: OnPayload | None = None

    def hear(self, on_payload: OnPayload) -> None:
        self.on_payload = on_payload


@dataclass
class FakeLoop:
    """Both ends of a loop; what was sent comes back when a test says so."""

    allocation: FakeAllocation = field(default_factory=FakeAllocation)
    sent: list[bytes] = field(default_factory=list)
    closing_s: float = 0.0
    is_closed: bool = False

    @property
    def feeder(self) -> FakeLoop:
        return self

    def send(self, payload: bytes) -> float:
        self.sent.append(payload)
        return float(len(self.sent))

    def bring(self, payload: bytes, at_s: float) -> None:
        assert self.allocation.on_payload is not None
        self.allocation.on_payload(payload, at_s)

    async def close(self) -> None:
        await asyncio.sleep(self.closing_s)
        self.is_closed = True


def source_around(loop: FakeLoop) -> TurnSource:
    return TurnSource(EventLoopThread(), cast("Loop", loop), lambda: 4321)


def test_what_comes_around_is_told_by_its_number_and_nothing_else_is() -> None:
    loop, arrivals = FakeLoop(), list[tuple[int, float]]()
    source = source_around(loop)
    source.start(lambda number, at_s: arrivals.append((number, at_s)))
    assert [source.send(number) for number in range(3)] == [1.0, 2.0, 3.0]
    assert {len(payload) for payload in loop.sent} == {PAYLOAD_BYTES}
    assert len(set(loop.sent)) == 3
    for junk in (b"", bytes(PAYLOAD_BYTES), loop.sent[0][:-1], loop.sent[0] + b"x"):
        loop.bring(junk, 9.0)
    loop.bring(loop.sent[2], 5.0)
    loop.bring(loop.sent[0], 6.0)
    loop.bring(loop.sent[2], 7.0)  # a duplicate
    assert arrivals == [(2, 5.0), (0, 6.0), (2, 7.0)]
    assert source.bytes_used == 4321
    source.close()
    assert loop.is_closed


def test_a_relay_that_takes_nothing_back_costs_a_second_at_most() -> None:
    source = source_around(FakeLoop(closing_s=30))
    began_s = time.monotonic()
    source.close()
    assert time.monotonic() - began_s < 2
