"""From the start of the program until its window is painted: the checkout's beside a bundle's.

Run ``python bench/bundle_start.py BUNDLE_PROGRAM [--runs 9]``; needs Xvfb. In turns, on a screen of
its own whose pixels are looked at every millisecond: what is counted is what a person sees.
"""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FLOOR = 1.5
_WIDTH_PX, _HEIGHT_PX = 1280, 800
_ALL_PLANES, _Z_PIXMAP = 0xFFFFFFFF, 2
_LIMIT_S = 30.0


class Screen:
    """A screen without anything on it, as black as Xvfb makes it."""

    def __init__(self, number: int) -> None:
        self.name = f":{number}"
        size = f"{_WIDTH_PX}x{_HEIGHT_PX}x24"
        words = ["Xvfb", self.name, "-screen", "0", size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        self._x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x.XGetImage.restype = ctypes.c_void_p
        self._x.XGetImage.argtypes = [
            *(ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int),
            *(ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int),
        ]
        self._x.XGetPixel.restype = ctypes.c_ulong
        self._x.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self._x.XDestroyImage.argtypes = [ctypes.c_void_p]
        self._display = None
        while not self._display:
            time.sleep(0.05)
            self._display = self._x.XOpenDisplay(self.name.encode())
        self._root = self._x.XDefaultRootWindow(self._display)

    def is_painted(self) -> bool:
        """Whether any of nine points is other than black."""
        return any(
            self._pixel(_WIDTH_PX * column // 4, _HEIGHT_PX * row // 4)
            for column in (1, 2, 3)
            for row in (1, 2, 3)
        )

    def _pixel(self, x: int, y: int) -> int:
        image = self._x.XGetImage(self._display, self._root, x, y, 1, 1, _ALL_PLANES, _Z_PIXMAP)
        color: int = self._x.XGetPixel(image, 0, 0) & 0xFFFFFF
        self._x.XDestroyImage(image)
        return color

    def end(self) -> None:
        self._server.terminate()
        self._server.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    commands = {
        "checkout": [sys.executable, "-m", "workspace_assistant"],
        "bundle": [str(options.bundle.absolute())],
    }
    screen = Screen(os.getpid() % 20_000 + 100)
    try:
        times = measure(screen, commands, options.runs)
    finally:
        screen.end()
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        spread = f"{min(values) * 1000:.0f} to {max(values) * 1000:.0f}"
        print(f"{name:<9} {medians[name] * 1000:6.0f} ms   (median of {len(values)}; {spread})")
    ratio = medians["bundle"] / medians["checkout"]
    print(f"ratio     {ratio:6.2f}      (aim: at most {FLOOR})")
    print(f"largest   {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:6.0f} MB")


def measure(screen: Screen, commands: dict[str, list[str]], runs: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            taken_s = first_paint_s(screen, command)
            if run > 0:  # the first pair warms the page cache
                times[name].append(taken_s)
    return times


def first_paint_s(screen: Screen, command: list[str]) -> float:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "DISPLAY": screen.name, "HOME": home, "XDG_CONFIG_HOME": home}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"):
            environment.pop(name, None)
        began_s = time.monotonic()
        program = subprocess.Popen(
            [*command, "--data-dir", f"{home}/data"], env=environment, stderr=subprocess.DEVNULL
        )
        try:
            while not screen.is_painted():
                if time.monotonic() - began_s > _LIMIT_S or program.poll() is not None:
                    raise SystemExit(f"{command[0]} paints nothing")
                time.sleep(0.001)
            taken_s = time.monotonic() - began_s
        finally:
            program.kill()
            program.wait()
        while screen.is_painted():
            time.sleep(0.01)
        return taken_s


if __name__ == "__main__":
    main()
