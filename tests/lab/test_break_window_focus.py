"""On a real screen with a window manager, a break takes no key from what somebody types into."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.lab.desktop import eventually, missing_tools, screen

_REASON = missing_tools("Xvfb", "openbox", "xdotool")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

ROOT = Path(__file__).parents[2]
TYPED = "the quick brown fox jumps over the lazy dog and back again"
BEFORE = 10  # so many letters are there when the break comes


class Program:
    """One of the runner's windows; `lines` is what it told."""

    def __init__(self, what: str, environment: Mapping[str, str]) -> None:
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.lab.break_window_runner", what],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def heard(self, line: str) -> bool:
        return line in self.lines

    def tell(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("show\n")
        self.process.stdin.flush()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))


@contextmanager
def window(what: str, environment: Mapping[str, str]) -> Iterator[Program]:
    made = Program(what, environment)
    try:
        yield made
    finally:
        made.end()


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of programs on a screen that openbox manages."""
    with screen() as one:
        environment = {
            **os.environ,
            "DISPLAY": one.display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path),
        }
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=environment, stderr=subprocess.DEVNULL
        )
        try:
            yield environment
        finally:
            manager.kill()
            manager.wait()


def do(environment: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run(
        ["xdotool", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


def test_every_key_arrives_where_it_was_meant_for(desktop: dict[str, str]) -> None:
    with window("typing", desktop) as typing, window("break", desktop) as offer:
        eventually(lambda: typing.heard("active"), "the field has the keyboard", limit_s=60)
        eventually(lambda: offer.heard("ready"), "the other program runs", limit_s=60)
        keys = subprocess.Popen(["xdotool", "type", "--delay", "60", TYPED], env=desktop)
        eventually(lambda: typing.heard(TYPED[:BEFORE]), "typing has begun", limit_s=60)
        offer.tell()
        eventually(lambda: offer.heard("shown"), "the break is on the screen", limit_s=60)
        assert keys.wait(60) == 0
        eventually(lambda: typing.heard(TYPED), f"all of it arrives: {typing.lines[-1:]}")
        assert "active" not in offer.lines
        assert typing.lines.count("active") == 1
        take_it_up(desktop, offer)


def take_it_up(desktop: dict[str, str], offer: Program) -> None:
    """Whoever wants to gives it the keyboard, and answers."""
    found = do(desktop, "search", "--onlyvisible", "--name", "^Break$").splitlines()[0]

    def answers() -> bool:
        do(desktop, "windowactivate", found)
        if offer.heard("active"):
            do(desktop, "key", "b")
        return offer.heard("begin")

    eventually(answers, f"it answers once the person goes to it: {offer.lines}", limit_s=60)
