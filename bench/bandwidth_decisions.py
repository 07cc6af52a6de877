"""How fast and how rightly a requirement is decided, by its distance from the true rate.

Run as root from the checkout: ``python -m bench.bandwidth_decisions [--lines 20/5 100/20]``. Each
row asks for *factor* times what the line carries, in both directions, by the quick check.
"""

from __future__ import annotations

import argparse
import json
import sys

from tests.lab.lab_servers import start_target
from tests.lab.network_lab import GOODPUT_OF_RATE, NetworkLab, missing

FACTORS = (0.25, 0.5, 0.8, 0.95, 1.0, 1.05, 1.25, 2.0, 4.0)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", nargs="+", default=["20/5", "100/20"])
    parser.add_argument("--rtt-ms", type=float, default=30)
    parser.add_argument("--factors", nargs="+", type=float, default=FACTORS)
    options = parser.parse_args()
    if missing():
        sys.exit(missing())
    print(
        f"{'line':>8} {'need':>6} | {'down':>10} {'s':>5} {'MB':>6} | {'up':>10} {'s':>5} {'MB':>6}"
    )
    for name in options.lines:
        down, up = (float(part) for part in name.split("/"))
        for factor in options.factors:
            with NetworkLab(down_mbps=down, up_mbps=up, rtt_ms=options.rtt_ms) as lab:
                print(f"{name:>8} {factor:5.2f}x | {row(lab, down, up, factor)}", flush=True)


def row(lab: NetworkLab, down: float, up: float, factor: float) -> str:
    needs = [str(factor * rate * GOODPUT_OF_RATE) for rate in (down, up)]
    command = [
        *(sys.executable, "-m", "tests.lab.line_runner", "--quick"),
        *("--server", start_target(lab)),
        *("--download-mbps", needs[0], needs[0], "--upload-mbps", needs[1], needs[1]),
    ]
    found = json.loads(lab.run("client", command))
    return " | ".join(cell(found, direction) for direction in ("download", "upload"))


def cell(found: dict[str, dict[str, dict[str, dict[str, float]]]], direction: str) -> str:
    conditions = found["measurements"][f"bandwidth.{direction}"]["conditions"]
    return (
        f"{decision(found, direction):>10} {conditions['duration_s']:5.2f} "
        f"{conditions['bytes'] / 1e6:6.1f}"
    )


def decision(found: dict[str, dict[str, dict[str, dict[str, float]]]], direction: str) -> str:
    for undecided in ("borderline", "too-short"):
        if f"{direction}-{undecided}" in found["findings"]:
            return undecided
    return "broken" if f"{direction}-below-requirement" in found["findings"] else "kept"


if __name__ == "__main__":
    main()
