"""Measured goodput beside the truth and beside speedtest-cli, on lines of known rate and delay.

Run as root from the checkout: ``python -m bench.bandwidth_table [--lines 20/5 100/20]
[--rtt-ms 0 30] [--repeat 2] [--without-speedtest]``. Everything happens in network namespaces.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.lab.lab_servers import start_nginx, start_target
from tests.lab.network_lab import GOODPUT_OF_RATE, NetworkLab, missing

CHILD = "workspace_assistant.adapters.network.speedtest_child"
HEAD = (
    f"{'line':>8} {'rtt':>4} | {'down':>8} {'error':>7} {'up':>8} {'error':>7} "
    f"{'cpu':>5} {'idle':>6} {'loaded':>7} {'wall':>5} | {'st down':>8} {'error':>7} "
    f"{'st up':>8} {'error':>7} {'wall':>5}"
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", nargs="+", default=["5/1", "20/5", "100/20", "500/100"])
    parser.add_argument("--rtt-ms", nargs="+", type=float, default=[0, 20, 60])
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--server", choices=["nginx", "target"], default="nginx")
    parser.add_argument("--without-speedtest", action="store_true")
    options = parser.parse_args()
    if missing():
        sys.exit(missing())
    print(HEAD)
    for name in options.lines:
        for rtt_ms in options.rtt_ms:
            for _ in range(options.repeat):
                print(row(name, rtt_ms, options), flush=True)


def row(name: str, rtt_ms: float, options: argparse.Namespace) -> str:
    down, up = (float(part) for part in name.split("/"))
    with (
        tempfile.TemporaryDirectory() as folder,
        NetworkLab(down_mbps=down, up_mbps=up, rtt_ms=rtt_ms) as lab,
    ):
        target = start_target(lab)
        url = start_nginx(lab, Path(folder)) if options.server == "nginx" else target
        text = f"{name:>8} {rtt_ms:>4.0f} | {ours(lab, url, down, up)}"
        if not options.without_speedtest:
            text += f" | {speedtest(lab, target, down, up)}"
    return text


def ours(lab: NetworkLab, url: str, down: float, up: float) -> str:
    command = [sys.executable, "-m", "tests.lab.line_runner", "--server", url]
    found = json.loads(lab.run("client", command))
    measured = {name: one["value"] for name, one in found["measurements"].items()}
    return " ".join(
        (
            rate(measured.get("bandwidth.download"), down),
            rate(measured.get("bandwidth.upload"), up),
            f"{found['cpu_fraction']:5.1%}",
            f"{measured.get('bandwidth.idle_latency', float('nan')):6.1f}",
            f"{measured.get('bandwidth.loaded_latency', float('nan')):7.1f}",
            f"{found['wall_s']:5.1f}",
        )
    )


def speedtest(lab: NetworkLab, target: str, down: float, up: float) -> str:
    began_s = time.monotonic()
    command = [sys.executable, "-m", CHILD, "measure", f"{target}/speedtest/upload.php"]
    try:
        found = json.loads(lab.run("client", command))
    except subprocess.SubprocessError as error:
        return f"failed: {error}"
    wall_s = time.monotonic() - began_s
    rates = (rate(found.get("download_bps"), down), rate(found.get("upload_bps"), up))
    return f"{' '.join(rates)} {wall_s:5.1f}"


def rate(measured_bps: float | None, line_mbps: float) -> str:
    if measured_bps is None:
        return f"{'-':>8} {'-':>7}"
    truth_bps = line_mbps * 1e6 * GOODPUT_OF_RATE
    return f"{measured_bps / 1e6:8.2f} {measured_bps / truth_bps - 1:+7.1%}"


if __name__ == "__main__":
    main()
