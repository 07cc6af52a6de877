"""What attending to shifts costs, and how late its checks begin.

Run from the checkout: ``python -m bench.attendance [--seconds 120] [--times 5]``. Each row is a
program of its own on data of its own.
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.lab.attending import attending, planned


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--times", type=int, default=5)
    arguments = parser.parse_args()
    for number in range(arguments.times):
        print(
            f"check {number + 1} began {1000 * lateness_s():.1f} ms after its instant", flush=True
        )
    with tempfile.TemporaryDirectory() as folder:
        planned(Path(folder), datetime.now(UTC) + timedelta(hours=12), minutes_before=15)
        with attending(Path(folder)) as program:
            cost = program.cost(arguments.seconds)
    print(
        f"waiting for {arguments.seconds:g} s: {100 * cost.cpu_fraction:.4f} % of one core, "
        f"{cost.wake_ups} wake-ups"
    )


def lateness_s() -> float:
    due_at = datetime.now(UTC) + timedelta(seconds=5)
    with tempfile.TemporaryDirectory() as folder:
        planned(Path(folder), due_at + timedelta(minutes=1), minutes_before=1)
        with attending(Path(folder)) as program:
            started = program.line("checked")[1]
    return (datetime.fromisoformat(started) - due_at).total_seconds()


if __name__ == "__main__":
    main()
