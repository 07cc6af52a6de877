"""What watching the open block costs: processor time of one core, and wake-ups of all threads.

Run from the checkout: ``python -m bench.focus_watch [--seconds 60]``. Each row is a `focus watch`
on a screen, a bus and a log of its own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from tests.lab.desktop import missing_tools, type_on
from tests.lab.sound_server import sound_server
from tests.lab.watch_cost import Watched, watched

TYPED_EVERY_S = 2.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    seconds = parser.parse_args().seconds
    if reason := missing_tools("Xvfb", "xdotool", "dbus-daemon", "gdbus", "pulseaudio"):
        sys.exit(reason)
    print(f"{'':<44} {'CPU %':>7} {'wake-ups/s':>11}")
    for name, around, with_sound in (
        ("somebody types", typing, True),
        ("nobody types, a sound server tells of calls", nothing, True),
        ("nobody types, no sound server", nothing, False),
        ("paused", paused, True),
    ):
        cost = measured(around, seconds, with_sound=with_sound)
        print(f"{name:<44} {cost[0]:>7.3f} {cost[1]:>11.2f}", flush=True)


def measured(
    around: Callable[[Watched], AbstractContextManager[None]], seconds: float, *, with_sound: bool
) -> tuple[float, float]:
    server = sound_server() if with_sound else nullcontext()
    with tempfile.TemporaryDirectory() as folder, server as sound:
        reached = {} if sound is None else {"PULSE_SERVER": sound.environment["PULSE_SERVER"]}
        with watched(Path(folder), reached) as watcher, around(watcher):
            cost = watcher.cost(seconds)
    return 100 * cost.cpu_fraction, cost.wake_ups_per_s


@contextmanager
def typing(watcher: Watched) -> Iterator[None]:
    is_over = threading.Event()

    def hit_keys() -> None:
        while not is_over.wait(TYPED_EVERY_S):
            type_on(watcher.environment["DISPLAY"])

    thread = threading.Thread(target=hit_keys)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


@contextmanager
def paused(watcher: Watched) -> Iterator[None]:
    watcher.focus("pause")
    yield


@contextmanager
def nothing(_watcher: Watched) -> Iterator[None]:
    yield


if __name__ == "__main__":
    main()
