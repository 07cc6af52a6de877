"""The voice stream's numbers beside the truth, with enough packets for narrow limits.

Run as root from the checkout: ``python -m bench.voice_accuracy [--seconds 30] [--runs 20]``. Takes
about eleven minutes. Everything happens in network namespaces.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.lab.home_lab import HomeLab, Network
from tests.lab.namespaces import missing
from tests.lab.peers import missing_peers
from tests.lab.voice_streams import (
    is_inside,
    jitter_in_theory_ms,
    loss_of_loop,
    stream,
    stream_and_drops,
    streams,
    voice_lab,
)
from workspace_assistant.core.voice.statistics import burst_ratio

AT_ONCE = 5


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    if lacking := missing() or missing_peers("turnserver"):
        sys.exit(lacking)
    for part in (round_trips, jitters, bursts):
        part(options.seconds)
    losses(options.seconds, options.runs)
    packet_sizes()


@contextmanager
def fresh_lab(network: Network) -> Iterator[HomeLab]:
    with tempfile.TemporaryDirectory() as folder, voice_lab(Path(folder), network) as lab:
        yield lab


def round_trips(seconds: float) -> None:
    print("\nround trip (ms): up, down, truth | min, median, p95, lateness p99 of the sender")
    with fresh_lab(Network(rtt_ms=0)) as lab:
        for up_ms, down_ms in ((0, 0), (10, 10), (20, 20), (60, 20), (110, 110)):
            lab.backbone.set(f"ab.delay={up_ms} ba.delay={down_ms}")
            seen = stream(lab, seconds / 3)["stream"]
            numbers = " ".join(
                f"{seen[name]:8.2f}"
                for name in ("rtt_min_ms", "rtt_median_ms", "rtt_p95_ms", "lateness_p99_ms")
            )
            print(f"{up_ms:5} {down_ms:5} {up_ms + down_ms:5} | {numbers}", flush=True)


def jitters(seconds: float) -> None:
    # Counted in the order of arrival (RFC 3550), jitter exceeds the theory where many packets
    # overtake each other: by 4 % at a sigma of half the packets' spacing, by 6 % beyond it.
    print("\njitter (ms): sigma, order, theory | each stream | error of the mean")
    with fresh_lab(Network(rtt_ms=160)) as lab:
        for sigma_ms, reorder in ((2, 0), (5, 0), (5, 1), (10, 1), (25, 1)):
            lab.backbone.set(f"both.jitter={sigma_ms} both.reorder={reorder}")
            truth_ms = jitter_in_theory_ms(sigma_ms)
            # Kept in order, streams would hold up one another.
            count = AT_ONCE if reorder else 1
            found = [one["stream"]["jitter_ms"] for one in streams(lab, count, seconds)]
            each = " ".join(f"{one:6.2f}" for one in found)
            error = sum(found) / len(found) / truth_ms - 1
            order = "changes" if reorder else "kept"
            print(f"{sigma_ms:5} {order:>8} {truth_ms:6.2f} | {each} | {error:+.1%}", flush=True)


def bursts(seconds: float) -> None:
    print("\nbursts: enter %, leave % | lost, injected | burst ratio, of the pattern injected")
    with fresh_lab(Network(rtt_ms=40)) as lab:
        for enter, leave in ((1, 30), (2, 25), (1, 50), (3, 75)):
            lab.backbone.set(f"ab.burst_enter={enter} ab.burst_leave={leave}")
            whole, drops = stream_and_drops(lab, seconds)
            seen = whole["stream"]
            counts = f"{seen['lost']:5} {sum(drops):5} of {seen['sent']}"
            ratios = f"{seen['burst_ratio']:6.3f} {burst_ratio(drops):6.3f}"
            print(f"{enter:5} {leave:5} | {counts} | {ratios}", flush=True)


def losses(seconds: float, runs: int) -> None:
    print("\nloss: % each way, of the loop | runs whose 95 % interval holds it | lost, each run")
    with fresh_lab(Network(rtt_ms=40)) as lab:
        for percent in (0.25, 1.0, 5.0):
            lab.backbone.set(f"both.loss={percent}")
            truth = loss_of_loop(percent)
            found = [one for _ in range(runs // AT_ONCE) for one in streams(lab, AT_ONCE, seconds)]
            held = sum(is_inside(one, truth) for one in found)
            each = " ".join(str(one["stream"]["lost"]) for one in found)
            print(f"{percent:5} {truth:7.2%} | {held} of {len(found)} | {each}", flush=True)


def packet_sizes() -> None:
    print("\nlargest packet (bytes): line | found, and with routers that keep silent")
    for size_bytes in (1500, 1492, 1460, 1400, 1280):
        found = []
        for is_silent in (False, True):
            with fresh_lab(Network(rtt_ms=20, line_mtu_bytes=size_bytes)) as lab:
                if is_silent:
                    lab.hide_what_is_too_big()
                found.append(stream(lab, 0.5)["survey"]["mtu"])
        texts = [
            f"{one['path_bytes']}{' black hole' if one['is_black_hole'] else ''}" for one in found
        ]
        print(f"{size_bytes:5} | {' | '.join(texts)}", flush=True)


if __name__ == "__main__":
    main()
