"""What an organization sets for its people: what it may preset, what it may lock, what never."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.kept import KEEP, flattened, is_setting
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

PRESET, LOCK = "preset", "lock"
PROFILE = "profile"  # the path of a workplace profile
# Where, and which fields, an organization would like to be told, for who agrees to it; what is
# written there is checked by the rules of publishing.
PROPOSALS = frozenset({"publishing.url", "publishing.groups"})

# What is heard or asked of a person is agreed to by that person alone; it may be kept off.
_OWN_CONSENT = frozenset({"check_in.is_on", "loudness.is_on"})
_OFF = "off"

SET_BY_ORGANIZATION = QT_TRANSLATE_NOOP("settings", "Set by your organization")
LOCKED = QT_TRANSLATE_NOOP("settings", "{name} is set by your organization ({place}).")
UNKNOWN_PART = QT_TRANSLATE_NOOP("settings", "{path}: {name} is unknown; it is left out.")
NOT_FOLLOWED = QT_TRANSLATE_NOOP("settings", "{path} is not followed: {reason}")
NOT_TO_BE_SET = QT_TRANSLATE_NOOP(
    "settings", "{path}: {name} is for each person to turn on; it is left out."
)
# How long a record is kept is for whose record it is: nobody else takes anything out of it.
NOT_TO_BE_TAKEN = QT_TRANSLATE_NOOP(
    "settings", "{path}: {name} is for each person to decide; it is left out."
)


@dataclass(frozen=True, slots=True)
class Managed:
    """An organization's settings.

    Attributes:
        preset: texts by name that count until the person chooses.
        lock: texts by name that the person cannot change.
        place: where that is written, to be named where something is refused.
        faults: what is not followed, a sentence each.
    """

    preset: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lock: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    place: str = ""
    faults: tuple[Phrase, ...] = ()


def managed_by(document: Mapping[str, object], place: str) -> Managed:
    """What a document with the tables ``preset`` and ``lock`` says."""
    named = [
        (part, name, text)
        for part in (PRESET, LOCK)
        if isinstance(table := document.get(part), Mapping)
        for name, text in flattened(table)
    ]
    fit = [one for one in named if _fault(*one[1:], place) is None]
    return Managed(
        preset={name: text for part, name, text in fit if part == PRESET},
        lock={name: text for part, name, text in fit if part == LOCK},
        place=place,
        faults=tuple(_faults(document, named, place)),
    )


def without(managed: Managed, faults: Mapping[str, Phrase]) -> Managed:
    """What is left of it when names with *faults* are left out, and these said."""
    told = (
        Phrase(NOT_FOLLOWED, path=f"{managed.place}: {name}", reason=reason)
        for name, reason in faults.items()
    )
    return replace(
        managed,
        preset={name: text for name, text in managed.preset.items() if name not in faults},
        lock={name: text for name, text in managed.lock.items() if name not in faults},
        faults=(*managed.faults, *told),
    )


def _faults(
    document: Mapping[str, object], named: list[tuple[str, str, str]], place: str
) -> Iterator[Phrase]:
    for part, value in document.items():
        if part not in {PRESET, LOCK} or not isinstance(value, Mapping):
            yield Phrase(UNKNOWN_PART, path=place, name=part)
    for _, name, text in named:
        if (fault := _fault(name, text, place)) is not None:
            yield fault


def _fault(name: str, text: str, place: str) -> Phrase | None:
    if name in _OWN_CONSENT and text != _OFF:
        return Phrase(NOT_TO_BE_SET, path=place, name=name)
    if name.startswith(KEEP):
        return Phrase(NOT_TO_BE_TAKEN, path=place, name=name)
    if name != PROFILE and name not in PROPOSALS and not is_setting(name):
        return Phrase(UNKNOWN_PART, path=place, name=name)
    return None
