"""Faults of a profile: all of them at once, each with its place."""

from __future__ import annotations

from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.phrases import Phrase, joined
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_LONGEST = 60
_AT = QT_TRANSLATE_NOOP("readiness", "{place}: {reason}")
_SECTION = QT_TRANSLATE_NOOP("readiness", "a section")
_SECTIONS = QT_TRANSLATE_NOOP("readiness", "a list of sections")


class ProfileError(SaidError):
    """A profile that cannot be used. `faults` lists every fault as ``place: reason``; phrases."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        told = joined("; ", faults)
        super().__init__(told.sentence, **told.parts)
        self.faults = faults


def shown(value: object) -> str:
    """*value* as it stands in a TOML file, short enough for one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return Phrase(_SECTION)
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return Phrase(_SECTIONS)
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class Faults:
    """Collects faults while a profile is read, so that one look at the list mends them all."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._places: list[str] = []

    def add(self, place: str, reason: str, /, **parts: str) -> None:
        """*reason* is marked for translation; *parts* are what goes into its places."""
        said = Phrase(reason, **parts)
        self._places.append(place)
        self._found.append(Phrase(_AT, place=place, reason=said) if place else said)

    def has(self, place: str) -> bool:
        """Whether *place*, or something in it, has a fault: others may only follow from it."""
        inside = (f"{place}.", f"{place}[")
        return any(one == place or one.startswith(inside) for one in self._places)

    def raise_if_any(self) -> None:
        if self._found:
            raise ProfileError(tuple(self._found))
