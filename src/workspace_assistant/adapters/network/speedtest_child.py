"""Runs speedtest-cli in a process of its own and prints one JSON document.

``discover [--mini URL]`` finds the fastest server; ``measure URL`` lets speedtest-cli load it by
its own method. Errors are ``{"error": "list"}`` (no list of servers) or ``{"error": "servers"}``.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from typing import Any

if sys.stdout is None:  # a windowed Python has none, and the library asks for its number
    sys.stdout = io.StringIO()

import speedtest

_NEAREST = 4
_TIMEOUT_S = 3

# What speedtest.net's own configuration says to every client, so that no one needs to ask it.
_CONFIGURATION: dict[str, Any] = {
    "client": {"ip": "", "lat": "0", "lon": "0"},
    "ignore_servers": [],
    "sizes": {
        "upload": [524288, 1048576, 7340032],
        "download": [350, 500, 750, 1000, 1500, 2000, 2500, 3000, 3500, 4000],
    },
    "counts": {"upload": 17, "download": 4},
    "threads": {"upload": 2, "download": 8},
    "length": {"upload": 10, "download": 10},
    "upload_max": 51,
}


class OfflineSpeedtest(speedtest.Speedtest):  # type: ignore[misc]  # the library has no types
    """speedtest-cli without its call to www.speedtest.net."""

    def get_config(self) -> dict[str, Any]:
        self.config = dict(_CONFIGURATION)
        self.lat_lon = (0.0, 0.0)
        return _CONFIGURATION


def discover(mini_url: str) -> dict[str, object]:
    if mini_url:
        tester = OfflineSpeedtest(timeout=_TIMEOUT_S)
        candidates = tester.set_mini_server(mini_url)
    else:
        tester = speedtest.Speedtest(secure=True, timeout=_TIMEOUT_S)
        tester.get_servers()
        candidates = tester.get_closest_servers(limit=_NEAREST)
    best = tester.get_best_server(candidates)
    name = ", ".join(str(best[key]) for key in ("sponsor", "name") if best.get(key))
    return {"url": best["url"], "name": name, "latency_ms": best["latency"]}


def measure(url: str) -> dict[str, object]:
    tester = OfflineSpeedtest(timeout=_TIMEOUT_S)
    tester.get_best_server([{"url": url, "sponsor": "", "name": "", "id": 0, "d": 0}])
    download_bps = tester.download()
    upload_bps = tester.upload(pre_allocate=False)
    results = tester.results
    return {
        "download_bps": download_bps,
        "upload_bps": upload_bps,
        "bytes": results.bytes_received + results.bytes_sent,
    }


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("discover").add_argument("--mini", default="")
    commands.add_parser("measure").add_argument("url")
    options = parser.parse_args(arguments)
    try:
        answer = discover(options.mini) if options.command == "discover" else measure(options.url)
    except (speedtest.SpeedtestBestServerFailure, speedtest.NoMatchedServers):
        answer = {"error": "servers"}
    except (speedtest.SpeedtestException, OSError, ValueError, KeyError):
        answer = {"error": "list"}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
