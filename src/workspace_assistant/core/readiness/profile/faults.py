"""Faults of a profile: all of them at once, each with its place."""

from __future__ import annotations


class ProfileError(Exception):
    """A profile that cannot be used. `faults` lists every fault as ``place: reason``."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class Faults:
    """Collects faults while a profile is read, so that one look at the list mends them all."""

    def __init__(self) -> None:
        self._found: list[str] = []

    def add(self, place: str, reason: str) -> None:
        self._found.append(f"{place}: {reason}" if place else reason)

    def raise_if_any(self) -> None:
        if self._found:
            raise ProfileError(tuple(self._found))
