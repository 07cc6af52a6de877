"""Which of several relays wins. Time is real and short."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import cast

import pytest
from aioice import stun

from workspace_assistant.adapters.network.voice_path import turn_race_child
from workspace_assistant.adapters.network.voice_path.addresses import NamedServer, ServerAddress
from workspace_assistant.adapters.network.voice_path.turn_allocation_child import Allocation
from workspace_assistant.adapters.network.voice_path.turn_race_child import (
    Attempt,
    Loop,
    LoopFailedError,
    race,
    reason_of,
)
from workspace_assistant.adapters.network.voice_path.turn_servers import Relay
from workspace_assistant.core.readiness.voice_path.model import Reason, Transport

LOGIN = ("agent", "secret")
HEAD_START_S = 0.05


@dataclass
class FakeLoop:
    is_closed: bool = False

    async def close(self) -> None:
        self.is_closed = True


class Scripted(Attempt):
    """Ends after a while, with a loop or with a reason."""

    __slots__ = ("_after_s", "_answers", "_ends_with", "made")

    def __init__(
        self, host: str, after_s: float, ends_with: Reason | None = None, *, answers: bool = False
    ) -> None:
        server = NamedServer(f"turn:{host}", host, 3478)
        relay = Relay(server, Transport.TURN_UDP)
        super().__init__(relay, ServerAddress(server, "192.0.2.1"))
        self._after_s, self._ends_with, self._answers = after_s, ends_with, answers
        self.made = FakeLoop()

    @property
    def is_answered(self) -> bool:
        return self._answers

    async def run(self, login: tuple[str, str]) -> None:
        assert login == LOGIN
        self.is_begun = True
        await asyncio.sleep(self._after_s)
        self.reason = self._ends_with
        if self._ends_with is None:
            self.loop = cast("Loop", self.made)


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn_race_child, "HEAD_START_S", HEAD_START_S)
    monkeypatch.setattr(turn_race_child, "_ALL_ATTEMPTS_S", 1.0)


def winner_of(*attempts: Scripted) -> Attempt | None:
    return asyncio.run(race(attempts, LOGIN))


def test_the_first_that_works_soon_enough_wins_alone() -> None:
    first, second = Scripted("a.test", HEAD_START_S / 5), Scripted("b.test", 0)
    assert winner_of(first, second) is first
    assert not second.is_begun


def test_a_silent_one_loses_to_the_next() -> None:
    silent, second = Scripted("a.test", 60), Scripted("b.test", 0)
    assert winner_of(silent, second) is second


def test_a_failed_one_gives_its_place_at_once() -> None:
    failed = Scripted("a.test", 0, Reason.TURN_FAILED)
    second = Scripted("b.test", HEAD_START_S / 5)
    assert winner_of(failed, second, third := Scripted("c.test", 0)) is second
    assert not third.is_begun


def test_a_slow_answer_by_udp_beats_a_fast_one_by_tcp_whose_loop_is_closed() -> None:
    slow, fast = Scripted("a.test", 4 * HEAD_START_S, answers=True), Scripted("b.test", 0)
    assert winner_of(slow, fast) is slow
    assert fast.made.is_closed
    assert not slow.made.is_closed


def test_a_refused_user_is_not_tried_at_the_same_relay_again() -> None:
    refused = Scripted("a.test", 0, Reason.TURN_REFUSED)
    again, other = Scripted("a.test", 0), Scripted("b.test", 0)
    assert winner_of(refused, again, other) is other
    assert not again.is_begun


def test_nobody_wins_where_all_fail_or_time_runs_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert winner_of(Scripted("a.test", 0, Reason.TURN_FAILED)) is None
    assert winner_of() is None
    monkeypatch.setattr(turn_race_child, "_ALL_ATTEMPTS_S", 0.1)
    assert winner_of(Scripted("a.test", 60), Scripted("b.test", 60)) is None


def refusal(code: int) -> stun.TransactionFailed:
    answer = stun.Message(stun.Method.ALLOCATE, stun.Class.ERROR)
    answer.attributes["ERROR-CODE"] = (code, "")
    return stun.TransactionFailed(answer)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (refusal(401), Reason.TURN_REFUSED),
        (refusal(441), Reason.TURN_REFUSED),
        (refusal(486), Reason.TURN_FAILED),
        (stun.TransactionTimeout(), Reason.TURN_FAILED),
        (TimeoutError(), Reason.TURN_FAILED),
        (LoopFailedError(), Reason.TURN_FAILED),
        (ConnectionRefusedError(111, ""), Reason.TURN_FAILED),
        (OSError(101, "unreachable"), Reason.NETWORK_UNREACHABLE),
    ],
)
def test_every_error_has_its_reason(error: Exception, reason: Reason) -> None:
    assert reason_of(error) is reason


class Closed:
    """An allocation that may not be its own peer."""

    relayed = ("192.0.2.1", 50000)

    async def admit(self, peer: tuple[str, int]) -> None:
        assert peer == self.relayed
        raise refusal(403)


def test_a_relay_may_refuse_to_let_an_allocation_be_its_own_peer() -> None:
    closed = cast("Allocation", Closed())
    assert asyncio.run(turn_race_child._closed_on_itself(closed)) is None
