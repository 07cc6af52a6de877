"""Which addresses several names have, without waiting for a look-up that does not end."""

from __future__ import annotations

import socket
import threading

import pytest

from workspace_assistant.adapters.network.host_addresses import addresses_of
from workspace_assistant.core.jobs import JobCancelledError, JobContext


def a_context() -> JobContext:
    return JobContext(lambda _: None)


def test_addresses_of_all_names_come_together(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"a.test": "192.0.2.1", "b.test": "fe80::1%eth0"}

    def look_up(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host not in known:
            raise socket.gaierror
        return [(socket.AF_INET, socket.SOCK_DGRAM, 17, "", (known[host], 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    found = addresses_of(frozenset({"a.test", "b.test", "gone.test"}), a_context())
    assert found == {"192.0.2.1", "fe80::1"}
    assert addresses_of(frozenset(), a_context()) == frozenset()


def test_a_look_up_that_does_not_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def hang(*_: object, **__: object) -> list[tuple[object, ...]]:
        over.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    try:
        assert addresses_of(frozenset({"slow.test"}), a_context(), within_s=0.05) is None
        cancelled = a_context()
        cancelled.cancel()
        with pytest.raises(JobCancelledError):
            addresses_of(frozenset({"slow.test"}), cancelled)
    finally:
        over.set()
