from __future__ import annotations

import pytest

from tests.fakes.clock import FakeClock
from workspace_assistant.adapters.network.server_memory import ServerMemory
from workspace_assistant.adapters.network.speedtest_discovery import FoundServer
from workspace_assistant.core.jobs import JobCancelledError
from workspace_assistant.core.readiness.bandwidth.model import LineTroubleError, Reason, Trouble

SERVER = FoundServer(url="http://near.test/upload.php", name="Near", latency_ms=9.0)
HOUR_S = 3600


class Search:
    """Counts how often it is asked; raises what it is told to."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.count = 0

    def __call__(self) -> FoundServer:
        self.count += 1
        if self.error is not None:
            raise self.error
        return SERVER


def test_a_found_server_serves_the_whole_shift() -> None:
    clock, search = FakeClock(), Search()
    memory = ServerMemory(clock.monotonic_s)
    assert memory.found(search) is SERVER
    clock.advance(11 * HOUR_S)
    assert memory.found(search) is SERVER
    assert search.count == 1
    clock.advance(2 * HOUR_S)
    memory.found(search)
    assert search.count == 2


def test_a_server_that_stopped_answering_is_searched_anew() -> None:
    search = Search()
    memory = ServerMemory(FakeClock().monotonic_s)
    memory.found(search)
    memory.forget()
    memory.found(search)
    assert search.count == 2


def test_a_failure_is_told_to_the_check_that_follows_and_then_tried_again() -> None:
    trouble = LineTroubleError(Trouble(reason=Reason.DISCOVERY_TIMEOUT, server="speedtest.net"))
    clock, search = FakeClock(), Search(trouble)
    memory = ServerMemory(clock.monotonic_s)
    for _ in range(2):
        with pytest.raises(LineTroubleError):
            memory.found(search)
    assert search.count == 1
    clock.advance(31)
    search.error = None
    assert memory.found(search) is SERVER


def test_a_cancelled_search_leaves_nothing_behind() -> None:
    search = Search(JobCancelledError())
    memory = ServerMemory(FakeClock().monotonic_s)
    with pytest.raises(JobCancelledError):
        memory.found(search)
    search.error = None
    assert memory.found(search) is SERVER
