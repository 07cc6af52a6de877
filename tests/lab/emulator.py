"""The link emulator as a process inside a lab's namespace: started, changed, asked."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.lab.namespaces import NamespaceLab

_SCRIPT = str(Path(__file__).with_name("link_emulator.py"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What one direction did with the frames it was told to note: True where one was dropped."""

    drops: tuple[bool, ...]
    frames: int


class Emulator:
    """Bridges the devices ``w0`` and ``w1`` of a namespace; ``ab`` is the way from w0 to w1."""

    def __init__(self, lab: NamespaceLab, role: str, settings: str = "") -> None:
        words = [sys.executable, _SCRIPT, "w0", "w1", *settings.split()]
        self._process = lab.start(role, words)
        assert self._answer() == "ready"

    def set(self, settings: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(settings + "\n")
        self._process.stdin.flush()

    def passed(self) -> dict[str, Passed]:
        """By direction, since the beginning or since ``note`` was set last."""
        self.set("report")
        found = json.loads(self._answer())
        return {
            way: Passed(drops=tuple(mark == "1" for mark in one["noted"]), frames=one["frames"])
            for way, one in found.items()
        }

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")
