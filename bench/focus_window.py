"""What the open window costs while a block runs: processor time of one core, and wake-ups.

Run from the checkout: ``python -m bench.focus_window [--seconds 60] [--threads]``. Each row is a
window with a log of its own; counted are all threads of the process and of what it started.
A wake-up is a voluntary context switch: a thread that slept and was woken.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.lab.desktop import missing_tools
from tests.lab.window_cost import TreeCost, offscreen, on_a_screen

ROWS = (
    ("Xvfb, window hidden", on_a_screen, "hidden"),
    ("Xvfb, window minimized", on_a_screen, "minimized"),
    ("offscreen, window hidden", offscreen, "hidden"),
    ("offscreen, window minimized", offscreen, "minimized"),
    ("Xvfb, mini timer alone", on_a_screen, "mini"),
    ("Xvfb, focus page shown", on_a_screen, "shown"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--threads", action="store_true", help="name the threads that woke")
    parser.add_argument("--only", default="", help="rows that contain this")
    options = parser.parse_args()
    if reason := missing_tools("Xvfb", "dbus-daemon", "gdbus"):
        sys.exit(reason)
    print(f"{'':<30} {'CPU %':>7} {'wake-ups/s':>11} {'processes':>10}")
    for name, around, stands in ROWS:
        if options.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder, around(Path(folder), stands) as window:
            tell(name, window.cost(options.seconds), with_threads=options.threads)


def tell(name: str, cost: TreeCost, *, with_threads: bool) -> None:
    figures = f"{100 * cost.cpu_fraction:>7.3f} {cost.wake_ups_per_s:>11.2f} {cost.processes:>10}"
    print(f"{name:<30} {figures}", flush=True)
    for thread, rate in cost.by_thread if with_threads else ():
        if rate > 0:
            print(f"    {rate:6.2f}  {thread}")


if __name__ == "__main__":
    main()
