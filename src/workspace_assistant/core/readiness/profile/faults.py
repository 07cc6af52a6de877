"""Faults of a profile: all of them at once, each with its place."""

from __future__ import annotations

_LONGEST = 60


class ProfileError(Exception):
    """A profile that cannot be used. `faults` lists every fault as ``place: reason``."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def shown(value: object) -> str:
    """*value* as it stands in a TOML file, short enough for one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a section"
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return "a list of sections"
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class Faults:
    """Collects faults while a profile is read, so that one look at the list mends them all."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._places: list[str] = []

    def add(self, place: str, reason: str) -> None:
        self._places.append(place)
        self._found.append(f"{place}: {reason}" if place else reason)

    def has(self, place: str) -> bool:
        """Whether *place*, or something in it, has a fault: others may only follow from it."""
        inside = (f"{place}.", f"{place}[")
        return any(one == place or one.startswith(inside) for one in self._places)

    def raise_if_any(self) -> None:
        if self._found:
            raise ProfileError(tuple(self._found))
