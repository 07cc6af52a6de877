"""The stream's numbers beside the truth: what the emulator was told, and what it really did.

Counts of chance events are few here, so limits are wide enough to be missed by luck alone less than
once in 10,000 runs; `bench/voice_accuracy.py` holds the numbers against the narrow ones.
"""

from __future__ import annotations

import statistics
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.lab.home_lab import EDGE, GATEWAY, PROVIDER, Network
from tests.lab.namespaces import missing
from tests.lab.peers import missing_peers
from tests.lab.voice_streams import (
    Seen,
    is_inside,
    jitter_in_theory_ms,
    loss_of_loop,
    stream,
    stream_and_drops,
    streams,
    voice_lab,
)
from workspace_assistant.core.voice.statistics import burst_ratio

_LACKING = missing() or missing_peers("turnserver")
pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a lab"),
]


@pytest.mark.parametrize("ways_ms", [(20, 20), (70, 10)])
def test_the_round_trip_is_right_within_a_millisecond(
    tmp_path: Path, ways_ms: tuple[int, int]
) -> None:
    with voice_lab(tmp_path, Network(rtt_ms=0)) as lab:
        lab.backbone.set(f"ab.delay={ways_ms[0]} ba.delay={ways_ms[1]}")
        # Other programs of this computer may disturb one run; they do not disturb three alike.
        runs = (stream(lab, 3)["stream"]["rtt_median_ms"] for _ in range(3))
        assert any(median == pytest.approx(sum(ways_ms), abs=1) for median in runs)


def test_jitter_is_that_of_the_theory(tmp_path: Path) -> None:
    """Eight streams of 500 packets: by luck their mean is off by 1.3 %, once in 10,000 by 5 %."""
    with voice_lab(tmp_path, Network(rtt_ms=80)) as lab:
        lab.backbone.set("both.jitter=10 both.reorder=1")
        found = [one["stream"] for one in streams(lab, 8, 10)]
    jitter_ms = statistics.mean(one["jitter_ms"] for one in found)
    assert jitter_ms == pytest.approx(jitter_in_theory_ms(10), rel=0.06)
    assert all(one["reordered"] > 0 for one in found)


def test_what_is_lost_is_counted_one_by_one(tmp_path: Path) -> None:
    with voice_lab(tmp_path, Network(rtt_ms=20)) as lab:
        lab.backbone.set("ab.burst_enter=2 ab.burst_leave=25")
        seen, drops = stream_and_drops(lab, 12)
    found = seen["stream"]
    assert found["sent"] == len(drops) > 500
    assert found["lost"] == sum(drops)
    assert found["burst_ratio"] == pytest.approx(burst_ratio(drops))
    assert found["burst_ratio"] > 1.5  # bursts of four packets, not single ones


def test_the_true_loss_lies_in_the_interval_claimed(tmp_path: Path) -> None:
    """Twelve runs miss it 0.6 times on average; six times once in 70,000."""
    with voice_lab(tmp_path, Network(rtt_ms=20)) as lab:
        lab.backbone.set("both.loss=2")
        found = streams(lab, 12, 8)
    assert sum(is_inside(seen, loss_of_loop(2)) for seen in found) >= 7


@pytest.mark.parametrize("is_silent", [False, True])
def test_the_largest_packet_is_exact(tmp_path: Path, is_silent: bool) -> None:
    """And so is the kind of NAT."""

    def survey(mtu_bytes: int) -> Seen:
        folder = tmp_path / str(mtu_bytes)
        folder.mkdir()
        network = Network(rtt_ms=20, line_mtu_bytes=mtu_bytes, is_symmetric_nat=is_silent)
        with voice_lab(folder, network) as lab:
            if is_silent:
                lab.hide_what_is_too_big()
            found: Seen = stream(lab, 0.5)["survey"]
        return found

    sizes_bytes = (1500, 1492, 1400, 1280)
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(survey, sizes_bytes))
    for size_bytes, one in zip(sizes_bytes, found, strict=True):
        assert one["mtu"] == {
            "path_bytes": size_bytes,
            "interface_bytes": 1500,
            "is_black_hole": is_silent and size_bytes < 1500,
        }
        assert one["nat"] == ("address-dependent" if is_silent else "endpoint-independent")


def test_every_place_of_the_way_is_found_and_probed(tmp_path: Path) -> None:
    with voice_lab(tmp_path, Network(rtt_ms=30)) as lab:
        lab.lose_before_the_server(30)
        seen = stream(lab, 4)
    places = seen["places"]
    assert [hop["address"] for hop in seen["survey"]["hops"]] == [GATEWAY, PROVIDER, EDGE]
    assert [places[name]["address"] for name in ("gateway", "provider", "edge")] == [
        GATEWAY,
        PROVIDER,
        EDGE,
    ]
    for name, rtt_ms in (("gateway", 0), ("provider", 0), ("edge", 30)):
        assert places[name]["rtt_min_ms"] == pytest.approx(rtt_ms, abs=1)
        assert places[name]["lost"] == 0
    assert seen["stream"]["lost"] > 0
