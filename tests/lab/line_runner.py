"""Runs the bandwidth check in a process of its own (inside a namespace) and prints what it found.

One JSON document: the outcome, the wall time and this process's share of a processor.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import time

from workspace_assistant.adapters.network.line import HttpLine
from workspace_assistant.adapters.network.speedtest_discovery import SpeedtestNet
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.check import check_bandwidth
from workspace_assistant.core.readiness.limits import Floor
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    BandwidthRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.verdict import check_verdict


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--provider", default="librespeed")
    parser.add_argument("--server", default="")
    parser.add_argument("--mini", default="")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--cross-check", action="store_true")
    parser.add_argument("--budget-megabytes", type=float, default=5000)
    parser.add_argument("--download-mbps", type=float, nargs=2, default=(10, 2))
    parser.add_argument("--upload-mbps", type=float, nargs=2, default=(3, 1))
    options = parser.parse_args(arguments)
    wanted = BandwidthRequirement(
        provider=options.provider,
        server=options.server,
        download_mbps=Floor(ready=options.download_mbps[0], caution=options.download_mbps[1]),
        upload_mbps=Floor(ready=options.upload_mbps[0], caution=options.upload_mbps[1]),
        budget_megabytes=options.budget_megabytes,
        cross_check=options.cross_check,
    )
    request = CheckRequest(
        profile=WorkplaceProfile(name="lab", bandwidth=wanted), quick=options.quick
    )
    line = HttpLine(speedtest_net=SpeedtestNet(mini_url=options.mini))
    began_s, began_cpu_s = time.monotonic(), time.process_time()
    outcome = check_bandwidth(line, request, JobContext(lambda _: None))
    wall_s, cpu_s = time.monotonic() - began_s, time.process_time() - began_cpu_s
    document = {
        "verdict": check_verdict(outcome),
        "measurements": {one.id: dataclasses.asdict(one) for one in outcome.measurements},
        "findings": {one.code: dataclasses.asdict(one) for one in outcome.findings},
        "not_measured": {one.id: one.reason for one in outcome.not_measured},
        "bytes_used": outcome.bytes_used,
        "wall_s": wall_s,
        "cpu_fraction": cpu_s / wall_s,
    }
    json.dump(document, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
