"""What an organization set for this computer: a file or policy that only an administrator writes.

``[preset]`` gives what counts until the person chooses, ``[lock]`` what the person cannot change.
"""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from workspace_assistant import __version__
from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.managed import (
    NOT_FOLLOWED,
    PROFILE,
    PROPOSALS,
    Managed,
    managed_by,
    without,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_LARGEST_BYTES = 256 * 1024

NOT_TRUSTED = QT_TRANSLATE_NOOP(
    "settings",
    "{path} is not followed: others than an administrator can write {place}.",
)

_PLACES = {
    "linux": Path("/etc/workspace-assistant/managed.toml"),
    "darwin": Path("/Library/Application Support/workspace-assistant/managed.toml"),
}
_POLICY = r"Software\Policies\workspace-assistant"


@dataclass(frozen=True, slots=True)
class ManagedPlace:
    """Where an organization's settings lie.

    Attributes:
        path: the file; None where the system keeps policies elsewhere.
        owner: the user whose alone the file and its folder must be.
    """

    path: Path | None
    owner: int = 0


def system_place() -> ManagedPlace:
    """Where an administrator of this system puts them."""
    return ManagedPlace(_PLACES.get(sys.platform))


def managed_settings(place: ManagedPlace) -> Managed:
    """What is set there; nothing, with the reason as a fault, where others could have set it."""
    if place.path is None:
        return _of_registry() if sys.platform == "win32" else Managed()
    try:
        about = place.path.stat()
    except OSError:
        return Managed()
    if (writable := _others_can_write(place.path, place.owner)) is not None:
        return Managed(faults=(Phrase(NOT_TRUSTED, path=str(place.path), place=str(writable)),))
    return _with_own_profile(_read(place.path, about.st_mtime_ns, about.st_size), place)


def checked_settings(managed: Managed, note: Path) -> Managed:
    """*managed* without values that no feature would understand, which are said.

    What reads every setting's bounds is dear to load: *note* says what was found good before.
    """
    if not managed.preset and not managed.lock:
        return managed
    said = json.dumps([__version__, dict(managed.preset), dict(managed.lock)])
    with suppress(OSError, ValueError):
        if note.read_text(encoding="utf-8") == said:
            return managed
    faults = _faults(managed)
    if not faults:
        with suppress(OSError):  # it is looked at again then
            write_whole(note, said.encode())
    return without(managed, faults)


def _faults(managed: Managed) -> Mapping[str, Phrase]:
    from workspace_assistant.core.publishing.proposal import proposal_faults
    from workspace_assistant.core.settings.rules import faults_among

    values = {**managed.preset, **managed.lock}
    settings = {name: text for name, text in values.items() if name not in {PROFILE, *PROPOSALS}}
    return {**faults_among(settings), **dict(proposal_faults(managed.preset, managed.lock))}


def _with_own_profile(managed: Managed, place: ManagedPlace) -> Managed:
    """Without a workplace profile that is there, and that others could have written."""
    name = managed.lock.get(PROFILE) or managed.preset.get(PROFILE)
    if name is None or place.path is None or not (place.path.parent / name).exists():
        return managed
    profile = place.path.parent / name
    writable = _others_can_write(profile, place.owner)
    if writable is None:
        return managed
    fault = Phrase(NOT_TRUSTED, path=str(profile), place=str(writable))
    left = without(managed, {PROFILE: fault})
    return replace(left, faults=(*managed.faults, fault))


def _others_can_write(path: Path, owner: int) -> Path | None:
    """The file or its folder, where not the owner alone can write it."""
    places = (path, path.parent)
    return next((one for one in places if not _is_owners_alone(one, owner)), None)


def _is_owners_alone(path: Path, owner: int) -> bool:
    try:
        about = path.lstat()
    except OSError:
        return False
    is_writable = about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return not stat.S_ISLNK(about.st_mode) and about.st_uid == owner and not is_writable


@lru_cache(2)
def _read(path: Path, _written_ns: int, size_bytes: int) -> Managed:
    """Anew when it was written since."""
    import tomllib

    if size_bytes > _LARGEST_BYTES:
        return _not_understood(path, f"> {_LARGEST_BYTES // 1024} KiB")
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        return _not_understood(path, str(error))
    return managed_by(document, str(path))


def _not_understood(path: Path, reason: str) -> Managed:
    return Managed(faults=(Phrase(NOT_FOLLOWED, path=str(path), reason=reason),))


def _of_registry() -> Managed:
    """Values of the keys Preset and Lock; Windows lets only administrators write there."""
    document = {
        part.lower(): dict(_registry_values(rf"{_POLICY}\{part}")) for part in ("Preset", "Lock")
    }
    return managed_by(document, rf"HKLM\{_POLICY}")


if sys.platform == "win32":
    import winreg

    def _registry_values(key: str) -> Iterator[tuple[str, object]]:
        try:
            opened = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key)
        except OSError:
            return
        with opened:
            for number in range(winreg.QueryInfoKey(opened)[1]):
                name, value, _ = winreg.EnumValue(opened, number)
                yield name, value

else:

    def _registry_values(key: str) -> Iterator[tuple[str, object]]:
        del key
        yield from ()
