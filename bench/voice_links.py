"""Six lines that people really have: what the whole check says of each, and what it costs.

Run as root from the checkout: ``python -m bench.voice_links [--links dsl far] [--repeat 2]``. The
real command runs in network namespaces, with all phases, against coturn, nginx and chronyd.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.lab.home_lab import HomeLab, Network
from tests.lab.namespaces import missing
from tests.lab.peers import missing_peers
from tests.lab.scenarios import NEEDED_PROGRAMS, WITH_LOADS, Report, open_office
from workspace_assistant.core.voice.statistics import percentile

HEAD = (
    f"{'line':>10} | {'rtt':>5} {'jitter':>6} {'loss':>6} {'idle R':>6} | {'down p95':>8} "
    f"{'truth':>5} {'R':>5} | {'up p95':>8} {'truth':>5} {'R':>5} | grade | {'verdict':>9} "
    f"{'weak link':>9} | {'s':>5} {'cpu':>5}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line, and what spoils its radio (settings of the emulator on the LAN)."""

    network: Network
    radio: str = ""

    def full_queue_ms(self) -> float:
        """What a packet takes there and back when one queue is full."""
        return self.network.rtt_ms + self.network.queue_ms


LINKS: Mapping[str, Link] = {
    "cable": Link(network=Network(down_mbps=100, up_mbps=20, rtt_ms=24, queue_ms=100)),
    "dsl": Link(network=Network(down_mbps=20, up_mbps=5, rtt_ms=40, queue_ms=500)),
    "slow": Link(network=Network(down_mbps=5, up_mbps=1, rtt_ms=60, queue_ms=300)),
    "wifi": Link(
        network=Network(down_mbps=50, up_mbps=20, rtt_ms=30, queue_ms=50, has_radio=True),
        radio="both.jitter=6 both.loss=0.5",
    ),
    "bad wifi": Link(
        network=Network(down_mbps=50, up_mbps=20, rtt_ms=30, queue_ms=50, has_radio=True),
        radio="both.jitter=10 both.burst_enter=1 both.burst_leave=25",
    ),
    "far": Link(network=Network(down_mbps=50, up_mbps=20, rtt_ms=220, queue_ms=100)),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--links", nargs="+", default=list(LINKS), choices=list(LINKS))
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="print every number")
    options = parser.parse_args()
    if lacking := missing() or missing_peers(*NEEDED_PROGRAMS):
        sys.exit(lacking)
    print(HEAD)
    for name in options.links:
        for _ in range(options.repeat):
            report = measure(LINKS[name])
            print(row(name, LINKS[name], report), flush=True)
            for code, found in report.findings.items():
                print(f"{'':>12} {found['severity']:>9} {code}: {found['message']}", flush=True)
            if options.all:
                print(report, flush=True)


def measure(link: Link) -> Report:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_office(Path(folder), link.network) as office,
    ):
        spoil(office.lab, link)
        return office.check(WITH_LOADS)


def spoil(lab: HomeLab, link: Link) -> None:
    if lab.radio is not None:
        lab.radio.set(link.radio)


def row(name: str, link: Link, report: Report) -> str:
    seen = report.measured
    loads = [
        f"{loaded(report, way):>8} {link.full_queue_ms():5.0f} "
        f"{number(seen, f'voice.r_factor_{way}'):>5}"
        for way in ("download", "upload")
    ]
    loss = seen.get("voice.loss")
    return (
        f"{name:>10} | {number(seen, 'voice.rtt'):>5} {number(seen, 'voice.jitter'):>6} "
        f"{'-' if loss is None else f'{loss:.2%}':>6} {number(seen, 'voice.r_factor'):>6} | "
        f"{' | '.join(loads)} | {seen.get('voice.bufferbloat_grade', '-'):>5} | "
        f"{report.verdict:>9} {seen.get('path.weak_link', '-'):>9} | "
        f"{report.wall_s:5.1f} {report.cpu_s / report.wall_s:5.1%}"
    )


def loaded(report: Report, way: str) -> str:
    """95th percentile of the stream's round trips while *way* was loaded."""
    values = report.stream(way)
    p95_ms = percentile([one for one in values if one is not None], 0.95)
    return "-" if p95_ms is None else f"{p95_ms:.1f}"


def number(seen: Mapping[str, Any], name: str) -> str:
    return f"{seen[name]:.1f}" if name in seen else "-"


if __name__ == "__main__":
    main()
