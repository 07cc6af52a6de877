from __future__ import annotations

import pytest

from workspace_assistant.adapters.network.voice_path import turn_traffic
from workspace_assistant.adapters.network.voice_path.turn_traffic import Traffic


def test_every_packet_counts_with_its_headers() -> None:
    traffic = Traffic(28)
    traffic.note_sent(172)
    assert not traffic.has_received
    traffic.note_received(176)
    assert traffic.has_received
    assert traffic.bytes_used == 172 + 176 + 2 * 28


def test_a_flood_is_read_no_faster_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = 100.0
    monkeypatch.setattr(turn_traffic.time, "perf_counter", lambda: now_s)
    traffic = Traffic(28, most_per_s=3)
    assert [traffic.note_received(100) for _ in range(2)] == [0, 0]
    now_s = 100.4
    assert traffic.note_received(100) == pytest.approx(0.6)
    now_s = 101.0  # a new second
    assert traffic.note_received(100) == 0
